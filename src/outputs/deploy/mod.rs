//! `deploy.sh`: one paste into CloudShell that does the whole job, and changes nothing when it is run again.
//!
//! The parts that hold no value are shell files beside this one; what the page knows stands in variables before
//! them. A document is one word of the shell: quoted JSON with variables where another resource supplies a text.

mod word;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::commands::{capital_tags, tag_map};
use super::json;
use super::shell;
use super::tree::Tree;
use crate::deployment::iam::Role;
use crate::deployment::tags::{CREATED_BY, Tag};
use crate::deployment::text::Supplied;
use crate::deployment::{Deployment, Secret};

/// The whole script.
pub fn render(deployment: &Deployment) -> String {
    let mut script = Script {
        text: String::new(),
        deployment,
    };
    script.head();
    script.settings();
    script.text.push_str(include_str!("start.sh"));
    script.options();
    script.text.push_str(include_str!("account.sh"));
    script.require_cluster();
    script.network();
    script.secrets();
    script.create_cluster();
    if deployment.log_group.is_some() {
        script.text.push_str(include_str!("log_group.sh"));
    }
    script.roles();
    script.text.push_str("\n# What the task is.\n");
    script.variable(
        "task_definition",
        &word::of(&Tree::of(&deployment.task_definition).with(&deployment.carried.task_definition)),
    );
    script.text.push_str(include_str!("register.sh"));
    script.service();
    script.wait();
    script.text
}

/// The name of the variable that holds what another resource supplies; `None` where the script says it as it is.
pub fn variable(supplied: Supplied) -> Option<&'static str> {
    Some(match supplied {
        Supplied::Region | Supplied::Partition | Supplied::LogGroup => return None,
        Supplied::AccountId => "account",
        Supplied::ExecutionRoleArn => "execution_role_arn",
        Supplied::TaskRoleArn => "task_role_arn",
        Supplied::TokenSecretArn => "token_secret_arn",
        Supplied::ProxyPasswordSecretArn => "proxy_password_secret_arn",
        Supplied::Token => "token_in_json",
        Supplied::Subnets => "subnets",
        Supplied::SecurityGroups => "security_groups",
        Supplied::AssignPublicIp => "assign_public_ip",
        Supplied::TaskDefinitionArn => "task_definition_arn",
    })
}

struct Script<'a> {
    text: String,
    deployment: &'a Deployment,
}

