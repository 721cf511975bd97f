//! A file that the user downloads or copies, and what is known about it before it is rendered.

use crate::choices::Way;
use crate::deployment::Deployment;
use crate::document::written::{Mark, Written};
use crate::fields::{self, Field};
use crate::outputs::step::Step;

/// A rendered file. Its pane shows exactly this text, and Copy and Download use it.
#[derive(Debug, Clone)]
pub struct OutputFile {
    /// The file's name.
    pub name: &'static str,
    /// The language of the text.
    pub language: Language,
    /// The purpose of the file, in a few words.
    pub purpose: &'static str,
    /// The text, with a line feed at the end.
    pub text: String,
    /// The positions of values in the text that the user still has to give.
    pub missing: Vec<Mark>,
    /// The positions of values that `commands.sh` finds at AWS and fills in. The text shows their placeholders.
    pub found: Vec<Mark>,
    /// The fields whose secrets the text contains.
    pub secrets: Vec<&'static Field>,
    /// What the user does with the file.
    pub steps: Vec<Step>,
    /// The command that carries out all its steps of [`Stage::Run`](crate::outputs::step::Stage::Run) at once, if there is
    /// one.
    pub whole: Option<&'static str>,
    /// A link to a web page on which the user can use the file.
    pub link: Option<Link>,
    /// Renders the file of a deployment as a single paste for a terminal, if the file supports that.
    pub paste: Option<Paste>,
}

impl OutputFile {
    /// Returns the placeholders of values that `commands.sh` fills in, each once.
    pub fn found_placeholders(&self) -> Vec<&str> {
        let mut placeholders = Vec::new();
        for mark in &self.found {
            let placeholder = &self.text[mark.at.clone()];
            if !placeholders.contains(&placeholder) {
                placeholders.push(placeholder);
            }
        }
        placeholders
    }
}

/// Renders a file as a single paste for a terminal, which keeps what is pasted in its history: the paste does not contain
/// the delegate token.
pub type Paste = fn(&Deployment) -> String;

/// The language of a file.
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
    /// Returns the MIME type for saving a file in this language.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Shell => "application/x-sh",
            Self::Yaml => "application/yaml",
            Self::Hcl | Self::Text => "text/plain",
        }
    }
}

/// What is known about an output before it is rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The file's name.
    pub name: &'static str,
    /// The language of the file.
    pub language: Language,
    /// The way that the file belongs to.
    pub way: Way,
    /// The purpose of the file, in a few words.
    pub purpose: &'static str,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The text of the link.
    pub label: &'static str,
    /// The URL.
    pub address: String,
    /// What the page that it opens shows, where that is not ours: for example whose template.
    pub of: String,
}

/// An output: a file before it is rendered. Outputs are constants, not statics, so that a program contains only the
/// renderers it uses: the page's first download those of one way, and a program that only lists kinds none at all.
#[derive(Clone, Copy)]
pub struct Output {
    /// What is known before rendering.
    pub kind: Kind,
    /// How the file is rendered.
    pub render: Render,
    /// Returns what the user does with the file, given its text. A file that consists of its steps has no text yet.
    pub steps: fn(&Deployment, &str) -> Vec<Step>,
    /// Returns a link to a web page on which the user can use the file.
    pub link: fn(&Deployment) -> Option<Link>,
    /// See [`OutputFile::paste`].
    pub paste: Option<Paste>,
}

/// How a file is rendered.
#[derive(Clone, Copy)]
pub enum Render {
    /// From the deployment; `None` if the deployment does not need the file.
    Deployment(fn(&Deployment) -> Option<Written>),
    /// From its steps, which are made only once: the page renders at each keystroke.
    Steps {
        /// Renders the file.
        print: fn(&Deployment, &[Step]) -> Written,
        /// See [`OutputFile::whole`].
        whole: &'static str,
    },
}

impl Output {
    /// Makes an output without steps, link or paste.
    pub const fn new(kind: Kind, render: fn(&Deployment) -> Option<Written>) -> Self {
        Self {
            kind,
            render: Render::Deployment(render),
            steps: |_, _| Vec::new(),
            link: |_| None,
            paste: None,
        }
    }

    /// Renders the output for a deployment, or returns `None` if the deployment does not need it.
    pub fn file(&self, deployment: &Deployment) -> Option<OutputFile> {
        let (written, steps, whole) = match self.render {
            Render::Deployment(render) => {
                let written = render(deployment)?;
                let steps = (self.steps)(deployment, written.text());
                (written, steps, None)
            }
            Render::Steps { print, whole } => {
                let steps = (self.steps)(deployment, "");
                (print(deployment, &steps), steps, Some(whole))
            }
        };
        let is_missing = |mark: &Mark| deployment.unset.iter().any(|field| field.key == mark.field);
        let (missing, found) = written.missing().iter().cloned().partition(is_missing);
        Some(OutputFile {
            name: self.kind.name,
            language: self.kind.language,
            purpose: self.kind.purpose,
            secrets: written
                .secrets()
                .iter()
                .filter_map(|key| fields::field(key))
                .collect(),
            missing,
            found,
            steps,
            whole,
            text: written.into_text(),
            link: (self.link)(deployment),
            paste: self.paste,
        })
    }
}

/// Returns the kinds of the first `N` outputs.
pub const fn kinds<const N: usize>(outputs: &[Output]) -> [Kind; N] {
    let mut kinds = [outputs[0].kind; N];
    let mut at = 0;
    while at < N {
        kinds[at] = outputs[at].kind;
        at += 1;
    }
    kinds
}
