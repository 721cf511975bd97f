//! The files that the user takes away: renderings of one [`Deployment`], so that they cannot disagree.

pub mod cli;
pub mod cloudformation;
pub mod file;
pub mod language;
pub mod readme;
pub mod script;
pub mod terraform;

use crate::choices::Way;
use crate::deployment::Deployment;
use file::{Output, kinds};

pub use file::{Kind, Language, OutputFile};

/// The kinds of file of each way.
static KINDS: &[&[Kind]] = &[
    &kinds::<{ cli::OUTPUTS.len() }>(cli::OUTPUTS),
    &kinds::<{ script::OUTPUTS.len() }>(script::OUTPUTS),
    &kinds::<{ terraform::OUTPUTS.len() }>(terraform::OUTPUTS),
    &kinds::<{ cloudformation::OUTPUTS.len() }>(cloudformation::OUTPUTS),
];

/// Every kind of file that there can be, whatever the way, in the order in which they are shown.
pub fn all_kinds() -> impl Iterator<Item = Kind> {
    KINDS.iter().copied().flatten().copied()
}

/// The files of a way.
pub fn files(deployment: &Deployment, way: Way) -> Vec<OutputFile> {
    if is_first(way) {
        first_files(deployment)
    } else {
        later_files(deployment, way)
    }
}

/// Whether the page opens with this way.
pub fn is_first(way: Way) -> bool {
    way == Way::Cli
}

/// The files of the way with which the page opens.
pub fn first_files(deployment: &Deployment) -> Vec<OutputFile> {
    rendered(cli::OUTPUTS, deployment)
}

/// The files of one of the other ways, which the page fetches on first use.
pub fn later_files(deployment: &Deployment, way: Way) -> Vec<OutputFile> {
    let outputs = match way {
        Way::Cli => return Vec::new(),
        Way::Script => script::OUTPUTS,
        Way::Terraform => terraform::OUTPUTS,
        Way::CloudFormation => cloudformation::OUTPUTS,
    };
    rendered(outputs, deployment)
}

fn rendered(outputs: &[Output], deployment: &Deployment) -> Vec<OutputFile> {
    outputs
        .iter()
        .filter_map(|output| output.file(deployment))
        .collect()
}

#[cfg(test)]
mod tests;
