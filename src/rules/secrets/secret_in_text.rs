//! A text that is not meant for a secret holds one.

use crate::facts::sources;
use crate::fields::{self, Field};
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};
use crate::rules::subject::Subject;

/// `secret-in-text`
pub const RULE: Rule = Rule {
    id: "secret-in-text",
    severity: Severity::Warning,
    what: "A script, a name, a tag or another text that is not meant for a secret holds one.",
    consequence: "Everyone who reads the files or may call *ecs:DescribeTaskDefinition* sees it. Links leave the text out. Put the secret into AWS Secrets Manager, and read it from a variable.",
    source: sources::SECRETS,
    check: |subject, problems| {
        for secret in &subject.reading.secrets {
            let field = fields::field(secret.field);
            let Some(field) = field.filter(|field| subject.applies(field) && !has_rule(subject, field))
            else {
                continue;
            };
            let message = format!("It holds {}, in plain text.", secret.what());
            problems.push(Problem::new(field, message).row_if(secret.row));
        }
    },
    fires: "init_script=curl+-u+me:not-a-real-password+https://nexus.example.com/tool",
    quiet: "init_script=curl+-u+\"$NEXUS_USER:$NEXUS_PASSWORD\"+https://nexus.example.com/tool",
};

/// Whether another rule judges the secrets of the field: `token-plaintext`, `env-secret-plain`, `secret-arn-format`,
/// `pasted-text`.
fn has_rule(subject: &Subject, field: &Field) -> bool {
    subject.is_pasted(field)
        || field.is_secret()
        || field.names_secret
        || [&fields::ENV, &fields::SECRET_ENV].contains(&field)
}
