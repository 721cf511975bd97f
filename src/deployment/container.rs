//! The delegate's container: its environment variables, secrets, health check and logs.

use super::Secret;
use super::task_definition::{
    AwslogsOptions, ContainerDefinition, HealthCheck, KeyValuePair, LinuxParameters, LogConfiguration,
    PortMapping, Secret as ContainerSecret,
};
use crate::config::Config;
use crate::document::supplied::Supplied;
use crate::document::text::Text;
use crate::facts::delegate::{self, FIXED_VARIABLES, VARIABLES};

/// Builds the definition of the task's only container.
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
            awslogs_group: config.log_group_text(),
            awslogs_region: config.region_text(),
            awslogs_stream_prefix: "delegate",
        },
    });
    ContainerDefinition {
        name: config.container_name.text(),
        image: config.image.text(),
        essential: true,
        cpu: config.container_cpu.number(),
        memory: config.container_memory.number(),
        hostname: config.hostname.known(),
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

/// Returns all environment variables of the container.
fn environment(config: &Config) -> Vec<KeyValuePair> {
    let mut all = delegate_variables(config);
    all.append(&mut more_environment(config));
    all
}

/// Returns the environment variables that a configuration adds to those of every delegate: those of the proxy, and
/// those that the user listed. The Terraform module takes them unchanged.
pub fn more_environment(config: &Config) -> Vec<KeyValuePair> {
    let mut all = proxy_variables(config);
    for row in &config.env {
        all.push(pair(&row.name, row.text()));
    }
    all
}

fn pair(name: &str, value: Text) -> KeyValuePair {
    KeyValuePair {
        name: name.to_owned(),
        value,
    }
}

/// Returns the environment variables of every delegate. The token is among them only if it is in plain text.
fn delegate_variables(config: &Config) -> Vec<KeyValuePair> {
    let mut all = Vec::new();
    let mut put = |name, value| all.push(pair(name, value));
    put(VARIABLES.account_id, config.account_id.text());
    if !config.has_token_secret() {
        let missing = || Text::supplied(Supplied::PlainToken, config.token.origin.missing());
        put(VARIABLES.token, config.token.known().unwrap_or_else(missing));
    }
    put(VARIABLES.manager_url, config.manager_url.text());
    put(VARIABLES.log_service_url, config.log_service_url.text());
    put(VARIABLES.name, config.delegate_name.text());
    put(VARIABLES.tags, config.delegate_tags.text());
    if !config.delegate_description.is_empty() {
        put(VARIABLES.description, config.delegate_description.text());
    }
    for (name, value) in FIXED_VARIABLES {
        put(name, value.into());
    }
    put(VARIABLES.init_script, config.init_script.text());
    all
}

/// Returns the environment variables of the proxy. Without a proxy host, variables that need one are left out.
fn proxy_variables(config: &Config) -> Vec<KeyValuePair> {
    let mut all = Vec::new();
    let mut put = |name, value: Option<Text>| all.extend(value.map(|value| pair(name, value)));
    let port = config.proxy_port.number();
    put(VARIABLES.proxy_host, config.proxy_host.known());
    put(VARIABLES.proxy_port, port.map(|port| port.to_string().into()));
    if !config.proxy_host.is_blank() {
        put(VARIABLES.proxy_scheme, Some(config.proxy_scheme.value().into()));
        put(VARIABLES.proxy_user, config.proxy_user.known());
        put(VARIABLES.proxy_password, config.proxy_password.known());
        put(VARIABLES.no_proxy, config.no_proxy.known());
    }
    all
}

fn container_secrets(config: &Config, secrets: &[Secret]) -> Vec<ContainerSecret> {
    let own = secrets.iter().map(|secret| ContainerSecret {
        name: secret.variable().to_owned(),
        value_from: secret.value_from(),
    });
    let rows = config.secret_env.iter().map(|row| ContainerSecret {
        name: row.name.clone(),
        value_from: row.text().map(|arn| arn.trim().to_owned()),
    });
    own.chain(rows).collect()
}
