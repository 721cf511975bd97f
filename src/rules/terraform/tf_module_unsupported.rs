//! Settings for which the module has no variable.

use crate::choices::{Architecture, PropagateTags, TokenSource};
use crate::config::Config;
use crate::fields::{self, Field};
use crate::finding::Severity;
use crate::rules::native;
use crate::rules::{Problem, Rule, links};

/// `tf-module-unsupported`
pub static RULE: Rule = Rule {
    id: "tf-module-unsupported",
    severity: Severity::Warning,
    what: native("The Terraform module has no variable for some of the settings."),
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
            problems.push(Problem::new(&fields::TERRAFORM_SOURCE, message).fix(super::standalone()));
        }
    },
    fires: native("way=terraform&terraform_source=module"),
    quiet: native("way=terraform&terraform_source=standalone"),
};

/// The fields whose effect is lost.
fn lost(config: &Config) -> impl Iterator<Item = &'static Field> {
    let all: [(&'static Field, bool); 27] = [
        (&fields::TOKEN_SOURCE, config.token_source == TokenSource::Plain),
        (&fields::ASSIGN_PUBLIC_IP, config.assign_public_ip),
        (&fields::ARCHITECTURE, config.architecture != Architecture::X86_64),
        (
            &fields::EPHEMERAL_STORAGE,
            config.ephemeral_storage.typed().is_some(),
        ),
        (&fields::SECRET_ENV, !config.secret_env.is_empty()),
        (
            &fields::PROXY_PASSWORD_SECRET_ARN,
            config.has_proxy_password_secret(),
        ),
        (&fields::SERVICE_NAME, config.service_name.typed().is_some()),
        (&fields::CAPACITY, config.capacity.typed().is_some()),
        (
            &fields::PLATFORM_VERSION,
            config
                .platform_version
                .typed()
                .is_some_and(|version| version != "LATEST"),
        ),
        (&fields::CIRCUIT_BREAKER, config.circuit_breaker),
        (
            &fields::MINIMUM_HEALTHY_PERCENT,
            config.minimum_healthy_percent.typed().is_some(),
        ),
        (&fields::MAXIMUM_PERCENT, config.maximum_percent.typed().is_some()),
        (
            &fields::PROPAGATE_TAGS,
            config.propagate_tags != PropagateTags::None,
        ),
        (&fields::ENABLE_ECS_MANAGED_TAGS, config.enable_ecs_managed_tags),
        (&fields::FAMILY, config.family.typed().is_some()),
        (&fields::CONTAINER_NAME, config.container_name.typed().is_some()),
        (&fields::CONTAINER_CPU, config.container_cpu.typed().is_some()),
        (
            &fields::CONTAINER_MEMORY,
            config.container_memory.typed().is_some(),
        ),
        (&fields::CONTAINER_PORT, config.container_port.typed().is_some()),
        (&fields::STOP_TIMEOUT, config.stop_timeout.typed().is_some()),
        (&fields::LOGS, !config.has_logs()),
        (
            &fields::LOG_GROUP,
            config.has_logs() && config.log_group.typed().is_some(),
        ),
        (
            &fields::LOG_RETENTION,
            config.has_logs() && config.log_retention.typed().is_some(),
        ),
        (
            &fields::EXECUTION_ROLE_ARN,
            config.execution_role_arn.typed().is_some(),
        ),
        (&fields::TASK_ROLE_ARN, config.task_role_arn.typed().is_some()),
        (
            &fields::KMS_KEY_ID,
            config.has_secrets() && config.kms_key_id.typed().is_some(),
        ),
        // What the module creates has addresses of its own.
        (&fields::TERRAFORM_IMPORT, config.terraform_import),
    ];
    all.into_iter()
        .filter(|(_, is_lost)| *is_lost)
        .map(|(field, _)| field)
}
