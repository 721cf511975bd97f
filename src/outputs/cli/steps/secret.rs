//! The step that stores a secret.

use super::block::{Block, secret_query};
use super::first_checks;
use crate::deployment::Deployment;
use crate::deployment::secret::Secret;
use crate::deployment::tags::capital_tags;
use crate::document::json;
use crate::document::supplied::SecretKind;
use crate::document::text::Text;
use crate::outputs::language::aws_cli::Command;
use crate::outputs::language::shell;
use crate::outputs::step::{Stage, Step};

/// What the AWS CLI says if a secret does not exist. To a user who may see only some secrets, AWS says of a secret that does
/// not exist that it may not be seen.
const ABSENT: &str = "*'(ResourceNotFoundException)'* | *'because no identity-based policy allows the secretsmanager:DescribeSecret action'*";

/// Returns the step for a secret that the deployment creates.
pub fn step(deployment: &Deployment, secret: &Secret) -> Step {
    let sentence = match secret.kind {
        SecretKind::DelegateToken => {
            "Store the delegate token in AWS Secrets Manager. The step asks for the token and does not show it. A secret \
             that exists keeps its value."
        }
        SecretKind::ProxyPassword => {
            "Store the proxy password in AWS Secrets Manager. The step asks for the password and does not show it. A \
             secret that exists keeps its value."
        }
    };
    let mut block = Block::new(deployment);
    if deployment.created_secrets().next() == Some(secret) {
        first_checks::add(&mut block, deployment);
    }
    let name = || Text::from("The secret ").then(&secret.name);
    block.if_exists(&secret_query(deployment, secret, "ARN"));
    check_key(&mut block, deployment, secret);
    block.assign("deleted", &secret_query(deployment, secret, "DeletedDate"));
    block.begin("if [ \"$deleted\" = None ]; then");
    block.say(name().then(" exists. It keeps its value."));
    block.middle("else");
    let restore = Command::aws("secretsmanager", "restore-secret", &deployment.region);
    block.quietly(&restore.option("--secret-id", &secret.name));
    block.say(name().then(" was scheduled for deletion. It is restored."));
    block.finish("fi");
    block.middle("else");
    block.unless_absent(ABSENT);
    ask(&mut block, secret);
    block.quietly_from("printf '%s' \"$value\"", &create(deployment, secret));
    block.say(name().then(" is created."));
    block.finish("fi");
    Step::new(Stage::Run, sentence).command(block.end())
}

/// Stops if a secret that exists has another KMS key than that of the page: the execution role that the page creates may
/// decrypt with the page's key only. AWS returns an ARN, an ID or an alias, and not the key behind an alias.
/// Source: `DescribeSecret` in botocore's model, whose `KmsKeyId` is missing for the key `aws/secretsmanager`; read 2026-11.
fn check_key(block: &mut Block, deployment: &Deployment, secret: &Secret) {
    let key = secret.kms_key.as_ref().map(Text::shown).unwrap_or_default();
    if deployment.execution_role.is_none() || key.text().contains("alias/") {
        return;
    }
    block.assign("key", &secret_query(deployment, secret, "KmsKeyId"));
    block.line(shell::in_quotes(&key).between("wanted=", ""));
    block.begin("case ${key##*:key/} in");
    block.line("None | *alias/* | \"${wanted##*:key/}\") ;;");
    block.begin("*)");
    block.stop(Text::from("The secret ").then(&secret.name).then(
        " is encrypted with another KMS key than that of the page, so no task could read it. Give the ARN of its key on the page. Nothing was changed.",
    ));
    block.end_arm();
    block.finish("esac");
}

/// Adds the question for the value, unless the environment has it. The value is not an argument of a command, and no
/// command finds it in its environment.
///
/// A terminal into which the whole file is pasted, and that does not mark the paste, hands on the next line of the file, or
/// several. What it hands on is empty, or it has a blank, `(` or `#`. The step rejects that, and reads the rest of the paste
/// without running it: a terminal loses lines in between, so the rest can begin within a command.
fn ask(block: &mut Block, secret: &Secret) {
    let (variable, what) = (secret.variable(), secret.what());
    block.line(format!("value=${{{variable}:-}}"));
    block.line(format!("unset {variable}"));
    block.begin("if [ -z \"$value\" ]; then");
    block.begin("if [ -t 0 ]; then");
    block.line("terminal=$(stty -g)");
    block.line("trap 'stty \"$terminal\"' EXIT");
    block.line("trap 'exit 130' INT");
    block.line("stty -echo");
    block.line(format!("printf '%s' 'Type the {what}. It is not shown: ' >&2"));
    block.line("IFS= read -r value || :");
    block.line("echo >&2");
    block.middle("else");
    block.line("IFS= read -r value || :");
    block.finish("fi");
    block.line("value=${value%\"$(printf '\\r')\"}");
    block.begin("case $value in");
    block.begin("'' | *' '* | *'('* | *'#'*)");
    block.begin("if [ -t 0 ]; then");
    block.line("stty -icanon min 0 time 5");
    block.line("cat >/dev/null");
    block.finish("fi");
    block.stop(format!(
        "No {what} was given: what was read is empty, or has a blank, a parenthesis or a number sign, as the next line of a \
         paste has. The rest of a paste is not run. Paste this step alone and type the {what}, or export {variable} first. \
         Nothing was changed."
    ));
    block.end_arm();
    block.finish("esac");
    block.finish("fi");
}

/// Returns the command that creates the secret from its standard input.
fn create(deployment: &Deployment, secret: &Secret) -> Command {
    let mut create =
        Command::aws("secretsmanager", "create-secret", &deployment.region).option("--name", &secret.name);
    if let Some(key) = &secret.kms_key {
        create = create.option("--kms-key-id", key);
    }
    let tags = deployment.created_tags();
    create
        .json("--tags", &json::compact(&capital_tags(&tags)))
        .file("--secret-string", "/dev/stdin")
}
