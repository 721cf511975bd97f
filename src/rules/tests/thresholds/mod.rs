//! Tests each rule one step on either side of its threshold.

mod case;
mod cloudformation;
mod harness;
mod image;
mod limits;
mod names;
mod network;
mod placeholders;
mod rows;
mod secrets;
mod service;
mod size;
mod unused;

use super::{findings, form};
use case::Case;

/// The cases of every subject.
pub(super) fn cases() -> impl Iterator<Item = &'static Case> {
    let subjects = [
        names::CASES,
        placeholders::CASES,
        size::CASES,
        image::CASES,
        network::CASES,
        service::CASES,
        harness::CASES,
        secrets::CASES,
        rows::CASES,
        unused::CASES,
        cloudformation::CASES,
    ];
    subjects.into_iter().flatten()
}

#[test]
fn each_rule_begins_at_its_threshold() {
    let mut wrong = Vec::new();
    for (parameters, field, expected) in cases() {
        let all = findings(&form(parameters));
        let on_field = all.iter().filter(|finding| finding.field == *field);
        let mut rules: Vec<&str> = on_field.map(|finding| finding.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        if rules != expected {
            wrong.push(format!("{parameters} on {field}: {rules:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
