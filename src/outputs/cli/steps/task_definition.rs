//! The step that registers the task definition.

use super::block::Block;
use super::substitution::Substitution;
use crate::deployment::Deployment;
use crate::document::text::Text;
use crate::outputs::cli::documents;
use crate::outputs::language::aws_cli::Command;
use crate::outputs::step::{Stage, Step};

/// The tag that holds the checksum of the file from which a task definition or a service was made. It tells the next run
/// whether anything has changed.
pub const DIGEST: &str = "configurator-digest";

/// Returns the command that tags an ECS resource, whose ARN is in `$arn`, with the checksum in `$digest`.
pub fn tag(deployment: &Deployment) -> Command {
    Command::aws("ecs", "tag-resource", &deployment.region)
        .variable("--resource-arn", "arn")
        .flag(&format!("--tags \"key={DIGEST},value=$digest\""))
}

/// Returns the command that prints something about the newest revision of the task definition.
pub fn query(deployment: &Deployment, query: &str) -> Command {
    Command::aws("ecs", "describe-task-definition", &deployment.region)
        .option("--task-definition", &deployment.task_definition.family)
        .options("--include", &["TAGS"])
        .query(query, "text")
}

/// Returns the step.
pub fn step(deployment: &Deployment) -> Step {
    let file = documents::TASK_DEFINITION.kind.name;
    let substitution = Substitution::of(deployment, file, &deployment.task_definition_tree());
    let name = || Text::from("The task definition ").then(&deployment.task_definition.family);
    let register = Command::aws("ecs", "register-task-definition", &deployment.region);
    let mut block = Block::new(deployment);
    block.look_up(&[&substitution]);
    if substitution.is_empty() {
        block.line(format!("digest=$(cksum <{file} | tr ' ' -)"));
    } else {
        // Not an argument, because the task definition may contain a secret; and no pipe, which the CLI would read twice.
        block.line("file=$(mktemp)");
        block.line("trap 'rm -f \"$file\"' EXIT");
        block.line(substitution.command().between("", " >\"$file\""));
        block.line("digest=$(cksum <\"$file\" | tr ' ' -)");
    }
    let tags = format!("tags[?key=='{DIGEST}'].value");
    let found = query(deployment, &tags).line();
    block.line(found.between("found=$(", " 2>/dev/null) || found=''"));
    block.begin("if [ \"$found\" = \"$digest\" ]; then");
    block.say(name().then(" is registered. It has not changed."));
    block.middle("else");
    block.quietly(&if substitution.is_empty() {
        register.file("--cli-input-json", file)
    } else {
        register.flag("--cli-input-json \"file://$file\"")
    });
    block.assign("arn", &query(deployment, "taskDefinition.taskDefinitionArn"));
    block.quietly(&tag(deployment));
    block.say(name().then(" has a new revision."));
    block.finish("fi");
    Step::new(
        Stage::Run,
        "Register the task definition, unless its newest revision is the same.",
    )
    .command(block.end())
    .needs_file(file)
}