impl Script<'_> {
    fn head(&mut self) {
        let Deployment {
            delegate_name,
            task_definition,
            ..
        } = self.deployment;
        let launch_type = task_definition.requires_compatibilities.join(", ");
        self.text.push_str("#!/usr/bin/env bash\n");
        self.text.push_str(&shell::comment(&format!(
            "Starts the Harness delegate {delegate_name} on Amazon ECS ({launch_type}).\n\
             Run it in AWS CloudShell: bash deploy.sh\n\
             It creates what is not there, brings up to date what is, and changes nothing when it is run again."
        )));
        if self.creates_secrets() {
            self.text.push_str(
                "# It asks for the token, or takes it from the variable DELEGATE_TOKEN or the first line of its input.\n\
                 # bash deploy.sh --rotate-token replaces the token in the secret and restarts the delegate.\n",
            );
        }
        self.text
            .push_str("set -euo pipefail\nexport AWS_PAGER=''\n\n# What the page knows.\n");
    }

    /// A variable and its value, which is quoted already.
    fn variable(&mut self, name: &str, word: &str) {
        for part in [name, "=", word, "\n"] {
            self.text.push_str(part);
        }
    }

    fn setting(&mut self, name: &str, value: &str) {
        self.variable(name, &shell::in_quotes(value));
    }

    fn settings(&mut self) {
        let deployment = self.deployment;
        let missing: Vec<&str> = deployment.missing.iter().map(|field| field.label).collect();
        self.setting("missing", &missing.join(", "));
        self.setting("region", &deployment.region);
        let account = if deployment.account.has_reference() {
            String::new()
        } else {
            deployment.account.to_string()
        };
        self.setting("expected_account", &account);
        self.setting("delegate", &deployment.delegate_name);
        self.setting("cluster", &deployment.cluster.name);
        self.setting("family", &deployment.task_definition.family);
        self.setting("service", &deployment.service.service_name);
        self.setting("launch_type", deployment.service.launch_type.unwrap_or_default());
        if let Some(group) = &deployment.log_group {
            self.setting("log_group", &group.name);
            self.setting(
                "retention",
                &group.retention.map_or("ever".to_owned(), |days| days.to_string()),
            );
        }
        let tags = with_created_by(&deployment.tags);
        self.setting("tags", &json::compact(&tags));
        if self.creates_secrets() || self.creates_roles() {
            self.setting("capital_tags", &json::compact(&capital_tags(&tags)));
        }
        if deployment.log_group.is_some() {
            self.setting("log_tags", &json::line(&tag_map(&tags)));
        }
    }

    fn creates_secrets(&self) -> bool {
        self.lacking_secrets().next().is_some()
    }

    fn lacking_secrets(&self) -> impl Iterator<Item = &Secret> + use<'_> {
        self.deployment
            .secrets
            .iter()
            .filter(|secret| secret.arn.is_none())
    }

    fn creates_roles(&self) -> bool {
        self.deployment.execution_role.is_some() || self.deployment.task_role.is_some()
    }

    fn options(&mut self) {
        self.text
            .push_str("\nrotate_token=no\nfor argument in \"$@\"; do\n  case $argument in\n");
        if self
            .lacking_secrets()
            .any(|secret| secret.supplies == Supplied::TokenSecretArn)
        {
            self.text.push_str(
                "    --rotate-token) rotate_token=yes ;;\n    \
                 *) stop \"There is no option $argument; the only one is --rotate-token. Nothing was changed.\" ;;\n",
            );
        } else {
            self.text
                .push_str("    *) stop \"There is no option $argument. Nothing was changed.\" ;;\n");
        }
        self.text.push_str("  esac\ndone\n");
    }

    fn require_cluster(&mut self) {
        if !self.deployment.cluster.create {
            self.text.push_str(include_str!("cluster_required.sh"));
        }
    }

    fn create_cluster(&mut self) {
        let Deployment { cluster, service, .. } = self.deployment;
        if !cluster.create {
            return;
        }
        let is_fargate = |provider: &str| provider == "FARGATE" || provider == "FARGATE_SPOT";
        let wants = service
            .capacity_provider_strategy
            .iter()
            .any(|item| is_fargate(&item.capacity_provider));
        self.text
            .push_str("\n# The cluster, and the capacity providers that it is created with.\n");
        self.variable(
            "providers",
            if wants {
                "(--capacity-providers FARGATE FARGATE_SPOT)"
            } else {
                "()"
            },
        );
        self.text.push_str(include_str!("cluster.sh"));
    }

    fn secrets(&mut self) {
        let token_is_asked = Tree::of(&self.deployment.task_definition)
            .references()
            .contains(&Supplied::Token);
        if token_is_asked || self.creates_secrets() {
            self.text.push_str(include_str!("ask.sh"));
        }
        if token_is_asked {
            self.text.push_str(
                "\n# The token stands in the task definition, as the page says: as JSON it is without its quotes.\n\
                 token_in_json=$(ask DELEGATE_TOKEN 'delegate token' | jq -R -s .)\n\
                 token_in_json=${token_in_json:1:-1}\n",
            );
        }
        if self.creates_secrets() {
            self.text.push_str(include_str!("secret.sh"));
            let calls: String = self
                .lacking_secrets()
                .map(|secret| {
                    let words = [
                        secret.name.as_str(),
                        secret.variable,
                        secret.what(),
                        secret.kms_key.as_deref().unwrap_or(""),
                    ];
                    let words: Vec<String> = words.into_iter().map(shell::quote).collect();
                    format!(
                        "{}=$(secret {})\n",
                        variable(secret.supplies).unwrap_or_default(),
                        words.join(" ")
                    )
                })
                .collect();
            self.text.push_str("\n# The secrets.\n");
            self.text.push_str(&calls);
            self.text.push_str("unset DELEGATE_TOKEN PROXY_PASSWORD\n");
        }
    }

    fn roles(&mut self) {
        if !self.creates_roles() {
            return;
        }
        self.text.push_str(include_str!("role.sh"));
        let Deployment {
            execution_role,
            task_role,
            ..
        } = self.deployment;
        let roles = [
            (execution_role, "execution-role", Supplied::ExecutionRoleArn),
            (task_role, "task-role", Supplied::TaskRoleArn),
        ];
        for (role, name, supplied) in roles {
            let Some(Role {
                name: role_name,
                trust,
                policy,
                ..
            }) = role
            else {
                continue;
            };
            let document = |document: &dyn Fn() -> Tree| word::of(&document());
            let trust = document(&|| Tree::of(trust));
            let policy = policy
                .as_ref()
                .map_or_else(|| "''".to_owned(), |policy| document(&|| Tree::of(policy)));
            self.text
                .push_str(&format!("\n# The {}.\n", name.replace('-', " ")));
            self.variable("trust", &trust);
            self.variable("policy", &policy);
            let role_name = shell::quote(role_name);
            self.text.push_str(&format!(
                "{}=$(role {role_name} \"$trust\" {name} \"$policy\")\n",
                variable(supplied).unwrap_or_default()
            ));
        }
    }

    fn network(&mut self) {
        let references = Tree::of(&self.deployment.service).references();
        if references.contains(&Supplied::Subnets) {
            self.text.push_str(include_str!("default_vpc.sh"));
        } else if references.contains(&Supplied::SecurityGroups) {
            let network = self.deployment.service.network_configuration.as_ref();
            let first = network.and_then(|network| network.awsvpc_configuration.subnets.first());
            self.setting(
                "first_subnet",
                &first.map(ToString::to_string).unwrap_or_default(),
            );
            self.text.push_str(include_str!("subnets_vpc.sh"));
        }
        if references.contains(&Supplied::SecurityGroups) {
            self.text.push_str(include_str!("default_security_group.sh"));
        }
    }

    fn service(&mut self) {
        let document = Tree::of(&self.deployment.service);
        self.text
            .push_str("\n# What the service is, and what of it an update can change.\n");
        self.variable("service_document", &word::of(&document));
        self.variable("update_document", &word::of(&update_of(document)));
        self.text.push_str(include_str!("service.sh"));
    }

    fn wait(&mut self) {
        if self.deployment.service.launch_type == Some("EC2") {
            self.text.push_str(include_str!("capacity.sh"));
        }
        self.text.push_str(include_str!("wait.sh"));
        if self.deployment.log_group.is_some() {
            self.text.push_str(include_str!("wait_logs.sh"));
        }
        self.text.push_str(include_str!("end.sh"));
    }
}

