//! The task reads secrets with a role that AWS's own policy does not allow to read them.

use crate::aws::secret::SecretReference;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};
use crate::rules::secrets::given;

/// `execution-role-secrets`
pub const RULE: Rule = Rule {
    id: "execution-role-secrets",
    severity: Severity::Warning,
    what: "The task has secrets, and its execution role is the account's `ecsTaskExecutionRole`.",
    consequence: "Unless you have added *secretsmanager:GetSecretValue* to it, tasks stop with *ResourceInitializationError: unable to pull secrets or registry auth*: AWS's policy of that role does not allow it.",
    source: sources::EXECUTION_ROLE,
    check: |subject, problems| {
        let config = subject.config;
        let is_derived = !config.create_roles && config.execution_role_arn.is_blank();
        if is_derived && config.has_secrets() && !config.is_module() {
            let message = "`ecsTaskExecutionRole` may read no secret by itself.";
            let mut fix = Fix::set("Create a role that may", &fields::CREATE_ROLES, "true");
            // This also creates a task role. Give it permissions only if the user asked for them.
            let permissions = &fields::TASK_ROLE_PERMISSIONS;
            if !subject.reading.is_touched(permissions.key) {
                fix = fix.and(Edit::set(permissions, "none"));
            }
            // The policy of a created role names the secrets, so the fix needs all of them.
            let is_named = given::all(subject).all(|(_, _, text)| SecretReference::parse(text).is_ok());
            problems.push(Problem::new(&fields::EXECUTION_ROLE_ARN, message).fix_if(is_named.then_some(fix)));
        }
    },
    fires: "create_roles=false",
    quiet: "create_roles=false&execution_role_arn=arn:aws:iam::012345678901:role/build-blue-execution",
};
