//! `template.yaml`: the deployment as a CloudFormation template.

use super::flag::Flag;
use super::names::SecretNames;
use super::parameters::{Parameter, parameters};
use super::properties::{document, log_group, policy, tags};
use super::stack::quick_create_link;
use super::steps::steps;
use crate::choices::Way;
use crate::deployment::role::Role;
use crate::deployment::secret::Secret;
use crate::deployment::{Deployment, LogGroup};
use crate::document::conform::CLOUDFORMATION;
use crate::document::supplied::SecretKind;
use crate::document::text::Text;
use crate::document::tree::Tree;
use crate::document::written::Written;
use crate::facts::api_service::SERVICE;
use crate::facts::api_task_definition::TASK_DEFINITION;
use crate::facts::cloudformation::DESCRIPTION_MAX;
use crate::outputs::file::{Kind, Language, Link, Output};
use crate::outputs::language::comment::Comment;
use crate::outputs::language::yaml::{self, Node};

type Members = Vec<(String, Node)>;

/// `template.yaml`
pub const OUTPUT: Output = Output {
    steps,
    link: |deployment| {
        let template = deployment.template_url.as_ref()?;
        let address = quick_create_link(deployment, template);
        let label = "Create the stack in the console";
        let of = format!("with the template of {}", host(&template.to_string()));
        Some(Link { label, address, of })
    },
    ..Output::new(
        Kind {
            name: "template.yaml",
            language: Language::Yaml,
            way: Way::CloudFormation,
            purpose: "everything as one stack",
        },
        |deployment| Some(render(deployment)),
    )
};

/// Returns the host of a URL, or the URL itself if it has none.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    authority.rsplit('@').next().unwrap_or(authority)
}

/// Renders the file.
fn render(deployment: &Deployment) -> Written {
    let head = Comment::from([
        "Starts a Harness delegate on ",
        deployment.runs_on(),
        ".\nIn a browser: CloudFormation, Create stack, Upload a template file; the console asks for the parameters.",
    ]);
    let parameters = parameters(deployment);
    yaml::print(&template(deployment, &parameters)).between(&(head.print() + "\n"), "")
}

fn template(deployment: &Deployment, parameters: &[Parameter]) -> Members {
    let mut template: Members = Vec::new();
    let mut put = |name: &str, node| template.push((name.to_owned(), node));
    put("AWSTemplateFormatVersion", Node::text("2010-09-09"));
    let about = Text::from("Harness delegate ")
        .then(&deployment.delegate_name)
        .then(format!(" on {}", deployment.runs_on()));
    put("Description", Node::text(about.first(DESCRIPTION_MAX)));
    if !parameters.is_empty() {
        put(
            "Parameters",
            Node::Map(parameters.iter().map(Parameter::member).collect()),
        );
    }
    let conditions: Members = Flag::of(deployment).map(Flag::member).collect();
    if !conditions.is_empty() {
        put("Conditions", Node::Map(conditions));
    }
    put("Resources", Node::Map(resources(deployment)));
    put("Outputs", Node::Map(outputs(deployment)));
    template
}

fn resources(deployment: &Deployment) -> Members {
    let Deployment {
        cluster,
        log_group,
        execution_role,
        task_role,
        ..
    } = deployment;
    let own = tags(&deployment.tags);
    let tagged = |mut members: Members| {
        members.extend(own.clone());
        Node::Map(members)
    };
    let mut all = Members::new();
    if cluster.create {
        let cluster = tagged(cluster_members(deployment));
        all.push(created(
            Flag::CreateCluster,
            "Cluster",
            "AWS::ECS::Cluster",
            cluster,
        ));
    }
    if let Some(group) = log_group {
        let group = tagged(log_group_members(group));
        let group = created(Flag::CreateLogGroup, "LogGroup", "AWS::Logs::LogGroup", group);
        // The log says why the tasks of a first creation did not start, so it outlives the rollback.
        // `RetainExceptOnCreate` would delete it then.
        all.push(removed(group, "Retain"));
    }
    for secret in deployment.created_secrets() {
        let names = SecretNames::of(secret.kind);
        let members = tagged(secret_members(secret, names.parameter));
        let secret = resource(names.resource, "AWS::SecretsManager::Secret", members);
        // The user still has the value. A secret that outlives the stack would block its name for the next one.
        all.push(removed(secret, "Delete"));
    }
    for (role, name) in [(execution_role, "ExecutionRole"), (task_role, "TaskRole")] {
        let role = role.as_ref().map(|role| tagged(role_members(role)));
        all.extend(role.map(|role| resource(name, "AWS::IAM::Role", role)));
    }
    let task_definition = document(
        &CLOUDFORMATION
            .split(&deployment.task_definition_tree(), TASK_DEFINITION)
            .0,
    );
    let service = service_properties(deployment);
    all.push(resource(
        "TaskDefinition",
        "AWS::ECS::TaskDefinition",
        task_definition,
    ));
    all.push(resource("Service", "AWS::ECS::Service", service));
    all
}

fn cluster_members(deployment: &Deployment) -> Members {
    let mut members = vec![("ClusterName".to_owned(), Node::text(&deployment.cluster.name))];
    if deployment.service.uses_fargate_capacity() {
        let providers = ["FARGATE", "FARGATE_SPOT"].map(Node::text).into();
        members.push(("CapacityProviders".to_owned(), Node::List(providers)));
    }
    members
}

fn log_group_members(group: &LogGroup) -> Members {
    let mut members = vec![("LogGroupName".to_owned(), Node::text(&group.name))];
    if let Some(days) = group.retention {
        members.push(("RetentionInDays".to_owned(), Node::Plain(days.to_string())));
    }
    members
}

/// Returns the properties of the service. The cluster, subnets and security groups refer to resources and parameters of
/// the template.
fn service_properties(deployment: &Deployment) -> Node {
    let cluster = &deployment.cluster;
    let mut service = CLOUDFORMATION.split(&deployment.service_tree(), SERVICE).0;
    // CloudFormation has no word for what is the default.
    if let Tree::Map(members) = &mut service {
        members.retain(|(name, value)| name != "propagateTags" || value.words().as_deref() != Some("NONE"));
    }
    let mut node = document(&service);
    if let (Some(value), true) = (node.member("Cluster"), cluster.create) {
        *value = Flag::CreateCluster.choose(Node::tagged("!Ref", "Cluster"), Node::text(&cluster.name));
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

/// Makes a resource that the stack creates unless it exists.
fn created(flag: Flag, name: &str, kind: &str, properties: Node) -> (String, Node) {
    let members = [
        ("Type", Node::text(kind)),
        ("Condition", Node::text(flag.condition())),
        ("Properties", properties),
    ];
    (name.to_owned(), Node::map(members))
}

/// Says what CloudFormation does with a resource that leaves the stack or is replaced.
fn removed((name, mut node): (String, Node), policy: &str) -> (String, Node) {
    if let Node::Map(members) = &mut node {
        for attribute in ["DeletionPolicy", "UpdateReplacePolicy"] {
            members.insert(1, (attribute.to_owned(), Node::text(policy)));
        }
    }
    (name, node)
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
    if let Some(group) = &deployment.log_group {
        put(
            "LogGroupName",
            "Where the delegate's output is",
            log_group(&group.name),
        );
    }
    if deployment.creates_secret(SecretKind::DelegateToken) {
        put(
            "TokenSecretArn",
            "The secret that holds the token",
            Node::tagged("!Ref", SecretNames::of(SecretKind::DelegateToken).resource),
        );
    }
    all
}
