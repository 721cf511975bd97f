//! The cluster and the service.

use super::asked::{Asked, Group};
use super::blank::Blank;
use super::defaults::{recommended_flag, recommended_only, text};
use super::field::Field;
use super::in_force;
use super::in_module::InModule;
use super::kind::{Kind, RowValue, RowsOf, choice, slot};
use super::section::{Place, Section};
use super::unit::Unit;
use crate::choices::{LaunchType, PropagateTags, Start};
use crate::facts::sources;

/// The cluster and the service.
pub static SERVICE_SECTION: Section = Section {
    title: "Cluster and service",
    place: Place::Folded,
    in_force: in_force::service,
    fields: &[
        &CLUSTER,
        &CREATE_CLUSTER,
        &SERVICE_NAME,
        &CAPACITY,
        &PLATFORM_VERSION,
        &CIRCUIT_BREAKER,
        &MINIMUM_HEALTHY_PERCENT,
        &MAXIMUM_PERCENT,
        &ENABLE_EXECUTE_COMMAND,
        &PROPAGATE_TAGS,
        &ENABLE_ECS_MANAGED_TAGS,
        &TAGS,
    ],
};

/// `cluster`
pub static CLUSTER: Field = Field {
    key: "cluster",
    label: "ECS cluster",
    help: "The cluster's name.",
    command: "aws ecs list-clusters",
    docs: sources::CLUSTERS,
    kind: Kind::Identifier(slot!(cluster)),
    default: |start, _| recommended_only(start, "harness-delegate"),
    blank: Blank::Required {
        placeholder: "<CLUSTER_NAME>",
        // If the Terraform module creates the cluster, it also names it.
        when: |config| !(config.is_module() && config.create_cluster),
    },
    asked: Asked::WithoutDefault(Group::Aws),
    sample: "delegates",
    ..Field::with(InModule::Takes)
};

/// `create_cluster`
pub static CREATE_CLUSTER: Field = Field {
    key: "create_cluster",
    label: "Create the cluster",
    help: "If there is none of that name. A new cluster has no container instances, so EC2 tasks wait until you add some.",
    docs: sources::CLUSTERS,
    kind: Kind::Flag(slot!(create_cluster)),
    default: |_, _| text("true"),
    blank: Blank::Default,
    sample: "false",
    ..Field::with(InModule::Takes)
};

/// `service_name`
pub static SERVICE_NAME: Field = Field {
    key: "service_name",
    label: "Service name",
    help: "Unique in the cluster. Blank is the delegate's name; roles and log group are named after it.",
    docs: sources::SERVICE,
    kind: Kind::Identifier(slot!(service_name)),
    blank: Blank::Derived,
    sample: "delegate-service",
    ..Field::with(InModule::CannotExpress)
};

/// `capacity`
pub static CAPACITY: Field = Field {
    key: "capacity",
    label: "Capacity provider",
    help: "Instead of the launch type: FARGATE, FARGATE_SPOT, or a provider of the cluster's by name.",
    command: "aws ecs describe-capacity-providers --query 'capacityProviders[].name'",
    docs: sources::CAPACITY,
    kind: Kind::Identifier(slot!(capacity)),
    suggestions: || {
        vec![
            ("FARGATE".into(), "on demand".into()),
            ("FARGATE_SPOT".into(), "may be taken away".into()),
        ]
    },
    sample: "FARGATE_SPOT",
    ..Field::with(InModule::CannotExpress)
};

/// `platform_version`
pub static PLATFORM_VERSION: Field = Field {
    key: "platform_version",
    label: "Fargate platform version",
    help: "LATEST or a version such as 1.4.0. Blank is the latest.",
    docs: sources::PLATFORMS,
    kind: Kind::Identifier(slot!(platform_version)),
    default: |start, launch_type| match (start, launch_type) {
        (Start::Docs, LaunchType::Fargate) => text("LATEST"),
        _ => text(""),
    },
    applies: |config| config.is_fargate(),
    suggestions: || vec![("LATEST".into(), String::new()), ("1.4.0".into(), String::new())],
    sample: "1.4.0",
    ..Field::with(InModule::Fixes("LATEST"))
};

