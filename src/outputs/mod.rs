//! The files that the user takes away: renderings of one [`Deployment`], so that they cannot disagree.

pub mod cli;
pub mod cloudformation;
pub mod language;
pub mod readme;
pub mod script;
pub mod secrets;
pub mod terraform;

use crate::choices::Way;
use crate::deployment::Deployment;
use crate::document::json;
use cli::commands;
use script::deploy;

/// A file: what its pane shows, Copy copies and Download saves are these bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Its name.
    pub name: &'static str,
    /// What it is written in.
    pub language: Language,
    /// Its text, with a line feed at the end.
    pub text: String,
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
}

impl Kind {
    const fn new(name: &'static str, language: Language, way: Way) -> Self {
        Self { name, language, way }
    }
}

/// One output.
#[derive(Clone, Copy)]
struct Output {
    kind: Kind,
    /// The file's text; `None` where this deployment does not need it.
    render: fn(&Deployment) -> Option<String>,
}

// Constants, and no statics: a program that only wants to know the kinds holds no renderer, and the page's first part
// holds only those of the way with which it opens.

/// The outputs of the way with which the page opens, in the order in which it shows them.
const FIRST: [Output; 8] = [
    Output {
        kind: Kind::new("task-spec.json", Language::Json, Way::Cli),
        render: |deployment| Some(cli::documents::task_definition(deployment)),
    },
    Output {
        kind: Kind::new("service.json", Language::Json, Way::Cli),
        render: |deployment| Some(cli::documents::service(deployment)),
    },
    Output {
        kind: Kind::new("commands.sh", Language::Shell, Way::Cli),
        render: |deployment| Some(commands::render(deployment)),
    },
    Output {
        kind: Kind::new("execution-role-trust.json", Language::Json, Way::Cli),
        render: |deployment| Some(json::document(&deployment.execution_role.as_ref()?.trust)),
    },
    Output {
        kind: Kind::new("execution-role-policy.json", Language::Json, Way::Cli),
        render: |deployment| {
            Some(json::document(
                deployment.execution_role.as_ref()?.policy.as_ref()?,
            ))
        },
    },
    Output {
        kind: Kind::new("task-role-trust.json", Language::Json, Way::Cli),
        render: |deployment| Some(json::document(&deployment.task_role.as_ref()?.trust)),
    },
    Output {
        kind: Kind::new("task-role-policy.json", Language::Json, Way::Cli),
        render: |deployment| Some(json::document(deployment.task_role.as_ref()?.policy.as_ref()?)),
    },
    Output {
        kind: Kind::new("deployer-policy.json", Language::Json, Way::Cli),
        render: |deployment| Some(json::document(&deployment.deployer_policy)),
    },
];

/// The outputs of the other ways, in the order in which the page shows them: the page fetches them on first use.
const LATER: [Output; 4] = [
    Output {
        kind: Kind::new("deploy.sh", Language::Shell, Way::Script),
        render: |deployment| Some(deploy::render(deployment)),
    },
    Output {
        kind: Kind::new("main.tf", Language::Hcl, Way::Terraform),
        render: terraform::module::render,
    },
    Output {
        kind: Kind::new("standalone.tf", Language::Hcl, Way::Terraform),
        render: |deployment| {
            deployment
                .module
                .is_none()
                .then(|| terraform::standalone::render(deployment))
        },
    },
    Output {
        kind: Kind::new("template.yaml", Language::Yaml, Way::CloudFormation),
        render: |deployment| Some(cloudformation::template::render(deployment)),
    },
];

/// Every kind of file that there can be, whatever the way, in the order in which they are shown.
pub static KINDS: [Kind; FIRST.len() + LATER.len()] = {
    let mut kinds = [FIRST[0].kind; FIRST.len() + LATER.len()];
    let mut at = 0;
    while at < kinds.len() {
        kinds[at] = if at < FIRST.len() {
            FIRST[at].kind
        } else {
            LATER[at - FIRST.len()].kind
        };
        at += 1;
    }
    kinds
};

/// The ways for which there are files, in the order in which they are offered.
pub fn ways() -> impl Iterator<Item = Way> {
    Way::ALL
        .iter()
        .copied()
        .filter(|way| KINDS.iter().any(|kind| kind.way == *way))
}

/// The files of a way.
pub fn files(deployment: &Deployment, way: Way) -> Vec<OutputFile> {
    if is_first(way) {
        first_files(deployment)
    } else {
        later_files(deployment, way)
    }
}

/// Whether the page opens with this way.
pub fn is_first(way: Way) -> bool {
    way == Way::default()
}

/// The files of the way with which the page opens.
pub fn first_files(deployment: &Deployment) -> Vec<OutputFile> {
    FIRST
        .iter()
        .filter_map(|output| output.file(deployment))
        .collect()
}

/// The files of one of the other ways.
pub fn later_files(deployment: &Deployment, way: Way) -> Vec<OutputFile> {
    LATER
        .iter()
        .filter(|output| output.kind.way == way)
        .filter_map(|output| output.file(deployment))
        .collect()
}

impl Output {
    fn file(&self, deployment: &Deployment) -> Option<OutputFile> {
        Some(OutputFile {
            name: self.kind.name,
            language: self.kind.language,
            text: (self.render)(deployment)?,
        })
    }
}

#[cfg(test)]
mod tests;
