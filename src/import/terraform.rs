//! A call of Harness's Terraform module.
//! Source: `variables.tf` of <https://github.com/harness-community/terraform-aws-harness-delegate-ecs-fargate> at 3929611;
//! read 2026-11.

use super::described::Described;
use super::failure::Failure;
use super::note::{Note, quoted};
use crate::facts::delegate::VARIABLES;
use crate::fields::{self, Field};
use hcl_edit::expr::{Expression, Object, ObjectKey};
use hcl_edit::structure::{Attribute, Block, Body};

/// The arguments that are a variable of the delegate.
const VARIABLES_OF_ARGUMENTS: [(&str, &str); 8] = [
    ("name", VARIABLES.name),
    ("harness_account_id", VARIABLES.account_id),
    ("manager_host_and_port", VARIABLES.manager_url),
    ("log_streaming_service_url", VARIABLES.log_service_url),
    ("delegate_tags", VARIABLES.tags),
    ("delegate_description", VARIABLES.description),
    ("init_script", VARIABLES.init_script),
    ("proxy_manager", "PROXY_MANAGER"),
];

/// The arguments that have a field of their own.
const FIELDS_OF_ARGUMENTS: [(&str, &Field); 6] = [
    ("delegate_token_secret_arn", &fields::TOKEN_SECRET_ARN),
    ("cluster_name", &fields::CLUSTER),
    ("enable_ecs_exec", &fields::ENABLE_EXECUTE_COMMAND),
    ("subnets", &fields::SUBNETS),
    ("security_groups", &fields::SECURITY_GROUPS),
    ("desired_count", &fields::DESIRED_COUNT),
];

/// Arguments that only delegates of years ago read.
const LEGACY: [&str; 6] = [
    "delegate_check_location",
    "watcher_storage_url",
    "watcher_check_location",
    "delegate_storage_url",
    "cdn_url",
    "remote_watcher_url_cdn",
];

/// Whether a text may be Terraform: a line of it begins a block that has a label.
pub fn is_terraform(text: &str) -> bool {
    let is_begin = |line: &str| {
        ["module \"", "resource \"", "variable \"", "data \""]
            .iter()
            .any(|start| line.trim_start().starts_with(start))
    };
    text.lines().any(is_begin)
}

/// Reads the delegate of a call of the module.
///
/// # Errors
///
/// The text is not Terraform, or has no call of the module, or two.
pub fn delegate(text: &str) -> Result<Described, Failure> {
    let body: Body = text.parse().map_err(|error: hcl_edit::parser::Error| {
        let at = error.location();
        Failure::at(
            at.line(),
            at.column(),
            format!("This is not valid Terraform: {}.", error.message()),
        )
    })?;
    let mut calls = body.get_blocks("module").filter(|block| is_of_harness(block));
    let Some(call) = calls.next() else {
        return Err(Failure::of(
            "The text has no call of Harness's Terraform module: no module block whose source is terraform-aws-harness-delegate-ecs-fargate. Of other Terraform, paste what describe-task-definition says of the task.",
        ));
    };
    if calls.next().is_some() {
        return Err(Failure::of(
            "The text has two calls of Harness's Terraform module. Paste one of them.",
        ));
    }
    let mut described = Described {
        what: "a call of Harness's Terraform module",
        ..Described::default()
    };
    for attribute in call.body.attributes() {
        argument(attribute, &mut described);
    }
    Ok(described)
}

fn is_of_harness(block: &Block) -> bool {
    let source = block
        .body
        .get_attribute("source")
        .and_then(|source| source.value.as_str());
    source.is_some_and(|source| source.contains("harness-delegate"))
        || ["harness_account_id", "delegate_token_secret_arn"]
            .iter()
            .any(|name| block.body.has_attribute(name))
}

fn argument(attribute: &Attribute, described: &mut Described) {
    let name = attribute.key.as_str();
    let Some(value) = text(&attribute.value) else {
        if name == "delegate_environment" && environment(&attribute.value, described) {
            return;
        }
        let note = match name {
            "delegate_policy_arns" => Note::left_out(format!(
                "`{name}`: the page makes a policy of what the delegate may do, under Permissions."
            )),
            _ => Note::not_understood(format!("`{name}`: Terraform fills it in. Give the value.")),
        };
        described.notes.push(note);
        return;
    };
    let variable = VARIABLES_OF_ARGUMENTS.iter().find(|(other, _)| *other == name);
    let field = FIELDS_OF_ARGUMENTS.iter().find(|(other, _)| *other == name);
    match (name, variable, field) {
        (_, Some((_, variable)), _) => described.variables.push(((*variable).to_owned(), value)),
        (_, _, Some((_, field))) => described.edits.push((field, value)),
        ("delegate_image", ..) => described.image = Some(value),
        ("cpu", ..) => described.cpu = value.parse().ok(),
        ("memory", ..) => described.memory = value.parse().ok(),
        ("source" | "version", ..) => {}
        (name, ..) if LEGACY.contains(&name) => {
            described.notes.push(Note::left_out(format!(
                "`{name}`: delegates of today do not read it."
            )));
        }
        _ => described.notes.push(Note::not_understood(quoted(name))),
    }
}

/// The text of a literal: of a list, its items with commas between. `None` if Terraform computes it.
fn text(value: &Expression) -> Option<String> {
    match value {
        Expression::String(text) => Some(text.as_str().to_owned()),
        Expression::Number(number) => Some(number.value().to_string()),
        Expression::Bool(flag) => Some(flag.value().to_string()),
        Expression::HeredocTemplate(template) => {
            let is_literal = |element: &hcl_edit::template::Element| element.as_literal().is_some();
            let elements = template.template.iter();
            template.template.iter().all(is_literal).then(|| {
                elements
                    .filter_map(|element| Some(element.as_literal()?.as_str().to_owned()))
                    .collect()
            })
        }
        Expression::Array(array) => {
            let items: Vec<String> = array.iter().map(text).collect::<Option<_>>()?;
            (!items.is_empty()).then(|| items.join(","))
        }
        _ => None,
    }
}

/// Reads a list of objects with `name` and `value`. Returns whether it could.
fn environment(value: &Expression, described: &mut Described) -> bool {
    let Expression::Array(array) = value else {
        return false;
    };
    let pair = |item: &Expression| {
        let Expression::Object(object) = item else {
            return None;
        };
        Some((member(object, "name")?, member(object, "value")?))
    };
    let Some(pairs) = array.iter().map(pair).collect::<Option<Vec<_>>>() else {
        return false;
    };
    described.variables.extend(pairs);
    true
}

fn member(object: &Object, wanted: &str) -> Option<String> {
    let is_it = |key: &ObjectKey| match key {
        ObjectKey::Ident(name) => name.as_str() == wanted,
        ObjectKey::Expression(key) => key.as_str() == Some(wanted),
    };
    let (_, value) = object.iter().find(|(key, _)| is_it(key))?;
    text(value.expr())
}
