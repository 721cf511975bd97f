//! `commands.sh`: the steps of the Harness documentation as AWS CLI commands, which run in order.

use super::documents;
use crate::choices::Way;
use crate::deployment::Deployment;
use crate::deployment::role::Role;
use crate::deployment::secret::Secret;
use crate::deployment::tags::{capital_tags, tag_map};
use crate::document::json;
use crate::document::written::Written;
use crate::outputs::file::{Kind, Language, Output};
use crate::outputs::language::aws_cli::Command;
use crate::outputs::language::comment::Comment;
use crate::outputs::language::shell;
use crate::outputs::step::{Need, Stage, Step};

/// `commands.sh`
pub const OUTPUT: Output = Output {
    steps: |deployment, _| steps(deployment),
    ..Output::new(
        Kind {
            name: "commands.sh",
            language: Language::Shell,
            way: Way::Cli,
            purpose: "the AWS CLI commands, in order",
        },
        |deployment| Some(render(deployment)),
    )
};

/// Returns the steps: the script, and, for EC2, the documentation's command for the service.
fn steps(deployment: &Deployment) -> Vec<Step> {
    if deployment.created_secrets().next().is_some() {
        let sentence = "Run the script in this folder. It stores the secret and prints its ARN; put that into the page, \
                        and take the files again.";
        return vec![
            Step::new(Stage::Run, sentence)
                .command("bash commands.sh")
                .needs_file("commands.sh"),
        ];
    }
    let sentence = "Run the script in this folder, or its steps one by one.";
    let mut run = Step::new(Stage::Run, sentence)
        .command("bash commands.sh")
        .needs_file("commands.sh");
    run.needs.extend(documents(deployment).map(Need::File));
    let mut steps = vec![run];
    let Deployment { cluster, service, .. } = deployment;
    if service.launch_type == Some("EC2") {
        let sentence = "For comparison: the Harness documentation creates the service with this one line, without \
                        the other settings in `service.json`.";
        let line = Command::aws("ecs", "create-service", &deployment.region)
            .option("--cluster", &cluster.name)
            .option("--service-name", &service.service_name)
            .option("--task-definition", &service.task_definition)
            .option("--desired-count", service.desired_count.to_string())
            .option("--launch-type", "EC2")
            .line();
        steps.push(Step::new(Stage::Later, sentence).command(line));
    }
    steps
}

/// Returns the names of the files that the script reads.
fn documents(deployment: &Deployment) -> impl Iterator<Item = &'static str> {
    let roles = [
        (
            &deployment.execution_role,
            documents::EXECUTION_ROLE_TRUST,
            documents::EXECUTION_ROLE_POLICY,
        ),
        (
            &deployment.task_role,
            documents::TASK_ROLE_TRUST,
            documents::TASK_ROLE_POLICY,
        ),
    ];
    let mut all = vec![documents::TASK_DEFINITION, documents::SERVICE];
    for (role, trust, policy) in roles {
        let Some(role) = role else { continue };
        all.push(trust);
        all.extend(role.policy.as_ref().map(|_| policy));
    }
    all.into_iter().map(|output| output.kind.name)
}

/// Renders the file.
fn render(deployment: &Deployment) -> Written {
    let mut script = Script {
        text: Written::default(),
        deployment,
    };
    script.head();
    let lacking: Vec<&Secret> = deployment.created_secrets().collect();
    if lacking.is_empty() {
        script.create_and_start();
    } else {
        script.create_secrets(&lacking);
    }
    script.text
}

struct Script<'a> {
    text: Written,
    deployment: &'a Deployment,
}

