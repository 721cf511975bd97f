//! The steps for creating a stack from `template.yaml`.

use super::parameters::{Parameter, Values, parameters, variable};
use super::stack;
use crate::deployment::Deployment;
use crate::facts::cloudformation::TEMPLATE_BYTES;
use crate::outputs::restart;
use crate::outputs::step::{Stage, Step};

const FILE: &str = "template.yaml";

/// Returns the steps for the template with this text.
pub fn steps(deployment: &Deployment, template: &str) -> Vec<Step> {
    let mut steps = vec![deploy(deployment, template)];
    steps.push(Step::new(
        Stage::Run,
        "Or use a browser instead of the command: in the CloudFormation console, choose Create stack, Upload a template \
         file. The console asks for the parameters.",
    ));
    if deployment.template_url.is_some() {
        let sentence = "Or open the link to the console that the page and `README.md` show for `template.yaml`. It fills in \
                        what is known, and contains no secret.";
        steps.push(Step::new(Stage::Run, sentence));
    }
    steps.extend(restart::after_new_secret(deployment));
    steps
}

/// Returns the step that creates or updates the stack. Only the command needs a bucket for a large template: the console
/// uploads it to one by itself.
fn deploy(deployment: &Deployment, template: &str) -> Step {
    let is_large = template.len() > TEMPLATE_BYTES;
    let mut step = Step::new(Stage::Run, "Create or update the stack.")
        .command(stack::command(deployment, is_large))
        .needs_file(FILE);
    for parameter in asked(&parameters(deployment)) {
        let is_secret = matches!(parameter.values, Values::Secret);
        step = step.needs_variable(variable(parameter.name), parameter.description, is_secret);
    }
    if is_large {
        let what = "The name of an S3 bucket of yours in the Region, because the template has more than 51,200 bytes";
        step = step.needs_variable(stack::BUCKET, what, false);
    }
    step
}

/// Returns the parameters without a default.
fn asked(parameters: &[Parameter]) -> impl Iterator<Item = &Parameter> {
    parameters.iter().filter(|parameter| parameter.default.is_none())
}
