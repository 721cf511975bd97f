//! Fargate does not offer this pair of CPU and memory.

use super::resize::resize;
use crate::aws::fargate_size;
use crate::facts::fargate;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `fargate-size-pair`
pub const RULE: Rule = Rule {
    id: "fargate-size-pair",
    severity: Severity::Error,
    what: "CPU and memory of the task are no pair that Fargate has.",
    consequence: "`register-task-definition` fails: *No Fargate configuration exists for given values.*",
    source: sources::SIZES,
    check: |subject, problems| {
        let config = subject.config;
        let (Some(cpu), true) = (config.cpu.typed(), config.is_fargate()) else {
            return;
        };
        let memory = config.memory.typed();
        let problem = match (fargate_size::size(cpu), memory) {
            (None, _) => {
                let all: Vec<String> = fargate::SIZES.iter().map(|size| size.cpu.to_string()).collect();
                let message = format!("Fargate has no `{cpu}` CPU units: it has {}.", all.join(", "));
                Problem::new(&fields::CPU, message)
            }
            (Some(size), Some(memory)) if !fargate_size::memories(size).any(|sold| sold == memory) => {
                let step = match size.step {
                    0 => {
                        let smaller = fargate_size::memories(size).filter(|memory| *memory < size.max);
                        let smaller: Vec<String> = smaller.map(|memory| memory.to_string()).collect();
                        format!("{} or {} MiB", smaller.join(", "), size.max)
                    }
                    step => format!("{} to {} MiB in steps of {step}", size.min, size.max),
                };
                let message = format!("`{memory}` MiB don't go with `{cpu}` CPU units: those take {step}.");
                Problem::new(&fields::MEMORY, message)
            }
            _ => return,
        };
        problems.push(problem.fix(resize(subject, cpu, memory.unwrap_or(0))));
    },
    fires: "cpu=1024&memory=1024",
    quiet: "cpu=1024&memory=8192",
};
