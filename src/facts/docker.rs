//! Docker: image references and containers.

/// The longest image reference without its digest, characters. Source: the API's `ContainerDefinition.image`, read
/// 2026-11.
pub const IMAGE_MAX: usize = 255;

/// The longest tag, characters. Source: the grammar in <https://pkg.go.dev/github.com/distribution/reference>, read
/// 2026-11.
pub const TAG_MAX: usize = 128;

/// What a digest begins with. Source: the API's `ContainerDefinition.image`, read 2026-11.
pub const DIGEST_ALGORITHM: &str = "sha256:";

/// Hexadecimal digits of a digest. Source: the API's `ContainerDefinition.image`, read 2026-11.
pub const DIGEST_DIGITS: usize = 64;

/// The least memory of a container, MiB, with Docker 20.10 and later. Source: the API's `ContainerDefinition.memory`,
/// read 2026-11.
pub const CONTAINER_MEMORY_MIN: u64 = 6;

/// The first of the ports that Linux and Docker hand out to others. Source: the API's `PortMapping.hostPort`, read
/// 2026-11.
pub const EPHEMERAL_PORTS_FROM: u64 = 32768;
