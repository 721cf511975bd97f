//! The execution role exists already, so it must allow what ECS needs.

use super::{existing_role, role_arn_format};
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `execution-role-given`
pub const RULE: Rule = Rule {
    id: "execution-role-given",
    severity: Severity::Info,
    what: "The execution role exists already. It must trust ECS and allow what ECS needs to start the task.",
    consequence: "Otherwise tasks stop with *ResourceInitializationError* or *CannotPullContainerError*, and the service stays at 0 running tasks.",
    source: sources::EXECUTION_ROLE,
    check: |subject, problems| {
        let field = &fields::EXECUTION_ROLE_ARN;
        let role = subject
            .typed(field)
            .filter(|arn| role_arn_format::wrong(arn).is_none());
        if role.is_some() && !subject.config.is_module() {
            let permissions = subject.deployment.execution_permissions.as_ref();
            problems.push(Problem::new(field, existing_role::sentence(permissions)));
        }
    },
    fires: "execution_role_arn=arn:aws:iam::012345678901:role/own",
    quiet: "create_roles=true",
};
