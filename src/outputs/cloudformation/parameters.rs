//! The parameters of the template: what may differ from stack to stack.

use super::names::SecretNames;
use crate::deployment::Deployment;
use crate::document::supplied::SecretKind;
use crate::document::text::Text;
use crate::outputs::language::yaml::Node;

/// A parameter of the template.
pub struct Parameter {
    /// Its logical ID.
    pub name: &'static str,
    /// Its type.
    pub kind: &'static str,
    /// What it is, for whoever is asked for it.
    pub description: &'static str,
    /// `None` where whoever creates the stack has to say.
    pub default: Option<Text>,
    /// Whether it is in no log and shown to nobody.
    pub is_secret: bool,
}

impl Parameter {
    /// As it stands in the template.
    pub fn member(&self) -> (String, Node) {
        let mut members = vec![
            ("Description".to_owned(), Node::text(self.description)),
            ("Type".to_owned(), Node::text(self.kind)),
        ];
        members.extend(
            self.default
                .as_ref()
                .map(|text| ("Default".to_owned(), Node::text(text))),
        );
        if self.is_secret {
            members.push(("NoEcho".to_owned(), Node::Plain("true".to_owned())));
            members.push(("MinLength".to_owned(), Node::Plain("1".to_owned())));
        }
        if self.name == "CreateCluster" {
            let words = ["true", "false"].map(Node::text).into();
            members.push(("AllowedValues".to_owned(), Node::List(words)));
        }
        (self.name.to_owned(), Node::Map(members))
    }
}

/// What may differ from stack to stack: secrets, the network, whether there is a cluster already.
pub fn parameters(deployment: &Deployment) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    let mut put = |name, kind, description, default, is_secret| {
        parameters.push(Parameter {
            name,
            kind,
            description,
            default,
            is_secret,
        });
    };
    if deployment.tells_token() {
        put(
            SecretNames::of(SecretKind::DelegateToken).parameter,
            "String",
            "The token with which the delegate registers",
            None,
            true,
        );
    }
    if deployment.creates_secret(SecretKind::ProxyPassword) {
        put(
            SecretNames::of(SecretKind::ProxyPassword).parameter,
            "String",
            "The password of the proxy",
            None,
            true,
        );
    }
    if let Some(network) = &deployment.service.network_configuration {
        let network = &network.awsvpc_configuration;
        let given = |texts: &[Text]| {
            let texts = (!texts.iter().any(Text::has_reference)).then_some(texts)?;
            let first = texts.first().cloned().unwrap_or_default();
            Some(
                texts
                    .iter()
                    .skip(1)
                    .fold(first, |all, text| all.then(",").then(text)),
            )
        };
        put(
            "Subnets",
            "List<AWS::EC2::Subnet::Id>",
            "Subnets of the tasks, best private ones of two zones with a route to a NAT gateway",
            given(&network.subnets),
            false,
        );
        put(
            "SecurityGroups",
            "List<AWS::EC2::SecurityGroup::Id>",
            "Security groups of the tasks with outbound 443 and nothing inbound",
            given(&network.security_groups),
            false,
        );
    }
    if deployment.cluster.create {
        let description = "Whether the cluster is created; false if there is one of its name";
        put("CreateCluster", "String", description, Some("true".into()), false);
    }
    parameters
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
