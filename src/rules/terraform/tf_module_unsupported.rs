//! Settings for which the module has no variable.

use super::standalone::standalone;
use crate::choices::{Architecture, PropagateTags, TokenSource};
use crate::config::Config;
use crate::facts::fargate::LATEST_PLATFORM;
use crate::fields::{self, Field};
use crate::finding::Severity;
use crate::rules::links;
use crate::rules::rule::{Problem, Rule};

/// `tf-module-unsupported`
pub const RULE: Rule = Rule {
    id: "tf-module-unsupported",
    severity: Severity::Warning,
    what: "The Terraform module has no variable for some of the settings.",
    consequence: "main.tf leaves them out, and the delegate runs with what the module has fixed: no public address, no stop timeout, no circuit breaker, X86_64, its own names and roles.",
    source: links::MODULE,
    check: |subject, problems| {
        if !subject.config.is_module() {
            return;
        }
        let lost: Vec<String> = lost(subject.config)
            .map(|field| format!("`{}`", field.key))
            .collect();
        if !lost.is_empty() {
            let message = format!("The module cannot express {}.", lost.join(", "));
            problems.push(Problem::new(&fields::TERRAFORM_SOURCE, message).fix(standalone()));
        }
    },
    fires: "way=terraform&terraform_source=module",
    quiet: "way=terraform&terraform_source=standalone",
};

/// Whether a field, with this configuration, asks for what main.tf leaves out.
type Asks = fn(&Config) -> bool;

/// The fields that the module cannot express. What it creates has addresses of its own, so that nothing can be taken over.
const LEFT_OUT: [(&Field, Asks); 30] = [
    (&fields::TOKEN_SOURCE, |config| {
        config.token_source == TokenSource::Plain
    }),
    (&fields::ASSIGN_PUBLIC_IP, |config| config.assign_public_ip),
    (&fields::ARCHITECTURE, |config| {
        config.architecture != Architecture::X86_64
    }),
    (&fields::EPHEMERAL_STORAGE, |config| {
        config.ephemeral_storage.typed().is_some()
    }),
    (&fields::SECRET_ENV, |config| !config.secret_env.is_empty()),
    (&fields::PROXY_PASSWORD_SECRET_ARN, |config| {
        config.has_proxy_password_secret()
    }),
    (&fields::SERVICE_NAME, |config| {
        config.service_name.typed().is_some()
    }),
    (&fields::CAPACITY, |config| config.capacity.typed().is_some()),
    (&fields::PLATFORM_VERSION, |config| {
        config
            .platform_version
            .typed()
            .is_some_and(|version| version != LATEST_PLATFORM)
    }),
    (&fields::CIRCUIT_BREAKER, |config| config.circuit_breaker),
    (&fields::MINIMUM_HEALTHY_PERCENT, |config| {
        config.minimum_healthy_percent.typed().is_some()
    }),
    (&fields::MAXIMUM_PERCENT, |config| {
        config.maximum_percent.typed().is_some()
    }),
    (&fields::PROPAGATE_TAGS, |config| {
        config.propagate_tags != PropagateTags::None
    }),
    (&fields::ENABLE_ECS_MANAGED_TAGS, |config| {
        config.enable_ecs_managed_tags
    }),
    (&fields::FAMILY, |config| config.family.typed().is_some()),
    (&fields::CONTAINER_NAME, |config| {
        config.container_name.typed().is_some()
    }),
    (&fields::CONTAINER_CPU, |config| {
        config.container_cpu.typed().is_some()
    }),
    (&fields::CONTAINER_MEMORY, |config| {
        config.container_memory.typed().is_some()
    }),
    (&fields::CONTAINER_PORT, |config| {
        config.container_port.typed().is_some()
    }),
    (&fields::STOP_TIMEOUT, |config| {
        config.stop_timeout.typed().is_some()
    }),
    (&fields::LOGS, |config| !config.has_logs()),
    (&fields::LOG_GROUP, |config| {
        config.has_logs() && config.log_group.typed().is_some()
    }),
    (&fields::LOG_RETENTION, |config| {
        config.has_logs() && config.log_retention.typed().is_some()
    }),
    (&fields::EXECUTION_ROLE_ARN, |config| {
        config.execution_role_arn.typed().is_some()
    }),
    (&fields::TASK_ROLE_ARN, |config| {
        config.task_role_arn.typed().is_some()
    }),
    (&fields::KMS_KEY_ID, |config| {
        config.has_secrets() && config.kms_key_id.typed().is_some()
    }),
    (&fields::TERRAFORM_IMPORT, |config| config.terraform_import),
    (&fields::HEALTH_CHECK, |config| config.health_check),
    (&fields::TOKEN, |_| false),
    (&fields::HOSTNAME, |_| false),
];

/// Whether the module is the way, and main.tf has nothing of this field.
pub fn leaves_out(config: &Config, field: &Field) -> bool {
    config.is_module() && LEFT_OUT.iter().any(|(other, _)| *other == field)
}

/// The fields whose effect is lost.
fn lost(config: &Config) -> impl Iterator<Item = &'static Field> {
    let lost = LEFT_OUT.iter().filter(|(_, asks)| asks(config));
    lost.map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Secrets, parse};
    use crate::read;

    fn config(query: &str) -> Config {
        read(
            &parse(
                &format!("way=terraform&terraform_source=module&{query}"),
                Secrets::Honour,
            )
            .0,
        )
        .0
    }

    fn keys(query: &str) -> Vec<&'static str> {
        lost(&config(query)).map(|field| field.key).collect()
    }

    #[test]
    fn what_the_module_cannot_express_is_what_was_asked_for() {
        let plain = "start=docs&token_source=secretsmanager&assign_public_ip=false&logs=awslogs&container_name=\
                     &container_port=&container_cpu=&container_memory=&enable_ecs_managed_tags=false&proxy_host=p";
        assert_eq!(keys(plain), [""; 0]);
        for (field, _) in LEFT_OUT {
            if [&fields::TOKEN, &fields::HOSTNAME].contains(&field) {
                continue;
            }
            let asked = match field.kind {
                crate::fields::Kind::Flag(_) => "true",
                _ => field.sample,
            };
            let with = format!("{plain}&{}={asked}", field.key);
            assert!(
                keys(&with).contains(&field.key),
                "{}: {:?}",
                field.key,
                keys(&with)
            );
        }
        let harmless = format!("{plain}&platform_version=LATEST&propagate_tags=NONE&architecture=X86_64");
        assert_eq!(keys(&harmless), [""; 0]);
        assert_eq!(
            keys(&format!("{plain}&logs=none&log_group=/a&log_retention=7")),
            ["logs"]
        );
    }

    #[test]
    fn only_main_tf_leaves_something_out() {
        assert!(leaves_out(&config(""), &fields::HOSTNAME) && !leaves_out(&config(""), &fields::CPU));
        assert!(!leaves_out(
            &config("terraform_source=standalone"),
            &fields::HOSTNAME
        ));
    }
}
