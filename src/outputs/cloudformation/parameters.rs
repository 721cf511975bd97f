//! The parameters of the template: the values that may differ between stacks.

use super::flag::Flag;
use super::names::SecretNames;
use crate::deployment::Deployment;
use crate::deployment::service::AwsVpcConfiguration;
use crate::document::supplied::SecretKind;
use crate::document::text::Text;
use crate::outputs::language::yaml::Node;

/// A parameter of the template.
pub struct Parameter {
    /// The parameter's logical ID.
    pub name: &'static str,
    /// The values that the parameter accepts.
    pub values: Values,
    /// The description that the user sees when they enter the value.
    pub description: &'static str,
    /// The default; `None` if the user has to enter a value.
    pub default: Option<Text>,
}

/// The values that a parameter accepts.
pub enum Values {
    /// A secret, which CloudFormation neither shows nor logs.
    Secret,
    /// A list of IDs; this is the parameter's type.
    Ids(&'static str),
    /// `true` or `false`.
    Flag,
}

impl Parameter {
    /// Returns the parameter as a member of the template's `Parameters`.
    pub fn member(&self) -> (String, Node) {
        let kind = match self.values {
            Values::Ids(kind) => kind,
            Values::Secret | Values::Flag => "String",
        };
        let mut members = vec![
            ("Description".to_owned(), Node::text(self.description)),
            ("Type".to_owned(), Node::text(kind)),
        ];
        members.extend(
            self.default
                .as_ref()
                .map(|text| ("Default".to_owned(), Node::text(text))),
        );
        match self.values {
            Values::Secret => {
                members.push(("NoEcho".to_owned(), Node::Plain("true".to_owned())));
                members.push(("MinLength".to_owned(), Node::Plain("1".to_owned())));
            }
            Values::Flag => {
                let words = ["true", "false"].map(Node::text).into();
                members.push(("AllowedValues".to_owned(), Node::List(words)));
            }
            Values::Ids(_) => {}
        }
        (self.name.to_owned(), Node::Map(members))
    }
}

/// Returns the parameters of a deployment: secrets, the network, and whether the stack creates the cluster and the log
/// group.
pub fn parameters(deployment: &Deployment) -> Vec<Parameter> {
    let mut all = Vec::new();
    let secret = |kind, description| Parameter {
        name: SecretNames::of(kind).parameter,
        values: Values::Secret,
        description,
        default: None,
    };
    if deployment.tells_token() {
        let description = "The token with which the delegate registers";
        all.push(secret(SecretKind::DelegateToken, description));
    }
    if deployment.creates_secret(SecretKind::ProxyPassword) {
        all.push(secret(SecretKind::ProxyPassword, "The password of the proxy"));
    }
    if let Some(network) = &deployment.service.network_configuration {
        all.extend(self::network(&network.awsvpc_configuration));
    }
    all.extend(Flag::of(deployment).map(|flag| Parameter {
        name: flag.parameter_name(),
        values: Values::Flag,
        description: flag.description(),
        default: Some("true".into()),
    }));
    all
}

fn network(network: &AwsVpcConfiguration) -> [Parameter; 2] {
    [
        Parameter {
            name: "Subnets",
            values: Values::Ids("List<AWS::EC2::Subnet::Id>"),
            description: "Subnets of the tasks, best private ones of two zones with a route to a NAT gateway",
            default: given(&network.subnets),
        },
        Parameter {
            name: "SecurityGroups",
            values: Values::Ids("List<AWS::EC2::SecurityGroup::Id>"),
            description: "Security groups of the tasks with outbound 443 and nothing inbound",
            default: given(&network.security_groups),
        },
    ]
}

/// Returns the IDs that the user gave, separated by commas, or `None` if the form has none.
fn given(ids: &[Text]) -> Option<Text> {
    let (first, more) = ids.split_first()?;
    let is_given = !ids.iter().any(Text::has_reference);
    is_given.then(|| more.iter().fold(first.clone(), |all, id| all.then(",").then(id)))
}

/// Returns the shell variable for a parameter: `DELEGATE_TOKEN` for `DelegateToken`.
pub fn variable(parameter: &str) -> String {
    parameter.char_indices().fold(String::new(), |mut name, (at, c)| {
        if c.is_ascii_uppercase() && at > 0 {
            name.push('_');
        }
        name.push(c.to_ascii_uppercase());
        name
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_has_a_variable() {
        assert_eq!(variable("DelegateToken"), "DELEGATE_TOKEN");
        assert_eq!(variable("Subnets"), "SUBNETS");
    }
}
