//! The task: its size, its container, its logs.

use super::{
    Blank, FIELD, Field, Kind, Section, TASK_PARAMETERS, Unit, choice, docs_only, recommended_flag,
    recommended_only, slot,
};
use crate::aws::fargate_size;
use crate::choices::{Architecture, LaunchType, Logs, Start};
use crate::facts::{fargate, harness, logs};

const SIZES: &str = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html";

/// `cpu`
pub static CPU: Field = Field {
    key: "cpu",
    label: "CPU of the task",
    help: "CPU units, 1024 to the vCPU; 1 vCPU and 0.5 vCPU are understood too.",
    docs: SIZES,
    section: Section::Size,
    kind: Kind::Number(Unit::Cpu, slot!(cpu)),
    default: |_, _| "1024",
    blank: Blank::Required {
        placeholder: "<CPU>",
        when: |config| config.is_fargate(),
    },
    offers: Some(|config| {
        let sizes = fargate::SIZES.iter().filter(|_| config.is_fargate());
        sizes.map(|size| size.cpu).collect()
    }),
    sample: "2048",
    ..FIELD
};

/// `memory`
pub static MEMORY: Field = Field {
    key: "memory",
    label: "Memory of the task",
    help: "MiB; 2 GB and 2048Mi are understood too. Harness wants 2048 for each replica.",
    docs: SIZES,
    section: Section::Size,
    kind: Kind::Number(Unit::Mebibytes, slot!(memory)),
    default: |start, launch_type| match (start, launch_type) {
        (Start::Docs, LaunchType::Fargate) => "6144",
        _ => "2048",
    },
    blank: Blank::Required {
        placeholder: "<MEMORY>",
        when: |config| config.is_fargate(),
    },
    // Those of the CPU that is chosen; of one that Fargate has not, those of the next one that it has.
    offers: Some(|config| {
        let (cpu, _) = fargate_size::fitting(config.cpu.typed().copied().unwrap_or(1024), 0);
        let size = fargate_size::size(cpu).filter(|_| config.is_fargate());
        size.map_or_else(Vec::new, |size| fargate_size::memories(size).collect())
    }),
    sample: "4096",
    ..FIELD
};

/// `architecture`
pub static ARCHITECTURE: Field = Field {
    key: "architecture",
    label: "Processor",
    help: "Not every release of the delegate has an image for ARM64.",
    docs: TASK_PARAMETERS,
    section: Section::Size,
    kind: choice!(architecture: Architecture),
    default: |_, _| "X86_64",
    blank: Blank::Default,
    sample: "ARM64",
    ..FIELD
};

/// `ephemeral_storage`
pub static EPHEMERAL_STORAGE: Field = Field {
    key: "ephemeral_storage",
    label: "Ephemeral storage",
    help: "Disk of the task in GiB, 21 to 200; Fargate gives 20 without asking.",
    docs: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html",
    section: Section::Size,
    kind: Kind::Number(Unit::Gibibytes, slot!(ephemeral_storage)),
    applies: |config| config.is_fargate(),
    sample: "50",
    ..FIELD
};

/// `family`
pub static FAMILY: Field = Field {
    key: "family",
    label: "Task definition family",
    help: "The name under which revisions of the task definition are counted.",
    find: "One family per delegate and launch type: a service that names only the family takes its newest revision.",
    command: "aws ecs list-task-definition-families",
    docs: TASK_PARAMETERS,
    section: Section::Container,
    kind: Kind::Identifier(slot!(family)),
    blank: Blank::Derived,
    sample: "blue-delegate",
    ..FIELD
};

/// `container_name`
pub static CONTAINER_NAME: Field = Field {
    key: "container_name",
    label: "Container name",
    help: "Letters, digits, dashes and underscores; ECS refuses dots.",
    docs: TASK_PARAMETERS,
    section: Section::Container,
    kind: Kind::Identifier(slot!(container_name)),
    blank: Blank::Derived,
    sample: "harness",
    ..FIELD
};

/// `container_cpu`
pub static CONTAINER_CPU: Field = Field {
    key: "container_cpu",
    label: "CPU of the container",
    help: "A share of the task's CPU units, for tasks with several containers. Blank lets the only container have them all.",
    docs: TASK_PARAMETERS,
    section: Section::Container,
    kind: Kind::Number(Unit::Cpu, slot!(container_cpu)),
    default: |start, _| docs_only(start, "1"),
    sample: "512",
    ..FIELD
};

