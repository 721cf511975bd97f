//! An imported delegate lacks a variable without which no delegate starts.

use super::document::container;
use crate::document::tree::Tree;
use crate::facts::delegate::VARIABLES;
use crate::facts::sources;
use crate::fields::{self, Field};
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// The variables that every delegate needs.
const REQUIRED: [(&str, &Field); 4] = [
    (VARIABLES.account_id, &fields::ACCOUNT_ID),
    (VARIABLES.token, &fields::TOKEN_SOURCE),
    (VARIABLES.name, &fields::DELEGATE_NAME),
    (VARIABLES.manager_url, &fields::MANAGER_URL),
];

/// `required-env-missing`
pub const RULE: Rule = Rule {
    id: "required-env-missing",
    severity: Severity::Error,
    what: "An imported delegate lacks its account, token, name or manager URL.",
    consequence: "The delegate cannot register at Harness, and stops.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        let is_delegate = subject
            .config
            .carried
            .imported()
            .is_some_and(|imported| imported.is_delegate);
        let Some(container) = container(subject).filter(|_| is_delegate) else {
            return;
        };
        let has = |list: &str, name: &str, is_given: fn(&Tree) -> bool| {
            let mut items = container.list(list).iter();
            items.any(|item| item.text_of("name").as_deref() == Some(name) && is_given(item))
        };
        let has_value = |item: &Tree| {
            item.text_of("value")
                .is_some_and(|value| !value.trim().is_empty())
        };
        for (name, field) in REQUIRED {
            if has("environment", name, has_value) || has("secrets", name, |_| true) {
                continue;
            }
            let fix = (*field == fields::TOKEN_SOURCE).then(|| {
                Fix::set("Read it from Secrets Manager", field, "secretsmanager")
                    .and(Edit::clear(&fields::TOKEN))
            });
            let message = format!("The imported container has no `{name}`.");
            problems.push(Problem::new(field, message).fix_if(fix));
        }
    },
    fires: "\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"environment\": [{\"name\": \"ACCOUNT_ID\", \"value\": \"6_vVHzo9Qeu9fXvj-AcQCb\"}]}]}",
    quiet: "token=not-a-real-token&delegate_name=a&manager_url=https://app.harness.io\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\", \"environment\": [{\"name\": \"ACCOUNT_ID\", \"value\": \"6_vVHzo9Qeu9fXvj-AcQCb\"}]}]}",
};
