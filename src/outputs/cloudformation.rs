//! `template.yaml`: the deployment as a CloudFormation template, and how to create a stack from it.

use super::shell::{self, Command};
use super::tree::Tree;
use super::yaml::{self, Node};
use crate::deployment::iam::{PolicyDocument, Role};
use crate::deployment::tags::Tag;
use crate::deployment::text::{Part, Supplied, Text};
use crate::deployment::{Deployment, Secret};

type Members = Vec<(String, Node)>;

/// The whole file.
pub fn render(deployment: &Deployment) -> String {
    let Deployment { delegate_name, .. } = deployment;
    let parameters = parameters(deployment);
    let mut head = format!(
        "Starts the Harness delegate {delegate_name} on {}. Create or update the stack with\n\n  {}\n\n",
        deployment.runs_on(),
        command(deployment).replace('\n', "\n  ")
    );
    let asked: Vec<&Parameter> = parameters
        .iter()
        .filter(|parameter| parameter.default.is_none())
        .collect();
    if !asked.is_empty() {
        head.push_str(
            "after you have exported the variables that it names (a token is best read by `read -rs`):\n",
        );
        for parameter in asked {
            head.push_str(&format!(
                "  {}: {}.\n",
                variable(parameter.name),
                parameter.description
            ));
        }
        head.push('\n');
    }
    head.push_str(
        "In a browser: CloudFormation, Create stack, Upload a template file; the console asks for the parameters.",
    );
    let mut template: Members = Vec::new();
    let mut put = |name: &str, node| template.push((name.to_owned(), node));
    put("AWSTemplateFormatVersion", Node::text("2010-09-09"));
    let about = format!("Harness delegate {delegate_name} on {}", deployment.runs_on());
    put(
        "Description",
        Node::text(about.chars().take(256).collect::<String>()),
    );
    if !parameters.is_empty() {
        put(
            "Parameters",
            Node::Map(parameters.iter().map(Parameter::member).collect()),
        );
    }
    if deployment.cluster.create {
        let is_true = Node::List(vec![Node::tagged("!Ref", "CreateCluster"), Node::text("true")]);
        put(
            "Conditions",
            Node::map([("CreatesCluster", Node::Tagged("!Equals", Box::new(is_true)))]),
        );
    }
    put("Resources", Node::Map(resources(deployment)));
    put("Outputs", Node::Map(outputs(deployment)));
    format!(
        "{}\n{}",
        shell::comment(&head).replace("# \n", "#\n"),
        yaml::print(&template)
    )
}

/// A parameter of the template.
struct Parameter {
    name: &'static str,
    kind: &'static str,
    description: &'static str,
    /// `None` where whoever creates the stack has to say.
    default: Option<String>,
    is_secret: bool,
}

