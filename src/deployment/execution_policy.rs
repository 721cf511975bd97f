//! The policy of the execution role: what ECS needs to start the task.

use super::policy::{PolicyDocument, Statement};
use crate::aws::image::{EcrRepository, Image};
use crate::aws::{region, secret};
use crate::config::Config;
use crate::document::text::Text;

/// Builds the policy, or returns `None` if ECS needs no permission. `secrets` are the `valueFrom` texts of the
/// container's secrets.
pub fn policy(config: &Config, secrets: &[Text]) -> Option<PolicyDocument> {
    let mut statements = Vec::new();
    if config.has_logs() {
        statements.push(write_logs(config));
    }
    statements.append(&mut read_secrets(secrets));
    statements.extend(decrypt(config));
    statements.append(&mut pull_image(config));
    PolicyDocument::of(statements)
}

fn write_logs(config: &Config) -> Statement {
    let actions = ["logs:CreateLogStream", "logs:PutLogEvents"];
    let group = Text::from("log-group:").then(config.log_group_text()).then(":*");
    Statement::allow("WriteLogs", &actions, vec![config.arn("logs", group)])
}

fn read_secrets(secrets: &[Text]) -> Vec<Statement> {
    let is_parameter = |arn: &&Text| arn.to_string().contains(":ssm:");
    let (parameters, values): (Vec<&Text>, Vec<&Text>) = secrets.iter().partition(is_parameter);
    let mut statements = Vec::new();
    if !values.is_empty() {
        let resources = values.into_iter().map(whole_secret).collect();
        let actions = ["secretsmanager:GetSecretValue"];
        statements.push(Statement::allow("ReadSecrets", &actions, resources));
    }
    if !parameters.is_empty() {
        let resources = parameters.into_iter().cloned().collect();
        let actions = ["ssm:GetParameters"];
        statements.push(Statement::allow("ReadParameters", &actions, resources));
    }
    statements
}

/// Allows decryption with the customer managed key, but only through Secrets Manager.
fn decrypt(config: &Config) -> Option<Statement> {
    let key = config.kms_key_id.known().filter(|_| config.has_secrets())?;
    let suffix = region::dns_suffix(config.region.typed().unwrap_or_default());
    let service = Text::from("secretsmanager.")
        .then(config.region_text())
        .then(format!(".{suffix}"));
    let statement = Statement::allow("DecryptSecrets", &["kms:Decrypt"], vec![key]);
    Some(statement.when("StringEquals", "kms:ViaService", service))
}

/// Allows pulling the image if it is in a private repository of Amazon ECR.
fn pull_image(config: &Config) -> Vec<Statement> {
    let image = config.image.typed().map(Image::parse);
    let Some(repository) = image.and_then(|image| image.ecr()) else {
        return Vec::new();
    };
    let EcrRepository {
        account,
        region,
        name,
    } = repository;
    let actions = [
        "ecr:BatchCheckLayerAvailability",
        "ecr:GetDownloadUrlForLayer",
        "ecr:BatchGetImage",
    ];
    let repository = config.arn_of(format!("ecr:{region}:{account}:repository/{name}"));
    vec![
        Statement::allow("LogInToEcr", &["ecr:GetAuthorizationToken"], vec!["*".into()]),
        Statement::allow("PullImage", &actions, vec![repository]),
    ]
}

/// Returns the ARN of the whole secret. A policy's resource cannot contain `:json-key:version-stage:version-id`.
fn whole_secret(value_from: &Text) -> Text {
    if value_from.has_reference() {
        return value_from.clone();
    }
    value_from.map(|text| secret::without_suffix(text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iam_knows_the_whole_secret_only() {
        let bare = "arn:aws:secretsmanager:us-west-2:012345678901:secret:a/b-a1B2c3";
        for suffix in ["", ":::", ":key::", "::AWSPREVIOUS:"] {
            assert_eq!(whole_secret(&format!("{bare}{suffix}").into()).to_string(), bare);
        }
    }

    #[test]
    fn only_a_secret_has_a_suffix() {
        let parameter = "arn:aws:ssm:us-west-2:012345678901:parameter/a:1:2";
        assert_eq!(whole_secret(&parameter.into()).to_string(), parameter);
        assert_eq!(whole_secret(&"a:b:c".into()).to_string(), "a:b:c");
    }
}
