//! The Harness account ID has only digits, as in the examples of old documentation.

use crate::aws::names;
use crate::facts::harness::ACCOUNT_ID_LENGTH;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::harness::account_id;
use crate::rules::rule::{Problem, Rule};

/// `account-id-format-hint`
pub const RULE: Rule = Rule {
    id: "account-id-format-hint",
    severity: Severity::Warning,
    what: "The Harness account ID has only digits.",
    consequence: "An account ID has 22 letters, digits, `-` and `_`. One of digits only is an example in old documentation; no delegate registers with it.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        let field = &fields::ACCOUNT_ID;
        let Some(id) = subject.typed(field) else { return };
        let is_digits = id.bytes().all(|b| b.is_ascii_digit());
        if is_digits && !account_id::is_account_id(id) && !names::is_account_id(id) {
            problems.push(Problem::new(
                field,
                format!(
                    "`{}` looks like an example; IDs have {ACCOUNT_ID_LENGTH} characters.",
                    short(id)
                ),
            ));
        }
    },
    fires: "account_id=12345678910",
    quiet: "account_id=6_vVHzo9Qeu9fXvj-AcQCb",
};
