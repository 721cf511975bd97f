//! `main.tf`: the third sample of the Harness documentation with the form's values: a call of the published module, and
//! the resources it needs.

use super::items::{attribute, comment, data, output, provider, resource, tags};
use super::references::References;
use super::steps;
use crate::choices::Way;
use crate::deployment::Deployment;
use crate::deployment::module_call::ModuleCall;
use crate::document::supplied::Supplied;
use crate::document::text::Text;
use crate::document::tree::Tree;
use crate::document::written::Written;
use crate::facts::vpc_module;
use crate::outputs::file::{Kind, Language, Output};
use crate::outputs::language::hcl::{self, Expression, Item, block};

/// `main.tf`
pub const OUTPUT: Output = Output {
    steps: |deployment, _| steps::of(deployment, OUTPUT.kind.name),
    ..Output::new(
        Kind {
            name: "main.tf",
            language: Language::Hcl,
            way: Way::Terraform,
            purpose: "the call of the published Terraform module",
        },
        render,
    )
};

/// Renders the file, or returns `None` if the deployment does not use the module.
fn render(deployment: &Deployment) -> Option<Written> {
    let call = deployment.module.as_ref()?;
    let references = References::new(deployment, created);
    let has_own_vpc = lacks_network(deployment);
    let mut resources = vec![module(deployment, call, &references, has_own_vpc)];
    if has_own_vpc {
        resources.push(vpc(deployment, &references));
    }
    if !deployment.cluster.create {
        let name = attribute("cluster_name", Expression::text(&deployment.cluster.name));
        resources.push(data("aws_ecs_cluster", "this", vec![name]));
    }
    resources.extend(call.policy.as_ref().map(|(name, document)| {
        let policy = references.expression(&Tree::of(document));
        policy_resource(name, policy)
    }));
    resources.extend(outputs());

    let mut items = vec![comment([
        "Starts a Harness delegate on ",
        deployment.runs_on(),
        " with the module of the Harness documentation.",
    ])];
    let aws = if has_own_vpc {
        vpc_module::PROVIDER
    } else {
        ">= 5.0"
    };
    let [versions, mut aws] = provider(deployment, ">= 1.3", aws);
    if let (Item::Block(_, _, body), false) = (&mut aws, deployment.tags.is_empty()) {
        body.push(block(
            "default_tags",
            &[],
            vec![attribute("tags", tags(&deployment.tags))],
        ));
    }
    items.extend([versions, aws]);
    items.extend(references.declarations());
    items.extend(resources);
    Some(hcl::print(&items))
}

/// Returns the reference to what this file creates and the call of the module needs.
fn created(what: Supplied) -> Option<&'static str> {
    match what {
        Supplied::DelegatePolicyName => Some("aws_iam_policy.delegate_aws_access.name"),
        Supplied::AccountId
        | Supplied::AssignPublicIp
        | Supplied::ExecutionRoleArn
        | Supplied::LogGroup
        | Supplied::Partition
        | Supplied::PlainToken
        | Supplied::Region
        | Supplied::SecretArn(_)
        | Supplied::SecurityGroups
        | Supplied::Subnets
        | Supplied::TaskDefinitionArn
        | Supplied::TaskRoleArn => None,
    }
}

fn policy_resource(name: &Text, policy: Expression) -> Item {
    let description = Expression::text("Policy for harness delegate aws access");
    let body = vec![
        attribute("name", Expression::text(name)),
        attribute("description", description),
        attribute("policy", Expression::Json(Box::new(policy))),
    ];
    resource("aws_iam_policy", "delegate_aws_access", body)
}

fn outputs() -> [Item; 3] {
    [
        ("cluster", "aws_ecs_cluster", "The ARN of the ECS cluster."),
        ("service", "aws_ecs_service", "The ARN of the ECS service."),
        (
            "task_definition",
            "aws_ecs_task_definition",
            "The ARN of the revision of the task definition that the service runs.",
        ),
    ]
    .map(|(name, attribute, description)| output(name, &format!("module.delegate.{attribute}"), description))
}

/// Returns whether the user gave neither subnets nor security groups. The file then creates a VPC, as the sample does.
fn lacks_network(deployment: &Deployment) -> bool {
    deployment
        .service
        .network_configuration
        .as_ref()
        .is_some_and(|network| {
            let network = &network.awsvpc_configuration;
            network
                .subnets
                .iter()
                .chain(&network.security_groups)
                .all(Text::has_reference)
        })
}

fn module(deployment: &Deployment, call: &ModuleCall, references: &References, has_own_vpc: bool) -> Item {
    let mut body: Vec<Item> = Tree::of(&call.arguments)
        .members()
        .iter()
        .map(|(name, value)| Item::Member(name.clone(), references.expression(value)))
        .collect();
    if !deployment.cluster.create {
        body.push(attribute(
            "cluster_id",
            Expression::raw("data.aws_ecs_cluster.this.arn"),
        ));
    }
    let (groups, subnets) = if has_own_vpc {
        (
            Expression::references(["module.vpc.default_security_group_id"]),
            Expression::raw("module.vpc.private_subnets"),
        )
    } else {
        (
            references.named("var.security_groups"),
            references.named("var.subnets"),
        )
    };
    body.push(attribute("security_groups", groups));
    body.push(attribute("subnets", subnets));
    block("module", &["delegate"], body)
}

/// Makes the VPC of the documentation's sample, in two Availability Zones of the Region.
fn vpc(deployment: &Deployment, references: &References) -> Item {
    let zone = |letter: &str| {
        references.template(&Text::supplied(Supplied::Region, &deployment.region).then(letter))
    };
    let texts = |texts: [&str; 2]| Expression::List(texts.map(Expression::text).into());
    let on = || Expression::raw("true");
    let kind = |kind: &str| Expression::Object(vec![("type".to_owned(), Expression::text(kind))]);
    let body = vec![
        attribute("source", Expression::text("terraform-aws-modules/vpc/aws")),
        attribute("version", Expression::text(vpc_module::VERSION)),
        attribute("name", Expression::text("this")),
        attribute("cidr", Expression::text("10.0.0.0/16")),
        comment("Zones that your account has: aws ec2 describe-availability-zones tells their names."),
        attribute("azs", Expression::List(vec![zone("a"), zone("b")])),
        attribute("private_subnets", texts(["10.0.1.0/24", "10.0.2.0/24"])),
        attribute("public_subnets", texts(["10.0.4.0/24", "10.0.5.0/24"])),
        attribute("enable_nat_gateway", on()),
        attribute("single_nat_gateway", on()),
        attribute("enable_dns_hostnames", on()),
        attribute("public_subnet_tags", kind("public")),
        attribute("private_subnet_tags", kind("private")),
        comment("The tasks use the default security group. The module would remove its rules."),
        attribute("manage_default_security_group", Expression::raw("false")),
    ];
    block("module", &["vpc"], body)
}
