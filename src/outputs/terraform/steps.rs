//! The steps for using a Terraform file.

use super::second_run::sets_capacity_providers;
use crate::deployment::Deployment;
use crate::document::supplied::SecretKind;
use crate::document::written::Written;
use crate::facts::fargate::CAPACITY_PROVIDERS;
use crate::outputs::language::aws_cli::Command;
use crate::outputs::language::shell;
use crate::outputs::restart;
use crate::outputs::step::{Stage, Step};
use crate::outputs::task_failures;

/// The cluster of the published module in the state.
const MODULE_CLUSTER: &str = "module.delegate.aws_ecs_cluster.this[0]";

/// Returns the steps for the file with this name.
pub fn of(deployment: &Deployment, file: &'static str) -> Vec<Step> {
    let asks = |step: Step| asked(deployment, step.needs_file(file));
    let init = Step::new(Stage::Run, "Fetch the provider and the modules.").command("terraform init");
    let plan = Step::new(Stage::Run, "Read what Terraform is going to do.").command("terraform plan");
    let apply = Step::new(Stage::Run, "Create or update everything.").command("terraform apply");
    let destroy =
        Step::new(Stage::Later, "To remove everything again, destroy it.").command("terraform destroy");
    let before = [capacity_providers(deployment), forget_cluster(deployment)];
    let mut steps: Vec<_> = before.into_iter().flatten().collect();
    steps.extend([init.needs_file(file), asks(plan), asks(apply)]);
    steps.push(task_failures::step(deployment));
    // `standalone.tf` replaces the tasks by itself (`second_run::deployment`).
    if deployment.module.is_some() {
        steps.extend(restart::after_new_secret(deployment));
    }
    steps.push(asks(destroy));
    steps
}

/// Adds the variables that Terraform otherwise asks for.
fn asked(deployment: &Deployment, mut step: Step) -> Step {
    if deployment.tells_token() {
        let what = "The delegate token, if Terraform should not ask for it";
        step = step.needs_variable("TF_VAR_delegate_token", what, true);
    }
    if deployment.creates_secret(SecretKind::ProxyPassword) {
        let what = "The password of the proxy, if Terraform should not ask for it";
        step = step.needs_variable("TF_VAR_proxy_password", what, true);
    }
    step
}

/// Returns the step that takes a cluster out of the state before the module would delete it. A `removed` block, which
/// `standalone.tf` has, cannot name a resource that the module still declares.
fn forget_cluster(deployment: &Deployment) -> Option<Step> {
    let is_needed = deployment.module.is_some() && !deployment.cluster.create;
    let sentence = "If Terraform has created the cluster in an earlier run, take it out of the state. Otherwise Terraform \
                    deletes it.";
    let command = shell::quote(&MODULE_CLUSTER.into()).between("terraform state rm ", "");
    is_needed.then(|| Step::new(Stage::Prepare, sentence).command(command))
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
    let sentence = "If the cluster does not have the capacity providers `FARGATE` and `FARGATE_SPOT`, add them to those \
                    that it has.";
    Some(Step::new(Stage::Prepare, sentence).quietly(&put_capacity_providers(deployment)))
}

/// Returns a shell command that keeps the other capacity providers and the default strategy of the cluster.
fn put_capacity_providers(deployment: &Deployment) -> Written {
    let Deployment { region, cluster, .. } = deployment;
    let held = |query: &str, output: &str| {
        Command::aws("ecs", "describe-clusters", region)
            .list_of("--clusters", &cluster.name)
            .query(query, output)
            .line()
    };
    let others = CAPACITY_PROVIDERS
        .map(|name| format!("@ != '{name}'"))
        .join(" && ");
    let kept = held(&format!("clusters[].capacityProviders[] | [?{others}]"), "text");
    let strategy = held("clusters[].defaultCapacityProviderStrategy[]", "json");
    let put =
        Command::aws("ecs", "put-cluster-capacity-providers", region).option("--cluster", &cluster.name);
    let words = [
        put.line(),
        "--capacity-providers".into(),
        CAPACITY_PROVIDERS.join(" ").into(),
        kept.between("$(", ")"),
        strategy.between("--default-capacity-provider-strategy \"$(", ")\""),
    ];
    Written::joined(&words, " ")
}
