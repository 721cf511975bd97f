//! The steps for creating a stack from `template.yaml`.

use super::flag::Flag;
use super::parameters::{Parameter, Values, parameters, variable};
use super::stack;
use crate::deployment::Deployment;
use crate::document::text::Text;
use crate::document::written::Written;
use crate::facts::cloudformation::TEMPLATE_BYTES;
use crate::outputs::language::aws_cli::Command;
use crate::outputs::language::shell;
use crate::outputs::restart;
use crate::outputs::step::{Stage, Step};
use crate::outputs::task_failures;

const FILE: &str = "template.yaml";

/// Returns the steps for the template with this text.
pub fn steps(deployment: &Deployment, template: &str) -> Vec<Step> {
    let mut steps = first_use(deployment);
    steps.extend(Flag::of(deployment).map(existing));
    steps.extend(deployment.given_account().map(account));
    steps.push(deploy(deployment, template));
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
    steps.push(task_failures::step(deployment));
    steps.push(failed(deployment));
    steps.extend(restart::after_new_secret(deployment));
    steps
}

/// Returns the step for an account that has not used ECS. ECS creates its service-linked role with the first cluster and
/// assumes it at once, before IAM knows it everywhere.
/// Source: <https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/818>, read 2026-11.
fn first_use(deployment: &Deployment) -> Vec<Step> {
    if !deployment.cluster.create {
        return vec![];
    }
    let sentence = "If the AWS account has never used Amazon ECS, create the service-linked role of ECS first. Without it, the \
                    cluster of the first stack fails with *Unable to assume the service linked role*. If the role exists, \
                    the command fails and changes nothing.";
    let command = Command::aws("iam", "create-service-linked-role", &deployment.region)
        .options("--aws-service-name", &["ecs.amazonaws.com"]);
    vec![Step::new(Stage::Prepare, sentence).quietly(&command.script())]
}

/// Returns the step for a resource that exists before the stack does.
fn existing(flag: Flag) -> Step {
    let sentence = match flag {
        Flag::CreateCluster => {
            "If the cluster exists before you create the stack, tell the stack not to create it. Otherwise the stack \
             takes the cluster over or fails with *AlreadyExists*. Updates of the stack keep the choice."
        }
        Flag::CreateLogGroup => {
            "If the log group exists before you create the stack, tell the stack not to create it. Otherwise the stack \
             fails with *AlreadyExists*. Updates of the stack keep the choice."
        }
    };
    let command = format!("export {}=false", variable(flag.parameter_name()));
    Step::new(Stage::Prepare, sentence).command(command)
}

/// Returns the step that compares the account of the credentials with the one that the user gave. The template uses
/// `AWS::AccountId`, so it does not notice another account.
fn account(account: &Text) -> Step {
    let sentence = "Make sure that your credentials are those of the AWS account in the form. The stack and its roles belong to \
                    the account of the credentials, whatever the form says.";
    let command = "test \"$(aws sts get-caller-identity --query Account --output text)\" = ";
    let warning = " ||\n  echo 'These credentials belong to another AWS account.' >&2";
    let command = shell::quote(&account.shown()).between(command, warning);
    Step::new(Stage::Prepare, sentence).command(command)
}

/// Returns the step after a first creation that failed. The stack's log group outlives the rollback; if it does not exist,
/// the last command fails and the next stack creates it.
fn failed(deployment: &Deployment) -> Step {
    let stack = |operation: &str| {
        Command::aws("cloudformation", operation, &deployment.region)
            .option("--stack-name", stack::stack_name(deployment))
            .script()
    };
    let sentence = "If the first creation of the stack fails, the stack stays in `ROLLBACK_COMPLETE`, and CloudFormation rejects \
                    every update. Read the stack's events and the log group, delete the stack, and create it again. The \
                    log group stays, so tell the next stack not to create it.";
    let without = "If the first creation of the stack fails, the stack stays in `ROLLBACK_COMPLETE`, and CloudFormation rejects \
                   every update. Read the stack's events, delete the stack, and create it again.";
    let mut commands = vec![stack("delete-stack"), stack("wait stack-delete-complete")];
    let log_group = deployment.log_group.as_ref();
    commands.extend(log_group.map(|group| {
        Command::aws("logs", "describe-log-streams", &deployment.region)
            .option("--log-group-name", &group.name)
            .options("--max-items", &["1"])
            .script()
            .between("", " >/dev/null &&\n  export CREATE_LOG_GROUP=false")
    }));
    let sentence = if log_group.is_some() { sentence } else { without };
    Step::new(Stage::Later, sentence).command(Written::joined(&commands, "\n"))
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
