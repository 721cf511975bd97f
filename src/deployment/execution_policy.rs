//! The policy of the execution role: what ECS needs to start the task.

use super::imported::Needs;
use super::policy::{PolicyDocument, Statement};
use crate::aws::arn::Arn;
use crate::aws::image::{EcrRepository, Image};
use crate::aws::region;
use crate::aws::secret::{self, SecretReference};
use crate::config::Config;
use crate::document::text::Text;

/// Builds the policy, or returns `None` if ECS needs no permission. For a role that exists already, it is what the role
/// must allow.
pub fn policy(config: &Config, needs: &Needs) -> Option<PolicyDocument> {
    let secrets = needs.secrets.iter().map(|text| Secret::of(config, text));
    let secrets: Vec<Secret> = secrets.collect();
    let mut statements = Vec::new();
    statements.extend(write_logs(config, &needs.log_groups));
    statements.append(&mut read_secrets(&secrets));
    statements.extend(decrypt(config, &secrets));
    statements.append(&mut pull_images(config, &needs.images));
    PolicyDocument::of(statements)
}

/// The services that hold secrets for ECS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Service {
    SecretsManager,
    ParameterStore,
}

/// A secret of the task, as IAM sees it.
struct Secret {
    service: Service,
    /// The ARN of the secret or parameter.
    arn: Text,
    /// The host name through which ECS reads the secret: the service in the secret's Region.
    host: Text,
}

impl Secret {
    fn of(config: &Config, value_from: &Text) -> Self {
        let text = value_from.to_string();
        let is_literal = !value_from.has_reference() && !value_from.is_missing();
        let arn = Arn::parse(&text).filter(|_| is_literal);
        // A text that is no ARN is the name of a parameter in the task's account and Region.
        let is_name = is_literal && SecretReference::parse(&text).is_ok_and(|secret| secret.arn.is_none());
        let service = if is_name || arn.is_some_and(|arn| arn.service == "ssm") {
            Service::ParameterStore
        } else {
            Service::SecretsManager
        };
        let prefix = match service {
            Service::SecretsManager => "secretsmanager.",
            Service::ParameterStore => "ssm.",
        };
        let host = match arn {
            Some(arn) => {
                let host = format!("{prefix}{}.{}", arn.region, region::dns_suffix(arn.region));
                value_from.map(|_| host.clone())
            }
            None => Text::from(prefix)
                .then(config.region_text())
                .then(".")
                .then(region::dns_suffix(config.region.typed().unwrap_or_default())),
        };
        let arn = if is_name {
            let name = value_from.map(|name| name.trim_start_matches('/').to_owned());
            config.arn("ssm", Text::from("parameter/").then(name))
        } else {
            whole_secret(value_from)
        };
        Self { service, arn, host }
    }
}

fn write_logs(config: &Config, groups: &[Text]) -> Option<Statement> {
    let arn = |group: &Text| {
        let group = Text::from("log-group:").then(group).then(":*");
        config.arn("logs", group)
    };
    let actions = ["logs:CreateLogStream", "logs:PutLogEvents"];
    (!groups.is_empty()).then(|| Statement::allow("WriteLogs", &actions, distinct(groups.iter().map(arn))))
}

/// Returns each text once.
fn distinct(texts: impl Iterator<Item = Text>) -> Vec<Text> {
    let mut all: Vec<Text> = Vec::new();
    for text in texts {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}

fn read_secrets(secrets: &[Secret]) -> Vec<Statement> {
    let of = |service| secrets.iter().filter(move |secret| secret.service == service);
    let kinds: [(&str, &[&str], Service); 2] = [
        (
            "ReadSecrets",
            &["secretsmanager:GetSecretValue"],
            Service::SecretsManager,
        ),
        ("ReadParameters", &["ssm:GetParameters"], Service::ParameterStore),
    ];
    let statement = |(sid, actions, service)| {
        let arns = distinct(of(service).map(|secret| secret.arn.clone()));
        (!arns.is_empty()).then(|| Statement::allow(sid, actions, arns))
    };
    kinds.into_iter().filter_map(statement).collect()
}

/// Allows decryption with the customer managed key, but only through the services and Regions of the secrets.
fn decrypt(config: &Config, secrets: &[Secret]) -> Option<Statement> {
    let key = config.kms_key_id.known().filter(|_| !secrets.is_empty())?;
    let mut hosts: Vec<Text> = Vec::new();
    for secret in secrets {
        if !hosts
            .iter()
            .any(|host| host.to_string() == secret.host.to_string())
        {
            hosts.push(secret.host.clone());
        }
    }
    let statement = Statement::allow("DecryptSecrets", &["kms:Decrypt"], vec![key]);
    Some(statement.when_any("StringEquals", "kms:ViaService", hosts))
}

/// Allows pulling the images that are in private repositories of Amazon ECR.
fn pull_images(config: &Config, images: &[Text]) -> Vec<Statement> {
    let arn = |image: &Text| {
        let image = image.to_string();
        let EcrRepository {
            account,
            region,
            name,
        } = Image::parse(&image).ecr()?;
        Some(config.arn_of(format!("ecr:{region}:{account}:repository/{name}")))
    };
    let repositories = distinct(images.iter().filter_map(arn));
    if repositories.is_empty() {
        return Vec::new();
    }
    let actions = [
        "ecr:BatchCheckLayerAvailability",
        "ecr:GetDownloadUrlForLayer",
        "ecr:BatchGetImage",
    ];
    vec![
        Statement::allow("LogInToEcr", &["ecr:GetAuthorizationToken"], vec!["*".into()]),
        Statement::allow("PullImage", &actions, repositories),
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
