//! A role's ARN is malformed, or belongs to another account.

use crate::aws::arn::Arn;
use crate::aws::names;
use crate::facts::iam;
use crate::facts::sources;
use crate::fields::{self, Field};
use crate::finding::{Fix, Severity, short};
use crate::harness::account_id;
use crate::rules::rule::{Problem, Rule};
use crate::rules::subject::Subject;
use std::borrow::Cow;

/// `role-arn-format`
pub const RULE: Rule = Rule {
    id: "role-arn-format",
    severity: Severity::Error,
    what: "A role's ARN is malformed, or of another account.",
    consequence: "`register-task-definition` fails: *Role is not valid*; or the tasks stop with *ECS was unable to assume the role*. ECS takes roles of its own account only.",
    source: sources::TASK_ROLE,
    check: |subject, problems| {
        for field in [&fields::EXECUTION_ROLE_ARN, &fields::TASK_ROLE_ARN] {
            if let Some(problem) = subject.typed(field).and_then(|arn| of_task(subject, field, arn)) {
                problems.push(problem);
            }
        }
    },
    fires: "execution_role_arn=arn:aws:iam::aws:policy/AmazonECSTaskExecutionRolePolicy",
    quiet: "execution_role_arn=arn:aws:iam::012345678901:role/service-role/ecsTaskExecutionRole",
};

/// Checks an execution role or a task role, which must also belong to the AWS account.
fn of_task(subject: &Subject, field: &'static Field, given: &str) -> Option<Problem> {
    let account = subject
        .known(&fields::AWS_ACCOUNT_ID)
        .filter(|id| names::is_account_id(id));
    let parts = Arn::parse(given);
    if parts.is_some_and(|arn| account_id::is_account_id(arn.account)) {
        return None;
    }
    if let Some(wrong) = wrong(given) {
        // Older AWS samples give only the name of a role.
        let named = account.filter(|_| names::is_role_name(given));
        let fix = named.map(|account| {
            let arn = format!("arn:{}:iam::{account}:role/{given}", subject.config.partition());
            Fix::set("Write its ARN", field, arn)
        });
        return Some(Problem::new(field, format!("`{}` {wrong}", short(given))).fix_if(fix));
    }
    // Compare only with a typed account ID: a derived one comes from such an ARN.
    let own = subject
        .typed(&fields::AWS_ACCOUNT_ID)
        .filter(|id| names::is_account_id(id))?;
    let other = parts.filter(|arn| arn.account != own)?.account;
    let fix = Fix::set(format!("Use account {own}"), field, given.replacen(other, own, 1));
    let message = format!("The role is of account `{other}`; the AWS account ID is `{own}`.");
    Some(Problem::new(field, message).fix(fix))
}

/// Returns what is wrong with the ARN itself, regardless of the AWS account ID.
pub fn wrong(given: &str) -> Option<Cow<'static, str>> {
    let Some(arn) = Arn::parse(given).filter(Arn::is_of_aws) else {
        return Some("is no ARN such as `arn:aws:iam::012345678901:role/NAME`.".into());
    };
    if arn.service != "iam" || !arn.region.is_empty() || !names::is_account_id(arn.account) {
        return Some(
            format!(
                "is no ARN of IAM with an account of {} digits.",
                iam::ACCOUNT_ID_DIGITS
            )
            .into(),
        );
    }
    let Some(path) = arn.resource.strip_prefix("role/") else {
        return Some("is not the ARN of a role.".into());
    };
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_path = path.bytes().all(|b| b == b'/' || names::is_role_byte(b));
    if name.len() > iam::ROLE_NAME_MAX {
        return Some(format!("has a role name of more than {} characters.", iam::ROLE_NAME_MAX).into());
    }
    (name.is_empty() || !is_path).then_some("names no role.".into())
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn only_roles_are_roles() {
        for good in [
            "arn:aws:iam::012345678901:role/delegate",
            "arn:aws-us-gov:iam::012345678901:role/a/b/c_d+=,.@-",
            &format!("arn:aws:iam::012345678901:role/path/{}", "r".repeat(64)),
        ] {
            assert_eq!(wrong(good), None, "{good}");
        }
        for bad in [
            "delegate",
            "arn:aws:iam::01234567890:role/delegate",
            "arn:aws:iam:us-west-2:012345678901:role/delegate",
            "arn:aws:sts::012345678901:role/delegate",
            "arn:aws:iam::012345678901:user/delegate",
            "arn:aws:iam::012345678901:role/",
            "arn:aws:iam::012345678901:role/a b",
            "arn:gcp:iam::012345678901:role/a",
            &format!("arn:aws:iam::012345678901:role/{}", "r".repeat(65)),
        ] {
            assert!(wrong(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_role_is_said() {
        let no_arn = Some("is no ARN such as `arn:aws:iam::012345678901:role/NAME`.");
        let no_account = Some("is no ARN of IAM with an account of 12 digits.");
        let name = |name: &str| format!("arn:aws:iam::012345678901:role/{name}");
        for (arn, said) in [
            (name("a/b_+=,.@-9"), None),
            (name(&"a".repeat(64)), None),
            (name(&format!("{}/b", "a".repeat(65))), None),
            (
                name(&"a".repeat(65)),
                Some("has a role name of more than 64 characters."),
            ),
            (name("a/"), Some("names no role.")),
            (name(""), Some("names no role.")),
            (name("a!"), Some("names no role.")),
            ("arn:gcp:iam::012345678901:role/a".to_owned(), no_arn),
            ("a".to_owned(), no_arn),
            ("arn:aws:sts::012345678901:role/a".to_owned(), no_account),
            ("arn:aws:iam:us-west-2:012345678901:role/a".to_owned(), no_account),
            ("arn:aws:iam::01234567890:role/a".to_owned(), no_account),
            (
                "arn:aws:iam::012345678901:user/a".to_owned(),
                Some("is not the ARN of a role."),
            ),
        ] {
            assert_eq!(wrong(&arn).as_deref(), said, "{arn}");
        }
    }
}
