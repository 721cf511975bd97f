//! Harness's Terraform module takes no imported document.

use super::document::container;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `lost-in-module`
pub const RULE: Rule = Rule {
    id: "lost-in-module",
    severity: Severity::Warning,
    what: "Harness's Terraform module has no place for what no field holds of an imported document.",
    consequence: "The module makes a task definition of its own. Nothing of the imported one goes into it but the values of the form.",
    source: sources::MODULE,
    check: |subject, problems| {
        if subject.config.is_module() && container(subject).is_some() {
            let fix = Fix::set("Use plain resources", &fields::TERRAFORM_SOURCE, "standalone");
            let message = "The module leaves out what no field holds of the imported documents.";
            problems.push(Problem::new(&fields::TERRAFORM_SOURCE, message).fix(fix));
        }
    },
    fires: "way=terraform&terraform_source=module\n{\"family\": \"a\", \"requiresCompatibilities\": [\"FARGATE\"], \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"environment\": [{\"name\": \"ACCOUNT_ID\", \"value\": \"6_vVHzo9Qeu9fXvj-AcQCb\"}, {\"name\": \"DELEGATE_NAME\", \"value\": \"a\"}, {\"name\": \"MANAGER_HOST_AND_PORT\", \"value\": \"https://app.harness.io\"}], \"secrets\": [{\"name\": \"DELEGATE_TOKEN\", \"valueFrom\": \"arn:aws:secretsmanager:us-west-2:012345678901:secret:a-b1C2d3\"}]}]}",
    quiet: "way=terraform\n{\"family\": \"a\", \"requiresCompatibilities\": [\"FARGATE\"], \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"environment\": [{\"name\": \"ACCOUNT_ID\", \"value\": \"6_vVHzo9Qeu9fXvj-AcQCb\"}, {\"name\": \"DELEGATE_NAME\", \"value\": \"a\"}, {\"name\": \"MANAGER_HOST_AND_PORT\", \"value\": \"https://app.harness.io\"}], \"secrets\": [{\"name\": \"DELEGATE_TOKEN\", \"valueFrom\": \"arn:aws:secretsmanager:us-west-2:012345678901:secret:a-b1C2d3\"}]}]}",
};
