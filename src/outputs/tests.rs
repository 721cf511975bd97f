//! Tests of texts that a language could misread.

use super::*;
use crate::link::{Secrets, parse};
use crate::{build, read};

fn deployment(query: &str) -> Deployment {
    build(&read(&parse(query, Secrets::Honour).0).0)
}

/// The page renders the open file alone while somebody types.
#[test]
fn a_file_rendered_alone_is_the_one_among_all() {
    let deployment = deployment("delegate_name=build-blue&token_source=plain");
    for way in [Way::Cli, Way::Script, Way::Terraform, Way::CloudFormation] {
        let all = files(&deployment, way);
        for file in &all {
            let render = if is_first(way) {
                first_files(&deployment, Some(file.name))
            } else {
                later_files(&deployment, way, Some(file.name))
            };
            let [alone] = <[_; 1]>::try_from(render).expect("one file");
            assert_eq!((alone.name, &alone.text), (file.name, &file.text));
        }
        assert!(!all.is_empty());
    }
}

/// Returns the text of a way's only file.
fn only_file(deployment: &Deployment, way: Way) -> String {
    let [file] = <[_; 1]>::try_from(files(deployment, way)).expect("one file");
    file.text
}

/// A literal that looks like a reference must not become one in the file.
#[test]
fn what_looks_like_a_reference_stays_a_text() {
    let query = "launch_type=EC2&region=us-west-2&init_script=%24%7Ba%7D&log_group=%24%7Bb%7D";
    let template = only_file(&deployment(query), Way::CloudFormation);
    assert!(template.contains("Value: \"${a}\""), "{template}");
    assert!(template.contains(":log-group:${!b}:*"), "{template}");
    assert!(
        template.contains("- !Ref LogGroup\n") && template.contains("- \"${b}\"\n"),
        "{template}"
    );
    let text = only_file(
        &deployment(
            "create_cluster=false&cluster=%24%7Bc%7D&task_role_permissions=read-s3&s3_bucket=%24%7Bd%7D",
        ),
        Way::CloudFormation,
    );
    assert!(text.contains(":s3:::${!d}/*"), "{text}");
}

#[test]
fn each_way_has_its_files() {
    for way in Way::ALL {
        let names: Vec<_> = files(&deployment(""), *way)
            .iter()
            .map(|file| file.name)
            .collect();
        let known: Vec<_> = all_kinds()
            .filter(|kind| kind.way == *way)
            .map(|kind| kind.name)
            .collect();
        assert!(
            !names.is_empty() && names.iter().all(|name| known.contains(name)),
            "{names:?}"
        );
    }
    let mimes: Vec<&str> = all_kinds().map(|kind| kind.language.mime()).collect();
    assert!(mimes.contains(&"application/json") && mimes.contains(&"application/x-sh"));
    assert!(mimes.contains(&"application/yaml") && mimes.contains(&"text/plain"));
}

/// Returns the files that contain a secret, each with the keys of the secret's fields.
fn holding(query: &str) -> Vec<(&'static str, Vec<&'static str>)> {
    let (config, _) = read(&parse(query, Secrets::Honour).0);
    let files = files(&build(&config), config.way);
    files
        .iter()
        .map(|file| (file.name, file.secrets.iter().map(|field| field.key).collect()))
        .filter(|(_, keys): &(_, Vec<_>)| !keys.is_empty())
        .collect()
}

#[test]
fn whatever_stays_out_of_links_is_said() {
    for (query, key) in [
        ("env=DB_PASSWORD=a%22b", "env"),
        ("env=URL=https://u:p@example.com", "env"),
        ("init_script=curl+https://u:p@example.com", "init_script"),
        ("manager_url=https://u:p@example.com", "manager_url"),
    ] {
        assert_eq!(holding(query), [("task-spec.json", vec![key])], "{query}");
    }
    assert!(holding("env=LOGGING_LEVEL=INFO&manager_url=https://app.harness.io&init_script=ls").is_empty());
}

#[test]
fn only_a_plain_token_is_in_a_file() {
    for token in ["1", "abc%22def", "<", "%00a"] {
        let query = format!("token_source=plain&token={token}");
        assert_eq!(holding(&query), [("task-spec.json", vec!["token"])], "{query}");
    }
    assert!(holding("token_source=plain").is_empty());
    assert!(holding("token=abcdef").is_empty());
}

