//! Converts an API document to the arguments of a Terraform resource: the same members in Terraform's spelling, as
//! blocks where Terraform has blocks. What the provider has no argument for is left out; a rule says so.

use super::references::References;
use crate::document::conform::{TERRAFORM, pairs, within};
use crate::document::text::Text;
use crate::document::tree::Tree;
use crate::facts::api::{Kind, Shape, member};
use crate::facts::terraform_provider::{FLAT, IN_DEPLOYMENT_CONFIGURATION, MAPS_OF_PAIRS, NAMES};
use crate::outputs::language::hcl::{Expression, Item, block};

/// Returns the arguments of a document: attributes first, then blocks.
pub fn arguments(document: &Tree, shape: Shape, references: &References) -> Vec<Item> {
    let mut walk = Walk {
        references,
        arguments: Vec::new(),
        blocks: Vec::new(),
    };
    walk.object(&TERRAFORM.split(document, shape).0, shape, "");
    walk.finish()
}

struct Walk<'a> {
    references: &'a References<'a>,
    arguments: Vec<Item>,
    blocks: Vec<Item>,
}

impl Walk<'_> {
    fn finish(mut self) -> Vec<Item> {
        self.arguments.append(&mut self.blocks);
        self.arguments
    }

    fn object(&mut self, document: &Tree, shape: Shape, path: &str) {
        for (name, value) in document.members() {
            let path = within(path, name);
            if let Some(kind) = member(shape, name) {
                self.member(name, value, kind, &path);
            }
        }
    }

    fn member(&mut self, member: &str, value: &Tree, kind: Kind, path: &str) {
        let name = argument_name(member, path);
        let expression = match (path, kind, value) {
            ("tags", ..) => return,
            ("containerDefinitions", ..) => Expression::Json(Box::new(self.references.expression(value))),
            ("networkConfiguration.awsvpcConfiguration.assignPublicIp", _, Tree::Text(text)) => {
                Expression::raw((text.shown().text() == "ENABLED").to_string())
            }
            ("networkConfiguration.awsvpcConfiguration.subnets", ..) => self.references.named("var.subnets"),
            ("networkConfiguration.awsvpcConfiguration.securityGroups", ..) => {
                self.references.named("var.security_groups")
            }
            (_, Kind::One(shape), _) if FLAT.contains(&path) => return self.flat(value, shape, path),
            (_, Kind::One(shape), _) => return self.block(&name, value, shape, path),
            (_, Kind::Many(_), _) if MAPS_OF_PAIRS.contains(&path) => match pairs(value) {
                Some(pairs) => self.map(pairs),
                None => return,
            },
            (_, Kind::Many(shape), Tree::List(items)) => {
                for item in items {
                    self.block(&name, item, shape, path);
                }
                return;
            }
            (_, Kind::Any, _) => Expression::Json(Box::new(self.references.expression(value))),
            _ => self.references.expression(value),
        };
        self.arguments.push(Item::Member(name, expression));
    }

    fn block(&mut self, name: &str, value: &Tree, shape: Shape, path: &str) {
        let mut inner = Walk {
            references: self.references,
            arguments: Vec::new(),
            blocks: Vec::new(),
        };
        inner.object(value, shape, path);
        self.blocks.push(block(name, &[], inner.finish()));
    }

    /// The members of an object as arguments of the object around it, but for those that have a block.
    fn flat(&mut self, value: &Tree, shape: Shape, path: &str) {
        let is_inner =
            |name: &str| path == "deploymentConfiguration" && IN_DEPLOYMENT_CONFIGURATION.contains(&name);
        let members = value.members().iter().cloned();
        let (inner, own): (Vec<_>, Vec<_>) = members.partition(|(name, _)| is_inner(name));
        self.object(&Tree::Map(own), shape, path);
        if !inner.is_empty() {
            self.block("deployment_configuration", &Tree::Map(inner), shape, path);
        }
    }

    fn map(&self, pairs: Vec<(String, Text)>) -> Expression {
        let members = pairs.into_iter().map(|(name, text)| (name, Tree::Text(text)));
        self.references.expression(&Tree::Map(members.collect()))
    }
}

/// The argument of a member: its name, or the name in Terraform's usual spelling.
fn argument_name(member: &str, path: &str) -> String {
    if let Some((_, name)) = NAMES.iter().find(|(other, _)| *other == path) {
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
