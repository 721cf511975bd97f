//! A delegate as the values of Harness's Helm chart: a `values.yaml`, or `helm upgrade … --set …`.
//! Source: <https://github.com/harness/delegate-helm-chart>, `harness-delegate-ng/values.yaml`; read 2026-11.

use super::command::Command;
use super::compose::scalar;
use super::described::Described;
use super::docker::{mebibytes, units};
use super::note::{Note, quoted};
use super::yaml;
use crate::document::tree::Tree;
use crate::facts::delegate::VARIABLES;

/// The values that are a variable of the delegate.
const VARIABLES_OF_VALUES: [(&str, &str); 9] = [
    ("accountId", VARIABLES.account_id),
    ("delegateToken", VARIABLES.token),
    ("delegateName", VARIABLES.name),
    ("managerEndpoint", VARIABLES.manager_url),
    ("tags", VARIABLES.tags),
    ("description", VARIABLES.description),
    ("initScript", VARIABLES.init_script),
    ("javaOpts", "JAVA_OPTS"),
    ("pollForTasks", "POLL_FOR_TASKS"),
];

/// Whether a document is the values of the chart.
pub fn is_values(document: &Tree) -> bool {
    let known = [
        "delegateName",
        "delegateToken",
        "managerEndpoint",
        "delegateDockerImage",
    ];
    known.iter().filter(|name| document.get(name).is_some()).count() >= 2
}

/// Reads the values of the chart.
pub fn delegate(values: &Tree) -> Described {
    let mut described = Described {
        what: "values of the Helm chart",
        ..Described::default()
    };
    for (name, value) in values.members() {
        let words = scalar(value);
        let variable = VARIABLES_OF_VALUES.iter().find(|(other, _)| other == name);
        if let (Some((_, variable)), Some(words)) = (variable, &words) {
            described.variables.push(((*variable).to_owned(), words.clone()));
            continue;
        }
        match (name.as_str(), words) {
            ("delegateDockerImage", Some(image)) => described.image = Some(image),
            ("replicas", Some(count)) => described.replicas = count.parse().ok(),
            ("cpu", Some(cpu)) => described.cpu = units(&cpu),
            // MiB without a unit.
            ("memory", Some(memory)) => {
                described.memory = memory.parse().ok().or_else(|| mebibytes(&memory));
            }
            ("custom_envs", _) => custom(value, &mut described),
            ("upgrader", _) => described.notes.push(Note::left_out(
                "`upgrader`: it does not upgrade delegates on ECS.",
            )),
            _ => described.notes.push(Note::not_understood(quoted(name))),
        }
    }
    described
}

fn custom(list: &Tree, described: &mut Described) {
    for item in list.items() {
        let of = |member: &str| item.get(member).and_then(scalar);
        if let Some(name) = of("name") {
            described.variables.push((name, of("value").unwrap_or_default()));
        }
    }
}

/// Reads the values that a command sets.
pub fn of_command(command: &Command) -> Described {
    let mut values = Tree::default();
    let mut notes = Vec::new();
    let mut words = command.words.iter().map(String::as_str);
    while let Some(word) = words.next() {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) if word.starts_with("--") => (name, Some(value)),
            _ => (word, None),
        };
        let is_set = ["--set", "--set-string", "--set-json"].contains(&name);
        if is_set {
            set(
                &mut values,
                value.or_else(|| words.next()).unwrap_or_default(),
                name == "--set-json",
            );
        } else if ["-f", "--values"].contains(&name) {
            let file = value.or_else(|| words.next()).unwrap_or_default();
            let word = quoted(&format!("{name} {file}"));
            notes.push(Note::not_understood(format!(
                "{word}: the page cannot read that file. Paste it."
            )));
        } else if ["-n", "--namespace"].contains(&name) {
            words.next();
        }
    }
    let mut described = delegate(&values);
    described.what = "a helm command";
    described.notes.extend(notes);
    described
}

/// Sets one or more values: `a=1,b.c=2`. Commas with a backslash are part of the value.
fn set(values: &mut Tree, assignments: &str, is_json: bool) {
    let parts = if is_json {
        vec![assignments.to_owned()]
    } else {
        let marked = assignments.replace("\\,", "\u{0}");
        marked.split(',').map(|part| part.replace('\u{0}', ",")).collect()
    };
    for part in parts {
        let Some((name, value)) = part.split_once('=') else {
            continue;
        };
        // The first name decides: `upgrader.enabled` is about the upgrader.
        let name = name.split('.').next().unwrap_or(name);
        let value = if is_json {
            yaml::documents(value)
                .ok()
                .and_then(|mut documents| documents.pop())
                .unwrap_or_else(Tree::null)
        } else {
            Tree::Text(value.into())
        };
        values.put(name, value);
    }
}
