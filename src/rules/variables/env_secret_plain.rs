//! A variable that is or holds a secret has its value in plain text.

use super::{aws_keys_in_env, reserved};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::rules::placeholder;
use crate::rules::rule::{Problem, Rule};
use crate::secrets::is_secret_name;

/// `env-secret-plain`
pub const RULE: Rule = Rule {
    id: "env-secret-plain",
    severity: Severity::Warning,
    what: "A variable that is named like a secret, or holds one, stands in plain text.",
    consequence: "Everyone who may call *ecs:DescribeTaskDefinition* sees it. With a variable from a secret, the task definition holds only the ARN.",
    source: sources::SECRETS,
    check: |subject, problems| {
        for row in subject.rows(&fields::ENV) {
            let mut secrets = subject.reading.secrets.iter();
            if let Some(secret) =
                secrets.find(|secret| secret.field == fields::ENV.key && secret.row == Some(row.index))
                && !reserved::is_produced(subject.config, &row.name)
                && !aws_keys_in_env::is_key(&row.name)
                && placeholder::of_free_text(&row.value).is_none()
            {
                let what = if is_secret_name(&row.name) {
                    "looks like a secret".to_owned()
                } else {
                    format!("holds {}", secret.what())
                };
                let message = format!("`{}` {what}; better a variable from a secret.", short(&row.name));
                problems.push(Problem::new(&fields::ENV, message).row(row.index));
            }
        }
    },
    fires: "env=NEXUS_PASSWORD=not-a-real-password",
    quiet: "env=NEXUS_PASSWORD_FILE=/run/secrets/nexus",
};
