//! The fix that changes the size of the task.

use crate::aws::fargate_size;
use crate::facts::ecs::CPU_UNITS_OF_A_VCPU;
use crate::facts::fargate::LARGE_CPU;
use crate::fields;
use crate::finding::{Edit, Fix};
use crate::rules::service::platform;
use crate::rules::subject::Subject;

/// Creates a fix that gives the task at least this size, in CPU units and MiB. On Fargate, it chooses the smallest pair
/// that fits. It clears settings that the new size makes invalid. If `cpu` is 0, the task gets one vCPU on Fargate, and
/// keeps its CPU on EC2.
pub fn resize(subject: &Subject, cpu: u64, memory: u64) -> Fix {
    let config = subject.config;
    let (cpu, memory) = match (config.is_fargate(), cpu) {
        (false, _) => (cpu, memory),
        (true, 0) => fargate_size::fitting(CPU_UNITS_OF_A_VCPU, memory),
        (true, _) => fargate_size::fitting(cpu, memory),
    };
    let title = match cpu {
        0 => format!("Use {memory} MiB"),
        _ => format!("Use {cpu} CPU units and {memory} MiB"),
    };
    let mut fix = Fix::new(title, vec![]);
    if config.cpu.typed() != Some(cpu) && cpu > 0 {
        fix.edits.push(Edit::set(&fields::CPU, cpu.to_string()));
    }
    if config.memory.typed() != Some(memory) {
        fix.edits.push(Edit::set(&fields::MEMORY, memory.to_string()));
    }
    if config.container_cpu.typed().is_some_and(|own| own > cpu) {
        fix.edits.push(Edit::clear(&fields::CONTAINER_CPU));
    }
    if config.container_memory.typed().is_some_and(|own| own > memory) {
        fix.edits.push(Edit::clear(&fields::CONTAINER_MEMORY));
    }
    if cpu >= LARGE_CPU && platform::is_old(subject) {
        fix.edits.push(Edit::clear(&fields::PLATFORM_VERSION));
    }
    fix
}
