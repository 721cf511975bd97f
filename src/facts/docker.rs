//! Docker: image references and containers.

/// The maximum length of an image reference without its digest, in characters. Source: the API's
/// `ContainerDefinition.image`, read 2026-11.
pub const IMAGE_MAX: usize = 255;

/// The maximum length of a tag, in characters. Source: the grammar in
/// <https://pkg.go.dev/github.com/distribution/reference>, read 2026-11.
pub const TAG_MAX: usize = 128;

/// The start of a digest. Source: the API's `ContainerDefinition.image`, read 2026-11.
pub const DIGEST_ALGORITHM: &str = "sha256:";

/// The number of hexadecimal digits in a digest. Source: the API's `ContainerDefinition.image`, read 2026-11.
pub const DIGEST_DIGITS: usize = 64;

/// The minimum memory of a container with Docker 20.10 and later, in MiB. Source: the API's
/// `ContainerDefinition.memory`, read 2026-11.
pub const CONTAINER_MEMORY_MIN: u64 = 6;

/// The first port of the ephemeral port range, from which Linux and Docker assign ports. Source: the API's
/// `PortMapping.hostPort`, read 2026-11.
pub const EPHEMERAL_PORTS_FROM: u64 = 32768;

/// The names of Docker Hub as a registry. Source: the grammar of image names, as above, which adds `docker.io`; the others
/// are the hosts of its API, read 2026-11.
pub const DOCKER_HUB: &[&str] = &["docker.io", "index.docker.io", "registry-1.docker.io"];

/// The options of `docker run`, and those of Podman and nerdctl, that take no value.
/// Source: <https://docs.docker.com/reference/cli/docker/container/run/>, <https://docs.podman.io/en/latest/markdown/podman-run.1.html>;
/// read 2026-11.
pub const RUN_FLAGS: [&str; 21] = [
    "-d",
    "--detach",
    "-i",
    "--interactive",
    "-t",
    "--tty",
    "-P",
    "--publish-all",
    "-q",
    "--quiet",
    "--rm",
    "--init",
    "--privileged",
    "--read-only",
    "--no-healthcheck",
    "--oom-kill-disable",
    "--sig-proxy",
    "--disable-content-trust",
    "--replace",
    "--no-hosts",
    "--tls-verify",
];
