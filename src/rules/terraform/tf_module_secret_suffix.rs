//! The secret's ARN has a suffix, but the module appends one itself.

use super::standalone::standalone;
use crate::aws::secret::SecretReference;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `tf-module-secret-suffix`
pub const RULE: Rule = Rule {
    id: "tf-module-secret-suffix",
    severity: Severity::Error,
    what: "The Terraform module with one key or version of the token's secret.",
    consequence: "The module appends `:::` to the ARN and names it in a policy: with a suffix both are malformed, and the tasks don't start (*ResourceInitializationError*).",
    source: sources::MODULE,
    check: |subject, problems| {
        let field = &fields::TOKEN_SECRET_ARN;
        let secret = subject
            .typed(field)
            .filter(|_| subject.config.is_module())
            .and_then(|text| SecretReference::parse(text).ok());
        if secret
            .is_some_and(|secret| secret.suffix.is_some() || (secret.arn.is_some() && !secret.is_secret()))
        {
            let message = "The module takes the bare ARN of a secret only.";
            problems.push(Problem::new(field, message).fix(standalone()));
        }
    },
    fires: "way=terraform&terraform_source=module&token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:token-a1B2c3:key::",
    quiet: "way=terraform&terraform_source=module",
};
