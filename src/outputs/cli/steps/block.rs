//! The commands of a step: one subshell, which stops at its first failure and says why. It runs alone, in every shell: in
//! a terminal, zsh on a new Mac takes `#` for a command, and `!` before a word starts a history expansion there and in bash.

use super::substitution::Substitution;
use crate::deployment::Deployment;
use crate::deployment::secret::Secret;
use crate::document::supplied::Supplied;
use crate::document::text::Text;
use crate::document::written::Written;
use crate::outputs::language::aws_cli::Command;
use crate::outputs::language::shell;
use crate::outputs::script::variables;

/// What the AWS CLI says if a role or a policy does not exist.
pub const NO_SUCH_ENTITY: &str = "*'(NoSuchEntity)'*";

/// The subshell while it is being written.
pub struct Block<'a> {
    deployment: &'a Deployment,
    text: Written,
    depth: usize,
}

impl<'a> Block<'a> {
    /// Opens the subshell. It stops if the page still lacks a value, or if the user is signed in to another account than
    /// that of the form.
    pub fn new(deployment: &'a Deployment) -> Self {
        let mut block = Self {
            deployment,
            text: "(\n".into(),
            depth: 1,
        };
        block.line("set -e");
        // Version 2 of the AWS CLI would show long answers page by page, and could ask for each option.
        block.line("export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off");
        if !deployment.unset.is_empty() {
            let labels: Vec<&str> = deployment.unset.iter().map(|field| field.label).collect();
            block.line(shell::in_quotes(&labels.join(", ").into()).between("missing=", ""));
            block.begin("if [ -n \"$missing\" ]; then");
            block.line("printf 'The page still lacks: %s. Nothing was changed.\\n' \"$missing\" >&2");
            block.line("exit 1");
            block.finish("fi");
        }
        if let Some(account) = deployment.given_account() {
            block.expect_account(account);
        }
        block
    }

    /// Closes the subshell.
    pub fn end(mut self) -> Written {
        self.text.push(")");
        self.text
    }

    /// Returns how far the lines are indented, in spaces.
    fn indent(&self) -> usize {
        2 * self.depth
    }

    /// Adds a line.
    pub fn line(&mut self, line: impl Into<Written>) {
        self.text.push(&" ".repeat(self.indent()));
        self.text.append(&line.into());
        self.text.push("\n");
    }

    /// Adds the first line of a compound command. The lines that follow are indented.
    pub fn begin(&mut self, line: impl Into<Written>) {
        self.line(line);
        self.depth += 1;
    }

    /// Adds a line between two parts of a compound command.
    pub fn middle(&mut self, line: impl Into<Written>) {
        self.depth -= 1;
        self.begin(line);
    }

    /// Adds the last line of a compound command.
    pub fn finish(&mut self, line: impl Into<Written>) {
        self.depth -= 1;
        self.line(line);
    }

    /// Ends an arm of `case`, which [`Self::begin`] has begun.
    pub fn end_arm(&mut self) {
        self.finish(";;");
    }

    /// Adds a command whose answer is not shown.
    pub fn quietly(&mut self, command: &Command) {
        let command = command.script_at(self.indent());
        self.line(command.between("", " >/dev/null"));
    }

    /// The same for a command that reads its input from `source`, another command.
    pub fn quietly_from(&mut self, source: &str, command: &Command) {
        let command = command.script_at(self.indent());
        self.line(command.between(&format!("{source} | "), " >/dev/null"));
    }

    /// Assigns what a command prints to a variable. If the command fails, the subshell stops.
    pub fn assign(&mut self, variable: &str, command: &Command) {
        let command = command.line();
        self.line(command.between(&format!("{variable}=$("), ")"));
    }

    /// Says something. The text is one word, so a value in it is not a command.
    pub fn say(&mut self, text: impl Into<Text>) {
        self.line(said(text));
    }

    /// Says something, and stops.
    pub fn stop(&mut self, text: impl Into<Text>) {
        self.line(said(text).between("", " >&2"));
        self.line("exit 1");
    }

