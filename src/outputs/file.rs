//! A file that the user takes away, and what is known of it before it is rendered.

use crate::choices::Way;
use crate::deployment::Deployment;
use crate::document::written::{Mark, Written};
use crate::fields::{self, Field};

/// A file: what its pane shows, Copy copies and Download saves are these bytes.
#[derive(Debug, Clone)]
pub struct OutputFile {
    /// Its name.
    pub name: &'static str,
    /// What it is written in.
    pub language: Language,
    /// What it is for, in a few words.
    pub purpose: &'static str,
    /// Its text, with a line feed at the end.
    pub text: String,
    /// Where in the text something is missing.
    pub missing: Vec<Mark>,
    /// The fields whose secret is in the text.
    pub secrets: Vec<&'static Field>,
    /// What to do with it.
    pub steps: Vec<Step>,
    /// Where in a browser it can be used.
    pub link: Option<Link>,
    /// Makes one paste for a terminal of its text.
    pub paste: Option<fn(&str) -> String>,
}

/// What a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// JSON.
    Json,
    /// Bash.
    Shell,
    /// Terraform's HCL.
    Hcl,
    /// YAML.
    Yaml,
    /// Plain text.
    Text,
}

impl Language {
    /// The MIME type with which a file of it is saved.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Shell => "application/x-sh",
            Self::Yaml => "application/yaml",
            Self::Hcl | Self::Text => "text/plain",
        }
    }
}

/// What is known of an output before it is rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The file's name.
    pub name: &'static str,
    /// What it is written in.
    pub language: Language,
    /// The way that it is for.
    pub way: Way,
    /// What it is for, in a few words.
    pub purpose: &'static str,
}

/// Something to do with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub stage: Stage,
    /// What, as Markdown: a sentence with its command.
    pub sentence: String,
}

/// When a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Before anything is created.
    Prepare,
    /// What creates the deployment.
    Run,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: &[Self] = &[Self::Prepare, Self::Run];
}

impl Step {
    /// A step.
    pub fn new(stage: Stage, sentence: impl Into<String>) -> Self {
        let sentence = sentence.into();
        Self { stage, sentence }
    }
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it does.
    pub label: &'static str,
    /// Where it leads.
    pub address: String,
}

/// One output. A constant, and not a static: the page's first part holds only the renderers of the way with which it
/// opens, and a program that only wants to know the kinds holds none.
#[derive(Clone, Copy)]
pub struct Output {
    /// What is known of it.
    pub kind: Kind,
    /// Writes the file; `None` where this deployment does not need it.
    pub render: fn(&Deployment) -> Option<Written>,
    /// What to do with it.
    pub steps: fn(&Deployment) -> Vec<Step>,
    /// Where in a browser it can be used.
    pub link: fn(&Deployment) -> Option<Link>,
    /// See [`OutputFile::paste`].
    pub paste: Option<fn(&str) -> String>,
}

impl Output {
    /// An output that asks for no step.
    pub const fn new(kind: Kind, render: fn(&Deployment) -> Option<Written>) -> Self {
        Self {
            kind,
            render,
            steps: |_| Vec::new(),
            link: |_| None,
            paste: None,
        }
    }

    /// Its file.
    pub fn file(&self, deployment: &Deployment) -> Option<OutputFile> {
        let written = (self.render)(deployment)?;
        Some(OutputFile {
            name: self.kind.name,
            language: self.kind.language,
            purpose: self.kind.purpose,
            secrets: written
                .secrets()
                .iter()
                .filter_map(|key| fields::field(key))
                .collect(),
            missing: written.missing().to_vec(),
            text: written.into_text(),
            steps: (self.steps)(deployment),
            link: (self.link)(deployment),
            paste: self.paste,
        })
    }
}

/// The kinds of these outputs.
pub const fn kinds<const N: usize>(outputs: &[Output]) -> [Kind; N] {
    let mut kinds = [outputs[0].kind; N];
    let mut at = 0;
    while at < N {
        kinds[at] = outputs[at].kind;
        at += 1;
    }
    kinds
}
