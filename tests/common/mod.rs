//! What the tests share: a configuration and its files from URL parameters, random forms, and the programs that judge
//! the outputs.

// Each test binary uses only some of it.
#![allow(dead_code)]

pub mod cli;
pub mod forms;
pub mod judges;
pub mod moto;
pub mod programs;
pub mod script;
pub mod terminal;
pub mod whole;

use configurator::date::Date;
use configurator::fields::{self, Field};
use configurator::link::{self, Secrets};
use configurator::read::Reading;
use configurator::rules::findings;
use configurator::{Config, Deployment, Finding, Form, OutputFile, build, files, read};
use std::path::Path;

/// The day of the tests.
pub const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 24,
};

/// Example values for what `recommended` on Fargate still needs.
pub const FARGATE: &str = "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&region=us-west-2&image=harness/delegate:26.10.87203&cluster=delegates\
    &token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/build-blue-a1B2c3\
    &subnets=subnet-0a1b2c3d4e5f67890,subnet-0b1c2d3e4f5a67891&security_groups=sg-0a1b2c3d4e5f67890";

/// Example values for what `recommended` on EC2 still needs.
pub const EC2: &str = "launch_type=EC2&delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&region=us-west-2&image=harness/delegate:26.10.87203&cluster=delegates\
    &token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/build-blue-a1B2c3";

/// Everything that follows from a form.
pub struct Outcome {
    /// What reading noted about the form.
    pub reading: Reading,
    pub form: Form,
    pub config: Config,
    pub deployment: Deployment,
    pub findings: Vec<Finding>,
    pub files: Vec<OutputFile>,
}

impl Outcome {
    /// Reads URL parameters as the page and `generate` do.
    pub fn of(query: &str) -> Self {
        let (form, mut findings) = link::parse(query, Secrets::Honour);
        let mut outcome = Self::of_form(form);
        findings.append(&mut outcome.findings);
        outcome.findings = findings;
        outcome
    }

    /// Reads a form.
    pub fn of_form(form: Form) -> Self {
        let (config, reading) = read(&form);
        let deployment = build(&config);
        let findings = findings(&form, TODAY);
        let files = files(&deployment, config.way);
        Self {
            reading,
            form,
            config,
            deployment,
            findings,
            files,
        }
    }

    /// The text of a file. Panics if the outcome does not have it.
    pub fn file(&self, name: &str) -> &str {
        match self.files.iter().find(|file| file.name == name) {
            Some(file) => &file.text,
            None => panic!("there is no {name}, but {:?}", self.names()),
        }
    }

    /// The text of a file with what `commands.sh` fills in: `value` has the value of each field. Empty if there is no such
    /// file.
    pub fn filled(&self, name: &str, value: impl Fn(&str) -> String) -> String {
        let Some(file) = self.files.iter().find(|file| file.name == name) else {
            return String::new();
        };
        let mut text = file.text.clone();
        for mark in file.found.iter().rev() {
            text.replace_range(mark.at.clone(), &value(mark.field));
        }
        text
    }

    /// A JSON file. Panics if the outcome does not have it.
    pub fn json(&self, name: &str) -> serde_json::Value {
        serde_json::from_str(self.file(name)).unwrap_or_else(|error| panic!("{name} is no JSON: {error}"))
    }

    /// The names of the files.
    pub fn names(&self) -> Vec<&'static str> {
        self.files.iter().map(|file| file.name).collect()
    }

    /// The keys of the missing fields.
    pub fn missing(&self) -> Vec<&'static str> {
        fields::missing(&self.config)
            .iter()
            .map(|field| field.key)
            .collect()
    }

    /// The names and texts of the files.
    pub fn texts(&self) -> Vec<(&'static str, &str)> {
        let files = self.files.iter();
        files.map(|file| (file.name, file.text.as_str())).collect()
    }

    /// Writes the files into a directory.
    pub fn write(&self, directory: &Path) {
        for file in &self.files {
            std::fs::write(directory.join(file.name), &file.text).expect("a temporary file can be written");
        }
    }
}

/// The placeholder that the outputs show for a missing field.
pub fn placeholder(form: &Form, field: &Field) -> String {
    let own = field.placeholder();
    own.map_or_else(|| form.text(field), str::to_owned)
}

/// Everything in a text that looks like a placeholder: `<UPPER_CASE>`.
pub fn placeholders(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('<') {
        let rest = &text[at + 1..];
        let end = rest
            .find(|c: char| !(c.is_ascii_uppercase() || c == '_'))
            .unwrap_or(rest.len());
        if end > 0 && rest[end..].starts_with('>') {
            found.push(&text[at..at + end + 2]);
        }
    }
    found
}
