//! Ports of a container instance.

use crate::fields;
use crate::rules::subject::Subject;

/// Source: the API's `PortMapping.hostPort`.
const RESERVED: [u64; 6] = [22, 2375, 2376, 51678, 51679, 51680];

/// Whether ECS has the port for itself on every instance.
pub fn is_reserved(port: u64) -> bool {
    RESERVED.contains(&port)
}

/// The port that the bridge network of EC2 occupies on the instance.
pub fn static_port(subject: &Subject) -> Option<u64> {
    let port = subject.number(&fields::CONTAINER_PORT)?;
    (!subject.config.is_awsvpc() && (1..=65535).contains(&port)).then_some(port)
}
