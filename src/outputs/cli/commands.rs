//! `commands.sh`: the steps of the Harness documentation as AWS CLI commands. Each step looks first, so each can run again,
//! alone or in order.

use super::steps::{cluster, roles, secret, service, task_definition};
use crate::choices::Way;
use crate::deployment::Deployment;
use crate::document::written::Written;
use crate::outputs::file::{Kind, Language, Output, Render};
use crate::outputs::language::aws_cli::Command;
use crate::outputs::language::comment::Comment;
use crate::outputs::restart;
use crate::outputs::step::{Stage, Step};
use crate::outputs::task_failures;

/// `commands.sh`
pub const OUTPUT: Output = Output {
    kind: Kind {
        name: "commands.sh",
        language: Language::Shell,
        way: Way::Cli,
        purpose: "all steps in one file",
    },
    render: Render::Steps {
        print,
        whole: "bash commands.sh",
    },
    steps: |deployment, _| steps(deployment),
    link: |_| None,
    paste: None,
};

/// The longest line of a comment, in characters.
const COMMENT_WIDTH: usize = 100;

/// Stops the script if its lines end as on Windows. The variable then ends with a carriage return, and `:` takes the one at
/// the end of its own line.
const LINE_ENDS: &str = "line_end=x\n\
     case $line_end in x) ;; *) echo 'This file has Windows line endings, CR LF. Download it again, or convert it. \
     Nothing was changed.' >&2; exit 1 ;; esac && :\n";

/// Returns the steps. The file consists of those that run.
fn steps(deployment: &Deployment) -> Vec<Step> {
    let secrets = deployment.created_secrets();
    let mut steps: Vec<Step> = secrets.map(|of| secret::step(deployment, of)).collect();
    steps.push(cluster::step(deployment));
    steps.extend(roles::step(deployment));
    steps.push(task_definition::step(deployment));
    steps.push(service::step(deployment));
    steps.push(service::wait(deployment));
    steps.push(task_failures::step(deployment));
    steps.push(scale(deployment));
    steps.extend(restart::after_new_secret(deployment));
    steps
}

/// Returns the step of the Harness documentation that changes the number of replicas.
fn scale(deployment: &Deployment) -> Step {
    let Deployment { cluster, service, .. } = deployment;
    let sentence = "To change how many delegates run, put the new number into this command.";
    let command = Command::aws("ecs", "update-service", &deployment.region)
        .option("--cluster", &cluster.name)
        .option("--service", &service.service_name)
        .option("--desired-count", service.desired_count.to_string());
    Step::new(Stage::Later, sentence).quietly(&command.script())
}

/// Prints the file. It has no `#!`, because a shell into which it is pasted would take `!` for its history.
fn print(deployment: &Deployment, steps: &[Step]) -> Written {
    let mut text = Written::default();
    let about = Comment::from([
        "Starts a Harness delegate on ",
        deployment.runs_on(),
        ".\n\
         Save this file beside the JSON files and run it with bash, or paste one step after the other.\n\
         Each step looks first, so you can run all of them again.",
    ]);
    text.push(&about.print());
    text.push(LINE_ENDS);
    text.push(
        &Comment::from("A script stops at the first step that fails. A shell into which you paste goes on.")
            .print(),
    );
    text.push("case $- in *i*) ;; *) set -eu ;; esac\n");
    for step in steps.iter().filter(|step| step.stage == Stage::Run) {
        text.push("\n");
        text.push(&Comment::from(step.sentence).wrapped(COMMENT_WIDTH));
        if let Some(command) = &step.command {
            text.append(command);
        }
        text.push("\n");
    }
    text
}
