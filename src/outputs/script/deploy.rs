//! `deploy.sh`: one paste into CloudShell that creates or updates everything. Running it again changes nothing.
//!
//! The script consists of variables with the form's values, followed by shell files under `parts/`, which contain no
//! values. A document is one word of the shell: quoted JSON, with variables for texts that another resource supplies.

use super::{paste, word};
use crate::choices::Way;
use crate::deployment::Deployment;
use crate::deployment::secret::Secret;
use crate::document::supplied::SecretKind;
use crate::document::text::Text;
use crate::document::written::Written;
use crate::outputs::file::{Kind, Language, Output};
use crate::outputs::language::cli_version;
use crate::outputs::language::comment::Comment;
use crate::outputs::language::shell;
use crate::outputs::step::{Stage, Step};
use crate::outputs::update::{needed_cli, update_of};

/// `deploy.sh`
pub const OUTPUT: Output = Output {
    steps: |deployment, _| steps(deployment),
    // A terminal keeps a paste in its history, so a token in plain text is not in it: the script asks for the token.
    paste: Some(|deployment| paste::of(render(&deployment.asking_for_token()).text())),
    ..Output::new(
        Kind {
            name: "deploy.sh",
            language: Language::Shell,
            way: Way::Script,
            purpose: "the whole job; a second run changes nothing",
        },
        |deployment| Some(render(deployment)),
    )
};

/// Returns the steps.
fn steps(deployment: &Deployment) -> Vec<Step> {
    let sentence = "Upload `deploy.sh` to AWS CloudShell (Actions, Upload file), and run it there.";
    let run = Step::new(Stage::Run, sentence)
        .command("bash deploy.sh")
        .needs_file("deploy.sh");
    let rotate = deployment.creates_secret(SecretKind::DelegateToken).then(|| {
        let sentence =
            "To replace the token in the secret and restart the delegate, run the script with an option.";
        Step::new(Stage::Later, sentence)
            .command("bash deploy.sh --rotate-token")
            .needs_file("deploy.sh")
    });
    [run].into_iter().chain(rotate).collect()
}

/// Renders the script.
fn render(deployment: &Deployment) -> Written {
    let mut script = Script {
        text: Written::default(),
        deployment,
    };
    script.head();
    script.settings();
    script.text.push(include_str!("parts/start.sh"));
    script.cli_version();
    script.text.push(include_str!("parts/request.sh"));
    script.refuse_names();
    script.options();
    // The script checks everything first, so an obstacle ends it before it changes anything.
    script.text.push(include_str!("parts/account.sh"));
    script.require_cluster();
    script.text.push(include_str!("parts/find_service.sh"));
    script.network();
    script.find_roles();
    script.find_secrets();
    script.make_secrets();
    script.create_cluster();
    if deployment.log_group.is_some() {
        script.text.push(include_str!("parts/log_group.sh"));
    }
    script.make_roles();
    script.text.push("\n# The task definition.\n");
    script.variable("task_definition", &word::of(&deployment.task_definition_tree()));
    script.text.push(include_str!("parts/register.sh"));
    script.service();
    script.wait();
    script.text
}

/// The script while it is being written.
pub struct Script<'a> {
    /// The script so far.
    pub text: Written,
    /// The deployment that the script creates.
    pub deployment: &'a Deployment,
}

impl<'a> Script<'a> {
    fn head(&mut self) {
        self.text.push("#!/usr/bin/env bash\n");
        let about = Comment::from([
            "Starts a Harness delegate on ",
            self.deployment.runs_on(),
            ".\n\
             Run it in AWS CloudShell: bash deploy.sh\n\
             It creates what does not exist and updates what has changed. A second run changes nothing.",
        ]);
        self.text.push(&about.print());
        if self.creates_secrets() {
            self.text.push(
                "# It asks for the token, or takes it from the variable DELEGATE_TOKEN or the first line of its input.\n\
                 # bash deploy.sh --rotate-token replaces the token in the secret and restarts the delegate.\n",
            );
        }
        self.text.push(include_str!("parts/shell.sh"));
        self.text.push("\n# The values of the page.\n");
    }

