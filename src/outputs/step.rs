//! What the user does with a file: a sentence, the command, and what the command needs. No file holds its own commands:
//! a comment cannot contain a value (`language::comment`).

use crate::document::written::Written;

/// A step that the user carries out with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When the user carries it out.
    pub stage: Stage,
    /// The instruction in Markdown. It contains no value.
    pub sentence: &'static str,
    /// The commands for Bash, if the step has any, with marks for missing values. They run in the folder of the files.
    pub command: Option<Written>,
    /// What the command needs.
    pub needs: Vec<Need>,
}

/// When the user carries out a step. Stages are in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Before the deployment is created.
    Prepare,
    /// To create or update the deployment.
    Run,
    /// To change, repair or remove the deployment. The user may never need such a step.
    Later,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: &[Self] = &[Self::Prepare, Self::Run, Self::Later];

    /// Returns the stage's name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::Run => "run",
            Self::Later => "later",
        }
    }
}

/// What a command needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// A file with this name in the folder in which the command runs.
    File(&'static str),
    /// An exported variable of the shell.
    Variable(Variable),
}

/// A variable that the user exports before a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// The variable's name.
    pub name: String,
    /// What its value is, as a phrase without a period at the end.
    pub what: &'static str,
    /// Whether the value is a secret. The user types it without echo, and it is not a command's argument.
    pub is_secret: bool,
}

impl Variable {
    /// Returns the command that exports the variable. The user puts the value in place of the dots, or types a secret.
    pub fn export(&self) -> String {
        let name = &self.name;
        if self.is_secret {
            format!("read -rs {name} && export {name}")
        } else {
            format!("export {name}=…")
        }
    }
}

impl Step {
    /// Returns the variables that the user exports first.
    pub fn variables(&self) -> impl Iterator<Item = &Variable> {
        self.needs.iter().filter_map(|need| match need {
            Need::File(_) => None,
            Need::Variable(variable) => Some(variable),
        })
    }

    /// Makes a step without a command.
    pub const fn new(stage: Stage, sentence: &'static str) -> Self {
        Self {
            stage,
            sentence,
            command: None,
            needs: Vec::new(),
        }
    }

    /// Sets the command.
    #[must_use]
    pub fn command(mut self, command: impl Into<Written>) -> Self {
        self.command = Some(command.into());
        self
    }

    /// Sets the command to one whose answer nobody needs. Version 2 of the AWS CLI would show the answer page by page, and
    /// wait for a key.
    #[must_use]
    pub fn quietly(self, command: &Written) -> Self {
        self.command(command.between("", " >/dev/null"))
    }

    /// Adds a file that the command needs.
    #[must_use]
    pub fn needs_file(mut self, name: &'static str) -> Self {
        self.needs.push(Need::File(name));
        self
    }

    /// Adds a variable that the command needs.
    #[must_use]
    pub fn needs_variable(mut self, name: impl Into<String>, what: &'static str, is_secret: bool) -> Self {
        let name = name.into();
        self.needs.push(Need::Variable(Variable {
            name,
            what,
            is_secret,
        }));
        self
    }
}
