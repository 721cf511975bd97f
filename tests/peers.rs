//! What botocore, the AWS CLI with moto, or cfn-lint reports of a broken configuration, the page reports too, on a
//! field that the report is about.
//!
//! The configurations are those of `tests/peers/broken.tsv`, and those that follow from the kinds of the fields.
//! `make rules-report` prints them side by side. `tests/peers/judge.py` asks the peers.

#[path = "peers/ask.rs"]
mod ask;
#[path = "peers/cases.rs"]
mod cases;
mod common;
#[path = "peers/question.rs"]
mod question;
#[path = "peers/related.rs"]
mod related;
#[path = "peers/report.rs"]
mod report;
#[path = "peers/verdict.rs"]
mod verdict;

use ask::ask;
use cases::{good, of_fields, of_table};
use common::Outcome;
use question::question;
use report::report;
use serde_json::Value;
use verdict::{Verdict, judge, page_says, reports};

#[test]
fn what_a_peer_reports_the_page_reports() {
    let mut cases = of_table();
    let of_table = cases.len();
    assert!(of_table >= 150, "{of_table} cases");
    cases.extend(of_fields(&cases));
    let good = |launch_type: &str| (format!("good {launch_type}"), Outcome::of(good(launch_type)));
    let goods: Vec<(String, Outcome)> = ["FARGATE", "EC2"].map(good).into();
    let outcomes: Vec<Outcome> = cases.iter().map(|case| Outcome::of(&case.query)).collect();

    let mut questions: Vec<Value> = goods
        .iter()
        .map(|(name, outcome)| question(name, outcome))
        .collect();
    questions.extend(
        cases
            .iter()
            .zip(&outcomes)
            .map(|(case, outcome)| question(&case.name, outcome)),
    );
    let answers = ask(&questions);

    // Nobody reports anything about the good configurations.
    for (name, outcome) in &goods {
        assert_eq!(page_says(outcome), [], "{name}");
        for peer in ["botocore", "moto", "cfn-lint", "aws"] {
            assert_eq!(reports(&answers[name], peer), [], "{name}: {peer}");
        }
    }
    let verdicts: Vec<Verdict> = cases
        .iter()
        .zip(&outcomes)
        .map(|(case, outcome)| judge(case, outcome, &answers[&case.name]))
        .collect();
    if std::env::var_os("REPORT").is_some() {
        println!("{}", report(&cases, &verdicts, of_table));
    }
    let wrong: Vec<&str> = verdicts
        .iter()
        .flat_map(|verdict| &verdict.wrong)
        .map(String::as_str)
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}
