//! Tests of every rule.

mod coverage;
mod exclusions;
mod fixes;
mod messages;
mod reference;
mod said;
mod thresholds;

use super::RULES;
use crate::date::Date;
use crate::fields;
use crate::finding::{Entry, Finding, Severity};
use crate::link::{Secrets, parse};
use crate::notices::NOTICES;

/// A complete configuration that starts from `recommended`. The example of a rule adds its parameters to it.
pub const GOOD: &str = "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io\
    &region=us-west-2&image=harness/delegate:26.10.87203&cluster=delegates\
    &token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/build-blue-a1B2c3";
const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 24,
};

/// Replaces each `{n}` in the parameters with n characters.
fn grown(parameters: &str) -> String {
    let Some((before, rest)) = parameters.split_once('{') else {
        return parameters.to_owned();
    };
    let (length, after) = rest.split_once('}').expect("a closing brace");
    let grown = grown(after);
    format!("{before}{}{grown}", "x".repeat(length.parse().expect("a number")))
}

/// Returns the form of the good configuration, with these parameters added or replaced.
fn form(example: &str) -> crate::Form {
    let (parameters, document) = example.split_once('\n').unwrap_or((example, ""));
    let parameters = &grown(parameters);
    let network = "&subnets=subnet-0a1b2c3d4e5f67890&security_groups=sg-0a1b2c3d4e5f67890";
    let is_ec2 = parameters.contains("launch_type=EC2");
    let good = if is_ec2 {
        GOOD.to_owned()
    } else {
        format!("{GOOD}{network}")
    };
    let mut form = parse(&good, Secrets::Honour).0;
    if !document.is_empty() {
        form = crate::import::read(document, &form).expect("a document").form;
    }
    let (own, _) = parse(parameters, Secrets::Honour);
    let start_first = own
        .touched()
        .filter(|(field, _)| [&fields::START, &fields::LAUNCH_TYPE].contains(field));
    for (field, texts) in start_first.chain(own.touched()) {
        form.set(field, texts.to_vec());
    }
    for (key, value) in form_urlencoded::parse(parameters.as_bytes()) {
        // If blank is the default of a field, the field is not among the touched ones.
        if value.is_empty() {
            let field = fields::field(&key).unwrap();
            form.set(field, vec![String::new()]);
        }
    }
    form
}

fn findings(form: &crate::Form) -> Vec<Finding> {
    super::findings(form, TODAY)
}

#[test]
fn every_rule_fires_on_its_example_and_is_quiet_on_the_other() {
    for rule in &RULES {
        let fired = |parameters: &str| {
            findings(&form(parameters))
                .iter()
                .any(|finding| finding.rule == rule.id)
        };
        assert!(
            fired(rule.fires),
            "{} does not fire on its example {}",
            rule.id,
            rule.fires
        );
        assert!(!fired(rule.quiet), "{} fires on {}", rule.id, rule.quiet);
    }
}

/// A rule that is missing from its folder's list is dead code. A file without a `mod` line is not even compiled.
#[test]
fn every_file_of_a_rule_is_in_the_list() {
    let directory = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let folders = std::fs::read_dir(directory)
        .unwrap()
        .map(|one| one.unwrap().path());
    let mut rules = 0;
    for folder in folders.filter(|path| path.is_dir() && !path.ends_with("tests")) {
        for file in std::fs::read_dir(folder).unwrap().map(|one| one.unwrap().path()) {
            if std::fs::read_to_string(&file)
                .unwrap()
                .contains("RULE: Rule = Rule")
            {
                let id = file.file_stem().unwrap().to_string_lossy().replace('_', "-");
                assert!(
                    RULES.iter().any(|rule| rule.id == id),
                    "{} is in no list",
                    file.display()
                );
                rules += 1;
            }
        }
    }
    assert_eq!(rules, RULES.len());
}

