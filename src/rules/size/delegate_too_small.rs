//! The delegate has less CPU or memory than one replica needs.

use super::resize::resize;
use crate::facts::docker::CONTAINER_MEMORY_MIN;
use crate::facts::harness::{MIN_CPU, MIN_MEMORY};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `delegate-too-small`
pub const RULE: Rule = Rule {
    id: "delegate-too-small",
    severity: Severity::Warning,
    what: "The delegate gets less than 2048 MiB or 512 CPU units.",
    consequence: "The delegate's Java takes 70 % of the container's memory for its heap; with less than 2 GB it is killed under load, and the tasks that it ran fail.",
    source: sources::REQUIREMENTS,
    check: |subject, problems| {
        let config = subject.config;
        let (cpu, memory) = (config.cpu.number(), config.memory.number());
        if let Some(cpu) = cpu.filter(|cpu| *cpu < MIN_CPU) {
            let message = format!("`{cpu}` CPU units; Harness wants at least `{MIN_CPU}` for a replica.");
            let fix = if config.is_fargate() {
                resize(subject, MIN_CPU, memory.unwrap_or(MIN_MEMORY))
            } else {
                Fix::set(format!("Use {MIN_CPU}"), &fields::CPU, MIN_CPU.to_string())
            };
            problems.push(Problem::new(&fields::CPU, message).fix(fix));
        }
        let Some(own) = config.container_memory.number() else {
            return;
        };
        if !(CONTAINER_MEMORY_MIN..MIN_MEMORY).contains(&own) {
            return;
        }
        let message = format!("`{own}` MiB; Harness wants at least `{MIN_MEMORY}` for a replica.");
        let is_limit = config.container_memory.typed().is_some();
        let problem = if is_limit && memory.is_none_or(|memory| memory >= MIN_MEMORY) {
            let text = if memory.is_some() {
                String::new()
            } else {
                MIN_MEMORY.to_string()
            };
            let fix = Fix::set(
                format!("Use {}", memory.unwrap_or(MIN_MEMORY)),
                &fields::CONTAINER_MEMORY,
                text,
            );
            Problem::new(&fields::CONTAINER_MEMORY, message).fix(fix)
        } else {
            let mut fix = resize(subject, cpu.unwrap_or(0), MIN_MEMORY);
            if is_limit {
                fix = fix.and(Edit::clear(&fields::CONTAINER_MEMORY));
            }
            Problem::new(&fields::MEMORY, message).fix(fix)
        };
        problems.push(problem);
    },
    fires: "cpu=512&memory=1024",
    quiet: "cpu=512&memory=2048",
};
