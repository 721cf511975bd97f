//! What holds for every field.

use super::*;
use crate::link::{Secrets, parse};
use crate::read;

#[test]
fn every_field_says_what_a_reader_needs() {
    for field in FIELDS {
        assert!(!field.label.is_empty() && !field.help.is_empty(), "{}", field.key);
        assert!(field.docs.starts_with("https://"), "{}: no link", field.key);
        assert!(
            field
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
                let default = (field.default)(*start, *launch_type);
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
        let name = field.placeholder().trim_start_matches('<').trim_end_matches('>');
        assert!(
            name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_'),
            "{}: {name}",
            field.key
        );
    }
}

/// What is offered for a field: the texts.
fn offered(field: &Field, query: &str) -> Vec<String> {
    let (config, _) = read(&parse(query, Secrets::Honour).0);
    let offered = field.offered(&config).into_iter();
    offered.map(|(value, _)| value).collect()
}

#[test]
fn fargate_offers_its_pairs_and_ec2_asks_for_numbers() {
    let all = ["256", "512", "1024", "2048", "4096", "8192", "16384"];
    assert_eq!(offered(&CPU, ""), all);
    assert_eq!(offered(&MEMORY, "cpu=256"), ["512", "1024", "2048"]);
    assert_eq!(offered(&MEMORY, "cpu=.25+vCPU"), ["512", "1024", "2048"]);
    assert_eq!(offered(&MEMORY, "cpu=8192").first().unwrap(), "16384");
    // Of a CPU that Fargate has not, what goes with the next one; of one that cannot be read, with the default.
    assert_eq!(offered(&MEMORY, "cpu=200"), ["512", "1024", "2048"]);
    assert_eq!(offered(&MEMORY, "cpu=many"), offered(&MEMORY, "cpu=1024"));
    assert_eq!(offered(&MEMORY, "cpu="), offered(&MEMORY, "cpu=1024"));
    assert_eq!(offered(&MEMORY, "cpu=99999"), offered(&MEMORY, "cpu=16384"));
    for field in [&CPU, &MEMORY] {
        assert!(offered(field, "launch_type=EC2").is_empty());
    }
}

#[test]
fn every_pair_that_is_offered_raises_no_finding_about_it() {
    for cpu in offered(&CPU, "") {
        for memory in offered(&MEMORY, &format!("cpu={cpu}")) {
            let (config, unreadable) = read(&parse(&format!("cpu={cpu}&memory={memory}"), Secrets::Honour).0);
            let today = crate::date::Date::from_days(0);
            let found = crate::check(&config, &crate::build(&config), today);
            assert!(unreadable.is_empty());
            assert!(
                !found.iter().any(|one| one.rule == "fargate-size-pair"),
                "{cpu} {memory}"
            );
        }
    }
}

#[test]
fn sizes_are_called_by_their_number_and_their_unit() {
    for (unit, number, words) in [
        (Unit::Cpu, 256, "256 (0.25 vCPU)"),
        (Unit::Cpu, 512, "512 (0.5 vCPU)"),
        (Unit::Cpu, 1024, "1024 (1 vCPU)"),
        (Unit::Mebibytes, 512, "512 MiB (0.5 GB)"),
        (Unit::Mebibytes, 2048, "2048 MiB (2 GB)"),
        (Unit::Mebibytes, 122_880, "122880 MiB (120 GB)"),
        (Unit::Mebibytes, 1100, "1100 MiB (1.07 GB)"),
        (Unit::Count, 3, "3"),
    ] {
        assert_eq!(unit.described(number), words);
    }
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
