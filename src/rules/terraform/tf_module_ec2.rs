//! The module supports only Fargate.

use super::standalone::standalone;
use crate::choices::{TerraformSource, Way};
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `tf-module-ec2`
pub const RULE: Rule = Rule {
    id: "tf-module-ec2",
    severity: Severity::Info,
    what: "The Terraform module with EC2.",
    consequence: "The module says `launch_type = \"FARGATE\"` itself; standalone.tf with plain resources is shown instead of main.tf.",
    source: sources::MODULE,
    check: |subject, problems| {
        let config = subject.config;
        if config.way == Way::Terraform
            && config.terraform_source == TerraformSource::Module
            && !config.is_fargate()
        {
            let message = "The module is for Fargate only; the file has plain resources.";
            problems.push(Problem::new(&fields::TERRAFORM_SOURCE, message).fix(standalone()));
        }
    },
    fires: "way=terraform&terraform_source=module&launch_type=EC2",
    quiet: "way=terraform&terraform_source=standalone&launch_type=EC2",
};
