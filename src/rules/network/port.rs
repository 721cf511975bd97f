//! Ports of a container instance.

use crate::facts::ecs::RESERVED_HOST_PORTS;
use crate::facts::network::PORTS;
use crate::fields;
use crate::rules::subject::Subject;

/// Whether SSH, Docker or the ECS agent uses the port on every container instance.
pub fn is_reserved(port: u64) -> bool {
    RESERVED_HOST_PORTS.contains(&port)
}

/// Returns the port of the container instance that the task uses in network mode bridge.
pub fn static_port(subject: &Subject) -> Option<u64> {
    let port = subject.number(&fields::CONTAINER_PORT)?;
    (!subject.config.is_awsvpc() && PORTS.contains(&port)).then_some(port)
}
