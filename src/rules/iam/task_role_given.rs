//! The task role exists already, so it must allow what the task needs.

use super::{existing_role, role_arn_format};
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `task-role-given`
pub const RULE: Rule = Rule {
    id: "task-role-given",
    severity: Severity::Info,
    what: "The task role exists already. It must trust ECS, and allow ECS Exec if the service uses it.",
    consequence: "Otherwise tasks stop with *ECS was unable to assume the role*, or `execute-command` fails. The page cannot see what else the delegate does at AWS.",
    source: sources::TASK_ROLE,
    check: |subject, problems| {
        let field = &fields::TASK_ROLE_ARN;
        let role = subject
            .typed(field)
            .filter(|arn| role_arn_format::wrong(arn).is_none());
        if role.is_some() && !subject.config.is_module() {
            let permissions = subject.deployment.task_permissions.as_ref();
            problems.push(Problem::new(field, existing_role::sentence(permissions)));
        }
    },
    fires: "enable_execute_command=true&task_role_arn=arn:aws:iam::012345678901:role/own",
    quiet: "enable_execute_command=true",
};
