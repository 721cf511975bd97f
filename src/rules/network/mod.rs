//! Network mode, ports, subnets and security groups.

pub mod ec2_awsvpc;
pub mod ec2_cluster_empty;
pub mod ephemeral_host_port;
pub mod hostname_awsvpc;
pub mod hostname_format;
pub mod port_8080_unused;
pub mod port_range;
pub mod public_ip_ec2;
pub mod public_ip_egress;
pub mod reserved_host_port;
pub mod sg_count;
pub mod sg_id_format;
pub mod static_host_port;
pub mod subnet_count;
pub mod subnet_id_format;

use super::{Problem, Subject, placeholder};
use crate::facts::limits;
use crate::fields::{self, Field};
use crate::finding::{Fix, short};

/// The port that the bridge network of EC2 occupies on the instance.
fn static_port(subject: &Subject) -> Option<u64> {
    let port = subject.number(&fields::CONTAINER_PORT)?;
    (!subject.config.is_awsvpc() && (1..=65535).contains(&port)).then_some(port)
}

/// Judges the IDs of a list; those in upper case can be mended.
fn judge_ids(
    subject: &Subject,
    field: &'static Field,
    prefix: &str,
    what: &str,
    problems: &mut Vec<Problem>,
) {
    let items = subject.items(field);
    let is_good = |id: &str| limits::is_resource_id(prefix, id) || placeholder::of_identifier(id).is_some();
    let Some(bad) = items.iter().find(|id| !is_good(id)) else {
        return;
    };
    let message = format!(
        "`{}` is no {what} ID: `{prefix}` and 8 or 17 of `0-9a-f`.",
        short(bad)
    );
    let lower = items.join(",").to_ascii_lowercase();
    let is_case = lower
        .split(',')
        .zip(items)
        .all(|(low, item)| is_good(low) || is_good(item));
    let fix = is_case.then(|| Fix::set("Write it in lower case", field, lower));
    problems.push(Problem::new(field, message).fix_if(fix));
}

/// Judges how many a list has, and whether one is twice in it.
fn judge_count(
    subject: &Subject,
    field: &'static Field,
    max: usize,
    what: &str,
    problems: &mut Vec<Problem>,
) {
    let items = subject.items(field);
    let mut once: Vec<&str> = Vec::with_capacity(items.len());
    for item in items {
        if !once.contains(&item.as_str()) {
            once.push(item);
        }
    }
    let message = if once.len() > max {
        format!("`{}` {what}; `{max}` are allowed.", once.len())
    } else if once.len() < items.len() {
        format!("{} of the {what} stand there twice.", items.len() - once.len())
    } else {
        return;
    };
    let fix = (once.len() <= max).then(|| Fix::set("Keep each once", field, once.join(",")));
    problems.push(Problem::new(field, message).fix_if(fix));
}
