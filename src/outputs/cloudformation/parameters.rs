//! The parameters of the template: what may differ from stack to stack.

use super::names::SecretNames;
use crate::deployment::Deployment;
use crate::deployment::service::AwsVpcConfiguration;
use crate::document::supplied::SecretKind;
use crate::document::text::Text;
use crate::outputs::language::yaml::Node;

/// A parameter of the template.
pub struct Parameter {
    /// Its logical ID.
    pub name: &'static str,
    /// Which values it takes.
    pub values: Values,
    /// What it is, for whoever is asked for it.
    pub description: &'static str,
    /// `None` where whoever creates the stack has to say.
    pub default: Option<Text>,
}

/// Which values a parameter takes.
pub enum Values {
    /// A secret: CloudFormation shows it to nobody and logs it nowhere.
    Secret,
    /// IDs of this type.
    Ids(&'static str),
    /// `true` or `false`.
    Flag,
}

impl Parameter {
    /// The parameter as a member of the template's `Parameters`.
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

/// What may differ from stack to stack: secrets, the network, whether the cluster exists already.
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
    if deployment.cluster.create {
        all.push(Parameter {
            name: "CreateCluster",
            values: Values::Flag,
            description: "Whether the cluster is created; false if there is one of its name",
            default: Some("true".into()),
        });
    }
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

/// The IDs that the user has given, between commas.
fn given(ids: &[Text]) -> Option<Text> {
    let (first, more) = ids.split_first()?;
    let is_given = !ids.iter().any(Text::has_reference);
    is_given.then(|| more.iter().fold(first.clone(), |all, id| all.then(",").then(id)))
}

/// The shell's variable for a parameter: `DelegateToken` is `DELEGATE_TOKEN`.
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
