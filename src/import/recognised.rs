//! Finds out what a text is.

use super::command::commands;
use super::described::Described;
use super::documents::Documents;
use super::failure::Failure;
use super::note::Note;
use super::{command, compose, docker, helm, json, kubernetes, template, terraform, yaml};
use crate::document::tree::Tree;
use crate::fields;
use crate::form::Form;
use crate::link::{self, Secrets};

/// What a text is.
#[derive(Debug, Clone, PartialEq)]
pub enum Recognised {
    /// A delegate as another tool than ECS describes it.
    Delegate(Box<Described>),
    /// A link of this page: the whole form.
    Link {
        /// The form.
        form: Box<Form>,
        /// What the page could not use of it.
        notes: Vec<Note>,
    },
    /// Documents of ECS.
    Documents(Box<Documents>),
}

impl Recognised {
    /// Says what the text is.
    pub fn what(&self) -> String {
        match self {
            Self::Delegate(delegate) => delegate.what.to_owned(),
            Self::Link { .. } => "a link of this page".to_owned(),
            Self::Documents(documents) => documents.what(),
        }
    }
}

/// Finds out what a text is.
///
/// # Errors
///
/// The text is nothing that the page reads, or holds a fault.
pub fn recognise(text: &str) -> Result<Recognised, Failure> {
    let text = without_fence(text);
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(Failure::of("There is nothing to read."));
    }
    if text.contains('\0') {
        return Err(Failure::of(
            "The text is not UTF-8, or was damaged on its way. Save the file as UTF-8 and try again.",
        ));
    }
    if let Some(found) = of_link(trimmed) {
        return Ok(found);
    }
    if trimmed.starts_with(['{', '[']) {
        return of_documents(&json::documents(text)?);
    }
    // With a sign in front, it may be the comment of another text.
    let is_run = command::begins_with_run(text) && !trimmed.starts_with(['#', '>']);
    if is_run || trimmed.starts_with("helm ") {
        return of_commands(text);
    }
    if terraform::is_terraform(text) {
        return terraform::delegate(text).map(boxed);
    }
    let found = yaml::documents(text).and_then(|documents| of_documents(&documents));
    let has_command = |line: &str| command::begins_with_run(line) || line.trim_start().starts_with("helm ");
    match found {
        Err(_) if text.lines().any(has_command) => of_commands(text),
        Err(_) if !text.contains(':') => Err(unknown()),
        found => found,
    }
}

fn boxed(delegate: Described) -> Recognised {
    Recognised::Delegate(Box::new(delegate))
}

fn unknown() -> Failure {
    Failure::of(
        "The page does not know what this is. It reads a docker run command, a compose file, a task definition or a service as JSON or YAML, values or a manifest of Kubernetes, a call of Harness's Terraform module, and its own links.",
    )
}

/// The text between the fences of a code block in Markdown.
fn without_fence(text: &str) -> &str {
    let fence = "```";
    let Some(rest) = text.trim_start().strip_prefix(fence) else {
        return text;
    };
    let inner = rest.split_once('\n').map_or(rest, |(_, inner)| inner);
    inner.split_once(fence).map_or(inner, |(inner, _)| inner)
}

fn of_commands(text: &str) -> Result<Recognised, Failure> {
    let commands = commands(text)?;
    if let Some(helm) = commands.iter().find(|command| command.program == "helm") {
        return Ok(boxed(helm::of_command(helm)));
    }
    docker::delegate(&commands).map(boxed)
}

/// A link of this page: an address with parameters of which one is a field.
fn of_link(text: &str) -> Option<Recognised> {
    let is_one_word = !text.contains(char::is_whitespace);
    let is_address =
        text.starts_with("https://") || text.starts_with("http://") || text.starts_with(['?', '#']);
    if !is_one_word || !is_address {
        return None;
    }
    let query = match text.split_once('#') {
        Some((_, fragment)) if link::is_form(fragment) => fragment,
        _ => text.split_once('?')?.1,
    };
    let has_field = query.split('&').any(|pair| {
        let name = pair.split('=').next().unwrap_or(pair);
        fields::field(name).is_some()
    });
    if !has_field {
        return None;
    }
    let (form, findings) = link::parse(query, Secrets::Ignore);
    let notes = findings
        .into_iter()
        .map(|finding| Note::not_understood(finding.message))
        .collect();
    Some(Recognised::Link {
        form: Box::new(form),
        notes,
    })
}

/// Tells the documents of JSON or YAML apart.
fn of_documents(documents: &[Tree]) -> Result<Recognised, Failure> {
    if kubernetes::is_manifest(documents) {
        return kubernetes::delegate(documents).map(boxed);
    }
    let mut found = Documents::default();
    // A query of the AWS CLI prints a list.
    let items = documents.iter().flat_map(|document| match document {
        Tree::List(items) => items.iter().collect(),
        document => vec![document],
    });
    for document in items {
        if compose::is_compose(document) {
            return compose::delegate(document).map(boxed);
        }
        if helm::is_values(document) {
            return Ok(boxed(helm::delegate(document)));
        }
        if template::is_template(document) {
            found.add_template(document)?;
        } else if !found.add(document)? {
            return Err(unknown());
        }
    }
    found
        .judged()
        .map(|documents| Recognised::Documents(Box::new(documents)))
}
