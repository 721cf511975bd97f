//! CPU, memory, disk, processor, replicas.

use super::asked::{Asked, Group};
use super::blank::Blank;
use super::defaults::text;
use super::field::Field;
use super::in_force;
use super::in_module::InModule;
use super::kind::{Kind, choice, slot};
use super::section::{Place, Section};
use super::unit::Unit;
use crate::aws::fargate_size;
use crate::choices::{Architecture, LaunchType, Start};
use crate::facts::sources;
use crate::facts::{fargate, harness};

/// CPU, memory, disk, processor, replicas.
pub static SIZE_SECTION: Section = Section {
    title: "Size and replicas",
    place: Place::Folded,
    in_force: in_force::size,
    fields: &[&CPU, &MEMORY, &DESIRED_COUNT, &ARCHITECTURE, &EPHEMERAL_STORAGE],
};

/// `cpu`
pub static CPU: Field = Field {
    key: "cpu",
    label: "CPU of the task",
    help: "CPU units, 1024 to the vCPU; 1 vCPU and 0.5 vCPU are understood too.",
    docs: sources::SIZES,
    kind: Kind::Number(Unit::Cpu, slot!(cpu)),
    default: |_, _| text("1024"),
    blank: Blank::Required {
        placeholder: "<CPU>",
        when: |config| config.is_fargate(),
    },
    offers: Some(|config| {
        let sizes = fargate::SIZES.iter().filter(|_| config.is_fargate());
        sizes.map(|size| size.cpu).collect()
    }),
    asked: Asked::WithoutDefault(Group::Aws),
    sample: "2048",
    ..Field::with(InModule::Takes)
};

/// `memory`
pub static MEMORY: Field = Field {
    key: "memory",
    label: "Memory of the task",
    help: "MiB; 2 GB and 2048Mi are understood too. Harness wants 2048 for each replica.",
    docs: sources::SIZES,
    kind: Kind::Number(Unit::Mebibytes, slot!(memory)),
    default: |start, launch_type| match (start, launch_type) {
        (Start::Docs, LaunchType::Fargate) => text("6144"),
        _ => text("2048"),
    },
    blank: Blank::Required {
        placeholder: "<MEMORY>",
        when: |config| config.is_fargate(),
    },
    // Memory sizes for the chosen CPU, or for the next larger one if Fargate does not offer it.
    offers: Some(|config| {
        let (cpu, _) = fargate_size::fitting(config.cpu.typed().unwrap_or(1024), 0);
        let size = fargate_size::size(cpu).filter(|_| config.is_fargate());
        size.map_or_else(Vec::new, fargate_size::memories)
    }),
    asked: Asked::WithoutDefault(Group::Aws),
    sample: "4096",
    ..Field::with(InModule::Takes)
};

/// `desired_count`
pub static DESIRED_COUNT: Field = Field {
    key: "desired_count",
    label: "Replicas",
    help: "How many delegates run under this name. Two survive the loss of one.",
    docs: sources::SERVICE,
    kind: Kind::Number(Unit::Count, slot!(desired_count)),
    blank: Blank::Derived,
    sample: "2",
    ..Field::with(InModule::Takes)
};

/// `architecture`
pub static ARCHITECTURE: Field = Field {
    key: "architecture",
    label: "Processor",
    help: "Not every release of the delegate has an image for ARM64.",
    docs: sources::TASK,
    kind: choice!(architecture: Architecture),
    default: |_, _| text("X86_64"),
    blank: Blank::Default,
    sample: "ARM64",
    ..Field::with(InModule::Fixes("X86_64"))
};

/// `ephemeral_storage`
pub static EPHEMERAL_STORAGE: Field = Field {
    key: "ephemeral_storage",
    label: "Ephemeral storage",
    help: "Disk of the task in GiB, 21 to 200; Fargate gives 20 without asking.",
    docs: sources::STORAGE,
    kind: Kind::Number(Unit::Gibibytes, slot!(ephemeral_storage)),
    applies: |config| config.is_fargate(),
    sample: "50",
    ..Field::with(InModule::CannotExpress)
};

const _: () = assert!(harness::MIN_MEMORY == 2048, "the help of `memory` names it");
