//! Reads a task definition into the fields that hold a part of it.

use super::described::{FIELDS_OF_VARIABLES, field_of};
use super::shown::Shown;
use crate::aws::arn::Arn;
use crate::choices::LaunchType;
use crate::document::tree::Tree;
use crate::facts::delegate::{FIXED_VARIABLES, VARIABLES};
use crate::facts::ecs::VARIABLES_MAX;
use crate::fields::{self, Field};
use crate::form::Form;
use crate::harness::log_service_url;

/// Sets the fields of a form. Returns the keys of fields that may not be derived: the container does without.
pub fn fill(document: &Tree, shown: Shown, form: &mut Form) -> Vec<&'static str> {
    let set = |form: &mut Form, field: &'static Field, text: Option<String>| {
        form.set(field, vec![text.unwrap_or_default()]);
    };
    set(
        form,
        &fields::LAUNCH_TYPE,
        Some(launch_type(document).value().to_owned()),
    );
    for (field, member) in [
        (&fields::FAMILY, "family"),
        (&fields::CPU, "cpu"),
        (&fields::MEMORY, "memory"),
        (&fields::EXECUTION_ROLE_ARN, "executionRoleArn"),
        (&fields::TASK_ROLE_ARN, "taskRoleArn"),
    ] {
        set(form, field, document.get(member).and_then(word));
    }
    set(form, &fields::CREATE_ROLES, Some("false".to_owned()));
    let platform = document.get("runtimePlatform");
    let architecture = platform.and_then(|platform| platform.get("cpuArchitecture"));
    set(form, &fields::ARCHITECTURE, architecture.and_then(Tree::words));
    let storage = document.get("ephemeralStorage");
    set(
        form,
        &fields::EPHEMERAL_STORAGE,
        storage.and_then(|storage| word(storage.get("sizeInGiB")?)),
    );
    form.set(&fields::TAGS, tags(document));
    let empty = Tree::default();
    let containers = document.list("containerDefinitions");
    let not_derived = container(containers.get(shown.at).unwrap_or(&empty), form);
    if !shown.is_delegate && form.text(&fields::SERVICE_NAME).trim().is_empty() {
        // Nothing else names the service.
        set(form, &fields::SERVICE_NAME, document.get("family").and_then(word));
    }
    not_derived
}

/// The launch type for which the task definition is made. Where it says nothing, Fargate's network mode decides.
fn launch_type(document: &Tree) -> LaunchType {
    let compatibilities = document.list("requiresCompatibilities");
    let has = |wanted: &str| {
        compatibilities
            .iter()
            .any(|item| item.words().as_deref() == Some(wanted))
    };
    let is_fargate = has("FARGATE")
        || compatibilities.is_empty()
            && document.text_of("networkMode").as_deref() == Some("awsvpc")
            && document.get("cpu").is_some();
    if is_fargate {
        LaunchType::Fargate
    } else {
        LaunchType::Ec2
    }
}

