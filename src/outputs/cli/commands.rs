//! `commands.sh`: the documentation's steps as AWS CLI commands that work from top to bottom.

use crate::deployment::iam::Role;
use crate::deployment::tags::{capital_tags, tag_map};
use crate::deployment::{Deployment, Secret};
use crate::document::json;
use crate::outputs::language::shell::{self, Command};

/// The whole file.
pub fn render(deployment: &Deployment) -> String {
    let mut script = Script {
        text: String::new(),
        deployment,
    };
    script.head();
    let lacking: Vec<&Secret> = deployment
        .secrets
        .iter()
        .filter(|secret| secret.arn.is_none())
        .collect();
    if lacking.is_empty() {
        script.create_and_start();
    } else {
        script.create_secrets(&lacking);
    }
    script.text
}

struct Script<'a> {
    text: String,
    deployment: &'a Deployment,
}

impl Script<'_> {
    fn head(&mut self) {
        let Deployment { delegate_name, .. } = self.deployment;
        let runs_on = self.deployment.runs_on();
        self.text.push_str("#!/usr/bin/env bash\n");
        self.text.push_str(&shell::comment(&format!(
            "Starts the Harness delegate {delegate_name} on {runs_on}."
        )));
        self.text.push_str(
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

    fn step(&mut self, why: &str, commands: &[Command]) {
        self.text.push('\n');
        self.text.push_str(&shell::comment(why));
        for command in commands {
            self.text.push_str(&command.script());
            self.text.push('\n');
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
            .option("--desired-count", &service.desired_count.to_string());
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
            command = command.option("--tags", &json::compact(tags));
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
            create = create.option("--tags", &json::line(&tag_map(&self.deployment.tags)));
        }
        let retain = group.retention.map(|days| {
            self.aws("logs", "put-retention-policy")
                .option("--log-group-name", &group.name)
                .option("--retention-in-days", &days.to_string())
        });
        let commands: Vec<Command> = [create].into_iter().chain(retain).collect();
        self.step(
            "Create the log group; leave this step out if there is one of this name.",
            &commands,
        );
    }

    fn create_role(&mut self, role: &Role, file: &str, why: &str) {
        let mut create = self
            .aws("iam", "create-role")
            .option("--role-name", &role.name)
            .file("--assume-role-policy-document", &format!("{file}-trust.json"));
        if !role.tags.is_empty() {
            create = create.option("--tags", &json::compact(&capital_tags(&role.tags)));
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
        let Deployment { cluster, service, .. } = self.deployment;
        let create = self
            .aws("ecs", "create-service")
            .file("--cli-input-json", "service.json");
        let mut why = "Create the service.".to_owned();
        if service.launch_type == Some("EC2") {
            let line = self
                .aws("ecs", "create-service")
                .option("--cluster", &cluster.name)
                .option("--service-name", &service.service_name)
                .option("--task-definition", &service.task_definition.to_string())
                .option("--desired-count", &service.desired_count.to_string())
                .option("--launch-type", "EC2")
                .line();
            why.push_str(" The documentation's one line for it, without what service.json says besides:\n  ");
            why.push_str(&line);
        }
        self.step(&why, &[create]);
    }

    /// Creates the secrets that the task definition needs the ARN of, and stops there.
    fn create_secrets(&mut self, secrets: &[&Secret]) {
        for secret in secrets {
            self.create_secret(secret);
        }
        self.text.push_str(
            "\n# This file ends here: the remaining steps appear in it when the page has the ARN, because the task\n\
             # definition names it.\n",
        );
    }

    fn create_secret(&mut self, secret: &Secret) {
        let Secret { variable, .. } = secret;
        let what = secret.what();
        let describe = self
            .aws("secretsmanager", "describe-secret")
            .option("--secret-id", &secret.name)
            .options("--query", &["ARN"])
            .options("--output", &["text"])
            .line();
        // A secret that is scheduled for deletion has an ARN, and no value that a task could read.
        let deleted = self
            .aws("secretsmanager", "describe-secret")
            .option("--secret-id", &secret.name)
            .options("--query", &["DeletedDate"])
            .options("--output", &["text"])
            .line();
        let restore = self
            .aws("secretsmanager", "restore-secret")
            .option("--secret-id", &secret.name)
            .line();
        let mut create = self
            .aws("secretsmanager", "create-secret")
            .option("--name", &secret.name);
        if let Some(key) = &secret.kms_key {
            create = create.option("--kms-key-id", key);
        }
        if !self.deployment.tags.is_empty() {
            create = create.option("--tags", &json::compact(&capital_tags(&self.deployment.tags)));
        }
        let create = create
            .file("--secret-string", "/dev/stdin")
            .options("--query", &["ARN"])
            .options("--output", &["text"])
            .line();
        let say = shell::quote(&format!(
            "Paste this ARN into the field \"{}\" of the page, then take the new task-spec.json and commands.sh.",
            secret.field().label
        ));
        self.text.push('\n');
        self.text.push_str(&shell::comment(&format!(
            "Store the {what} in AWS Secrets Manager. It comes from the variable {variable}, or is asked for without\n\
             echo; it is no argument of a command, and is not asked for where the secret exists."
        )));
        // The one part of the file with a flow of its own: a subshell, so that a shell into which it is pasted
        // neither closes nor keeps the value.
        for line in [
            "(".to_owned(),
            "  set -eu".to_owned(),
            format!("  arn=$({describe} 2>/dev/null) || arn=''"),
            "  if [ -z \"$arn\" ]; then".to_owned(),
            format!("    if [ -z \"${{{variable}:-}}\" ]; then"),
            format!("      printf '%s' 'Harness {what}: ' >&2"),
            format!("      IFS= read -r -s {variable} || true"),
            "      echo >&2".to_owned(),
            "    fi".to_owned(),
            format!("    if [ -z \"${{{variable}:-}}\" ]; then"),
            format!("      echo 'No {what} was given: nothing was created.' >&2"),
            "      exit 1".to_owned(),
            "    fi".to_owned(),
            format!("    arn=$(printf '%s' \"${variable}\" | {create})"),
            format!("  elif [ \"$({deleted})\" != None ]; then"),
            format!("    {restore} >/dev/null"),
            "    echo 'It was to be deleted, and is restored.' >&2".to_owned(),
            "  fi".to_owned(),
            format!("  printf '%s\\n' \"$arn\" {say}"),
            ")".to_owned(),
        ] {
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }
}
