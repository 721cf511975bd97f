//! The files that the user takes away: renderings of one [`Deployment`], so that they cannot disagree.

pub mod cloudformation;
pub mod cloudformation_stack;
pub mod commands;
pub mod deploy;
pub mod hcl;
pub mod json;
pub mod readme;
pub mod secrets;
pub mod shell;
pub mod terraform;
pub mod terraform_arguments;
pub mod terraform_module;
pub mod terraform_standalone;
pub mod tree;
pub mod yaml;

use crate::choices::{TerraformSource, Way};
use crate::config::Config;
use crate::deployment::Deployment;

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

/// Which files are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The open way.
    pub way: Way,
    /// Which Terraform.
    pub terraform_source: TerraformSource,
}

impl Wanted {
    /// What this configuration wants.
    pub fn of(config: &Config) -> Self {
        Self {
            way: config.way,
            terraform_source: config.terraform_source,
        }
    }
}

/// One kind of file.
struct Output {
    name: &'static str,
    language: Language,
    ways: &'static [Way],
    /// The file's text; `None` where this deployment does not need it.
    render: fn(&Deployment) -> Option<String>,
}

/// Every output, in the order in which the page shows them.
const OUTPUTS: &[Output] = &[
    Output {
        name: "task-spec.json",
        language: Language::Json,
        ways: &[Way::Cli],
        render: |deployment| Some(json::task_definition(deployment)),
    },
    Output {
        name: "service.json",
        language: Language::Json,
        ways: &[Way::Cli],
        render: |deployment| Some(json::service(deployment)),
    },
    Output {
        name: "commands.sh",
        language: Language::Shell,
        ways: &[Way::Cli],
        render: |deployment| Some(commands::render(deployment)),
    },
    Output {
        name: "deploy.sh",
        language: Language::Shell,
        ways: &[Way::Script],
        render: |deployment| Some(deploy::render(deployment)),
    },
    Output {
        name: "execution-role-trust.json",
        language: Language::Json,
        ways: &[Way::Cli],
        render: |deployment| Some(json::document(&deployment.execution_role.as_ref()?.trust)),
    },
    Output {
        name: "execution-role-policy.json",
        language: Language::Json,
        ways: &[Way::Cli],
        render: |deployment| {
            Some(json::document(
                deployment.execution_role.as_ref()?.policy.as_ref()?,
            ))
        },
    },
    Output {
        name: "task-role-trust.json",
        language: Language::Json,
        ways: &[Way::Cli],
        render: |deployment| Some(json::document(&deployment.task_role.as_ref()?.trust)),
    },
    Output {
        name: "task-role-policy.json",
        language: Language::Json,
        ways: &[Way::Cli],
        render: |deployment| Some(json::document(deployment.task_role.as_ref()?.policy.as_ref()?)),
    },
    Output {
        name: "deployer-policy.json",
        language: Language::Json,
        ways: &[Way::Cli],
        render: |deployment| Some(json::document(&deployment.deployer_policy)),
    },
    Output {
        name: "main.tf",
        language: Language::Hcl,
        ways: &[Way::Terraform],
        render: terraform_module::render,
    },
    Output {
        name: "standalone.tf",
        language: Language::Hcl,
        ways: &[Way::Terraform],
        render: |deployment| {
            deployment
                .module
                .is_none()
                .then(|| terraform_standalone::render(deployment))
        },
    },
    Output {
        name: "template.yaml",
        language: Language::Yaml,
        ways: &[Way::CloudFormation],
        render: |deployment| Some(cloudformation::render(deployment)),
    },
];

/// Every file that there can be, whatever the way, in the order in which they are shown.
pub fn names() -> impl Iterator<Item = (&'static str, Language)> {
    OUTPUTS.iter().map(|output| (output.name, output.language))
}

/// The ways for which there are files, in the order in which they are offered.
pub fn ways() -> impl Iterator<Item = Way> {
    Way::ALL
        .iter()
        .copied()
        .filter(|way| OUTPUTS.iter().any(|output| output.ways.contains(way)))
}

/// The files of the open way.
pub fn files(deployment: &Deployment, wanted: Wanted) -> Vec<OutputFile> {
    OUTPUTS
        .iter()
        .filter(|output| output.ways.contains(&wanted.way))
        .filter_map(|output| {
            let text = (output.render)(deployment)?;
            Some(OutputFile {
                name: output.name,
                language: output.language,
                text,
            })
        })
        .collect()
}
