//! What may stand in a link, in the address, in a message to an embedding page and in a finding, and what may not: one
//! table of each, with every case tried on every way out.

#[path = "secrets/harmless.rs"]
mod harmless;
#[path = "secrets/leaks.rs"]
mod leaks;

use configurator::date::Date;
use configurator::fields::{self, Field};
use configurator::link::{self, Secrets};
use configurator::secrecy::Secrecy;
use configurator::{Form, mend, rules};
use harmless::HARMLESS;
use leaks::{LEAKS, secrets_of};

const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 26,
};

fn form_of(key: &str, text: &str) -> (&'static Field, Form) {
    let field = fields::field(key).unwrap_or_else(|| panic!("no field is called {key}"));
    let mut form = Form::default();
    form.set(field, vec![text.to_owned()]);
    (field, form)
}

#[test]
fn each_table_has_sixty_cases() {
    assert!(
        LEAKS.len() >= 60 && HARMLESS.len() >= 60,
        "{} {}",
        LEAKS.len(),
        HARMLESS.len()
    );
}

#[test]
fn what_holds_a_secret_is_in_no_link_and_left_out_whole() {
    let mut faults = Vec::new();
    for (key, text) in LEAKS {
        let (field, form) = form_of(key, text);
        let link = link::write(&form);
        let (_, findings) = link::parse(&link, Secrets::Honour);
        // The tags have a row by default; a link without rows says so.
        let rest = if *key == "tags" { "tags=&" } else { "" };
        if link != format!("v=1&{rest}left_out={key}") {
            faults.push(format!("{key}: {text}\n    {link}"));
            continue;
        }
        assert!(link::leaves_out(&form), "{key}: {text}");
        let said: Vec<_> = findings
            .iter()
            .map(|one| (one.rule, one.field.as_ref()))
            .collect();
        assert_eq!(said, [("left-out", *key)], "the receiver of a link is told");
        let host = Secrecy::of(&form).public_texts(field, &form.texts(field));
        assert!(host.is_none_or(|texts| texts.is_empty()), "{key}: {text}");
    }
    assert!(faults.is_empty(), "{} leak:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_link_that_holds_a_secret_is_taken_or_left_and_reported() {
    for (key, text) in LEAKS {
        let query: String = form_urlencoded::Serializer::new(String::new())
            .append_pair(key, text)
            .finish();
        for (secrets, is_there) in [(Secrets::Honour, true), (Secrets::Ignore, false)] {
            let (form, findings) = link::parse(&query, secrets);
            let field = fields::field(key).expect("a field");
            assert_eq!(form.is_touched(field), is_there, "{key}: {text}");
            let rules: Vec<_> = findings.iter().map(|one| one.rule).collect();
            assert_eq!(rules, ["secret-in-link"], "{key}: {text}");
        }
    }
}

#[test]
fn what_holds_no_secret_survives_its_link() {
    let mut faults = Vec::new();
    for (key, text) in HARMLESS {
        let (field, form) = form_of(key, text);
        let link = link::write(&form);
        let (again, findings) = link::parse(&link, Secrets::Ignore);
        if again != form || !findings.is_empty() || link::leaves_out(&form) {
            let why = field.secret_in(text);
            faults.push(format!("{key}: {text}\n    {link} {why:?}"));
        }
    }
    assert!(
        faults.is_empty(),
        "{} are lost:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn no_finding_shows_a_secret() {
    for (key, text) in LEAKS {
        for rest in [
            "",
            "&start=docs",
            "&way=terraform&terraform_source=module",
            "&launch_type=EC2&token_source=plain",
        ] {
            let base = "region=us-west-2&aws_account_id=012345678901&account_id=aAbBcCdDeEfFgGhHiIjJkA&delegate_name=blue\
                &proxy_host=p&proxy_port=3128&proxy_scheme=http";
            let (mut form, _) = link::parse(&format!("{base}{rest}"), Secrets::Honour);
            let (field, of_case) = form_of(key, text);
            form.take(&[field], &of_case);
            for finding in rules::findings(&form, TODAY) {
                let title = finding.fix.as_ref().map_or("", |fix| &fix.title);
                let preview = finding.fix.as_ref().map_or_else(String::new, |fix| {
                    mend::described(&mend::preview(&form, &fix.edits))
                });
                for secret in secrets_of(text) {
                    for words in [&finding.message, title, &preview] {
                        assert!(
                            !words.contains(secret),
                            "{key}: {text}\n    {}: {words}",
                            finding.rule
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_parameter_that_is_no_field_holds_no_secret_either() {
    let token = leaks::TOKEN;
    for query in [
        "DELEGATE_TOKEN=notreal".to_owned(),
        "password=notreal".to_owned(),
        format!("x={token}"),
        token.to_owned(),
        format!("lock={token}"),
        format!("fields={token}"),
        format!("theme={token}"),
        format!("v={token}"),
        format!("left_out={token}"),
        "x=https://me:notreal@h".to_owned(),
    ] {
        let (form, mut findings) = link::parse(&query, Secrets::Honour);
        findings.extend(link::embedding::Embedding::parse(&query, &form, true).1);
        let is_said = findings.iter().any(|one| one.rule == "secret-in-link");
        assert!(is_said, "{query}: {findings:?}");
        let said = format!("{findings:?}");
        assert!(
            !said.contains("notreal") && !said.contains("bm90"),
            "{query}: {said}"
        );
    }
    for fragment in ["ghp_notarealtokennotareal", token] {
        assert!(link::is_secret(fragment));
    }
    for fragment in ["", "top", "cpu", "files"] {
        assert!(!link::is_secret(fragment), "{fragment}");
    }
    for query in [
        "memroy=2048",
        "token_type=x",
        "v=1",
        "theme=dark",
        "left_out=token+env",
    ] {
        let findings = link::parse(query, Secrets::Honour).1;
        assert!(findings.iter().all(|one| one.rule != "secret-in-link"), "{query}");
    }
}

#[test]
fn the_text_of_a_secret_field_is_secret_in_every_other_field() {
    for (key, text) in [
        ("delegate_name", "harmless-on-its-own"),
        ("env", "A=harmless-on-its-own"),
        ("tags", "a=harmless-on-its-own"),
    ] {
        let (field, mut form) = form_of(key, text);
        assert!(!link::leaves_out(&form), "{key}");
        form.set(&fields::TOKEN, vec![" harmless-on-its-own ".to_owned()]);
        let link = link::write(&form);
        assert!(!link.contains("harmless"), "{link}");
        assert!(form.left_out().contains(&field));
    }
}
