//! ECS does not allow this CPU for a task on EC2.

use crate::facts::ecs::EC2_CPU;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `ec2-cpu-range`
pub const RULE: Rule = Rule {
    id: "ec2-cpu-range",
    severity: Severity::Error,
    what: "CPU of a task on EC2 is not 128 to 196608 units.",
    consequence: "`register-task-definition` fails: *Invalid 'cpu' setting for task.*",
    source: sources::SIZES,
    check: |subject, problems| {
        let Some(cpu) = subject.config.cpu.typed() else {
            return;
        };
        if !subject.config.is_fargate() && !EC2_CPU.contains(&cpu) {
            let near = cpu.clamp(*EC2_CPU.start(), *EC2_CPU.end());
            let mut fix = Fix::set(format!("Use {near}"), &fields::CPU, near.to_string());
            if subject.config.container_cpu.typed().is_some_and(|own| own > near) {
                fix = fix.and(Edit::clear(&fields::CONTAINER_CPU));
            }
            let message = format!(
                "`{cpu}` CPU units; ECS takes {} to {}.",
                EC2_CPU.start(),
                EC2_CPU.end()
            );
            problems.push(Problem::new(&fields::CPU, message).fix(fix));
        }
    },
    fires: "launch_type=EC2&cpu=127",
    quiet: "launch_type=EC2&cpu=128",
};
