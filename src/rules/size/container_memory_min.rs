//! The container has less memory than Docker needs to start it.

use super::resize::resize;
use crate::facts::docker::CONTAINER_MEMORY_MIN;
use crate::facts::harness::MIN_MEMORY;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `container-memory-min`
pub const RULE: Rule = Rule {
    id: "container-memory-min",
    severity: Severity::Error,
    what: "The container gets less than 6 MiB.",
    consequence: "ECS refuses it: Docker reserves at least 6 MiB for a container. The delegate wants 2048.",
    source: sources::TASK,
    check: |subject, problems| {
        let config = subject.config;
        let too_little = |memory: Option<u64>| memory.filter(|memory| *memory < CONTAINER_MEMORY_MIN);
        let message =
            |memory| format!("`{memory}` MiB; a container takes at least `{CONTAINER_MEMORY_MIN}`.");
        if let Some(memory) = too_little(config.memory.typed()) {
            let fix = resize(subject, config.cpu.number().unwrap_or(0), MIN_MEMORY)
                .and(Edit::clear(&fields::CONTAINER_MEMORY));
            problems.push(Problem::new(&fields::MEMORY, message(memory)).fix(fix));
        }
        let field = &fields::CONTAINER_MEMORY;
        if let Some(memory) = too_little(config.container_memory.typed()) {
            let fix = if config.memory.is_blank() {
                Fix::set(format!("Use {MIN_MEMORY}"), field, MIN_MEMORY.to_string())
            } else {
                Fix::clear("Give it the task's memory", field)
            };
            problems.push(Problem::new(field, message(memory)).fix(fix));
        }
    },
    fires: "container_memory=5",
    quiet: "container_memory=6",
};
