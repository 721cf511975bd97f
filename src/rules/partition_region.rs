//! An ARN belongs to another partition of AWS than the Region.

use crate::facts::limits;
use crate::fields::{self, Field};
use crate::finding::{Fix, Severity};
use crate::rules::native;
use crate::rules::{Problem, Rule, links};

/// Fields that hold one ARN.
const FIELDS: [&Field; 5] = [
    &fields::TOKEN_SECRET_ARN,
    &fields::PROXY_PASSWORD_SECRET_ARN,
    &fields::EXECUTION_ROLE_ARN,
    &fields::TASK_ROLE_ARN,
    &fields::KMS_KEY_ID,
];

/// `partition-region`
pub static RULE: Rule = Rule {
    id: "partition-region",
    severity: Severity::Error,
    what: native("An ARN is of another partition than the Region."),
    consequence: "Partitions (`aws`, `aws-cn`, `aws-us-gov`, …) share nothing, not even accounts: ECS refuses the ARN, or finds nothing there.",
    source: links::ARNS,
    check: |subject, problems| {
        let Some(region) = subject.typed(&fields::REGION) else {
            return;
        };
        let partition = subject.config.partition();
        let elsewhere = |text: &str| {
            let found = limits::arn(text)?.partition;
            (found != partition && found.starts_with("aws")).then(|| {
                let message = format!("The ARN is of partition `{found}`; `{region}` is in `{partition}`.");
                let rest = &text["arn:".len() + found.len()..];
                (message, format!("arn:{partition}{rest}"))
            })
        };
        for field in FIELDS {
            if let Some((message, moved)) = subject.typed(field).and_then(elsewhere) {
                let fix = Fix::set(format!("Write arn:{partition}:…"), field, moved);
                problems.push(Problem::new(field, message).fix(fix));
            }
        }
        let field = &fields::ASSUME_ROLE_ARNS;
        let items = subject.items(field);
        if let Some((message, _)) = items.iter().find_map(|item| elsewhere(item)) {
            let moved: Vec<String> = items
                .iter()
                .map(|item| elsewhere(item).map_or_else(|| item.clone(), |(_, moved)| moved))
                .collect();
            let fix = Fix::set(format!("Write arn:{partition}:…"), field, moved.join(","));
            problems.push(Problem::new(field, message).fix(fix));
        }
        let field = &fields::SECRET_ENV;
        for row in subject.rows(field) {
            if let Some((message, moved)) = elsewhere(row.value.trim()) {
                let edit = subject.with_row(field, row.index, format!("{}={moved}", row.name));
                let fix = Fix {
                    title: format!("Write arn:{partition}:…").into(),
                    edits: vec![edit],
                };
                problems.push(Problem::new(field, message).row(row.index).fix(fix));
            }
        }
    },
    fires: native("region=cn-north-1"),
    quiet: native("region=us-west-2"),
};
