//! The task and its container.

use super::asked::{Asked, Group};
use super::blank::Blank;
use super::defaults::{docs_only, placeholder, recommended_flag, recommended_only, text};
use super::field::Field;
use super::in_force;
use super::in_module::InModule;
use super::kind::{Kind, slot};
use super::section::{Place, Section};
use super::unit::Unit;
use crate::choices::{LaunchType, Start};
use crate::facts::sources;

/// The task and its container.
pub static CONTAINER_SECTION: Section = Section {
    title: "Task and container",
    place: Place::Folded,
    in_force: in_force::container,
    fields: &[
        &FAMILY,
        &CONTAINER_NAME,
        &CONTAINER_CPU,
        &CONTAINER_MEMORY,
        &CONTAINER_PORT,
        &HOSTNAME,
        &STOP_TIMEOUT,
        &HEALTH_CHECK,
    ],
};

/// `family`
pub static FAMILY: Field = Field {
    key: "family",
    label: "Task definition family",
    help: "The name under which revisions of the task definition are counted.",
    find: "One family per delegate and launch type: a service that names only the family takes its newest revision.",
    command: "aws ecs list-task-definition-families",
    docs: sources::TASK,
    kind: Kind::Identifier(slot!(family)),
    blank: Blank::Derived,
    sample: "blue-delegate",
    ..Field::with(InModule::CannotExpress)
};

/// `container_name`
pub static CONTAINER_NAME: Field = Field {
    key: "container_name",
    label: "Container name",
    help: "Letters, digits, dashes and underscores; ECS refuses dots.",
    docs: sources::TASK,
    kind: Kind::Identifier(slot!(container_name)),
    blank: Blank::Derived,
    sample: "harness",
    ..Field::with(InModule::CannotExpress)
};

/// `container_cpu`
pub static CONTAINER_CPU: Field = Field {
    key: "container_cpu",
    label: "CPU of the container",
    help: "A share of the task's CPU units, for tasks with several containers. Blank lets the only container have them all.",
    docs: sources::TASK,
    kind: Kind::Number(Unit::Cpu, slot!(container_cpu)),
    default: |start, _| docs_only(start, "1"),
    sample: "512",
    ..Field::with(InModule::CannotExpress)
};

/// `container_memory`
pub static CONTAINER_MEMORY: Field = Field {
    key: "container_memory",
    label: "Memory of the container",
    help: "The limit in MiB above which the container is killed. Blank is the task's memory.",
    docs: sources::TASK,
    kind: Kind::Number(Unit::Mebibytes, slot!(container_memory)),
    default: |start, _| docs_only(start, "2048"),
    blank: Blank::Derived,
    sample: "1800",
    ..Field::with(InModule::CannotExpress)
};

/// `container_port`
pub static CONTAINER_PORT: Field = Field {
    key: "container_port",
    label: "Container port",
    help: "Nothing connects to a delegate: leave it blank. The documentation's samples map 8080.",
    docs: sources::TASK,
    kind: Kind::Number(Unit::Port, slot!(container_port)),
    default: |start, _| docs_only(start, "8080"),
    sample: "3460",
    ..Field::with(InModule::CannotExpress)
};

/// `hostname`
pub static HOSTNAME: Field = Field {
    key: "hostname",
    label: "Host name of the container",
    help: "Only for the bridge network of EC2; ECS refuses it on Fargate and wherever the task has its own network interface.",
    docs: sources::TASK,
    kind: Kind::Identifier(slot!(hostname)),
    default: |start, launch_type| match (start, launch_type) {
        (Start::Docs, LaunchType::Ec2) => placeholder("<DELEGATE_HOST>"),
        _ => text(""),
    },
    asked: Asked::WithoutDefault(Group::Aws),
    sample: "delegate-1",
    // Fargate does not allow a host name, with or without the module. A separate rule reports it.
    ..Field::with(InModule::CannotExpressWhere(|_| false))
};

/// `stop_timeout`
pub static STOP_TIMEOUT: Field = Field {
    key: "stop_timeout",
    label: "Stop timeout",
    help: "Seconds that running Harness tasks get to finish when the delegate is stopped; 2 to 120 on Fargate.",
    docs: sources::SHUTDOWN,
    kind: Kind::Number(Unit::Seconds, slot!(stop_timeout)),
    default: |start, _| recommended_only(start, "120"),
    sample: "90",
    ..Field::with(InModule::CannotExpress)
};

/// `health_check`
pub static HEALTH_CHECK: Field = Field {
    key: "health_check",
    label: "Health check",
    help: "ECS asks the delegate's own endpoint and replaces a task that is not healthy. ECS ignores the check that is built into the image.",
    docs: sources::HEALTH_CHECK,
    kind: Kind::Flag(slot!(health_check)),
    default: |start, _| recommended_flag(start),
    blank: Blank::Default,
    sample: "false",
    ..Field::with(InModule::Fixes("false"))
};
