//! Tests of what a pasted text means.

use super::cases::{ID, VALUES};
use super::meant::meant;
use super::paste::Meant;
use crate::date::Date;
use crate::fields::{self, FIELDS};
use crate::finding::{Finding, Severity};
use crate::form::Form;
use crate::notices;

/// Describes the meaning as `value`, or as `field value` if the value belongs to another field.
fn said(key: &str, text: &str) -> Option<String> {
    let field = fields::field(key).expect("a field");
    meant(field, text).map(|meant| match meant {
        Meant::Value(value) => value,
        Meant::Region(code) => code.to_owned(),
        Meant::Other { field, value, .. } => format!("{} {}", field.key, value.unwrap_or_default()),
    })
}

#[test]
fn a_value_is_found_among_what_is_around_it() {
    let mut wrong = Vec::new();
    for (key, text, value) in VALUES {
        for (text, expected) in [(text, Some(*value)), (value, None)] {
            let said = said(key, text);
            if said.as_deref() != expected {
                wrong.push(format!("{key}: {text}: {said:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_value_of_another_field_is_told() {
    for (key, text, other) in [
        (
            "delegate_name",
            "ACCOUNT_ID=6_vVHzo9Qeu9fXvj-AcQCg",
            "account_id 6_vVHzo9Qeu9fXvj-AcQCg",
        ),
        (
            "account_id",
            "MANAGER_HOST_AND_PORT=https://app.harness.io \\",
            "manager_url https://app.harness.io",
        ),
        (
            "account_id",
            "ACCOUNT_ID=012345678901",
            "aws_account_id 012345678901",
        ),
        (
            "aws_account_id",
            "-e ACCOUNT_ID=6_vVHzo9Qeu9fXvj-AcQCg",
            "account_id 6_vVHzo9Qeu9fXvj-AcQCg",
        ),
        ("delegate_name", "ACCOUNT_ID=short", "account_id "),
        ("delegate_name", "DELEGATE_TOKEN=not-a-real-token", "token "),
        ("delegate_name", "DELEGATE_TAGS=linux", "delegate_tags "),
        (
            "delegate_name",
            "-e MANAGER_HOST_AND_PORT=https://app.harness.io harness/delegate:26.10.87203",
            "manager_url ",
        ),
        (
            "security_groups",
            "SubnetIds=subnet-0a1b2c3d",
            "subnets subnet-0a1b2c3d",
        ),
        ("region", "cluster=delegates", "cluster delegates"),
        ("cluster", "AWS_REGION=us-west-2", "region us-west-2"),
        ("image", "DELEGATE_NAME=blue", "delegate_name blue"),
    ] {
        assert_eq!(said(key, text).as_deref(), Some(other), "{key}: {text}");
    }
}

#[test]
fn what_is_right_or_unclear_means_itself() {
    for (key, text) in [
        ("delegate_name", "a=b"),
        ("delegate_name", "my delegate"),
        ("delegate_name", "DELEGATE_NAME=my delegate"),
        ("delegate_name", "DELEGATE_NAME="),
        ("delegate_name", "DELEGATE_NAME"),
        ("delegate_name", "\"DELEGATE_NAME\""),
        ("delegate_name", "Build_Blue"),
        ("delegate_name", "name"),
        ("delegate_name", "FOO=docker-delegate"),
        ("delegate_name", "DELEGATE_NAME=<DELEGATE_NAME>"),
        ("delegate_name", "DELEGATE_NAME=a DELEGATE_NAME=b"),
        ("delegate_name", "DELEGATE_NAME=${NAME}"),
        ("delegate_name", "DELEGATE_NAME={{ name }}"),
        ("delegate_name", "DELEGATE_NAME=\"$(hostname)\""),
        ("delegate_name", "{name}"),
        ("delegate_name", "\"name\": \"DELEGATE_NAME\","),
        ("manager_url", "\"harness/delegate:26.10.87203\""),
        ("account_id", "ACCOUNT_ID=short"),
        ("account_id", "https://app.harness.io/ng/account/short"),
        (
            "manager_url",
            "https://app.harness.io/ng/account/6_vVHzo9Qeu9fXvj-AcQCb/home",
        ),
        ("manager_url", "https://app.harness.io/gratis x"),
        ("manager_url", "app.harness.io"),
        ("manager_url", "https://app.harness.io https://app3.harness.io"),
        ("manager_url", "<HOST>"),
        ("manager_url", "https://acme.harness.io:8443/gratis"),
        ("image", "harness /delegate:1"),
        ("image", "harness/delegate: 26.10.87203"),
        ("image", "image:1"),
        ("image", "https://hub.example/harness/delegate"),
        ("subnets", "subnet-0a1b2c3d\nsubnet-0a1b2c3e"),
        ("subnets", "subnet-0a1b2c3d,vpc-0a1b2c3d"),
        ("subnets", "SUBNET-0A1B2C3D"),
        ("subnets", "subnet-0a1b2c3d <SUBNET>"),
        ("security_groups", "default"),
        ("assume_role_arns", "arn:aws:iam::*:role/harness-*"),
        ("assume_role_arns", "*"),
        ("capacity", "FARGATE_SPOT"),
        ("region", "us-west-2a"),
        ("region", "US-WEST-2"),
        ("region", "us-west-2 us-east-1"),
        ("region", "us-west-2 (Ohio)"),
        ("region", "Central"),
        ("region", "Germany"),
        ("region", "mars-1"),
        ("region", "AWS"),
        ("aws_account_id", "0123-4567-8901"),
        ("log_group", "a=b"),
        ("s3_bucket", "s3://build-artifacts/x"),
        ("proxy_user", "PROXY_USER=x"),
        ("no_proxy", "NO_PROXY=x"),
        ("delegate_tags", "DELEGATE_TAGS=x"),
        ("env", "DELEGATE_NAME=x"),
        ("init_script", "export DELEGATE_NAME=x"),
        ("token", "not-a-real-token"),
        ("token", "a b"),
        ("token_secret_arn", "not-a-real-token"),
    ] {
        assert_eq!(said(key, text), None, "{key}: {text}");
    }
    for field in FIELDS {
        assert_eq!(meant(field, field.sample), None, "{}", field.key);
        assert_eq!(meant(field, ""), None, "{}", field.key);
    }
}

#[test]
fn every_region_is_found_by_its_name() {
    for (code, name) in crate::facts::regions::REGIONS {
        assert_eq!(said("region", name).as_deref(), Some(*code), "{name}");
        assert_eq!(said("region", &format!("{name} {code}")).as_deref(), Some(*code));
        assert_eq!(said("region", code), None);
    }
}

/// Returns the form with this text in a field, and the findings about the field, without the notice that reading
/// cleaned the text.
fn findings(key: &str, text: &str) -> (Form, Vec<Finding>) {
    let mut form = Form::default();
    for (field, value) in [
        (&fields::TASK_ROLE_PERMISSIONS, "assume-roles"),
        (&fields::PROXY_HOST, "proxy.example.com"),
        (&fields::CREATE_ROLES, "true"),
    ] {
        form.set(field, vec![value.to_owned()]);
    }
    if key == "token" {
        form.set(&fields::TOKEN_SOURCE, vec!["plain".to_owned()]);
    }
    if key == "s3_bucket" {
        form.set(&fields::TASK_ROLE_PERMISSIONS, vec!["read-s3".to_owned()]);
    }
    form.set(fields::field(key).unwrap(), vec![text.to_owned()]);
    let found = findings_of(&form).into_iter();
    // That a token is in plain text is another problem than what is around it.
    let found = found.filter(|one| one.field == key && one.rule != "token-plaintext");
    let found = found.filter(|one| !one.is(&notices::CLEANED_VALUE)).collect();
    (form, found)
}

fn findings_of(form: &Form) -> Vec<Finding> {
    crate::rules::findings(form, Date::from_days(20_000))
}

#[test]
fn a_pasted_text_has_one_finding_and_its_fix_sets_the_value() {
    let mut wrong = Vec::new();
    for (key, text, value) in VALUES {
        let (mut form, found) = findings(key, text);
        let rules: Vec<&str> = found.iter().map(|one| one.rule).collect();
        if !(rules == ["pasted-text"] || rules == ["does-not-apply"]) {
            wrong.push(format!("{key}: {text}: {rules:?}"));
            continue;
        }
        let field = fields::field(key).unwrap();
        // The fix of a text that is a secret as a whole would show it.
        if let Some(fix) = found.first().and_then(|one| one.fix.as_ref()) {
            form.apply(&fix.edits);
            if rules == ["pasted-text"] && form.text(field) != *value {
                wrong.push(format!("{key}: {text}: the fix sets {}", form.text(field)));
            }
        } else if !field.is_secret() && !field.is_secret_text(text) {
            wrong.push(format!("{key}: {text}: no fix"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_value_moves_to_a_blank_field_only() {
    let text = "ACCOUNT_ID=6_vVHzo9Qeu9fXvj-AcQCg";
    let (mut form, found) = findings("delegate_name", text);
    let fix = found[0].fix.as_ref().expect("a fix");
    assert_eq!(fix.title, "Move it to Harness account ID");
    form.apply(&fix.edits);
    assert_eq!(form.text(&fields::ACCOUNT_ID), ID);
    assert_eq!(form.text(&fields::DELEGATE_NAME), "");
    form.set(&fields::DELEGATE_NAME, vec![text.to_owned()]);
    let found = findings_of(&form)
        .into_iter()
        .find(|one| one.field == "delegate_name");
    let found = found.expect("a finding");
    assert_eq!((found.rule, found.fix), ("pasted-text", None));
    assert_eq!(
        found.message,
        "`ACCOUNT_ID` belongs in the field Harness account ID."
    );
}

#[test]
fn nothing_of_a_secret_is_shown() {
    for token in ["MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "hunter2-and-more"] {
        for (key, text) in [
            ("delegate_name", format!("DELEGATE_TOKEN={token}")),
            (
                "delegate_name",
                format!("-e DELEGATE_TOKEN={token} -e DELEGATE_NAME=blue"),
            ),
            ("account_id", format!("\"DELEGATE_TOKEN\": \"{token}\",")),
            (
                "image",
                format!("docker run -e DELEGATE_TOKEN={token} harness/delegate:26.10.87203"),
            ),
            ("manager_url", format!("DELEGATE_TOKEN: {token}")),
            ("cluster", format!("export DELEGATE_TOKEN='{token}'")),
            ("token_secret_arn", format!("DELEGATE_TOKEN={token}")),
            ("token", format!("DELEGATE_TOKEN={token}")),
            ("token", format!("'{token}' \\")),
        ] {
            let (_, found) = findings(key, &text);
            let errors = found.iter().filter(|one| one.severity == Severity::Error);
            assert!(
                errors.count() <= 1 && !found.is_empty(),
                "{key}: {text}: {found:#?}"
            );
            for one in found {
                assert!(one.fix.is_none(), "{key}: {text}: {one:?}");
                let letters = &token[..6];
                assert!(!one.message.contains(letters), "{key}: {text}: {one:?}");
            }
        }
    }
}
