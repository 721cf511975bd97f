//! The execution role is the user's own, and needs some permissions.

use crate::aws::arn::Arn;
use crate::fields;
use crate::finding::Severity;
use crate::rules::links;
use crate::rules::rule::{Problem, Rule};

/// `execution-role-given`
pub const RULE: Rule = Rule {
    id: "execution-role-given",
    severity: Severity::Info,
    what: "The execution role is one that exists, and has to be allowed what the task needs.",
    consequence: "Otherwise tasks stop with *ResourceInitializationError*, and the service stays at 0 running tasks.",
    source: links::EXECUTION_ROLE,
    check: |subject, problems| {
        let config = subject.config;
        let needs = [
            (
                config.has_secrets(),
                "`secretsmanager:GetSecretValue` on the secrets",
            ),
            (
                config.has_logs(),
                "`logs:CreateLogStream` and `logs:PutLogEvents` on the log group",
            ),
        ];
        let needs: Vec<&str> = needs
            .into_iter()
            .filter_map(|(is_needed, need)| is_needed.then_some(need))
            .collect();
        let field = &fields::EXECUTION_ROLE_ARN;
        let is_arn = subject.typed(field).and_then(Arn::parse).is_some();
        if is_arn && !needs.is_empty() && !config.is_module() {
            let message = format!("This role must be allowed {}.", needs.join(", and "));
            problems.push(Problem::new(field, message));
        }
    },
    fires: "execution_role_arn=arn:aws:iam::012345678901:role/own",
    quiet: "logs=none&token_source=plain&token=not-a-real-token&execution_role_arn=arn:aws:iam::012345678901:role/own",
};
