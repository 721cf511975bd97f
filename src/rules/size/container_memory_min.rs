//! Docker starts no container with less than 6 MiB.

use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::{Problem, Rule, links};

/// MiB, of Docker 20.10 and later.
pub const MIN: u64 = 6;

/// `container-memory-min`
pub static RULE: Rule = Rule {
    id: "container-memory-min",
    severity: Severity::Error,
    what: "The container gets less than 6 MiB.",
    consequence: "ECS refuses it: Docker reserves at least 6 MiB for a container. The delegate wants 2048.",
    source: links::TASK,
    check: |subject, problems| {
        let config = subject.config;
        let field = if config.container_memory.is_blank() {
            &fields::MEMORY
        } else {
            &fields::CONTAINER_MEMORY
        };
        if let Some(memory) = config.container_memory.number().filter(|memory| *memory < MIN) {
            let message = format!("`{memory}` MiB; a container takes at least `{MIN}`.");
            let fix = if config.memory.typed().is_some_and(|memory| *memory < MIN) {
                super::resize(subject, config.cpu.number().unwrap_or(0), 2048)
                    .and(crate::finding::Edit::clear(&fields::CONTAINER_MEMORY))
            } else {
                Fix::set("Use 2048", &fields::CONTAINER_MEMORY, "2048")
            };
            problems.push(Problem::new(field, message).fix(fix));
        }
    },
    fires: "container_memory=5",
    quiet: "container_memory=6",
};
