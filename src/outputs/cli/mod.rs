//! The way `cli`: JSON documents, and AWS CLI commands that use them.

pub mod commands;
pub mod documents;
mod steps;

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
