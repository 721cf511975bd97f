//! References in a Terraform file, and the variables and data sources that they need.

use super::items::{REGION, data, secret_variable, variable};
use crate::deployment::Deployment;
use crate::document::supplied::{SecretKind, Supplied};
use crate::document::text::Text;
use crate::document::tree::Tree;
use crate::outputs::language::hcl::{self, Expression, Item};
use std::cell::RefCell;

/// Resolves references, and records which variables and data sources they need.
pub struct References<'a> {
    deployment: &'a Deployment,
    /// Returns the reference to a resource that the file creates.
    created: fn(Supplied) -> Option<&'static str>,
    used: RefCell<Vec<&'static str>>,
}

const ACCOUNT: &str = "data.aws_caller_identity.current.account_id";
const PARTITION: &str = "data.aws_partition.current.partition";

impl<'a> References<'a> {
    /// Makes the references of a file. `created` returns the reference to a resource that the file creates.
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

    /// Converts a text of a document.
    pub fn template(&self, text: &Text) -> Expression {
        hcl::template(text, &|what| self.resolve(what))
    }

    /// Converts a document.
    pub fn expression(&self, tree: &Tree) -> Expression {
        hcl::expression(tree, &|what| self.resolve(what))
    }

    /// Makes a reference to a variable or data source, and records it.
    pub fn named(&self, name: &'static str) -> Expression {
        self.uses(name);
        Expression::raw(name)
    }

    /// Records that the file needs a variable or data source.
    pub fn uses(&self, name: &'static str) {
        let mut used = self.used.borrow_mut();
        if !used.contains(&name) {
            used.push(name);
        }
    }

    fn resolve(&self, what: Supplied) -> Option<&'static str> {
        let reference = match what {
            // The file contains a Region that the user gave as text, which is easier to read.
            Supplied::Region | Supplied::Partition if self.deployment.has_region() => return None,
            // `allowed_account_ids` makes sure that it is the account of the credentials.
            Supplied::AccountId if self.deployment.given_account().is_some() => return None,
            Supplied::Region => REGION,
            Supplied::Partition => PARTITION,
            Supplied::AccountId => ACCOUNT,
            Supplied::PlainToken => "var.delegate_token",
            Supplied::Subnets => "var.subnets",
            Supplied::SecurityGroups => "var.security_groups",
            Supplied::LogGroup
            | Supplied::ExecutionRoleArn
            | Supplied::TaskRoleArn
            | Supplied::SecretArn(_)
            | Supplied::AssignPublicIp
            | Supplied::DelegatePolicyName
            | Supplied::TaskDefinitionArn => return (self.created)(what),
        };
        self.uses(reference);
        Some(reference)
    }

    /// Returns the blocks of all variables and data sources that were recorded, in a fixed order.
    pub fn declarations(&self) -> Vec<Item> {
        let used = self.used.borrow();
        let network = self.deployment.service.network_configuration.as_ref();
        let network = network.map(|network| &network.awsvpc_configuration);
        let list = |texts: &[Text]| {
            let given = !texts.iter().any(Text::has_reference);
            given.then(|| Expression::List(texts.iter().map(|text| self.template(text)).collect()))
        };
        let is_secret = self.deployment.has_secret(SecretKind::DelegateToken);
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
