//! ECS Exec needs a task role.

use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `exec-requirements`
pub const RULE: Rule = Rule {
    id: "exec-requirements",
    severity: Severity::Error,
    what: "ECS Exec without a task role.",
    consequence: "`execute-command` fails: *The execute command failed because execute command was not enabled when the task was run or the execute command agent isn't running*. The agent needs a task role with ssmmessages.",
    source: sources::EXEC,
    check: |subject, problems| {
        let config = subject.config;
        if config.enable_execute_command && config.task_role_arn.is_blank() && !config.create_roles {
            let field = &fields::ENABLE_EXECUTE_COMMAND;
            let fix = Fix::set("Switch ECS Exec off", field, "false");
            problems.push(
                Problem::new(field, "It needs a task role: give its ARN, or create the roles.").fix(fix),
            );
        }
    },
    fires: "enable_execute_command=true&create_roles=false",
    quiet: "enable_execute_command=true&create_roles=true",
};
