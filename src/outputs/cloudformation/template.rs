//! `template.yaml`: the deployment as a CloudFormation template, and how to create a stack from it.

use super::stack::{Parameter, command, parameters, quick_create_link, variable};
use crate::deployment::iam::{PolicyDocument, Role};
use crate::deployment::tags::Tag;
use crate::deployment::{Deployment, Secret};
use crate::document::text::{Part, Supplied};
use crate::document::tree::Tree;
use crate::facts::cloudformation::TEMPLATE_BYTES;
use crate::outputs::language::shell;
use crate::outputs::language::yaml::{self, Node};

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
            head.extend([
                "  ",
                &variable(parameter.name),
                ": ",
                parameter.description,
                ".\n",
            ]);
        }
        head.push('\n');
    }
    head.push_str(
        "In a browser: CloudFormation, Create stack, Upload a template file; the console asks for the parameters.",
    );
    if let Some(url) = &deployment.template_url {
        head.push_str(
            "\nOr from where you have put this file, with what is known filled in and no secret in it:\n",
        );
        head.extend(["\n  ", &quick_create_link(deployment, url)]);
    }
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
    let body = yaml::print(&template);
    let with = |head: &str| format!("{}\n{body}", shell::comment(head).replace("# \n", "#\n"));
    let file = with(&head);
    if file.len() <= TEMPLATE_BYTES {
        return file;
    }
    // The console puts it into a bucket by itself.
    head.push_str(
        "\nIt has more than 51,200 bytes: the command takes it only with --s3-bucket and the name of a bucket of yours.",
    );
    with(&head)
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
        document(&deployment.task_definition_tree()),
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
    let mut node = document(&deployment.service_tree());
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
