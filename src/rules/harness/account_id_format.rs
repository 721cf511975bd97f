//! The Harness account ID is malformed.

use crate::facts::harness::ACCOUNT_ID_LENGTH;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::harness::account_id;
use crate::rules::rule::{Problem, Rule};

/// `account-id-format`
pub const RULE: Rule = Rule {
    id: "account-id-format",
    severity: Severity::Error,
    what: "The Harness account ID is not 22 letters, digits, `-` and `_`.",
    consequence: "The delegate cannot register: Harness answers that the account is not found, and the tasks restart.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        let field = &fields::ACCOUNT_ID;
        let Some(id) = subject.typed(field).filter(|id| !account_id::is_account_id(id)) else {
            return;
        };
        // `account-id-format-hint` flags digits only, and `account-ids-swapped` flags 12 digits.
        if !id.bytes().all(|b| b.is_ascii_digit()) {
            let message = format!(
                "`{}` has {} characters; it takes {ACCOUNT_ID_LENGTH} of `A-Za-z0-9_-`.",
                short(id),
                id.chars().count()
            );
            problems.push(Problem::new(field, message));
        }
    },
    fires: "account_id=6_vVHzo9Qeu9fXvj-AcQC",
    quiet: "account_id=6_vVHzo9Qeu9fXvj-AcQCb",
};
