//! The delegate's container: its variables, secrets, health check and logs.

use super::Secret;
use super::iam;
use super::task_definition::{
    AwslogsOptions, ContainerDefinition, HealthCheck, KeyValuePair, LinuxParameters, LogConfiguration,
    PortMapping, Secret as ContainerSecret,
};
use crate::config::Config;
use crate::document::text::{Supplied, Text};
use crate::facts::delegate::{self, VARIABLES};
use crate::fields;

/// The one container of the task.
pub fn definition(config: &Config, secrets: &[Secret]) -> ContainerDefinition {
    let port = config.container_port.number();
    let health_check = config.health_check.then(|| HealthCheck {
        command: vec!["CMD-SHELL", delegate::HEALTH_COMMAND],
        interval: 30,
        timeout: 5,
        retries: 3,
        start_period: delegate::HEALTH_START_PERIOD,
    });
    let log_configuration = config.has_logs().then(|| LogConfiguration {
        log_driver: "awslogs",
        options: AwslogsOptions {
            awslogs_group: iam::log_group(config),
            awslogs_region: iam::region(config),
            awslogs_stream_prefix: "delegate",
        },
    });
    ContainerDefinition {
        name: config.container_name.or(""),
        image: config.image.or(fields::IMAGE.placeholder()),
        essential: true,
        cpu: config.container_cpu.number(),
        memory: config.container_memory.number(),
        hostname: config.hostname.known().cloned(),
        port_mappings: port
            .map(|port| PortMapping {
                container_port: port,
                host_port: port,
                protocol: "tcp",
            })
            .into_iter()
            .collect(),
        environment: environment(config),
        secrets: container_secrets(config, secrets),
        health_check,
        linux_parameters: config.enable_execute_command.then_some(LinuxParameters {
            init_process_enabled: true,
        }),
        stop_timeout: config.stop_timeout.number(),
        log_configuration,
    }
}

fn environment(config: &Config) -> Vec<KeyValuePair> {
    let mut environment = Vec::new();
    let mut put = |name: &str, value: Text| {
        environment.push(KeyValuePair {
            name: name.to_owned(),
            value,
        });
    };
    put(
        VARIABLES.account_id,
        config.account_id.or(fields::ACCOUNT_ID.placeholder()).into(),
    );
    if !config.has_token_secret() {
        put(
            VARIABLES.token,
            match config.token.known() {
                Some(token) => token.as_str().into(),
                None => Text::supplied(Supplied::Token, fields::TOKEN.placeholder()),
            },
        );
    }
    put(
        VARIABLES.manager_url,
        config.manager_url.or(fields::MANAGER_URL.placeholder()).into(),
    );
    put(VARIABLES.log_service_url, config.log_service_url.or("").into());
    put(
        VARIABLES.name,
        config
            .delegate_name
            .or(fields::DELEGATE_NAME.placeholder())
            .into(),
    );
    put(VARIABLES.tags, config.delegate_tags.as_str().into());
    if !config.delegate_description.is_empty() {
        put(VARIABLES.description, config.delegate_description.as_str().into());
    }
    put(VARIABLES.delegate_type, "DOCKER".into());
    put(VARIABLES.deploy_mode, "KUBERNETES".into());
    put(VARIABLES.next_gen, "true".into());
    put(VARIABLES.init_script, config.init_script.as_str().into());
    let has_host = !config.proxy_host.is_blank();
    let proxy = [
        (VARIABLES.proxy_host, config.proxy_host.known().cloned()),
        (
            VARIABLES.proxy_port,
            config.proxy_port.number().map(|port| port.to_string()),
        ),
        (
            VARIABLES.proxy_scheme,
            has_host.then(|| config.proxy_scheme.value().to_owned()),
        ),
        (
            VARIABLES.proxy_user,
            config.proxy_user.known().cloned().filter(|_| has_host),
        ),
        (
            VARIABLES.proxy_password,
            config.proxy_password.known().cloned().filter(|_| has_host),
        ),
        (
            VARIABLES.no_proxy,
            config.no_proxy.known().cloned().filter(|_| has_host),
        ),
    ];
    for (name, value) in proxy {
        if let Some(value) = value {
            put(name, value.into());
        }
    }
    for row in &config.env {
        put(&row.name, row.value.as_str().into());
    }
    environment
}

fn container_secrets(config: &Config, secrets: &[Secret]) -> Vec<ContainerSecret> {
    let own = secrets.iter().map(|secret| ContainerSecret {
        name: secret.variable.to_owned(),
        value_from: secret.arn.as_ref().map_or_else(
            || Text::supplied(secret.supplies, secret.field().placeholder()),
            |arn| arn.as_str().into(),
        ),
    });
    let rows = config.secret_env.iter().map(|row| ContainerSecret {
        name: row.name.clone(),
        value_from: row.value.trim().into(),
    });
    own.chain(rows).collect()
}
