//! What the user does with the files of a way, in order. The page and the archive's README show the same.

use super::OutputFile;
use super::step::{Stage, Step};

/// The sentence after the last step.
pub const APPEARS: &str = "In Harness the delegate appears about two minutes after its task started: under Account Settings, \
     Delegates, or under those of the organization or the project that the token is of.";

/// What to do with the files of a way.
pub struct Guide<'a> {
    /// Before the deployment is created.
    pub prepare: Vec<&'a Step>,
    /// The steps that create or update the deployment.
    pub run: Vec<&'a Step>,
    /// The command that carries out all of `run` at once, if there is one.
    pub whole: Option<&'static str>,
    /// To change, repair or remove the deployment.
    pub later: Vec<&'a Step>,
}

impl<'a> Guide<'a> {
    /// Orders the steps of files.
    pub fn of(files: &'a [OutputFile]) -> Self {
        let of_stage = |stage: Stage| {
            let steps = files.iter().flat_map(|file| &file.steps);
            steps.filter(|step| step.stage == stage).collect()
        };
        Self {
            prepare: of_stage(Stage::Prepare),
            run: of_stage(Stage::Run),
            whole: files.iter().find_map(|file| file.whole),
            later: of_stage(Stage::Later),
        }
    }
}
