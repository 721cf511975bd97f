//! The steps for using a Terraform file.

use crate::deployment::Deployment;
use crate::document::supplied::SecretKind;
use crate::outputs::restart;
use crate::outputs::step::{Stage, Step};

/// Returns the steps for the file with this name.
pub fn of(deployment: &Deployment, file: &'static str) -> Vec<Step> {
    let asks = |step: Step| asked(deployment, step.needs_file(file));
    let init = Step::new(Stage::Run, "Fetch the provider and the modules.").command("terraform init");
    let plan = Step::new(Stage::Run, "Read what Terraform is going to do.").command("terraform plan");
    let apply = Step::new(Stage::Run, "Create or update everything.").command("terraform apply");
    let destroy =
        Step::new(Stage::Later, "To remove everything again, destroy it.").command("terraform destroy");
    let mut steps = vec![init.needs_file(file), asks(plan), asks(apply)];
    steps.extend(restart::after_new_secret(deployment));
    steps.push(asks(destroy));
    steps
}

/// Adds the variables that Terraform otherwise asks for.
fn asked(deployment: &Deployment, mut step: Step) -> Step {
    if deployment.tells_token() {
        let what = "the delegate token, if Terraform should not ask for it";
        step = step.needs_variable("TF_VAR_delegate_token", what, true);
    }
    if deployment.creates_secret(SecretKind::ProxyPassword) {
        let what = "the password of the proxy, if Terraform should not ask for it";
        step = step.needs_variable("TF_VAR_proxy_password", what, true);
    }
    step
}