    /// Begins the branch for what exists: runs a command that fails if it does not exist. `middle("else")` must follow,
    /// and then [`Self::unless_absent`].
    pub fn if_exists(&mut self, command: &Command) {
        let command = command.line();
        self.begin(command.between("if said=$(", " 2>&1 >/dev/null); then"));
    }

    /// Stops if the command of [`Self::if_exists`] failed for another reason than that nothing exists. `absent` are patterns
    /// for what the AWS CLI says in that case.
    pub fn unless_absent(&mut self, absent: &str) {
        self.begin("case $said in");
        self.line(format!("{absent}) ;;"));
        self.begin("*)");
        self.line("printf '%s\\n' \"$said\" >&2");
        self.line("exit 1");
        self.end_arm();
        self.finish("esac");
    }

    /// Stops if the user is signed in to another account.
    fn expect_account(&mut self, account: &Text) {
        let word = shell::quote(&account.shown());
        self.assign("account", &self.caller());
        self.begin(word.between("if [ \"$account\" != ", " ]; then"));
        let words = "printf 'You are signed in to AWS account %s, and the page says %s. Nothing was changed.\\n' \"$account\" ";
        self.line(word.between(words, " >&2"));
        self.line("exit 1");
        self.finish("fi");
    }

    fn caller(&self) -> Command {
        Command::aws("sts", "get-caller-identity", &self.deployment.region).query("Account", "text")
    }

    /// Looks up what the substitutions need, and checks it: sed must be able to take it literally.
    pub fn look_up(&mut self, substitutions: &[&Substitution]) {
        let needs = |what: Supplied| substitutions.iter().any(|one| one.needs(what));
        if needs(Supplied::AccountId) {
            self.account();
        }
        let deployment = self.deployment;
        for secret in deployment.created_secrets() {
            if needs(Supplied::SecretArn(secret.kind)) {
                self.look_up_secret(secret);
            }
        }
    }

    /// Assigns the account that the user is signed in to, unless [`Self::new`] has done so.
    pub fn account(&mut self) {
        if self.deployment.given_account().is_some() {
            return;
        }
        self.assign("account", &self.caller());
        let otherwise = "AWS does not say which account you are signed in to.";
        self.check("account", "[0-9]{12}", otherwise.into());
    }

    fn look_up_secret(&mut self, secret: &Secret) {
        let variable = variables::secret_arn(secret.kind);
        let describe = secret_query(self.deployment, secret, "ARN").line();
        self.begin(describe.between(&format!("{variable}=$("), ") || {"));
        self.stop(Text::from("The secret ").then(&secret.name).then(
            " does not exist, or you may not see it. Run the step that stores it first. Nothing was changed.",
        ));
        self.finish("}");
        let pattern = "arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+";
        self.check(
            variable,
            pattern,
            Text::from("AWS gives no usable ARN for the secret ")
                .then(&secret.name)
                .then("."),
        );
    }

    /// Stops unless the whole variable matches an extended regular expression.
    fn check(&mut self, variable: &str, pattern: &str, otherwise: Text) {
        self.begin(format!(
            "printf '%s\\n' \"${variable}\" | grep -E -q -x '{pattern}' || {{"
        ));
        self.stop(otherwise.then(" Nothing was changed."));
        self.finish("}");
    }
}

/// Returns the command that prints a member of a secret's description.
pub fn secret_query(deployment: &Deployment, secret: &Secret, query: &str) -> Command {
    Command::aws("secretsmanager", "describe-secret", &deployment.region)
        .option("--secret-id", &secret.name)
        .query(query, "text")
}

/// Returns the command that prints a text, which begins with a word of this program. `echo` replaces what follows a
/// backslash in some shells.
fn said(text: impl Into<Text>) -> Written {
    let word = shell::quote(&text.into().shown());
    let echo = if word.text().contains('\\') {
        "printf '%s\\n' "
    } else {
        "echo "
    };
    word.between(echo, "")
}

/// Returns the shell's expression for a JSON text without white space: the AWS CLI indents JSON in another way.
pub fn squeezed(variable: &str) -> String {
    format!("$(printf '%s' \"${variable}\" | tr -d '[:space:]')")
}