impl Parameter {
    fn member(&self) -> (String, Node) {
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
fn parameters(deployment: &Deployment) -> Vec<Parameter> {
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

fn resources(deployment: &Deployment) -> Members {
    let Deployment {
        cluster,
        log_group,
        execution_role,
        task_role,
        service,
        ..
    } = deployment;
    let mut all = Members::new();
    let own = tags(&deployment.tags);
    let tagged = |mut members: Members| {
        members.extend(own.clone());
        Node::Map(members)
    };
    if cluster.create {
        let mut body = vec![("ClusterName".to_owned(), Node::text(&cluster.name))];
        if service.uses_fargate_capacity() {
            let providers = ["FARGATE", "FARGATE_SPOT"].map(Node::text).into();
            body.push(("CapacityProviders".to_owned(), Node::List(providers)));
        }
        let members = vec![
            ("Type".to_owned(), Node::text("AWS::ECS::Cluster")),
            ("Condition".to_owned(), Node::text("CreatesCluster")),
            ("Properties".to_owned(), tagged(body)),
        ];
        all.push(("Cluster".to_owned(), Node::Map(members)));
    }
    if let Some(group) = log_group {
        let mut body = vec![("LogGroupName".to_owned(), Node::text(&group.name))];
        body.extend(
            group
                .retention
                .map(|days| ("RetentionInDays".to_owned(), Node::Plain(days.to_string()))),
        );
        all.push(resource("LogGroup", "AWS::Logs::LogGroup", tagged(body)));
    }
    for secret in deployment.secrets.iter().filter(|secret| secret.arn.is_none()) {
        let (name, parameter) = match secret.supplies {
            Supplied::ProxyPasswordSecretArn => ("ProxyPasswordSecret", "ProxyPassword"),
            _ => ("TokenSecret", "DelegateToken"),
        };
        all.push(resource(
            name,
            "AWS::SecretsManager::Secret",
            tagged(secret_members(secret, parameter)),
        ));
    }
    for (role, name) in [(execution_role, "ExecutionRole"), (task_role, "TaskRole")] {
        if let Some(role) = role {
            all.push(resource(name, "AWS::IAM::Role", tagged(role_members(role))));
        }
    }
    all.push(resource(
        "TaskDefinition",
        "AWS::ECS::TaskDefinition",
        document(&Tree::task_definition(deployment)),
    ));
    all.push(resource(
        "Service",
        "AWS::ECS::Service",
        service_properties(deployment),
    ));
    all
}

/// The service; what stands beside it or is a parameter is a reference.
fn service_properties(deployment: &Deployment) -> Node {
    let cluster = &deployment.cluster;
    let mut node = document(&Tree::service(deployment));
    if let (Some(value), true) = (node.member("Cluster"), cluster.create) {
        let choice = [
            Node::text("CreatesCluster"),
            Node::tagged("!Ref", "Cluster"),
            Node::text(&cluster.name),
        ];
        *value = Node::Tagged("!If", Box::new(Node::List(choice.into())));
    }
    if let Some(network) = node
        .member("NetworkConfiguration")
        .and_then(|n| n.member("AwsvpcConfiguration"))
    {
        for name in ["Subnets", "SecurityGroups"] {
            if let Some(value) = network.member(name) {
                *value = Node::tagged("!Ref", name);
            }
        }
    }
    node
}

fn resource(name: &str, kind: &str, properties: Node) -> (String, Node) {
    (
        name.to_owned(),
        Node::map([("Type", Node::text(kind)), ("Properties", properties)]),
    )
}

fn secret_members(secret: &Secret, parameter: &str) -> Members {
    let mut members = vec![
        ("Name".to_owned(), Node::text(&secret.name)),
        (
            "Description".to_owned(),
            Node::text(format!("Harness {}", secret.what())),
        ),
    ];
    members.extend(
        secret
            .kms_key
            .as_ref()
            .map(|key| ("KmsKeyId".to_owned(), Node::text(key))),
    );
    members.push(("SecretString".to_owned(), Node::tagged("!Ref", parameter)));
    members
}

fn role_members(role: &Role) -> Members {
    let mut members = vec![
        ("RoleName".to_owned(), Node::text(&role.name)),
        ("AssumeRolePolicyDocument".to_owned(), policy(&role.trust)),
    ];
    members.extend(role.policy.as_ref().map(|document| {
        let inline = Node::map([
            ("PolicyName", Node::text(role.policy_name)),
            ("PolicyDocument", policy(document)),
        ]);
        ("Policies".to_owned(), Node::List(vec![inline]))
    }));
    members
}

/// A policy: its members are spelled as IAM spells them.
fn policy(document: &PolicyDocument) -> Node {
    Node::of(&Tree::of(document), "", &text, &|_, member| member.to_owned())
}

/// A document of the API: CloudFormation spells its members with a capital.
fn document(tree: &Tree) -> Node {
    Node::of(tree, "", &text, &property)
}

fn tags(tags: &[Tag]) -> Option<(String, Node)> {
    (!tags.is_empty()).then(|| ("Tags".to_owned(), document(&Tree::of(&tags))))
}

/// Members whose property is not the same with a capital.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ECS.html>, read 2026-11.
const PROPERTIES: &[(&str, &str)] = &[
    ("placementStrategy", "PlacementStrategies"),
    ("efsVolumeConfiguration", "EFSVolumeConfiguration"),
    (
        "fsxWindowsFileServerVolumeConfiguration",
        "FSxWindowsFileServerVolumeConfiguration",
    ),
    ("fileSystemId", "FilesystemId"),
    ("iam", "IAM"),
];

/// Maps whose keys the user or a driver has chosen.
const MAPS: &[&str] = &["options", "dockerLabels", "driverOpts", "labels"];

fn property(parent: &str, member: &str) -> String {
    if MAPS.contains(&parent) {
        return member.to_owned();
    }
    if (parent, member) == ("proxyConfiguration", "properties") {
        return "ProxyConfigurationProperties".to_owned();
    }
    if let Some((_, property)) = PROPERTIES.iter().find(|(other, _)| *other == member) {
        return (*property).to_owned();
    }
    let mut chars = member.chars();
    chars
        .next()
        .map(|c| c.to_ascii_uppercase())
        .into_iter()
        .chain(chars)
        .collect()
}

/// A text with its references: one reference by itself, or `!Sub`.
fn text(tree: &Tree) -> Node {
    let Tree::Text(text) = tree else {
        return Node::text("");
    };
    let name = |part: &Part| match part {
        Part::Supplied(what, _) => reference(*what),
        Part::Literal(_) => None,
    };
    let parts = text.0.as_slice();
    if !parts.iter().any(|part| name(part).is_some()) {
        return Node::text(text.to_string());
    }
    match parts {
        [part] => {
            let name = name(part).unwrap_or_default();
            Node::tagged(if name.contains('.') { "!GetAtt" } else { "!Ref" }, name)
        }
        parts => Node::tagged("!Sub", parts.iter().map(substitution).collect::<String>()),
    }
}

/// A stretch of a text inside `!Sub`, where `${!` is a literal `${`.
fn substitution(part: &Part) -> String {
    match part {
        Part::Supplied(what, shown) => match reference(*what) {
            Some(name) => format!("${{{name}}}"),
            None => shown.replace("${", "${!"),
        },
        Part::Literal(text) => text.replace("${", "${!"),
    }
}

/// The logical ID, attribute or pseudo parameter; `None` for the text that JSON shows.
fn reference(what: Supplied) -> Option<&'static str> {
    Some(match what {
        Supplied::AccountId => "AWS::AccountId",
        Supplied::Region => "AWS::Region",
        Supplied::Partition => "AWS::Partition",
        Supplied::LogGroup => "LogGroup",
        Supplied::ExecutionRoleArn => "ExecutionRole.Arn",
        Supplied::TaskRoleArn => "TaskRole.Arn",
        Supplied::TokenSecretArn => "TokenSecret",
        Supplied::ProxyPasswordSecretArn => "ProxyPasswordSecret",
        Supplied::Token => "DelegateToken",
        Supplied::Subnets => "Subnets",
        Supplied::SecurityGroups => "SecurityGroups",
        Supplied::TaskDefinitionArn => "TaskDefinition",
        // Who has not said it gets what is said here.
        Supplied::AssignPublicIp => return None,
    })
}

fn outputs(deployment: &Deployment) -> Members {
    let mut all = Members::new();
    let mut put = |name: &str, description: &str, value| {
        let output = Node::map([("Description", Node::text(description)), ("Value", value)]);
        all.push((name.to_owned(), output));
    };
    put(
        "ServiceName",
        "The ECS service",
        Node::tagged("!GetAtt", "Service.Name"),
    );
    put(
        "TaskDefinitionArn",
        "The revision that the service runs",
        Node::tagged("!Ref", "TaskDefinition"),
    );
    if deployment.log_group.is_some() {
        put(
            "LogGroupName",
            "Where the delegate's output is",
            Node::tagged("!Ref", "LogGroup"),
        );
    }
    if deployment.creates_secret(Supplied::TokenSecretArn) {
        put(
            "TokenSecretArn",
            "The secret that holds the token",
            Node::tagged("!Ref", "TokenSecret"),
        );
    }
    all
}

/// The name of the stack: the service's, made legal. Source: the API's `CreateStackInput.StackName`.
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
    begins.chars().chain(name.chars()).take(128).collect()
}

/// The shell's variable for a parameter: `DelegateToken` is `DELEGATE_TOKEN`.
fn variable(parameter: &str) -> String {
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

/// A link to the console's form for a new stack of the template at this address, with the parameters filled in that
/// the user has given; the console asks for secrets.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html>.
pub fn quick_create_link(deployment: &Deployment, template_url: &str) -> String {
    let encode = |text: &str| {
        form_urlencoded::byte_serialize(text.as_bytes())
            .collect::<String>()
            .replace('+', "%20")
    };
    let host = match deployment.partition {
        "aws-cn" => "console.amazonaws.cn",
        "aws-us-gov" => "console.amazonaws-us-gov.com",
        "aws-eusc" => "console.amazonaws-eusc.eu",
        _ => "console.aws.amazon.com",
    };
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
            link.push_str(&format!("&param_{}={}", parameter.name, encode(&value)));
        }
    }
    link
}
