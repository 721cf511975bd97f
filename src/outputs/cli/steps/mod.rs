//! The steps of the way `cli`. Each is one subshell that looks before it changes anything.

mod block;
pub mod cluster;
pub mod deployer;
mod first_checks;
pub mod roles;
pub mod secret;
pub mod service;
mod substitution;
pub mod task_definition;
