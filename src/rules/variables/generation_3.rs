//! The variable belongs to the delegate of generation 3.

use super::rows;
use crate::facts::delegate::GENERATION_3;
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `generation-3`
pub const RULE: Rule = Rule {
    id: "generation-3",
    severity: Severity::Info,
    what: "A variable of the delegate of generation 3, which is in closed beta.",
    consequence: "The delegate of generation 3 has other variables and a page of its own; this page is for the delegate whose images are `yy.mm.xxxxx`.",
    source: sources::ON_ECS_3,
    check: |subject, problems| {
        for (field, row) in rows::all(subject) {
            if let Some((name, of_today)) = GENERATION_3.iter().find(|(name, _)| *name == row.name) {
                let message =
                    format!("`{name}` is read by generation 3 of the delegate; this one reads `{of_today}`.");
                problems.push(Problem::new(field, message).row(row.index));
            }
        }
    },
    fires: "env=HARNESS_ACCOUNT_ID=aAbBcCdDeEfFgGhHiIjJkA",
    quiet: "env=HARNESS_PLATFORM=prod",
};
