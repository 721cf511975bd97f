//! What holds for every field.

use super::*;
use crate::choices::{LaunchType, Start};
use std::fs;
use std::path::Path;

#[test]
fn every_field_says_what_a_reader_needs() {
    for field in FIELDS {
        assert!(!field.label.is_empty() && !field.help.is_empty(), "{}", field.key);
        assert!(field.docs.starts_with("https://"), "{}: no link", field.key);
        assert!(
            !field.key.is_empty()
                && field
                    .key
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit()),
            "{}",
            field.key
        );
        assert!(!field.sample.is_empty(), "{}: no sample", field.key);
        assert_eq!(
            FIELDS.iter().filter(|other| other.key == field.key).count(),
            1,
            "{} twice",
            field.key
        );
        assert_eq!(
            FIELDS.iter().filter(|other| other.label == field.label).count(),
            1,
            "{} twice",
            field.label
        );
    }
}

#[test]
fn defaults_of_choices_are_among_them_and_placeholders_are_upper_case() {
    for field in FIELDS {
        for start in Start::ALL {
            for launch_type in LaunchType::ALL {
                let given = (field.default)(*start, *launch_type);
                let default = given.as_str();
                let is_placeholder = given == DefaultText::Placeholder(default);
                assert_eq!(
                    is_placeholder,
                    default.starts_with('<'),
                    "{}: {default}",
                    field.key
                );
                if let Kind::Choice(choices, _) = field.kind {
                    assert!(
                        choices.iter().any(|choice| choice.value == default),
                        "{}: {default}",
                        field.key
                    );
                }
                if let Kind::Flag(_) = field.kind {
                    assert!(["true", "false"].contains(&default), "{}: {default}", field.key);
                }
            }
        }
        let name = field
            .placeholder()
            .unwrap_or_default()
            .trim_start_matches('<')
            .trim_end_matches('>');
        assert!(
            name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_'),
            "{}: {name}",
            field.key
        );
    }
}

/// The compiler does not warn about an entry that no list contains, because the statics are public.
#[test]
fn every_entry_is_in_a_list_and_named_after_its_key() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/fields");
    let mut entries = 0;
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let names = text.lines().filter_map(|line| {
            line.strip_prefix("pub static ")?
                .strip_suffix(": Field = Field {")
        });
        for name in names {
            entries += 1;
            assert!(field(&name.to_lowercase()).is_some(), "{name} is in no list");
        }
    }
    assert_eq!(entries, FIELDS.len());
}

#[test]
fn every_field_is_in_one_section() {
    for field in FIELDS {
        let lists = SECTIONS.iter().filter(|section| section.fields.contains(field));
        assert_eq!(lists.count(), 1, "{}", field.key);
    }
    let titles = |place| {
        let such = SECTIONS.iter().filter(move |section| section.place == place);
        such.map(|section| section.title).collect::<Vec<_>>()
    };
    assert_eq!(titles(Place::Asked), ["Essentials"]);
    assert_eq!(titles(Place::OfWay), ["Output"]);
    assert_eq!(section(&LOGS), Some(&LOGS_SECTION));
    assert!(!is_of_way(&LOGS) && is_of_way(&WAY) && is_of_way(&TERRAFORM_SOURCE));
}

#[test]
fn what_is_chosen_is_offered_and_what_is_typed_is_not() {
    for field in FIELDS {
        let offered = field.offered(&Config::default());
        let values: Vec<&str> = offered.iter().map(|(value, _)| value.as_str()).collect();
        match &field.kind {
            Kind::Choice(choices, _) => {
                let all: Vec<&str> = choices.iter().map(|choice| choice.value).collect();
                assert_eq!(values, all, "{}", field.key);
            }
            Kind::Flag(_) => assert_eq!(values, ["true", "false"], "{}", field.key),
            _ => assert_eq!(values.is_empty(), field.offers.is_none(), "{}", field.key),
        }
    }
}

#[test]
fn the_fields_with_a_url_are_known() {
    for field in FIELDS {
        assert_eq!(
            field.is_url,
            field.sample.starts_with("https://"),
            "{}",
            field.key
        );
    }
}

#[test]
fn arns_are_long() {
    for field in FIELDS
        .iter()
        .filter(|field| matches!(field.kind, Kind::Identifier(_)))
    {
        assert!(
            field.is_long || !field.sample.starts_with("arn:"),
            "{}",
            field.key
        );
    }
}

#[test]
fn what_can_be_missing_can_be_asked() {
    for field in FIELDS {
        let is_placeholder = |start: &Start| {
            let mut launch_types = LaunchType::ALL.iter();
            launch_types.any(|launch_type| {
                matches!((field.default)(*start, *launch_type), DefaultText::Placeholder(_))
            })
        };
        let is_required = matches!(field.blank, Blank::Required { .. });
        if is_required || Start::ALL.iter().any(is_placeholder) {
            assert_ne!(field.asked, Asked::Never, "{}", field.key);
        }
    }
}

#[test]
fn the_name_of_a_variable_decides_and_the_name_of_a_tag_does_not() {
    assert!(ENV.is_secret_text("MY_TOKEN=x") && !ENV.is_secret_text("MY_TOKEN="));
    assert!(!ENV.is_secret_text("LOGGING_LEVEL=DEBUG"));
    assert!(!SECRET_ENV.is_secret_text(SECRET_ENV.sample));
    assert!(!TAGS.is_secret_text("token-owner=blue"));
}

#[test]
fn in_place_of_an_arn_stands_the_secret_itself() {
    for field in [&TOKEN_SECRET_ARN, &PROXY_PASSWORD_SECRET_ARN] {
        for text in ["x", "a-parameter", "secret:harness/blue"] {
            assert!(field.is_secret_text(text), "{text}");
        }
        for text in ["", " ", field.sample, "<TOKEN_SECRET_ARN>", " arn:aws:x"] {
            assert!(!field.is_secret_text(text), "{text}");
        }
    }
    for value in ["not a name", "a+b", "00000000000000000000000000000000"] {
        assert!(SECRET_ENV.is_secret_text(&format!("A={value}")), "{value}");
    }
    for value in ["", "a-parameter", "/a/b", "<ARN>", "arn:aws:x"] {
        assert!(
            !SECRET_ENV.is_secret_text(&format!("MY_TOKEN={value}")),
            "{value}"
        );
    }
}

#[test]
fn a_password_in_a_url_is_a_secret_in_any_field() {
    for field in [&MANAGER_URL, &ENV, &TAGS, &DELEGATE_NAME] {
        let text = "docs=https://u:p@example.com";
        assert!(field.is_secret_text(text), "{}", field.key);
    }
    for field in [&TOKEN, &PROXY_PASSWORD] {
        assert!(field.is_secret() && field.is_secret_text("x") && !field.is_secret_text(""));
    }
    assert!(!MANAGER_URL.is_secret());
}

#[test]
fn the_value_of_a_row_follows_its_name() {
    assert_eq!(ENV.value_in("A=b=c"), "b=c");
    assert_eq!(CPU.value_in("A=b"), "A=b");
    assert_eq!(ENV.value_in("ghp_notarealtoken=x"), "ghp_notarealtoken=x");
    assert_eq!((ENV.value_in("A"), ENV.value_in("=b")), ("A", "=b"));
}
