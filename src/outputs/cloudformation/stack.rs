//! How a stack is created from `template.yaml`: its parameters, the command, and the link to the console.

use crate::aws::region;
use crate::deployment::Deployment;
use crate::document::text::{Supplied, Text};
use crate::facts::cloudformation::STACK_NAME_MAX;
use crate::outputs::language::shell::Command;
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
    pub default: Option<String>,
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
            "DelegateToken",
            "String",
            "The token with which the delegate registers",
            None,
            true,
        );
    }
    if deployment.creates_secret(Supplied::ProxyPasswordSecretArn) {
        put("ProxyPassword", "String", "The password of the proxy", None, true);
    }
    if let Some(network) = &deployment.service.network_configuration {
        let network = &network.awsvpc_configuration;
        let given = |texts: &[Text]| {
            let texts = (!texts.iter().any(Text::has_reference)).then_some(texts)?;
            Some(texts.iter().map(Text::to_string).collect::<Vec<_>>().join(","))
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
        put(
            "CreateCluster",
            "String",
            description,
            Some("true".to_owned()),
            false,
        );
    }
    parameters
}

/// The name of the stack: the service's, made legal.
pub fn stack_name(deployment: &Deployment) -> String {
    let service = &deployment.service.service_name;
    if service.starts_with('<') {
        return service.clone();
    }
    let legal = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let name: String = service.chars().map(legal).collect();
    let begins = if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        ""
    } else {
        "delegate-"
    };
    begins.chars().chain(name.chars()).take(STACK_NAME_MAX).collect()
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

/// The command that creates the stack or updates it. What it has to be told comes from variables over standard
/// input: a secret is no argument of a command.
pub fn command(deployment: &Deployment) -> String {
    let asked: Vec<&str> = parameters(deployment)
        .into_iter()
        .filter(|parameter| parameter.default.is_none())
        .map(|parameter| parameter.name)
        .collect();
    let mut command = Command::aws("cloudformation", "deploy", &deployment.region)
        .options("--template-file", &["template.yaml"])
        .option("--stack-name", &stack_name(deployment))
        .options("--capabilities", &["CAPABILITY_NAMED_IAM"])
        .flag("--no-fail-on-empty-changeset");
    if asked.is_empty() {
        return command.script();
    }
    command = command.options("--parameter-overrides", &["file:///dev/stdin"]);
    let pairs: Vec<String> = asked
        .iter()
        .map(|name| format!("\"{name}=\" + env.{}", variable(name)))
        .collect();
    format!("jq -n '[{}]' |\n{}", pairs.join(", "), command.script())
}

/// The link to the console that stands in the head of a template, if one does.
pub fn link_in(template: &str) -> Option<&str> {
    let mut head = template.lines().take_while(|line| line.starts_with('#'));
    head.find_map(|line| {
        line.strip_prefix("#   ")
            .filter(|text| text.starts_with("https://console."))
    })
}

/// A link to the console's form for a new stack of the template at this address, with the parameters filled in that
/// the user has given; the console asks for secrets.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html>.
pub fn quick_create_link(deployment: &Deployment, template_url: &str) -> String {
    let encode = |text: &str| {
        form_urlencoded::byte_serialize(text.as_bytes())
            .collect::<String>()
            .replace('+', "%20")
    };
    let host = region::console(deployment.partition);
    let region = if deployment.has_region() {
        format!("?region={}", encode(&deployment.region))
    } else {
        String::new()
    };
    let mut link = format!(
        "https://{host}/cloudformation/home{region}#/stacks/create/review?templateURL={}&stackName={}",
        encode(template_url),
        encode(&stack_name(deployment))
    );
    for parameter in parameters(deployment) {
        if let Some(value) = parameter.default {
            link.extend(["&param_", parameter.name, "=", &encode(&value)]);
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Secrets, parse};
    use crate::{build, read};

    fn deployment(query: &str) -> Deployment {
        build(&read(&parse(query, Secrets::Honour).0).0)
    }

    #[test]
    fn a_stack_is_named_after_its_service() {
        let name = |service: &str| stack_name(&deployment(&format!("service_name={service}")));
        assert_eq!(name("build_blue"), "build-blue");
        assert_eq!(name("1st"), "delegate-1st");
        assert_eq!(name(&"a".repeat(129)), "a".repeat(128));
        assert_eq!(name(&"1".repeat(128)), format!("delegate-{}", "1".repeat(119)));
        assert_eq!(stack_name(&deployment("")), "<DELEGATE_NAME>");
    }

    #[test]
    fn a_parameter_has_a_variable() {
        assert_eq!(variable("DelegateToken"), "DELEGATE_TOKEN");
        assert_eq!(variable("Subnets"), "SUBNETS");
    }

    #[test]
    fn the_link_is_to_the_console_of_the_partition_and_tells_no_secret() {
        let link = |query: &str| quick_create_link(&deployment(query), "https://b.example/a b+c");
        for (region, host) in [
            ("cn-north-1", "console.amazonaws.cn"),
            ("us-gov-west-1", "console.amazonaws-us-gov.com"),
            ("eusc-de-east-1", "console.amazonaws-eusc.eu"),
            ("us-west-2", "console.aws.amazon.com"),
        ] {
            let start = format!("https://{host}/cloudformation/home?region={region}#/stacks/create/review?");
            assert!(link(&format!("region={region}")).starts_with(&start));
        }
        assert_eq!(
            link("service_name=a&token=not-a-real-token&token_source=plain&subnets=subnet-1,subnet-2"),
            "https://console.aws.amazon.com/cloudformation/home#/stacks/create/review\
             ?templateURL=https%3A%2F%2Fb.example%2Fa%20b%2Bc&stackName=a&param_Subnets=subnet-1%2Csubnet-2\
             &param_CreateCluster=true"
        );
    }

    #[test]
    fn the_link_is_found_in_the_head_of_a_template_only() {
        let link = "https://console.aws.amazon.com/x";
        assert_eq!(
            link_in(&format!("# a\n#   aws x\n#   {link}\nb: c\n")),
            Some(link)
        );
        assert_eq!(link_in(&format!("# a\n# {link}\nb: c\n#   {link}\n")), None);
    }
}
