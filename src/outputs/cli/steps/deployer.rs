//! The step that gives the user the permissions of `deployer-policy.json`.

use super::block::{Block, NO_SUCH_ENTITY, squeezed};
use crate::deployment::Deployment;
use crate::document::text::Text;
use crate::document::written::Written;
use crate::facts::iam::{MANAGED_POLICY_MAX, USER_POLICY_MAX};
use crate::outputs::language::aws_cli::Command;
use crate::outputs::language::shell;
use crate::outputs::step::{Stage, Step};

const FILE: &str = "deployer-policy.json";

/// Returns the step.
pub fn step(deployment: &Deployment) -> Step {
    of_size(deployment, deployment.deployer_policy.size())
}

/// Returns the step for a policy of this size, in characters. The size decides what can hold the policy.
fn of_size(deployment: &Deployment, size: usize) -> Step {
    let user = "The name of the IAM user who deploys";
    let role = "The name of the IAM role that deploys";
    let mut block = Block::new(deployment);
    let step = if size <= USER_POLICY_MAX {
        block.line(inline(deployment, "put-user-policy", "--user-name", "DEPLOYER_USER").script_at(2));
        let sentence = "Make sure that you may do what `deployer-policy.json` lists. The command gives an IAM user these \
                        permissions.";
        Step::new(Stage::Prepare, sentence).needs_variable("DEPLOYER_USER", user, false)
    } else if size <= MANAGED_POLICY_MAX {
        managed(&mut block, deployment);
        let sentence = "Make sure that you may do what `deployer-policy.json` lists. It is longer than the inline policies of \
                        a user may be, so the commands make a managed policy of it and attach that to an IAM user.";
        Step::new(Stage::Prepare, sentence).needs_variable("DEPLOYER_USER", user, false)
    } else {
        block.line(inline(deployment, "put-role-policy", "--role-name", "DEPLOYER_ROLE").script_at(2));
        let sentence = "Make sure that you may do what `deployer-policy.json` lists. It is longer than a managed policy may \
                        be, so the command makes it an inline policy of an IAM role, which may be longer.";
        Step::new(Stage::Prepare, sentence).needs_variable("DEPLOYER_ROLE", role, false)
    };
    step.command(block.end()).needs_file(FILE)
}

/// Returns the command that stores the policy within its owner, whose name is in a variable.
fn inline(deployment: &Deployment, operation: &str, owner: &str, variable: &str) -> Command {
    Command::aws("iam", operation, &deployment.region)
        .variable(owner, variable)
        .option("--policy-name", &deployment.deployer_policy_name)
        .file("--policy-document", FILE)
}

/// Adds the managed policy, or a new version of one that exists, and attaches it.
fn managed(block: &mut Block, deployment: &Deployment) {
    let iam = |operation: &str| Command::aws("iam", operation, &deployment.region);
    let of_policy = |operation: &str| iam(operation).variable("--policy-arn", "policy_arn");
    block.account();
    let before = shell::word(&format!("arn:{}:iam::", deployment.partition));
    let behind = Text::from(":policy/").then(&deployment.deployer_policy_name);
    let behind = shell::quote(&behind.shown());
    let arn = Written::joined([&before, &"\"$account\"".into(), &behind], "");
    block.line(arn.between("policy_arn=", ""));
    block.if_exists(&of_policy("get-policy"));
    block.assign(
        "newest",
        &of_policy("get-policy").query("Policy.DefaultVersionId", "text"),
    );
    let version = of_policy("get-policy-version").variable("--version-id", "newest");
    block.assign("found", &version.query("PolicyVersion.Document", "json"));
    block.begin(format!(
        "if [ \"{}\" != \"$(tr -d '[:space:]' <{FILE})\" ]; then",
        squeezed("found")
    ));
    let create = of_policy("create-policy-version").file("--policy-document", FILE);
    block.quietly(&create.flag("--set-as-default"));
    block.finish("fi");
    block.middle("else");
    block.unless_absent(NO_SUCH_ENTITY);
    let create = iam("create-policy").option("--policy-name", &deployment.deployer_policy_name);
    block.quietly(&create.file("--policy-document", FILE));
    block.finish("fi");
    let attach = iam("attach-user-policy").variable("--user-name", "DEPLOYER_USER");
    block.line(attach.variable("--policy-arn", "policy_arn").script_at(2));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Secrets, parse};

    #[test]
    fn the_command_fits_the_size_of_the_policy() {
        let deployment = crate::build(&crate::read(&parse("region=us-west-2", Secrets::Honour).0).0);
        for (size, command) in [
            (USER_POLICY_MAX, "put-user-policy"),
            (USER_POLICY_MAX + 1, "create-policy"),
            (MANAGED_POLICY_MAX, "create-policy"),
            (MANAGED_POLICY_MAX + 1, "put-role-policy"),
        ] {
            let step = of_size(&deployment, size);
            let said = step.command.expect("a command").into_text();
            for other in ["put-user-policy", "create-policy", "put-role-policy"] {
                assert_eq!(
                    said.contains(&format!("aws iam {other} ")),
                    other == command,
                    "{size}: {said}"
                );
            }
        }
    }
}