/// A text, or a number as a text.
pub fn word(value: &Tree) -> Option<String> {
    match value {
        Tree::Text(text) => Some(text.to_string()),
        Tree::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The tags of a document, as rows.
pub fn tags(document: &Tree) -> Vec<String> {
    let items = document.list("tags");
    rows(items, "key", "value")
}

/// The items of a list as rows `NAME=value`: those that a row can hold.
fn rows(items: &[Tree], name: &str, value: &str) -> Vec<String> {
    let row = |item: &Tree| {
        let name = item.get(name)?.words()?;
        let value = item.get(value)?.words()?;
        (!name.trim().is_empty() && !name.contains('=')).then(|| format!("{name}={value}"))
    };
    // The rest is in the document all the same.
    items.iter().filter_map(row).take(VARIABLES_MAX).collect()
}

fn container(container: &Tree, form: &mut Form) -> Vec<&'static str> {
    let mut not_derived = Vec::new();
    let mut set =
        |field: &'static Field, text: Option<String>| form.set(field, vec![text.unwrap_or_default()]);
    for (field, member) in [
        (&fields::CONTAINER_NAME, "name"),
        (&fields::IMAGE, "image"),
        (&fields::CONTAINER_CPU, "cpu"),
        (&fields::CONTAINER_MEMORY, "memory"),
        (&fields::HOSTNAME, "hostname"),
        (&fields::STOP_TIMEOUT, "stopTimeout"),
    ] {
        set(field, container.get(member).and_then(word));
    }
    if container.get("memory").is_none() {
        not_derived.push(fields::CONTAINER_MEMORY.key);
    }
    set(&fields::CONTAINER_PORT, port(container));
    set(
        &fields::HEALTH_CHECK,
        Some(container.get("healthCheck").is_some().to_string()),
    );
    logs(container, form);
    if !environment(container, form) {
        not_derived.push(fields::LOG_SERVICE_URL.key);
    }
    secrets(container, form);
    not_derived
}

/// The only port, if container and host have the same.
fn port(container: &Tree) -> Option<String> {
    let [mapping] = container.get("portMappings")?.items() else {
        return None;
    };
    let port = mapping.get("containerPort")?;
    let is_same = mapping.get("hostPort").is_none_or(|host| host == port);
    is_same.then(|| word(port)).flatten()
}

fn logs(container: &Tree, form: &mut Form) {
    let logs = container.get("logConfiguration");
    let is_awslogs = logs.and_then(|logs| logs.text_of("logDriver")).as_deref() == Some("awslogs");
    let options = logs.and_then(|logs| logs.get("options")).filter(|_| is_awslogs);
    let option = |name: &str| options?.get(name)?.words();
    form.set(
        &fields::LOGS,
        vec![if is_awslogs { "awslogs" } else { "none" }.to_owned()],
    );
    form.set(
        &fields::LOG_GROUP,
        vec![option("awslogs-group").unwrap_or_default()],
    );
    if !is_awslogs {
        form.set(&fields::LOG_RETENTION, vec![String::new()]);
    }
    if let Some(region) = option("awslogs-region").filter(|_| form.text(&fields::REGION).trim().is_empty()) {
        form.set(&fields::REGION, vec![region]);
    }
}

/// Reads the variables. Returns whether the log service's URL is among them.
fn environment(container: &Tree, form: &mut Form) -> bool {
    let items = container.list("environment");
    let pair = |item: &Tree| Some((item.text_of("name")?, item.text_of("value")));
    let pairs: Vec<(String, Option<String>)> = items.iter().filter_map(pair).collect();
    let value = |name: &str| {
        let first = pairs.iter().find(|(other, _)| other == name);
        first.and_then(|(_, value)| value.clone())
    };
    let has_proxy = value(VARIABLES.proxy_host).is_some_and(|host| !host.trim().is_empty());
    let needs_proxy = [
        &fields::PROXY_SCHEME,
        &fields::PROXY_USER,
        &fields::PROXY_PASSWORD,
        &fields::NO_PROXY,
    ];
    for (name, field) in FIELDS_OF_VARIABLES {
        let text = value(name).filter(|_| has_proxy || !needs_proxy.contains(&field));
        form.set(field, vec![text.unwrap_or_default()]);
    }
    let log_service = value(VARIABLES.log_service_url);
    let manager = value(VARIABLES.manager_url).unwrap_or_default();
    if log_service == Some(log_service_url(&manager)) {
        form.set(&fields::LOG_SERVICE_URL, vec![String::new()]);
    }
    // A token that is nowhere is as one in plain text that nobody has given.
    form.set(&fields::TOKEN_SOURCE, vec!["plain".to_owned()]);
    form.set(&fields::TOKEN, vec![value(VARIABLES.token).unwrap_or_default()]);
    form.set(&fields::ENV, more_rows(items));
    log_service.is_some()
}

/// The variables without a field of their own, and those that stand there a second time.
fn more_rows(items: &[Tree]) -> Vec<String> {
    // Only the names with a field are looked up among those before.
    let mut seen: Vec<String> = Vec::new();
    let is_more = |item: &&Tree| {
        let Some(name) = item.text_of("name") else {
            return false;
        };
        let is_known = name == VARIABLES.token
            || field_of(&name).is_some()
            || FIXED_VARIABLES.iter().any(|(fixed, _)| *fixed == name);
        let is_first = is_known && !seen.contains(&name);
        if is_first {
            seen.push(name);
        }
        !is_first
    };
    let more: Vec<Tree> = items.iter().filter(is_more).cloned().collect();
    rows(&more, "name", "value")
}

fn secrets(container: &Tree, form: &mut Form) {
    let items = container.list("secrets");
    let mut more = rows(items, "name", "valueFrom");
    for (variable, field) in [
        (VARIABLES.token, &fields::TOKEN_SECRET_ARN),
        (VARIABLES.proxy_password, &fields::PROXY_PASSWORD_SECRET_ARN),
    ] {
        let start = format!("{variable}=");
        let at = more.iter().position(|row| row.starts_with(&start));
        let reference = at.map(|at| more.remove(at)[start.len()..].to_owned());
        if reference.is_some() && variable == VARIABLES.token {
            form.set(&fields::TOKEN_SOURCE, vec!["secretsmanager".to_owned()]);
        }
        form.set(field, vec![reference.unwrap_or_default()]);
    }
    form.set(&fields::SECRET_ENV, more);
}

/// The name in an ARN such as `arn:aws:ecs:…:cluster/NAME`, or the text itself.
pub fn name_in_arn(text: &str) -> String {
    let resource = Arn::parse(text).map(|arn| arn.resource);
    let name = resource.and_then(|resource| resource.rsplit('/').next());
    name.unwrap_or(text).to_owned()
}