/// A secret is reported no matter how the language quotes it.
#[test]
fn a_secret_is_said_however_it_is_quoted() {
    for password in [
        "it's-S3cret",
        "a\"b",
        "a$b",
        "a`b",
        "a\\b",
        "${a}",
        "%{a}",
        "a\nb",
        "é\u{2028}",
    ] {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("proxy_password", password);
        let query = format!(
            "region=us-west-2&delegate_name=b&proxy_host=p&proxy_port=1&proxy_user=u&{}",
            query.finish()
        );
        for (way, file) in [
            ("cli", "task-spec.json"),
            ("script", "deploy.sh"),
            ("terraform", "standalone.tf"),
            ("terraform&terraform_source=module", "main.tf"),
            ("cloudformation", "template.yaml"),
        ] {
            let held = holding(&format!("{query}&way={way}"));
            assert_eq!(held, [(file, vec!["proxy_password"])], "{way}: {password}");
        }
    }
}

/// A text that is derived from a token, which was pasted into another field, is as secret as the token.
#[test]
fn a_token_that_was_pasted_into_another_field_is_said_wherever_it_goes() {
    let issued = format!("{}+/=", "a".repeat(41));
    let told = "token_source=plain&token=not-a-real-token&delegate_name=a-not-a-real-token";
    let pasted = format!("delegate_name={}", issued.replace('+', "%2B"));
    for query in [told, &pasted] {
        let (config, _) = read(&parse(query, Secrets::Honour).0);
        assert!(config.delegate_name.origin.is_secret, "{query}");
        assert_eq!(
            config.family.text().shown().secrets(),
            ["delegate_name"],
            "{query}"
        );
        let held = holding(query);
        for file in [
            "task-spec.json",
            "service.json",
            "commands.sh",
            "deployer-policy.json",
        ] {
            let keys = held.iter().find(|(name, _)| *name == file).map(|(_, keys)| keys);
            let keys = keys.unwrap_or_else(|| panic!("{file} holds nothing of {query}"));
            assert!(keys.contains(&"delegate_name"), "{file}: {keys:?}");
        }
    }
}

/// A placeholder that a user typed is an ordinary text. Only its rule reports it.
#[test]
fn what_a_user_typed_is_never_missing() {
    let typed = deployment("region=<REGION>&delegate_name=<DELEGATE_NAME>");
    assert!(typed.has_region() && !typed.delegate_name.is_missing());
    let query = "region=<REGION>&delegate_name=<DELEGATE_NAME>";
    let (config, _) = read(&parse(query, Secrets::Honour).0);
    for file in files(&build(&config), config.way) {
        let missing: Vec<&str> = file.missing.iter().map(|mark| mark.field).collect();
        assert!(!missing.contains(&"region"), "{}", file.name);
    }
    let missing = deployment("");
    assert!(!missing.has_region() && missing.delegate_name.is_missing());
}

/// A file marks exactly the placeholders of missing values.
#[test]
fn every_gap_of_a_file_is_marked() {
    for start in ["docs", "recommended"] {
        for launch_type in ["FARGATE", "EC2"] {
            for way in [
                "cli",
                "script",
                "terraform",
                "terraform&terraform_source=module",
                "cloudformation",
            ] {
                let query = format!("start={start}&launch_type={launch_type}&way={way}");
                let (config, _) = read(&parse(&query, Secrets::Honour).0);
                for file in files(&build(&config), config.way) {
                    let marks = file.missing.iter().chain(&file.found);
                    let mut marked: Vec<usize> = marks.map(|mark| mark.at.start).collect();
                    marked.sort_unstable();
                    let is_upper = |c: char| c.is_ascii_uppercase() || c == '_';
                    let found: Vec<usize> = file
                        .text
                        .match_indices('<')
                        .filter(|(at, _)| {
                            let rest = file.text[at + 1..].trim_start_matches(is_upper);
                            rest.starts_with('>') && !file.text[at + 1..].starts_with('>')
                        })
                        .map(|(at, _)| at)
                        .collect();
                    assert_eq!(marked, found, "{query}: {}", file.name);
                }
            }
        }
    }
}
