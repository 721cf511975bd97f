//! What both Terraform files have in common: the provider, variables, data sources and how a reference is spelled.

use crate::deployment::Deployment;
use crate::deployment::tags::Tag;
use crate::document::text::{Supplied, Text};
use crate::document::tree::Tree;
use crate::outputs::language::hcl::{self, Expression, Item, block};
use std::cell::RefCell;

/// Spells references, and remembers which variables and data sources they need.
pub struct References<'a> {
    deployment: &'a Deployment,
    /// What supplies a value that the file creates.
    created: fn(Supplied) -> Option<&'static str>,
    used: RefCell<Vec<&'static str>>,
}

const ACCOUNT: &str = "data.aws_caller_identity.current.account_id";
const PARTITION: &str = "data.aws_partition.current.partition";
/// The Region, where the user has not said which.
pub const REGION: &str = "var.region";

impl<'a> References<'a> {
    /// References of a file which creates these.
    pub fn new(deployment: &'a Deployment, created: fn(Supplied) -> Option<&'static str>) -> Self {
        Self {
            deployment,
            created,
            used: RefCell::new(if deployment.has_region() {
                vec![]
            } else {
                vec![REGION]
            }),
        }
    }

    /// A text of a document.
    pub fn template(&self, text: &Text) -> Expression {
        hcl::template(text, &|what| self.resolve(what))
    }

    /// A document.
    pub fn expression(&self, tree: &Tree) -> Expression {
        hcl::expression(tree, &|what| self.resolve(what))
    }

    /// A variable or data source by its name.
    pub fn named(&self, name: &'static str) -> Expression {
        self.uses(name);
        Expression::raw(name)
    }

    /// Remembers that a variable or data source is needed.
    pub fn uses(&self, name: &'static str) {
        let mut used = self.used.borrow_mut();
        if !used.contains(&name) {
            used.push(name);
        }
    }

    fn resolve(&self, what: Supplied) -> Option<&'static str> {
        let reference = match what {
            // What the user has said stands in the file as text: it is easier to read.
            Supplied::Region | Supplied::Partition if self.deployment.has_region() => return None,
            Supplied::Region => REGION,
            Supplied::Partition => PARTITION,
            Supplied::AccountId => ACCOUNT,
            Supplied::Token => "var.delegate_token",
            Supplied::Subnets => "var.subnets",
            Supplied::SecurityGroups => "var.security_groups",
            _ => return (self.created)(what),
        };
        self.uses(reference);
        Some(reference)
    }

    /// The variables and data sources that were used, in a fixed order.
    pub fn declarations(&self) -> Vec<Item> {
        let used = self.used.borrow();
        let network = self.deployment.service.network_configuration.as_ref();
        let network = network.map(|network| &network.awsvpc_configuration);
        let list = |texts: &[Text]| {
            let given = !texts.iter().any(Text::has_reference);
            given.then(|| Expression::List(texts.iter().map(|text| self.template(text)).collect()))
        };
        let is_secret = self.deployment.has_secret(Supplied::TokenSecretArn);
        let mut items = Vec::new();
        for name in [
            REGION,
            "var.delegate_token",
            "var.proxy_password",
            "var.subnets",
            "var.security_groups",
            ACCOUNT,
            PARTITION,
        ] {
            if !used.contains(&name) {
                continue;
            }
            items.push(match name {
                "var.delegate_token" => secret_variable(
                    "delegate_token",
                    "The token with which the delegate registers",
                    is_secret,
                ),
                "var.proxy_password" => secret_variable("proxy_password", "The password of the proxy", true),
                "var.subnets" => variable(
                    "subnets",
                    "Subnets of the tasks, best private ones of two zones with a route to a NAT gateway",
                    "list(string)",
                    network.and_then(|network| list(&network.subnets)),
                    &[],
                ),
                "var.security_groups" => variable(
                    "security_groups",
                    "Security groups of the tasks: outbound 443, nothing inbound",
                    "list(string)",
                    network.and_then(|network| list(&network.security_groups)),
                    &[],
                ),
                ACCOUNT => data("aws_caller_identity", "current", vec![]),
                PARTITION => data("aws_partition", "current", vec![]),
                _ => variable("region", "AWS Region, such as us-west-2", "string", None, &[]),
            });
        }
        items
    }
}

/// `name = value`
pub fn attribute(name: &'static str, value: Expression) -> Item {
    Item::Attribute(name, value)
}

/// A comment before what follows.
pub fn comment(text: impl Into<String>) -> Item {
    Item::Comment(text.into())
}

/// A `resource`.
pub fn resource(kind: &'static str, name: &'static str, body: Vec<Item>) -> Item {
    block("resource", &[kind, name], body)
}

/// A `data` source.
pub fn data(kind: &'static str, name: &'static str, body: Vec<Item>) -> Item {
    block("data", &[kind, name], body)
}

/// An `output`.
pub fn output(name: &'static str, value: &str, description: &str) -> Item {
    let body = vec![
        attribute("description", Expression::text(description)),
        attribute("value", Expression::raw(value)),
    ];
    block("output", &[name], body)
}

/// A `variable`.
pub fn variable(
    name: &'static str,
    description: &str,
    kind: &str,
    default: Option<Expression>,
    more: &[(&'static str, &str)],
) -> Item {
    let mut body = vec![
        attribute("description", Expression::text(description)),
        attribute("type", Expression::raw(kind)),
    ];
    body.extend(default.map(|default| attribute("default", default)));
    body.extend(
        more.iter()
            .map(|(name, value)| attribute(name, Expression::raw(*value))),
    );
    block("variable", &[name], body)
}

/// A value that the user gives when Terraform asks for it.
pub fn secret_variable(name: &'static str, description: &str, is_ephemeral: bool) -> Item {
    let mut body = vec![("sensitive", "true")];
    if is_ephemeral {
        body.push(("ephemeral", "true"));
    }
    variable(name, description, "string", None, &body)
}

/// Tags as Terraform has them: a map.
pub fn tags(tags: &[Tag]) -> Expression {
    let member = |tag: &Tag| (tag.key.clone(), Expression::text(&tag.value));
    Expression::Object(tags.iter().map(member).collect())
}

/// What stands at the beginning: versions, where the state is kept, Region and account.
pub fn provider(deployment: &Deployment, terraform: &str, aws: &str) -> [Item; 2] {
    let source = Expression::Object(vec![
        ("source".to_owned(), Expression::text("hashicorp/aws")),
        ("version".to_owned(), Expression::text(aws)),
    ]);
    let backend = "Without a backend the state is a file in this directory. To share it, for example:\n\
                   backend \"s3\" {\n\
                   \u{20} bucket       = \"a-bucket-of-yours\"\n\
                   \u{20} key          = \"harness-delegate.tfstate\"\n\
                   \u{20} region       = \"us-west-2\"\n\
                   \u{20} encrypt      = true\n\
                   \u{20} use_lockfile = true\n\
                   }";
    let versions = vec![
        attribute("required_version", Expression::text(terraform)),
        block("required_providers", &[], vec![attribute("aws", source)]),
        comment(backend),
    ];
    let region = if deployment.has_region() {
        Expression::text(&deployment.region)
    } else {
        Expression::raw(REGION)
    };
    let mut body = vec![attribute("region", region)];
    if !deployment.account.has_reference() {
        // Another account's credentials stop Terraform before it changes anything.
        let account = Expression::text(deployment.account.to_string());
        body.push(attribute("allowed_account_ids", Expression::List(vec![account])));
    }
    [
        block("terraform", &[], versions),
        block("provider", &["aws"], body),
    ]
}
