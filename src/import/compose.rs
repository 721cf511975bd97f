//! A delegate in a compose file.

use super::described::{Described, assignment, only_delegate};
use super::docker::{mebibytes, units};
use super::failure::Failure;
use super::note::{Note, quoted};
use crate::document::tree::Tree;

/// Whether a document is a compose file.
pub fn is_compose(document: &Tree) -> bool {
    let services = document.get("services").map_or(&[][..], Tree::members);
    services
        .iter()
        .any(|(_, service)| service.get("image").is_some() || service.get("build").is_some())
}

/// Reads the delegate of a compose file.
///
/// # Errors
///
/// No service of it is a delegate, or more than one is.
pub fn delegate(document: &Tree) -> Result<Described, Failure> {
    let services = document.get("services").map_or(&[][..], Tree::members);
    let mut delegate = only_delegate(services.iter().map(|(_, service)| described(service)).collect())?;
    for (name, _) in document.members() {
        if !["services", "version", "name"].contains(&name.as_str()) {
            let note = format!("{}: ECS has no such thing.", quoted(name));
            delegate.notes.push(Note::left_out(note));
        }
    }
    Ok(delegate)
}

fn described(service: &Tree) -> Described {
    let mut described = Described {
        what: "a compose file",
        ..Described::default()
    };
    for (name, value) in service.members() {
        member(name, value, &mut described);
    }
    described
}

fn member(name: &str, value: &Tree, described: &mut Described) {
    let words = scalar(value);
    match (name, words) {
        ("image", Some(image)) => described.image = Some(image),
        ("hostname", Some(hostname)) => described.hostname = Some(hostname),
        ("environment", _) => environment(value, described),
        ("cpus", Some(cpus)) => described.cpu = units(&cpus),
        ("mem_limit", Some(memory)) => described.memory = mebibytes(&memory),
        ("scale", Some(count)) => described.replicas = count.parse().ok(),
        ("deploy", _) => deploy(value, described),
        ("env_file", _) => described.notes.push(Note::not_understood(
            "`env_file`: the page cannot read that file. Paste its lines into Environment variables.",
        )),
        ("restart" | "container_name" | "pull_policy" | "platform", _) => {
            described
                .notes
                .push(Note::left_out(format!("`{name}`: ECS decides it.")));
        }
        ("ports" | "expose", _) => {
            described.notes.push(Note::left_out(format!(
                "`{name}`: nothing connects to a delegate."
            )));
        }
        ("networks" | "network_mode", _) => {
            described.notes.push(Note::left_out(format!(
                "`{name}`: the launch type decides the network mode."
            )));
        }
        (
            "volumes" | "user" | "depends_on" | "logging" | "healthcheck" | "labels" | "command"
            | "entrypoint" | "read_only" | "tmpfs" | "extra_hosts" | "cap_add" | "cap_drop" | "ulimits"
            | "secrets" | "configs",
            _,
        ) => {
            let note = format!("`{name}`: no field holds what a compose file says of it.");
            described.notes.push(Note::left_out(note));
        }
        _ => described.notes.push(Note::not_understood(quoted(name))),
    }
}

fn environment(value: &Tree, described: &mut Described) {
    for (name, value) in value.members() {
        described
            .variables
            .push((name.clone(), scalar(value).unwrap_or_default()));
    }
    for item in value.items() {
        let Some(text) = item.words() else { continue };
        match assignment(&text) {
            Some(pair) => described.variables.push(pair),
            None => described.not_understood(&text, "its value is in the environment of your shell"),
        }
    }
}

fn deploy(value: &Tree, described: &mut Described) {
    described.replicas = value
        .get("replicas")
        .and_then(scalar)
        .and_then(|count| count.parse().ok());
    let Some(limits) = value
        .get("resources")
        .and_then(|resources| resources.get("limits"))
    else {
        return;
    };
    described.cpu = limits.get("cpus").and_then(scalar).and_then(|cpus| units(&cpus));
    described.memory = limits
        .get("memory")
        .and_then(scalar)
        .and_then(|memory| mebibytes(&memory));
}

/// A value that is one text, a number or a flag, as a text.
pub fn scalar(value: &Tree) -> Option<String> {
    match value {
        Tree::Text(text) => Some(text.to_string()),
        Tree::Number(number) => Some(number.to_string()),
        Tree::Flag(flag) => Some(flag.to_string()),
        Tree::Literal(literal) if !value.is_null() => Some(literal.clone()),
        Tree::Literal(_) | Tree::List(_) | Tree::Map(_) => None,
    }
}
