//! The step that creates the cluster and the log group.

use super::block::Block;
use super::first_checks;
use crate::deployment::tags::tag_map;
use crate::deployment::{Deployment, LogGroup};
use crate::document::json;
use crate::document::text::Text;
use crate::facts::fargate::CAPACITY_PROVIDERS;
use crate::outputs::language::aws_cli::Command;
use crate::outputs::language::shell;
use crate::outputs::step::{Stage, Step};

/// Returns the step.
pub fn step(deployment: &Deployment) -> Step {
    let group = deployment.log_group.as_ref();
    let sentence = match (deployment.cluster.create, group.is_some()) {
        (true, true) => "Create the cluster and the log group, unless they exist.",
        (true, false) => "Create the cluster, unless it exists.",
        (false, true) => "Make sure that the cluster exists, and create the log group, unless it exists.",
        (false, false) => "Make sure that the cluster exists.",
    };
    let mut block = Block::new(deployment);
    if deployment.created_secrets().next().is_none() {
        first_checks::add(&mut block, deployment);
    }
    cluster(&mut block, deployment);
    if let Some(group) = group {
        log_group(&mut block, deployment, group);
    }
    Step::new(Stage::Run, sentence).command(block.end())
}

/// Returns the command that prints something about the cluster.
pub fn cluster_query(deployment: &Deployment, query: &str) -> Command {
    Command::aws("ecs", "describe-clusters", &deployment.region)
        .list_of("--clusters", &deployment.cluster.name)
        .query(query, "text")
}

fn cluster(block: &mut Block, deployment: &Deployment) {
    let cluster = &deployment.cluster;
    let name = || Text::from("The cluster ").then(&cluster.name);
    let status = cluster_query(deployment, "clusters[0].status");
    block.assign("found", &status);
    block.begin("case $found in");
    block.begin("ACTIVE | PROVISIONING)");
    block.say(name().then(" exists."));
    if let Some(provider) = deployment.service.capacity_provider() {
        require_provider(block, deployment, provider);
    }
    block.end_arm();
    block.begin("DEPROVISIONING)");
    block.stop(name().then(" is being deleted. Run this step again in some minutes. Nothing was changed."));
    block.end_arm();
    block.begin("*)");
    if cluster.create {
        create_cluster(block, deployment, &status);
        block.say(name().then(" is created."));
    } else {
        let text = name().then(" does not exist in this Region and account, and the page says not to create it. Nothing was changed.");
        block.stop(text);
    }
    block.end_arm();
    block.finish("esac");
}

fn create_cluster(block: &mut Block, deployment: &Deployment, status: &Command) {
    let mut create = Command::aws("ecs", "create-cluster", &deployment.region)
        .option("--cluster-name", &deployment.cluster.name);
    let has_providers = deployment.service.uses_fargate_capacity();
    if has_providers {
        create = create.options("--capacity-providers", &CAPACITY_PROVIDERS);
    }
    block.quietly(&create.json("--tags", &json::compact(&deployment.created_tags())));
    if has_providers {
        // ECS attaches capacity providers in the background. Until then it creates no service in the cluster.
        let status = status.line();
        block.begin(status.between("while [ \"$(", ")\" = PROVISIONING ]; do"));
        block.line("sleep 3");
        block.finish("done");
    }
}

/// Stops if an existing cluster does not have the capacity provider of the service.
fn require_provider(block: &mut Block, deployment: &Deployment, provider: &Text) {
    block.assign(
        "providers",
        &cluster_query(deployment, "clusters[0].capacityProviders"),
    );
    let word = shell::quote(&provider.shown());
    let has = word.between(
        "printf '%s\\n' \"$providers\" | tr '\\t' '\\n' | grep -q -x -F -e ",
        " || {",
    );
    block.begin(has);
    let text = Text::from("The cluster ").then(&deployment.cluster.name);
    let text = text.then(" does not have the capacity provider ").then(provider);
    block.stop(
        text.then(
            ". Add the capacity provider to the cluster, or change it on the page. Nothing was changed.",
        ),
    );
    block.finish("}");
}

/// Adds the creation of the log group, and its retention. CloudWatch Logs lists groups by a prefix of their names.
fn log_group(block: &mut Block, deployment: &Deployment, group: &LogGroup) {
    let logs = |operation: &str| Command::aws("logs", operation, &deployment.region);
    let name = || Text::from("The log group ").then(&group.name);
    let found = logs("describe-log-groups")
        .option("--log-group-name-prefix", &group.name)
        .query("logGroups[].[logGroupName,retentionInDays]", "text");
    block.assign("found", &found);
    let word = shell::quote(&group.name.shown());
    block.begin(word.between(
        "if printf '%s\\n' \"$found\" | cut -f 1 | grep -q -x -F -e ",
        "; then",
    ));
    block.say(name().then(" exists."));
    block.middle("else");
    let create = logs("create-log-group").option("--log-group-name", &group.name);
    block.quietly(&create.json("--tags", &json::line(&tag_map(&deployment.created_tags()))));
    block.say(name().then(" is created."));
    block.finish("fi");
    let Some(days) = group.retention else { return };
    let days = days.to_string();
    let kept = word.between("kept=$(printf '%s\\t%s' ", &format!(" {days})"));
    block.line(kept);
    block.begin("if ! printf '%s\\n' \"$found\" | grep -q -x -F -e \"$kept\"; then");
    let retain = logs("put-retention-policy")
        .option("--log-group-name", &group.name)
        .option("--retention-in-days", days.as_str());
    block.quietly(&retain);
    block.finish("fi");
}
