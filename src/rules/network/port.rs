//! Ports of a container instance.

use crate::facts::ecs::RESERVED_HOST_PORTS;
use crate::facts::network::PORTS;
use crate::fields;
use crate::rules::subject::Subject;

/// Whether ECS has the port for itself on every instance.
pub fn is_reserved(port: u64) -> bool {
    RESERVED_HOST_PORTS.contains(&port)
}

/// The port that the bridge network of EC2 occupies on the instance.
pub fn static_port(subject: &Subject) -> Option<u64> {
    let port = subject.number(&fields::CONTAINER_PORT)?;
    (!subject.config.is_awsvpc() && PORTS.contains(&port)).then_some(port)
}