/// `circuit_breaker`
pub static CIRCUIT_BREAKER: Field = Field {
    key: "circuit_breaker",
    label: "Deployment circuit breaker",
    help: "ECS gives up a deployment whose tasks don't start, and rolls back.",
    docs: sources::CIRCUIT_BREAKER,
    kind: Kind::Flag(slot!(circuit_breaker)),
    default: |start, _| recommended_flag(start),
    blank: Blank::Default,
    sample: "false",
    ..Field::with(InModule::Fixes("false"))
};

/// `minimum_healthy_percent`
pub static MINIMUM_HEALTHY_PERCENT: Field = Field {
    key: "minimum_healthy_percent",
    label: "Minimum healthy",
    help: "How many of the replicas must run during a deployment, 0 to 100 percent; blank is 100.",
    docs: sources::SERVICE,
    kind: Kind::Number(Unit::Percent, slot!(minimum_healthy_percent)),
    sample: "50",
    ..Field::with(InModule::CannotExpress)
};

/// `maximum_percent`
pub static MAXIMUM_PERCENT: Field = Field {
    key: "maximum_percent",
    label: "Maximum running",
    help: "How many tasks may run during a deployment, at least 100 percent of the replicas; blank is 200.",
    docs: sources::SERVICE,
    kind: Kind::Number(Unit::Percent, slot!(maximum_percent)),
    sample: "150",
    ..Field::with(InModule::CannotExpress)
};

/// `enable_execute_command`
pub static ENABLE_EXECUTE_COMMAND: Field = Field {
    key: "enable_execute_command",
    label: "ECS Exec",
    help: "Lets people with the permission open a shell in the running container. It needs a task role.",
    docs: sources::EXEC,
    kind: Kind::Flag(slot!(enable_execute_command)),
    default: |_, _| text("false"),
    blank: Blank::Default,
    sample: "true",
    ..Field::with(InModule::Takes)
};

/// `propagate_tags`
pub static PROPAGATE_TAGS: Field = Field {
    key: "propagate_tags",
    label: "Tags of running tasks",
    help: "Whose tags the tasks get; without them cost reports don't know the delegate.",
    docs: sources::TAGS,
    kind: choice!(propagate_tags: PropagateTags),
    default: |start, _| match start {
        Start::Docs => text("NONE"),
        Start::Recommended => text("SERVICE"),
    },
    blank: Blank::Default,
    sample: "TASK_DEFINITION",
    ..Field::with(InModule::Fixes("NONE"))
};

/// `enable_ecs_managed_tags`
pub static ENABLE_ECS_MANAGED_TAGS: Field = Field {
    key: "enable_ecs_managed_tags",
    label: "ECS managed tags",
    help: "ECS adds the names of cluster and service to the tags of the tasks.",
    docs: sources::TAGS,
    kind: Kind::Flag(slot!(enable_ecs_managed_tags)),
    default: |start, launch_type| match (start, launch_type) {
        (Start::Docs, LaunchType::Ec2) => text("false"),
        _ => text("true"),
    },
    blank: Blank::Default,
    sample: "false",
    ..Field::with(InModule::Fixes("false"))
};

/// `tags`
pub static TAGS: Field = Field {
    key: "tags",
    label: "AWS tags",
    help: "One key=value per row, on everything that is created.",
    docs: sources::TAGS,
    kind: Kind::Rows(RowsOf {
        slot: slot!(tags),
        value: RowValue::Tag,
    }),
    default: |start, _| recommended_only(start, "created-by=ecs-delegate-configurator"),
    sample: "team=blue",
    ..Field::with(InModule::Takes)
};