#[test]
fn every_fix_removes_its_finding_and_adds_no_error() {
    for rule in &RULES {
        let mut form = form(rule.fires);
        let before = findings(&form);
        for found in before.iter().filter(|finding| finding.rule == rule.id) {
            let Some(fix) = &found.fix else { continue };
            form.apply(&fix.edits);
            let after = findings(&form);
            let same = |f: &&Finding| f.rule == rule.id && f.field == found.field && f.row == found.row;
            assert_eq!(
                after.iter().find(same),
                None,
                "{}: still there after {:?}",
                rule.id,
                fix
            );
            let errors = |all: &[Finding]| all.iter().filter(|f| f.severity == Severity::Error).count();
            assert!(
                errors(&after) <= errors(&before),
                "{}: {:?} adds an error: {after:#?}",
                rule.id,
                fix
            );
        }
    }
}

#[test]
fn every_rule_says_what_a_reader_needs() {
    for rule in &RULES {
        assert_eq!(
            RULES.iter().filter(|other| other.id == rule.id).count()
                + NOTICES.iter().filter(|notice| notice.id() == rule.id).count(),
            1,
            "{} twice",
            rule.id
        );
        assert!(rule.source.starts_with("https://"), "{}", rule.id);
        assert!(
            rule.what.ends_with('.') && rule.consequence.trim_end_matches('*').ends_with('.'),
            "{}",
            rule.id
        );
        for word in ["avoid-", "use-", "prefer-"] {
            assert!(
                !rule.id.starts_with(word),
                "{} names the cure, not the problem",
                rule.id
            );
        }
    }
}

#[test]
fn a_finished_recommended_form_has_nothing_above_info() {
    for launch_type in ["FARGATE", "EC2"] {
        let found = findings(&form(&format!("launch_type={launch_type}")));
        let bad: Vec<_> = found.iter().filter(|f| f.severity != Severity::Info).collect();
        assert!(bad.is_empty(), "{launch_type}: {bad:#?}");
    }
}

/// About fields that `main.tf` leaves out, the page reports that fact and errors, but not warnings. With plain
/// resources, the same form gets the warnings too.
#[test]
fn the_module_is_judged_by_what_its_file_holds() {
    let all = "start=docs&family=a.b&stop_timeout=60&token=x";
    let about = |query: &str| -> Vec<&'static str> {
        let found = findings(&form(query)).into_iter();
        let found = found.filter(|one| one.severity != Severity::Info && one.field != "image");
        found.map(|one| one.rule).collect()
    };
    assert_eq!(
        about(&format!("{all}&way=terraform&terraform_source=module")),
        [
            "does-not-apply",
            "family-format",
            "tf-module-memory",
            "tf-module-unsupported"
        ]
    );
    let elsewhere = about(&format!("{all}&way=terraform&terraform_source=standalone"));
    for rule in [
        "family-format",
        "stop-timeout-short",
        "token-plaintext",
        "memory-unreachable",
        "container-cpu-one",
    ] {
        assert!(elsewhere.contains(&rule), "{rule} is not among {elsewhere:?}");
    }
    let found = findings(&form(
        "way=terraform&terraform_source=module&terraform_import=true",
    ));
    let lost = found
        .iter()
        .find(|one| one.rule == "tf-module-unsupported")
        .unwrap();
    for key in ["health_check", "circuit_breaker", "terraform_import"] {
        assert!(lost.message.contains(&format!("`{key}`")), "{}", lost.message);
    }
}

#[test]
fn a_rule_has_one_severity() {
    for rule in &RULES {
        let of_rule = findings(&form(rule.fires))
            .into_iter()
            .filter(|finding| finding.rule == rule.id);
        let severities: Vec<Severity> = of_rule.map(|finding| finding.severity).collect();
        assert!(
            severities.iter().all(|severity| *severity == rule.severity),
            "{}",
            rule.id
        );
    }
}

/// `commands.sh` finds them at AWS.
#[test]
fn the_account_and_the_secrets_are_not_asked_for() {
    for way in ["cli", "script", "terraform", "cloudformation"] {
        for more in [
            "create_roles=true",
            "create_roles=false",
            "proxy_host=p&proxy_user=u",
            "start=docs",
        ] {
            let (config, _) = crate::read(&form(&format!("way={way}&{more}")));
            for field in fields::missing(&config) {
                let found = ["aws_account_id", "token_secret_arn", "proxy_password_secret_arn"];
                assert!(!found.contains(&field.key), "{way}&{more}: {}", field.key);
            }
        }
    }
}
