//! A delegate in a manifest of Kubernetes: a workload, and the secret and the config map that it reads.

use super::compose::scalar;
use super::described::{Described, only_delegate};
use super::docker::{mebibytes, units};
use super::failure::Failure;
use super::note::{Note, quoted};
use crate::document::tree::Tree;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const WORKLOADS: [&str; 3] = ["Deployment", "StatefulSet", "DaemonSet"];

fn kind(document: &Tree) -> String {
    document.text_of("kind").unwrap_or_default()
}

/// Whether one of the documents is a workload of Kubernetes.
pub fn is_manifest(documents: &[Tree]) -> bool {
    documents
        .iter()
        .any(|document| document.get("apiVersion").is_some() && !kind(document).is_empty())
}

/// Reads the delegate of a manifest.
///
/// # Errors
///
/// No container of it is a delegate, or more than one is.
pub fn delegate(documents: &[Tree]) -> Result<Described, Failure> {
    let workloads = documents
        .iter()
        .filter(|document| WORKLOADS.contains(&kind(document).as_str()));
    let mut containers = Vec::new();
    for workload in workloads {
        let replicas = workload.at(&["spec", "replicas"]).and_then(scalar);
        let replicas = replicas.and_then(|count| count.parse().ok());
        let Some(pod) = workload.at(&["spec", "template", "spec"]) else {
            continue;
        };
        containers.extend(pod.list("containers").iter().map(|container| Described {
            replicas,
            ..described(container, documents)
        }));
    }
    if containers.is_empty() {
        return Err(Failure::of(
            "The manifest has no Deployment or StatefulSet with a container.",
        ));
    }
    let mut delegate = only_delegate(containers)?;
    for document in documents {
        let kind = kind(document);
        if !WORKLOADS.contains(&kind.as_str()) && !["Secret", "ConfigMap", ""].contains(&kind.as_str()) {
            let note = format!(
                "{}: ECS has no such thing, or the delegate needs none there.",
                quoted(&kind)
            );
            delegate.notes.push(Note::left_out(note));
        }
    }
    Ok(delegate)
}

fn described(container: &Tree, documents: &[Tree]) -> Described {
    let mut described = Described {
        what: "a manifest of Kubernetes",
        image: container.text_of("image"),
        ..Described::default()
    };
    for source in container.list("envFrom") {
        for reference in ["secretRef", "configMapRef"] {
            let name = source.at(&[reference, "name"]).and_then(Tree::words);
            let Some(name) = name else { continue };
            if !take_all(documents, &name, &mut described) {
                described.notes.push(Note::not_understood(format!(
                    "`{reference}` {}: it is not in the text.",
                    quoted(&name)
                )));
            }
        }
    }
    for variable in container.list("env") {
        let Some(name) = variable.text_of("name") else {
            continue;
        };
        match variable.get("value").and_then(scalar) {
            Some(value) => described.variables.push((name, value)),
            None => described.notes.push(Note::not_understood(format!(
                "{}: its value is elsewhere.",
                quoted(&name)
            ))),
        }
    }
    let resources = container.get("resources");
    let size = |name: &str| {
        let of = |kind: &str| resources?.at(&[kind, name]).and_then(scalar);
        of("limits").or_else(|| of("requests"))
    };
    described.cpu = size("cpu").and_then(|cpu| match cpu.strip_suffix('m') {
        Some(thousandths) => units(&format!("{}", thousandths.parse::<f64>().ok()? / 1000.0)),
        None => units(&cpu),
    });
    described.memory = size("memory").and_then(|memory| mebibytes(&memory));
    for (name, _) in container.members() {
        let is_known =
            ["name", "image", "env", "envFrom", "resources", "imagePullPolicy"].contains(&name.as_str());
        if !is_known {
            let note = format!("{}: no field holds what a manifest says of it.", quoted(name));
            described.notes.push(Note::left_out(note));
        }
    }
    described
}

/// Takes every variable of a secret or a config map. Returns whether the text has it.
fn take_all(documents: &[Tree], name: &str, described: &mut Described) -> bool {
    let is_it = |document: &&Tree| {
        ["Secret", "ConfigMap"].contains(&kind(document).as_str())
            && document
                .at(&["metadata", "name"])
                .and_then(Tree::words)
                .as_deref()
                == Some(name)
    };
    let Some(document) = documents.iter().find(is_it) else {
        return false;
    };
    let is_secret = kind(document) == "Secret";
    for (member, is_encoded) in [("data", is_secret), ("stringData", false)] {
        for (name, value) in document.get(member).map_or(&[][..], Tree::members) {
            let Some(value) = scalar(value) else { continue };
            let decoded = STANDARD
                .decode(value.trim())
                .ok()
                .and_then(|bytes| String::from_utf8(bytes).ok());
            match decoded.filter(|_| is_encoded) {
                Some(decoded) => described.variables.push((name.clone(), decoded)),
                None => described.variables.push((name.clone(), value)),
            }
        }
    }
    true
}
