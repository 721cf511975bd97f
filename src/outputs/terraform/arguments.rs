//! Converts an API document to the arguments of a Terraform resource: the same members in Terraform's spelling, as
//! blocks where Terraform has blocks.

use super::references::References;
use crate::document::tree::Tree;
use crate::outputs::language::hcl::{Expression, Item, block};

/// Members whose argument is not their name in snake case.
/// Source: <https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service> and
/// `ecs_task_definition` there, read 2026-11.
const NAMES: &[(&str, &str)] = &[
    ("serviceName", "name"),
    ("enableECSManagedTags", "enable_ecs_managed_tags"),
    ("minimumHealthyPercent", "deployment_minimum_healthy_percent"),
    ("maximumPercent", "deployment_maximum_percent"),
    ("volumes", "volume"),
    ("loadBalancers", "load_balancer"),
    ("placementStrategy", "ordered_placement_strategy"),
    ("serviceConnectConfiguration", "service_connect_configuration"),
    ("sizeInGiB", "size_in_gib"),
    ("sourcePath", "host_path"),
];

/// Members that Terraform does not nest: their own members take their place.
const FLAT: &[&str] = &["deploymentConfiguration", "awsvpcConfiguration", "host"];

/// Members whose value is a map with keys that the user chose, not a block.
const MAPS: &[&str] = &["driverOpts", "labels"];

/// Converts a document to arguments. Its tags are left out; the caller adds them.
pub fn arguments(document: &Tree, references: &References) -> Vec<Item> {
    let (mut arguments, mut blocks) = (Vec::new(), Vec::new());
    walk(document, references, &mut arguments, &mut blocks);
    arguments.append(&mut blocks);
    arguments
}

/// Collects arguments and blocks separately, because by convention blocks come last.
fn walk(document: &Tree, references: &References, arguments: &mut Vec<Item>, blocks: &mut Vec<Item>) {
    for (member, value) in document.members() {
        let name = argument_name(member);
        let expression = match (member.as_str(), value) {
            ("tags", _) => continue,
            ("containerDefinitions", _) => Expression::Json(Box::new(references.expression(value))),
            ("assignPublicIp", Tree::Text(text)) => {
                Expression::raw((text.shown().text() == "ENABLED").to_string())
            }
            ("subnets", _) => references.named("var.subnets"),
            ("securityGroups", _) => references.named("var.security_groups"),
            (_, Tree::Map(_)) if FLAT.contains(&member.as_str()) => {
                walk(value, references, arguments, blocks);
                continue;
            }
            (_, Tree::Map(_)) if !MAPS.contains(&member.as_str()) => {
                blocks.push(block(&name, &[], self::arguments(value, references)));
                continue;
            }
            (_, Tree::List(items)) if items.iter().all(|item| matches!(item, Tree::Map(_))) => {
                blocks.extend(
                    items
                        .iter()
                        .map(|item| block(&name, &[], self::arguments(item, references))),
                );
                continue;
            }
            _ => references.expression(value),
        };
        arguments.push(Item::Member(name, expression));
    }
}

/// Returns the name of the argument for a member: `cpu_architecture` for `cpuArchitecture`.
fn argument_name(member: &str) -> String {
    if let Some((_, name)) = NAMES.iter().find(|(other, _)| *other == member) {
        return (*name).to_owned();
    }
    member.chars().fold(String::new(), |mut name, c| {
        if c.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(c.to_ascii_lowercase());
        name
    })
}
