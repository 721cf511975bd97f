//! The recommended form of a delegate that runs: who it is stays, how it runs is as the page recommends.

use crate::aws::arn::Arn;
use crate::aws::names::is_account_id;
use crate::carried::{Base, Carried, Imported};
use crate::choices::Start;
use crate::document::tree::Tree;
use crate::facts::delegate::{FIXED_VARIABLES, LEGACY_VARIABLES};
use crate::fields::{self, Field};
use crate::form::Form;

/// The fields that say how a delegate runs, and that get their recommended values. Not among them: who the delegate is,
/// where it runs, its size, and what somebody chose on purpose.
const RECOMMENDED: [&Field; 12] = [
    &fields::TOKEN_SOURCE,
    &fields::TOKEN,
    &fields::CONTAINER_CPU,
    &fields::CONTAINER_MEMORY,
    &fields::CONTAINER_PORT,
    &fields::HOSTNAME,
    &fields::STOP_TIMEOUT,
    &fields::HEALTH_CHECK,
    &fields::CIRCUIT_BREAKER,
    &fields::PROPAGATE_TAGS,
    &fields::ENABLE_ECS_MANAGED_TAGS,
    &fields::LOGS,
];

/// Returns the recommended form of an imported delegate.
pub fn upgraded(form: &Form) -> Form {
    let mut upgraded = form.clone();
    upgraded.set(&fields::START, vec![String::new()]);
    let launch_type = upgraded.launch_type();
    for field in RECOMMENDED {
        upgraded.set(field, field.default_texts(Start::Recommended, launch_type));
    }
    if upgraded.text(&fields::LOG_RETENTION).is_empty() && !has_logs(form) {
        let retention = fields::LOG_RETENTION.default_texts(Start::Recommended, launch_type);
        upgraded.set(&fields::LOG_RETENTION, retention);
    }
    // An ARN without an account, as in the documentation's samples, names no role.
    let names_role = |text: &str| Arn::parse(text).is_some_and(|arn| is_account_id(arn.account));
    for role in [&fields::EXECUTION_ROLE_ARN, &fields::TASK_ROLE_ARN] {
        if !names_role(form.text(role).trim()) {
            upgraded.set(role, vec![String::new()]);
        }
    }
    upgraded.set(&fields::CREATE_ROLES, vec!["true".to_owned()]);
    let mut rows = upgraded.texts(&fields::ENV);
    let name = |row: &String| {
        row.split_once('=')
            .map_or(String::new(), |(name, _)| name.to_owned())
    };
    rows.retain(|row| !LEGACY_VARIABLES.contains(&name(row).as_str()));
    upgraded.set(&fields::ENV, rows);
    if let Some(imported) = form.carried.imported() {
        upgraded.carried = Carried::new(giving_all(imported));
    }
    upgraded
}

fn has_logs(form: &Form) -> bool {
    form.text(&fields::LOGS) == "awslogs"
}

/// Makes everything that the form generates count as given, also what the imported documents lack.
fn giving_all(imported: &Imported) -> Imported {
    let within = |base: &Tree, document: &Option<Tree>| match document {
        Some(document) => common(base, document),
        None => base.clone(),
    };
    let base = &imported.base;
    Imported {
        base: Base {
            task_definition: of_containers(
                within(&base.task_definition, &imported.task_definition),
                imported,
            ),
            service: within(&base.service, &imported.service),
        },
        not_derived: Vec::new(),
        ..imported.clone()
    }
}

/// The part of one object that another one has too.
fn common(base: &Tree, document: &Tree) -> Tree {
    let Tree::Map(members) = base else {
        return base.clone();
    };
    let members = members.iter().filter_map(|(name, value)| {
        let own = document.get(name)?;
        Some((name.clone(), common(value, own)))
    });
    Tree::Map(members.collect())
}

/// The same for the generated container, beside the imported one, and for its variables.
fn of_containers(mut base: Tree, imported: &Imported) -> Tree {
    let containers = imported
        .task_definition
        .as_ref()
        .and_then(|document| document.get("containerDefinitions"));
    let own = containers.and_then(|containers| containers.items().get(imported.container));
    if let (Some(own), Some(Tree::List(items))) = (own, base.get_mut("containerDefinitions")) {
        for item in items {
            *item = common(item, own);
            let variables = own.list("environment");
            let names: Vec<String> = variables.iter().filter_map(|item| item.text_of("name")).collect();
            if let Some(Tree::List(environment)) = item.get_mut("environment") {
                environment.retain(|variable| {
                    let name = variable.text_of("name").unwrap_or_default();
                    names.contains(&name) && !FIXED_VARIABLES.iter().any(|(fixed, _)| *fixed == name)
                });
            }
        }
    }
    base
}
