//! The steps for using a Terraform file.

use super::second_run::sets_capacity_providers;
use crate::deployment::Deployment;
use crate::facts::fargate::CAPACITY_PROVIDERS;
use crate::outputs::file::{Stage, Step};
use crate::outputs::language::aws_cli::Command;

/// The cluster of the published module in the state.
const MODULE_CLUSTER: &str = "module.delegate.aws_ecs_cluster.this[0]";

/// Returns the steps, which are the same for both files.
pub fn of(deployment: &Deployment) -> Vec<Step> {
    let sentences = [
        "In this folder: `terraform init`.",
        "`terraform plan`, and read it.",
        "`terraform apply`.",
    ];
    let run = sentences.map(|sentence| Step::new(Stage::Run, sentence));
    let before = [capacity_providers(deployment), forget_cluster(deployment)];
    before.into_iter().flatten().chain(run).collect()
}

/// Returns the step that takes a cluster out of the state before the module would delete it. A `removed` block, which
/// `standalone.tf` has, cannot name a resource that the module still declares.
fn forget_cluster(deployment: &Deployment) -> Option<Step> {
    let is_needed = deployment.module.is_some() && !deployment.cluster.create;
    let sentence = format!(
        "If Terraform has created the cluster in an earlier run, take it out of the state. Otherwise Terraform deletes \
         it: `terraform state rm '{MODULE_CLUSTER}'`."
    );
    is_needed.then(|| Step::new(Stage::Prepare, sentence))
}

/// Returns the step that gives a cluster Fargate's capacity providers, if the service needs them and the file does not
/// set them. The operation replaces the whole list and the default strategy, so the command hands on what the cluster
/// has.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html>, read
/// 2026-11.
fn capacity_providers(deployment: &Deployment) -> Option<Step> {
    // The module starts its service with the launch type `FARGATE`, whatever the form says.
    let is_needed = deployment.module.is_none() && deployment.service.uses_fargate_capacity();
    if !is_needed || sets_capacity_providers(deployment) {
        return None;
    }
    let command = put_capacity_providers(deployment);
    let sentence = format!(
        "If the cluster does not have the capacity providers {}, add them to those that it has: `{command}`.",
        CAPACITY_PROVIDERS.map(|name| format!("`{name}`")).join(" and ")
    );
    Some(Step::new(Stage::Prepare, sentence))
}

/// Returns a shell command that keeps the other capacity providers and the default strategy of the cluster.
fn put_capacity_providers(deployment: &Deployment) -> String {
    let Deployment { region, cluster, .. } = deployment;
    let held = |query: &str, output: &str| {
        let command = Command::aws("ecs", "describe-clusters", region)
            .list_of("--clusters", &cluster.name)
            .option("--query", query)
            .option("--output", output);
        format!("$({})", command.line().text())
    };
    let others = CAPACITY_PROVIDERS
        .map(|name| format!("@ != '{name}'"))
        .join(" && ");
    let put =
        Command::aws("ecs", "put-cluster-capacity-providers", region).option("--cluster", &cluster.name);
    format!(
        "{} --capacity-providers {} {} --default-capacity-provider-strategy \"{}\"",
        put.line().text(),
        CAPACITY_PROVIDERS.join(" "),
        held(&format!("clusters[].capacityProviders[] | [?{others}]"), "text"),
        held("clusters[].defaultCapacityProviderStrategy[]", "json"),
    )
}