/// `container_memory`
pub static CONTAINER_MEMORY: Field = Field {
    key: "container_memory",
    label: "Memory of the container",
    help: "The limit in MiB above which the container is killed. Blank is the task's memory.",
    docs: TASK_PARAMETERS,
    section: Section::Container,
    kind: Kind::Number(Unit::Mebibytes, slot!(container_memory)),
    default: |start, _| docs_only(start, "2048"),
    blank: Blank::Derived,
    sample: "1800",
    ..FIELD
};

/// `container_port`
pub static CONTAINER_PORT: Field = Field {
    key: "container_port",
    label: "Container port",
    help: "Nothing connects to a delegate: leave it blank. The documentation's samples map 8080.",
    docs: TASK_PARAMETERS,
    section: Section::Container,
    kind: Kind::Number(Unit::Port, slot!(container_port)),
    default: |start, _| docs_only(start, "8080"),
    sample: "3460",
    ..FIELD
};

/// `hostname`
pub static HOSTNAME: Field = Field {
    key: "hostname",
    label: "Host name of the container",
    help: "Only for the bridge network of EC2; ECS refuses it on Fargate and wherever the task has its own network interface.",
    docs: TASK_PARAMETERS,
    section: Section::Container,
    kind: Kind::Identifier(slot!(hostname)),
    default: |start, launch_type| match (start, launch_type) {
        (Start::Docs, LaunchType::Ec2) => "<DELEGATE_HOST>",
        _ => "",
    },
    sample: "delegate-1",
    ..FIELD
};

/// `stop_timeout`
pub static STOP_TIMEOUT: Field = Field {
    key: "stop_timeout",
    label: "Stop timeout",
    help: "Seconds that running Harness tasks get to finish when the delegate is stopped; 2 to 120 on Fargate.",
    docs: "https://developer.harness.io/docs/platform/delegates/delegate-concepts/graceful-delegate-shutdown-process",
    section: Section::Container,
    kind: Kind::Number(Unit::Seconds, slot!(stop_timeout)),
    default: |start, _| recommended_only(start, "120"),
    sample: "90",
    ..FIELD
};

/// `health_check`
pub static HEALTH_CHECK: Field = Field {
    key: "health_check",
    label: "Health check",
    help: "ECS asks the delegate's own endpoint and replaces a task that is not healthy. ECS ignores the check that is built into the image.",
    docs: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html",
    section: Section::Container,
    kind: Kind::Flag(slot!(health_check)),
    default: |start, _| recommended_flag(start),
    blank: Blank::Default,
    sample: "false",
    ..FIELD
};

/// `logs`
pub static LOGS: Field = Field {
    key: "logs",
    label: "Container logs",
    help: "Without a log configuration nobody sees why a delegate didn't start.",
    docs: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
    section: Section::Logs,
    kind: choice!(logs: Logs),
    default: |start, _| match start {
        Start::Docs => "none",
        Start::Recommended => "awslogs",
    },
    blank: Blank::Default,
    sample: "none",
    ..FIELD
};

/// `log_group`
pub static LOG_GROUP: Field = Field {
    key: "log_group",
    label: "Log group",
    help: "The log group of CloudWatch Logs; it is created with the rest.",
    command: "aws logs describe-log-groups --query 'logGroups[].logGroupName'",
    docs: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
    section: Section::Logs,
    kind: Kind::Identifier(slot!(log_group)),
    blank: Blank::Derived,
    applies: |config| config.has_logs(),
    sample: "/harness/delegates",
    ..FIELD
};

/// `log_retention`
pub static LOG_RETENTION: Field = Field {
    key: "log_retention",
    label: "Log retention",
    help: "Days after which log entries are deleted. Blank keeps them, and their cost, for ever.",
    docs: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
    section: Section::Logs,
    kind: Kind::Number(Unit::Days, slot!(log_retention)),
    default: |start, _| recommended_only(start, "30"),
    applies: |config| config.has_logs(),
    suggestions: || {
        logs::RETENTION_DAYS
            .iter()
            .map(|days| (days.to_string(), String::new()))
            .collect()
    },
    sample: "90",
    ..FIELD
};

const _: () = assert!(harness::MIN_MEMORY == 2048, "the help of `memory` names it");
