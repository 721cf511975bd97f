//! The delegate name is too long for the module, which names a role after the delegate.

use super::standalone::standalone;
use crate::facts::sources;
use crate::facts::terraform_module::DELEGATE_NAME_MAX;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `tf-module-name-length`
pub const RULE: Rule = Rule {
    id: "tf-module-name-length",
    severity: Severity::Error,
    what: "The delegate's name is too long for the Terraform module.",
    consequence: "`terraform apply` fails: the module's role `harness-delegate-NAME-ecsTaskExecutionRole` would have more than 64 characters.",
    source: sources::ROLE_NAMES,
    check: |subject, problems| {
        let field = &fields::DELEGATE_NAME;
        let name = subject
            .typed(field)
            .filter(|name| subject.config.is_module() && name.chars().count() > DELEGATE_NAME_MAX);
        if let Some(name) = name {
            let message = format!(
                "It has {} characters; the module takes `{DELEGATE_NAME_MAX}`.",
                name.chars().count()
            );
            problems.push(Problem::new(field, message).fix(standalone()));
        }
    },
    fires: "way=terraform&terraform_source=module&delegate_name=build-blue-in-the-west-wing",
    quiet: "way=terraform&terraform_source=module&delegate_name=build-blue-in-the-westwing",
};
