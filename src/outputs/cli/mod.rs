//! The way `cli`: JSON documents, and AWS CLI commands that use them.

mod block;
pub mod commands;
mod deployer_step;
pub mod documents;
mod role_step;
mod secret_step;
mod service_step;
mod setup_step;
mod substitution;
mod task_definition_step;

use super::file::Output;

/// The outputs of the way, in the order in which the page shows them.
pub const OUTPUTS: &[Output] = &[
    documents::TASK_DEFINITION,
    documents::SERVICE,
    commands::OUTPUT,
    documents::EXECUTION_ROLE_TRUST,
    documents::EXECUTION_ROLE_POLICY,
    documents::TASK_ROLE_TRUST,
    documents::TASK_ROLE_POLICY,
    documents::DEPLOYER_POLICY,
];