impl Script<'_> {
    fn head(&mut self) {
        self.text.push("#!/usr/bin/env bash\n");
        self.comment(["Starts a Harness delegate on ", self.deployment.runs_on(), "."]);
        self.text.push(
            "# Save it beside the JSON files and run `bash commands.sh`, or paste one step after the other.\n\n\
             # A script stops at the first step that fails; a shell into which you paste stays open.\n\
             case $- in *i*) ;; *) set -eu ;; esac\n\
             # Version 2 of the AWS CLI would show long answers page by page, and wait.\n\
             export AWS_PAGER=''\n",
        );
    }

    fn aws(&self, service: &str, operation: &str) -> Command {
        Command::aws(service, operation, &self.deployment.region)
    }

    fn comment(&mut self, words: impl Into<Comment>) {
        self.text.push(&words.into().print());
    }

    fn step(&mut self, why: &'static str, commands: &[Command]) {
        self.text.push("\n");
        self.comment(why);
        for command in commands {
            self.text.append(&command.script());
            self.text.push("\n");
        }
    }

    fn create_and_start(&mut self) {
        self.create_cluster();
        self.create_log_group();
        let Deployment {
            execution_role,
            task_role,
            ..
        } = self.deployment;
        if let Some(role) = execution_role {
            self.create_role(
                role,
                "execution-role",
                "Create the role with which ECS starts the task.",
            );
        }
        if let Some(role) = task_role {
            self.create_role(
                role,
                "task-role",
                "Create the role with which the delegate calls AWS.",
            );
        }
        let register = self
            .aws("ecs", "register-task-definition")
            .file("--cli-input-json", "task-spec.json");
        self.step("Register the task definition.", &[register]);
        self.create_service();
        let Deployment { cluster, service, .. } = self.deployment;
        let wait = self
            .aws("ecs", "wait services-stable")
            .option("--cluster", &cluster.name)
            .list_of("--services", &service.service_name);
        self.step(
            "Watch it become stable: this returns when the tasks run, and fails after ten minutes.",
            &[wait],
        );
        let scale = self
            .aws("ecs", "update-service")
            .option("--cluster", &cluster.name)
            .option("--service", &service.service_name)
            .option("--desired-count", service.desired_count.to_string());
        self.step(
            "Change how many delegates run: put the new number here, and run this step again.",
            &[scale],
        );
    }

    fn create_cluster(&mut self) {
        let Deployment {
            cluster,
            service,
            tags,
            ..
        } = self.deployment;
        if !cluster.create {
            return;
        }
        let mut command = self
            .aws("ecs", "create-cluster")
            .option("--cluster-name", &cluster.name);
        if service.uses_fargate_capacity() {
            command = command.options("--capacity-providers", &["FARGATE", "FARGATE_SPOT"]);
        }
        if !tags.is_empty() {
            command = command.json("--tags", &json::compact(tags));
        }
        self.step(
            "Create the cluster; if there is one of this name, nothing changes.",
            &[command],
        );
    }

    fn create_log_group(&mut self) {
        let Some(group) = &self.deployment.log_group else {
            return;
        };
        let mut create = self
            .aws("logs", "create-log-group")
            .option("--log-group-name", &group.name);
        if !self.deployment.tags.is_empty() {
            create = create.json("--tags", &json::line(&tag_map(&self.deployment.tags)));
        }
        let retain = group.retention.map(|days| {
            self.aws("logs", "put-retention-policy")
                .option("--log-group-name", &group.name)
                .option("--retention-in-days", days.to_string())
        });
        let commands: Vec<Command> = [create].into_iter().chain(retain).collect();
        self.step(
            "Create the log group; leave this step out if there is one of this name.",
            &commands,
        );
    }

    fn create_role(&mut self, role: &Role, file: &str, why: &'static str) {
        let mut create = self
            .aws("iam", "create-role")
            .option("--role-name", &role.name)
            .file("--assume-role-policy-document", &format!("{file}-trust.json"));
        if !role.tags.is_empty() {
            create = create.json("--tags", &json::compact(&capital_tags(&role.tags)));
        }
        let put = role.policy.as_ref().map(|_| {
            self.aws("iam", "put-role-policy")
                .option("--role-name", &role.name)
                .option("--policy-name", role.policy_name)
                .file("--policy-document", &format!("{file}-policy.json"))
        });
        let wait = self
            .aws("iam", "wait role-exists")
            .option("--role-name", &role.name);
        let commands: Vec<Command> = [create].into_iter().chain(put).chain([wait]).collect();
        self.step(why, &commands);
    }

    fn create_service(&mut self) {
        let create = self
            .aws("ecs", "create-service")
            .file("--cli-input-json", "service.json");
        self.step("Create the service.", &[create]);
    }

    /// Prints the commands that create the secrets, and ends the file there: the task definition needs their ARNs.
    fn create_secrets(&mut self, secrets: &[&Secret]) {
        for secret in secrets {
            self.create_secret(secret);
        }
        self.text.push(
            "\n# This file ends here: the remaining steps appear in it when the page has the ARN, because the task\n\
             # definition names it.\n",
        );
    }

    fn create_secret(&mut self, secret: &Secret) {
        let (what, variable) = (secret.what(), secret.variable());
        self.text.push("\n");
        self.comment([
            "Store the ",
            what,
            " in AWS Secrets Manager. It comes from the variable ",
            variable,
            ", or is asked for without\n\
             echo; it is no argument of a command, and is not asked for where the secret exists.",
        ]);
        // This is the only part of the file with control flow. It runs in a subshell, so a terminal into which it is
        // pasted does not close and does not keep the value.
        let calls = self.secret_calls(secret);
        let say = shell::word(&format!(
            "Paste this ARN into the field \"{}\" of the page, then take the new task-spec.json and commands.sh.",
            secret.field().label
        ));
        for line in [
            "(".into(),
            "  set -eu".into(),
            calls.describe.between("  arn=$(", " 2>/dev/null) || arn=''"),
            "  if [ -z \"$arn\" ]; then".into(),
            format!("    if [ -z \"${{{variable}:-}}\" ]; then").into(),
            format!("      printf '%s' 'Harness {what}: ' >&2").into(),
            format!("      IFS= read -r -s {variable} || true").into(),
            "      echo >&2".into(),
            "    fi".into(),
            format!("    if [ -z \"${{{variable}:-}}\" ]; then").into(),
            format!("      echo 'No {what} was given: nothing was created.' >&2").into(),
            "      exit 1".into(),
            "    fi".into(),
            calls
                .create
                .between(&format!("    arn=$(printf '%s' \"${variable}\" | "), ")"),
            calls.deleted.between("  elif [ \"$(", ")\" != None ]; then"),
            calls.restore.between("    ", " >/dev/null"),
            "    echo 'It was to be deleted, and is restored.' >&2".into(),
            "  fi".into(),
            say.between("  printf '%s\\n' \"$arn\" ", ""),
            ")".into(),
        ] {
            let line: Written = line;
            self.text.append(&line);
            self.text.push("\n");
        }
    }

    fn secret_calls(&self, secret: &Secret) -> SecretCalls {
        let of_it = |operation| {
            self.aws("secretsmanager", operation)
                .option("--secret-id", &secret.name)
        };
        let text_of = |command: Command, query: &str| {
            let command = command.options("--query", &[query]);
            command.options("--output", &["text"]).line()
        };
        let mut create = self
            .aws("secretsmanager", "create-secret")
            .option("--name", &secret.name);
        if let Some(key) = &secret.kms_key {
            create = create.option("--kms-key-id", key);
        }
        if !self.deployment.tags.is_empty() {
            create = create.json("--tags", &json::compact(&capital_tags(&self.deployment.tags)));
        }
        SecretCalls {
            describe: text_of(of_it("describe-secret"), "ARN"),
            deleted: text_of(of_it("describe-secret"), "DeletedDate"),
            restore: of_it("restore-secret").line(),
            create: text_of(create.file("--secret-string", "/dev/stdin"), "ARN"),
        }
    }
}

/// The AWS CLI calls that store a secret, each on one line.
struct SecretCalls {
    /// Prints the secret's ARN.
    describe: Written,
    /// Prints the date on which deletion was requested, or `None`. A secret that is scheduled for deletion still has an
    /// ARN, but no value that a task can read.
    deleted: Written,
    /// Cancels the deletion.
    restore: Written,
    /// Creates the secret from standard input, and prints its ARN.
    create: Written,
}
