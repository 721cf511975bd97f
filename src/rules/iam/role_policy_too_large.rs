//! The policy of a role that the deployment creates is longer than IAM allows.

use crate::deployment::policy::PolicyDocument;
use crate::facts::iam::{MANAGED_POLICY_MAX, ROLE_POLICY_MAX};
use crate::facts::sources;
use crate::fields::{self, Field};
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `role-policy-too-large`
pub const RULE: Rule = Rule {
    id: "role-policy-too-large",
    severity: Severity::Error,
    what: "The policy of a created role is longer than IAM allows.",
    consequence: "IAM rejects the policy: *LimitExceeded*. It counts the characters without white space. Use wildcards, or give the ARN of a role that has the permissions.",
    source: sources::ROLE_NAMES,
    check: |subject, problems| {
        let mut check = |field: &'static Field, policy: Option<&PolicyDocument>, max: usize| {
            if let Some(size) = policy.map(PolicyDocument::size).filter(|size| *size > max) {
                let message = format!("The policy has {size} characters; IAM allows {max}.");
                problems.push(Problem::new(field, message));
            }
        };
        let deployment = subject.deployment;
        let permissions = &fields::ASSUME_ROLE_ARNS;
        if let Some(module) = &deployment.module {
            let policy = module.policy.as_ref().map(|(_, policy)| policy);
            check(permissions, policy, MANAGED_POLICY_MAX);
            return;
        }
        for (field, role) in [
            (&fields::SECRET_ENV, &deployment.execution_role),
            (permissions, &deployment.task_role),
        ] {
            let policy = role.as_ref().and_then(|role| role.policy.as_ref());
            check(field, policy, ROLE_POLICY_MAX);
        }
    },
    fires: "task_role_permissions=assume-roles&assume_role_arns=arn:aws:iam::012345678901:role/{10241}",
    quiet: "task_role_permissions=assume-roles&assume_role_arns=arn:aws:iam::012345678901:role/{64}",
};
