//! The container has 1 CPU unit, as in the documentation's samples: a thousandth of a vCPU, not a whole one.

use crate::facts::ecs::CPU_UNITS_OF_A_VCPU;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `container-cpu-one`
pub const RULE: Rule = Rule {
    id: "container-cpu-one",
    severity: Severity::Warning,
    what: "The container's CPU is 1: one CPU unit, not one vCPU.",
    consequence: "1 means 2 of Docker's CPU shares, next to nothing: as soon as another container runs beside it, the delegate starves.",
    source: sources::TASK,
    check: |subject, problems| {
        if subject.config.container_cpu.typed() == Some(1) {
            let message = format!(
                "`1` is a share of 1/{CPU_UNITS_OF_A_VCPU} vCPU, not one vCPU; blank lets the container use all of the task's."
            );
            let fix = Fix::clear("Clear it", &fields::CONTAINER_CPU);
            problems.push(Problem::new(&fields::CONTAINER_CPU, message).fix(fix));
        }
    },
    fires: "start=docs",
    quiet: "container_cpu=2",
};
