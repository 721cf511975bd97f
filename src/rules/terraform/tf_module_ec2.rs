//! The module is for Fargate.

use crate::choices::{TerraformSource, Way};
use crate::fields;
use crate::finding::Severity;
use crate::rules::native;
use crate::rules::{Problem, Rule, links};

/// `tf-module-ec2`
pub static RULE: Rule = Rule {
    id: "tf-module-ec2",
    severity: Severity::Info,
    what: native("The Terraform module with EC2."),
    consequence: "The module says `launch_type = \"FARGATE\"` itself; standalone.tf with plain resources is shown instead of main.tf.",
    source: links::MODULE,
    check: |subject, problems| {
        let config = subject.config;
        if config.way == Way::Terraform
            && config.terraform_source == TerraformSource::Module
            && !config.is_fargate()
        {
            let message = "The module is for Fargate only; the file has plain resources.";
            problems.push(Problem::new(&fields::TERRAFORM_SOURCE, message).fix(super::standalone()));
        }
    },
    fires: native("way=terraform&terraform_source=module&launch_type=EC2"),
    quiet: native("way=terraform&terraform_source=standalone&launch_type=EC2"),
};
