//! A role that the delegate may assume has a malformed ARN.

use super::role_arn_format;
use crate::facts::iam::ACCOUNT_ID_DIGITS;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::rules::placeholder;
use crate::rules::rule::{Problem, Rule};
use std::borrow::Cow;

/// `assume-role-format`
pub const RULE: Rule = Rule {
    id: "assume-role-format",
    severity: Severity::Error,
    what: "The ARN of a role that the delegate may assume is malformed.",
    consequence: "IAM rejects the policy of the task role: *MalformedPolicyDocument: Resource must be in ARN format*. If the ARN names something else than a role, the delegate gets *AccessDenied* from `sts:AssumeRole`. The wildcards `*` and `?` are allowed.",
    source: sources::ARNS,
    check: |subject, problems| {
        let field = &fields::ASSUME_ROLE_ARNS;
        let items = subject.items(field).iter();
        let mut items = items.filter(|item| placeholder::of_identifier(item).is_none());
        if let Some((item, wrong)) = items.find_map(|item| Some((item, wrong(item)?))) {
            problems.push(Problem::new(field, format!("`{}` {wrong}", short(item))));
        }
    },
    fires: "task_role_permissions=assume-roles&assume_role_arns=deployer",
    quiet: "task_role_permissions=assume-roles&assume_role_arns=arn:aws:iam::*:role/harness-*",
};

/// Returns what is wrong with the ARN, or with the pattern of ARNs. A pattern is right if some ARN of a role matches it.
fn wrong(item: &str) -> Option<Cow<'static, str>> {
    if item == "*" {
        return None;
    }
    let mut parts: Vec<String> = item.splitn(6, ':').map(str::to_owned).collect();
    if let [_, _, _, _, account, resource] = parts.as_mut_slice() {
        let digits: String = account.replace('?', "0");
        if digits.contains('*') && digits.bytes().all(|b| b == b'*' || b.is_ascii_digit()) {
            *account = "0".repeat(ACCOUNT_ID_DIGITS);
        } else {
            *account = digits;
        }
        // A `*` also matches nothing, so what remains may be at most as long as a name.
        *resource = resource.replace('?', "x");
        let is_short = resource.contains('*') && resource.ends_with(['/', '*']);
        *resource = resource.replace('*', "") + if is_short { "x" } else { "" };
    }
    role_arn_format::wrong(&parts.join(":"))
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn a_pattern_that_a_role_matches_is_right() {
        for right in [
            "*",
            "arn:aws:iam::012345678901:role/Deploy",
            "arn:aws:iam::*:role/Deploy",
            "arn:aws:iam::0123*:role/Deploy",
            "arn:aws:iam::01234567890?:role/Deploy",
            "arn:aws:iam::012345678901:role/harness-*",
            "arn:aws:iam::012345678901:role/*",
            "arn:aws:iam::012345678901:role/path/*",
            "arn:aws-cn:iam::*:role/*/deploy-?",
        ] {
            assert_eq!(wrong(right), None, "{right}");
        }
        for bad in [
            "deployer",
            "harness-*",
            "arn:aws:iam::x*:role/Deploy",
            "arn:aws:iam::012345678901:user/*",
            "arn:aws:iam:*:012345678901:role/*",
            "arn:aws:sts::*:role/Deploy",
            "arn:aws:iam::0123:role/Deploy",
            "arn:aws:iam::012345678901:role/",
        ] {
            assert!(wrong(bad).is_some(), "{bad}");
        }
    }
}
