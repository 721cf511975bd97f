//! The steps that create or update the service, and wait until its tasks run.

use super::block::Block;
use super::cluster::cluster_query;
use super::task_definition::{self, DIGEST};
use crate::deployment::Deployment;
use crate::document::json;
use crate::document::text::Text;
use crate::document::tree::Tree;
use crate::outputs::cli::documents;
use crate::outputs::language::aws_cli::Command;
use crate::outputs::step::{Stage, Step};
use crate::outputs::task_failures;
use crate::outputs::update::update_of;

fn ecs(deployment: &Deployment, operation: &str) -> Command {
    Command::aws("ecs", operation, &deployment.region).option("--cluster", &deployment.cluster.name)
}

/// Returns the step that creates or updates the service.
pub fn step(deployment: &Deployment) -> Step {
    let Deployment { service, .. } = deployment;
    let file = documents::SERVICE.kind.name;
    let name = || Text::from("The service ").then(&service.service_name);
    let mut block = Block::new(deployment);
    block.assign(
        "task_definition",
        &task_definition::query(deployment, "taskDefinition.taskDefinitionArn"),
    );
    block.line(format!("digest=$(cksum <{file} | tr ' ' -)"));
    block.assign("found", &described(deployment));
    block.line("same=$(printf 'ACTIVE\\t%s\\t%s' \"$task_definition\" \"$digest\")");
    block.line("again=''");
    block.begin("case $found in");
    // The circuit breaker has given up: ECS starts no more tasks until there is a new deployment.
    block.begin("\"$same\"*FAILED)");
    block.say(name().then(" has a deployment that failed."));
    block.line("again=--force-new-deployment");
    block.end_arm();
    block.begin("\"$same\"*)");
    block.say(name().then(" is up to date."));
    block.line("exit 0");
    block.end_arm();
    block.begin("DRAINING*)");
    block.stop(name().then(" is being deleted. Run this step again in some minutes. Nothing was changed."));
    block.end_arm();
    block.finish("esac");
    block.begin("case $found in");
    block.begin("ACTIVE*)");
    if service.capacity_provider().is_some() {
        // ECS moves tasks to another capacity provider only if it replaces them.
        block.line("again=--force-new-deployment");
    }
    block.quietly(&update(deployment));
    block.say(name().then(" is updated."));
    block.end_arm();
    block.begin("*)");
    block.quietly(&create(deployment, file));
    block.say(name().then(" is created."));
    block.end_arm();
    block.finish("esac");
    let arn = ecs(deployment, "describe-services")
        .list_of("--services", &service.service_name)
        .query("services[0].serviceArn", "text");
    block.assign("arn", &arn);
    block.quietly(&task_definition::tag(deployment));
    Step::new(
        Stage::Run,
        "Create or update the service, unless it is up to date.",
    )
    .command(block.end())
    .needs_file(file)
}

/// Returns the command that prints the status of the service, its task definition, the checksum of its file, and how its
/// newest deployment goes.
fn described(deployment: &Deployment) -> Command {
    let members = format!(
        "services[0].[status,taskDefinition,tags[?key=='{DIGEST}']|[0].value,deployments[?status=='PRIMARY']|[0].rolloutState]"
    );
    ecs(deployment, "describe-services")
        .list_of("--services", &deployment.service.service_name)
        .options("--include", &["TAGS"])
        .query(&members, "text")
}

/// Returns the documentation's command. Its options repeat what the file contains.
fn create(deployment: &Deployment, file: &str) -> Command {
    let Deployment { cluster, service, .. } = deployment;
    let create = Command::aws("ecs", "create-service", &deployment.region)
        .repeated("--cluster", &cluster.name)
        .repeated("--service-name", &service.service_name)
        .repeated("--task-definition", &service.task_definition);
    // An imported service may have no number, as one with a task on each container instance.
    let create = match deployment.service_tree().get("desiredCount") {
        Some(Tree::Number(count)) => create.repeated("--desired-count", count.to_string()),
        _ => create,
    };
    create.file("--cli-input-json", file)
}

/// Returns the command that updates what an update can change. `again` is an option, or empty.
fn update(deployment: &Deployment) -> Command {
    let input = json::line(&update_of(deployment.service_tree()));
    Command::aws("ecs", "update-service", &deployment.region)
        .json("--cli-input-json", &input)
        .flag("${again:+\"$again\"}")
}

/// Returns the step that waits until the tasks run.
pub fn wait(deployment: &Deployment) -> Step {
    let Deployment { cluster, service, .. } = deployment;
    let mut block = Block::new(deployment);
    if service.launch_type == Some("EC2") {
        block.assign(
            "instances",
            &cluster_query(deployment, "clusters[0].registeredContainerInstancesCount"),
        );
        block.begin("if [ \"$instances\" = 0 ]; then");
        block.say(Text::from("The cluster ").then(&cluster.name).then(
            " has no container instances. The delegate starts when the cluster has one. Add one in the Amazon ECS console: the cluster, Infrastructure.",
        ));
        block.line("exit 0");
        block.finish("fi");
    }
    block.line("echo 'Waiting until the tasks run. This can take ten minutes.'");
    let stable = ecs(deployment, "wait services-stable").list_of("--services", &service.service_name);
    block.begin(stable.line().between("if ", "; then"));
    let text = Text::from("The tasks run. In Harness the delegate ").then(&deployment.delegate_name);
    block.say(text.then(" appears about two minutes after its task started."));
    block.middle("else");
    block.line("set +e");
    for line in task_failures::lines(deployment) {
        block.line(line);
    }
    block.line("exit 1");
    block.finish("fi");
    let sentence = "Wait until the tasks run. If they do not run, the step prints why.";
    Step::new(Stage::Run, sentence).command(block.end())
}