/// The members of a service that `UpdateService` takes, under its names.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html>.
fn update_of(service: Tree) -> Tree {
    let Tree::Map(members) = service else {
        return service;
    };
    let fixed = ["launchType", "schedulingStrategy", "tags", "loadBalancers"];
    Tree::Map(
        members
            .into_iter()
            .filter(|(name, _)| !fixed.contains(&name.as_str()))
            .map(|(name, value)| {
                if name == "serviceName" {
                    ("service".to_owned(), value)
                } else {
                    (name, value)
                }
            })
            .collect(),
    )
}

/// The user's tags, and the one that says where things come from.
fn with_created_by(tags: &[Tag]) -> Vec<Tag> {
    let (key, value) = CREATED_BY;
    let own = Tag {
        key: key.to_owned(),
        value: value.to_owned(),
    };
    tags.iter()
        .filter(|tag| tag.key != key)
        .cloned()
        .chain([own])
        .collect()
}

/// A paste for a terminal: it writes the script and runs it in a shell of its own, so that nothing of it happens in
/// the user's. In base64, since a terminal's shell acts on `!`, on tabs and on long lines before anyone quotes them.
pub fn paste(script: &str) -> String {
    let encoded = STANDARD.encode(script);
    let mut text = "base64 -d > deploy.sh <<'END'\n".to_owned();
    for line in encoded.as_bytes().chunks(76) {
        text.push_str(&String::from_utf8_lossy(line));
        text.push('\n');
    }
    text.push_str("END\nbash deploy.sh\n");
    text
}
