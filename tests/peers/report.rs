//! The table that `make rules-report` prints.

use crate::cases::Case;
use crate::verdict::{PEERS, Verdict};
use std::fmt::Write as _;

pub fn report(cases: &[Case], verdicts: &[Verdict], of_table: usize) -> String {
    let line = |name: &str, cells: [&str; 3], page: &str| {
        let [a, b, c] = cells.map(|cell| brief(cell, 28));
        format!("{:<64} | {a:<28} | {b:<28} | {c:<28} | {page}\n", brief(name, 64))
    };
    let mut text = line(
        "configuration",
        ["botocore", "AWS CLI with moto", "cfn-lint"],
        "this page",
    );
    for (case, verdict) in cases.iter().zip(verdicts) {
        let cell = |at: usize| verdict.cells[at].as_deref().unwrap_or("-");
        text += &line(&case.name, [cell(0), cell(1), cell(2)], &verdict.rules.join(", "));
    }
    let all = cases.len();
    let _ = writeln!(
        text,
        "{all} configurations, {of_table} of the table and the rest by kinds of fields; reported by:"
    );
    let mut count = |who: &str, count: usize| {
        let _ = writeln!(text, "  {who:<18} {count:>4}  {:>5.1} %", percent(count, all));
    };
    for (at, peer) in PEERS.iter().enumerate() {
        count(
            peer,
            verdicts
                .iter()
                .filter(|verdict| verdict.cells[at].is_some())
                .count(),
        );
    }
    count(
        "any of them",
        verdicts
            .iter()
            .filter(|verdict| verdict.cells.iter().any(Option::is_some))
            .count(),
    );
    count(
        "this page",
        verdicts
            .iter()
            .filter(|verdict| !verdict.rules.is_empty())
            .count(),
    );
    let misses = verdicts.iter().filter(|verdict| verdict.is_miss).count();
    text + &format!("  by a peer and not by the page, or on no field that it is about: {misses}\n")
}

#[allow(clippy::cast_precision_loss)] // a few hundred
fn percent(part: usize, of: usize) -> f64 {
    100.0 * part as f64 / of as f64
}

fn brief(text: &str, length: usize) -> String {
    if text.chars().count() <= length {
        text.to_owned()
    } else {
        text.chars().take(length - 1).chain(['…']).collect()
    }
}