    /// Stops the script if the AWS CLI does not know a member of the documents.
    fn cli_version(&mut self) {
        let Some(needed) = needed_cli(self.deployment) else {
            return;
        };
        self.text.push(
            "\n# An older AWS CLI does not know every member of the task definition and of the service.\n",
        );
        for line in cli_version::lines(needed, "deploy.sh: ") {
            self.text.push(&line);
            self.text.push("\n");
        }
    }

    /// Assigns a word that is already quoted to a variable.
    pub fn variable(&mut self, name: &str, word: &Written) {
        self.text.append(&word.between(&format!("{name}="), "\n"));
    }

    /// Assigns a value to a variable.
    pub fn setting(&mut self, name: &str, value: &Written) {
        self.variable(name, &shell::in_quotes(value));
    }

    /// Returns whether the script creates a secret.
    pub fn creates_secrets(&self) -> bool {
        self.lacking_secrets().next().is_some()
    }

    /// Returns the secrets that the script creates.
    pub fn lacking_secrets(&self) -> impl Iterator<Item = &'a Secret> + use<'a> {
        self.deployment.created_secrets()
    }

    /// Returns whether the script creates a role.
    pub fn creates_roles(&self) -> bool {
        self.deployment.execution_role.is_some() || self.deployment.task_role.is_some()
    }

    fn options(&mut self) {
        let can_rotate = self.deployment.creates_secret(SecretKind::DelegateToken);
        let has_secrets = self.creates_secrets();
        self.text
            .push(if has_secrets { "\nrotate_token=no\n" } else { "\n" });
        self.text
            .push("for argument in \"$@\"; do\n  case $argument in\n");
        if can_rotate {
            self.text.push(
                "    --rotate-token) rotate_token=yes ;;\n    \
                 *) stop \"Unknown option $argument; the only option is --rotate-token. Nothing was changed.\" ;;\n",
            );
        } else {
            self.text
                .push("    *) stop \"Unknown option $argument. Nothing was changed.\" ;;\n");
        }
        self.text.push("  esac\ndone\n");
    }

    /// Returns the capacity provider, if the service has one instead of a launch type.
    pub fn capacity(&self) -> Option<&'a Text> {
        let strategy = &self.deployment.service.capacity_provider_strategy;
        strategy.first().map(|item| &item.capacity_provider)
    }

    fn require_cluster(&mut self) {
        if !self.deployment.cluster.create {
            self.text.push(include_str!("parts/cluster_required.sh"));
        }
        if self.capacity().is_some() {
            self.text.push(include_str!("parts/capacity_provider.sh"));
        }
    }

    fn create_cluster(&mut self) {
        if !self.deployment.cluster.create {
            return;
        }
        self.text
            .push("\n# The cluster, and the capacity providers that it is created with.\n");
        let wants = self
            .capacity()
            .is_some_and(|capacity| capacity.is_literal("FARGATE") || capacity.is_literal("FARGATE_SPOT"));
        self.variable(
            "providers",
            &if wants {
                "(--capacity-providers FARGATE FARGATE_SPOT)"
            } else {
                "()"
            }
            .into(),
        );
        self.text.push(include_str!("parts/cluster.sh"));
    }

    fn service(&mut self) {
        let document = self.deployment.service_tree();
        self.text
            .push("\n# The service, and the part of it that an update can change.\n");
        self.variable("service_document", &word::of(&document));
        self.variable("update_document", &word::of(&update_of(document)));
        if self.creates_secrets() {
            self.text.push(include_str!("parts/versions.sh"));
        }
        self.text.push(include_str!("parts/service.sh"));
    }

    fn wait(&mut self) {
        self.text.push(include_str!("parts/appears.sh"));
        if self.deployment.service.launch_type == Some("EC2") {
            self.text.push(include_str!("parts/capacity.sh"));
        }
        self.text.push(include_str!("parts/wait.sh"));
        if self.deployment.log_group.is_some() {
            self.text.push(include_str!("parts/wait_logs.sh"));
        }
        self.text.push(include_str!("parts/end.sh"));
    }
}
