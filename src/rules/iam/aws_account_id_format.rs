//! The AWS account ID is malformed.

use crate::aws::names;
use crate::facts::iam::ACCOUNT_ID_DIGITS;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::harness::account_id;
use crate::rules::rule::{Problem, Rule};

/// `aws-account-id-format`
pub const RULE: Rule = Rule {
    id: "aws-account-id-format",
    severity: Severity::Error,
    what: "The AWS account ID is not 12 digits.",
    consequence: "`register-task-definition` refuses the role's ARN: *Role is not valid*; a script that checks the account stops.",
    source: sources::ACCOUNTS,
    check: |subject, problems| {
        let field = &fields::AWS_ACCOUNT_ID;
        let Some(id) = subject.typed(field) else { return };
        // `account-ids-swapped` flags a Harness account ID.
        if names::is_account_id(id) || account_id::is_account_id(id) {
            return;
        }
        // The console shows account IDs as 0123-4567-8901.
        let digits: String = id.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let fix =
            names::is_account_id(&digits).then(|| Fix::set(format!("Use {digits}"), field, digits.as_str()));
        problems.push(
            Problem::new(
                field,
                format!("`{}` is not {ACCOUNT_ID_DIGITS} digits.", short(id)),
            )
            .fix_if(fix),
        );
    },
    fires: "aws_account_id=0123-4567-8901",
    quiet: "aws_account_id=012345678901",
};
