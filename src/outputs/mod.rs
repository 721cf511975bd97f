//! The files that the user downloads or copies. All are renderings of one [`Deployment`], so they cannot contradict
//! each other.

pub mod cli;
pub mod cloudformation;
pub mod file;
pub mod guide;
pub mod language;
pub mod readme;
pub mod restart;
pub mod script;
pub mod step;
mod task_failures;
pub mod terraform;
mod update;

use crate::choices::Way;
use crate::deployment::Deployment;
use file::{Output, kinds};

pub use file::{Kind, Language, OutputFile};

/// The kinds of file for each way.
static KINDS: &[&[Kind]] = &[
    &kinds::<{ cli::OUTPUTS.len() }>(cli::OUTPUTS),
    &kinds::<{ script::OUTPUTS.len() }>(script::OUTPUTS),
    &kinds::<{ terraform::OUTPUTS.len() }>(terraform::OUTPUTS),
    &kinds::<{ cloudformation::OUTPUTS.len() }>(cloudformation::OUTPUTS),
];

/// Returns every kind of file for all ways, in the order in which the page shows them.
pub fn all_kinds() -> impl Iterator<Item = Kind> {
    KINDS.iter().copied().flatten().copied()
}

/// Renders the files of a way.
pub fn files(deployment: &Deployment, way: Way) -> Vec<OutputFile> {
    if is_first(way) {
        first_files(deployment, None)
    } else {
        later_files(deployment, way, None)
    }
}

/// Returns whether the page opens with this way. The page's first download contains the renderers of that way only.
pub fn is_first(way: Way) -> bool {
    way == Way::Cli
}

/// Renders the files of the way that the page opens with, or only the one with a name.
pub fn first_files(deployment: &Deployment, only: Option<&str>) -> Vec<OutputFile> {
    rendered(cli::OUTPUTS, deployment, only)
}

/// Renders the files of any other way, or only the one with a name. The page fetches their renderers on first use. Returns
/// no files for the way that the page opens with.
pub fn later_files(deployment: &Deployment, way: Way, only: Option<&str>) -> Vec<OutputFile> {
    let outputs = match way {
        Way::Cli => return Vec::new(),
        Way::Script => script::OUTPUTS,
        Way::Terraform => terraform::OUTPUTS,
        Way::CloudFormation => cloudformation::OUTPUTS,
    };
    rendered(outputs, deployment, only)
}

fn rendered(outputs: &[Output], deployment: &Deployment, only: Option<&str>) -> Vec<OutputFile> {
    outputs
        .iter()
        .filter(|output| only.is_none_or(|only| output.kind.name == only))
        .filter_map(|output| output.file(deployment))
        .collect()
}

#[cfg(test)]
mod tests;
