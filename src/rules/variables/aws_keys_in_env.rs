//! Keys of AWS in variables take the place of the task role.

use super::rows;
use crate::facts::delegate::AWS_KEYS;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};
use crate::rules::subject::Subject;

/// `aws-keys-in-env`
pub const RULE: Rule = Rule {
    id: "aws-keys-in-env",
    severity: Severity::Warning,
    what: "Variables with AWS keys take the place of the task role.",
    consequence: "The AWS CLI, Terraform and every SDK prefer these variables to the task role, so its permissions count for nothing; the agent of ECS Exec uses them too, and *execute-command* fails. The keys of an IAM user also never expire.",
    source: sources::TASK_ROLE,
    check: |subject, problems| {
        for (field, row) in rows::all(subject).filter(|(_, row)| is_key(&row.name)) {
            let message = format!("`{}` takes the place of the task role.", row.name);
            let edits = [&fields::ENV, &fields::SECRET_ENV]
                .into_iter()
                .filter_map(|field| without_keys(subject, field))
                .collect();
            let fix = Fix::new("Remove the keys, to use the task role", edits);
            problems.push(Problem::new(field, message).row(row.index).fix(fix));
        }
    },
    fires: "secret_env=AWS_ACCESS_KEY_ID=arn:aws:secretsmanager:us-west-2:012345678901:secret:aws-a1B2c3:id::",
    quiet: "env=AWS_REGION=us-west-2",
};

/// Whether the variable holds a part of AWS keys.
pub fn is_key(name: &str) -> bool {
    AWS_KEYS.contains(&name)
}

/// Creates an edit that removes the keys from a field, if it has any.
fn without_keys(subject: &Subject, field: &'static fields::Field) -> Option<Edit> {
    let keys = subject.rows(field).iter().filter(|row| is_key(&row.name));
    let gone: Vec<usize> = keys.map(|row| row.index).collect();
    (!gone.is_empty()).then(|| subject.without_rows(field, |index| gone.contains(&index)))
}
