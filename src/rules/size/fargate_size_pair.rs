//! Fargate does not offer this pair of CPU and memory.

use super::resize::resize;
use crate::aws::fargate_size;
use crate::facts::fargate::{self, Memories};
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `fargate-size-pair`
pub const RULE: Rule = Rule {
    id: "fargate-size-pair",
    severity: Severity::Error,
    what: "Fargate does not offer this pair of CPU and memory.",
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
            (Some(size), Some(memory)) if !fargate_size::memories(size).contains(&memory) => {
                let step = match size.memories {
                    Memories::Only(sizes) => {
                        let (last, smaller) = sizes.split_last().unwrap_or((&0, &[]));
                        let smaller: Vec<String> = smaller.iter().map(u64::to_string).collect();
                        format!("{} or {last} MiB", smaller.join(", "))
                    }
                    Memories::Steps { min, max, step } => format!("{min} to {max} MiB in steps of {step}"),
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
