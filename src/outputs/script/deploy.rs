//! `deploy.sh`: one paste into CloudShell that does the whole job, and changes nothing when it is run again.
//!
//! The parts that hold no value are shell files beside this one; what the page knows stands in variables before
//! them. A document is one word of the shell: quoted JSON with variables where another resource supplies a text.

use super::word;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::deployment::iam::Role;
use crate::deployment::tags::{CREATED_BY, Tag, capital_tags, tag_map};
use crate::deployment::{Deployment, Secret};
use crate::document::json;
use crate::document::text::Supplied;
use crate::document::tree::Tree;
use crate::outputs::language::shell;

/// The whole script.
pub fn render(deployment: &Deployment) -> String {
    let mut script = Script {
        text: String::new(),
        deployment,
    };
    script.head();
    script.settings();
    script.text.push_str(include_str!("parts/start.sh"));
    script.refuse_addresses();
    script.options();
    // First everything is looked at, so that what is in the way ends the script before it has changed anything.
    script.text.push_str(include_str!("parts/account.sh"));
    script.require_cluster();
    script.text.push_str(include_str!("parts/find_service.sh"));
    script.network();
    script.find_roles();
    script.find_secrets();
    script.make_secrets();
    script.create_cluster();
    if deployment.log_group.is_some() {
        script.text.push_str(include_str!("parts/log_group.sh"));
    }
    script.make_roles();
    script.text.push_str("\n# What the task is.\n");
    script.variable(
        "task_definition",
        &word::of(&Tree::of(&deployment.task_definition).with(&deployment.carried.task_definition)),
    );
    script.text.push_str(include_str!("parts/register.sh"));
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

impl<'a> Script<'a> {
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
        self.text.push_str(
            "set -euo pipefail\nexport AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off AWS_CLI_FILE_ENCODING=UTF-8\n",
        );
        if self.asks() {
            self.text.push_str("export -n DELEGATE_TOKEN PROXY_PASSWORD\n");
        }
        self.text.push_str("\n# What the page knows.\n");
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
        self.setting("capacity", self.capacity());
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

    fn lacking_secrets(&self) -> impl Iterator<Item = &'a Secret> + use<'a> {
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

    /// The capacity provider, where the service names one instead of a launch type.
    fn capacity(&self) -> &'a str {
        let strategy = &self.deployment.service.capacity_provider_strategy;
        strategy
            .first()
            .map_or("", |item| item.capacity_provider.as_str())
    }

    /// An option's value that begins like an address is one to the AWS CLI, which would fetch what is there. Nothing
    /// at AWS is called like that.
    fn refuse_addresses(&mut self) {
        let Deployment {
            cluster,
            log_group,
            execution_role,
            task_role,
            secrets,
            task_definition,
            service,
            ..
        } = self.deployment;
        let role = |role: &'a Option<Role>| role.as_ref().map(|role| role.name.as_str());
        let names = [
            Some(cluster.name.as_str()),
            Some(service.service_name.as_str()),
            Some(task_definition.family.as_str()),
            log_group.as_ref().map(|group| group.name.as_str()),
            role(execution_role),
            role(task_role),
            secrets.first().and_then(|secret| secret.kms_key.as_deref()),
        ];
        if let Some(address) = names.into_iter().flatten().find(|name| shell::is_address(name)) {
            let address = address.to_owned();
            self.setting("address", &address);
            self.text.push_str(include_str!("parts/address.sh"));
        }
    }

    fn require_cluster(&mut self) {
        if !self.deployment.cluster.create {
            self.text.push_str(include_str!("parts/cluster_required.sh"));
        }
        if !self.capacity().is_empty() {
            self.text.push_str(include_str!("parts/capacity_provider.sh"));
        }
    }

    fn create_cluster(&mut self) {
        if !self.deployment.cluster.create {
            return;
        }
        self.text
            .push_str("\n# The cluster, and the capacity providers that it is created with.\n");
        let wants = self.capacity() == "FARGATE" || self.capacity() == "FARGATE_SPOT";
        self.variable(
            "providers",
            if wants {
                "(--capacity-providers FARGATE FARGATE_SPOT)"
            } else {
                "()"
            },
        );
        self.text.push_str(include_str!("parts/cluster.sh"));
    }

    /// Whether the token stands in the task definition and was not given.
    fn asks_plain_token(&self) -> bool {
        let references = Tree::of(&self.deployment.task_definition).references();
        references.contains(&Supplied::Token)
    }

    /// Whether it asks for a token or a password.
    fn asks(&self) -> bool {
        self.asks_plain_token() || self.creates_secrets()
    }

    fn find_secrets(&mut self) {
        if !self.asks() {
            return;
        }
        self.text.push_str(include_str!("parts/ask.sh"));
        if self.asks_plain_token() {
            self.text.push_str(
                "\n# The token stands in the task definition, as the page says: as JSON it is without its quotes.\n\
                 line=1\n\
                 ask DELEGATE_TOKEN 'delegate token'\n\
                 token_in_json=$(printf '%s' \"$value\" | jq -R -s .)\n\
                 token_in_json=${token_in_json:1:-1}\n",
            );
        }
        if self.creates_secrets() {
            self.text.push_str(include_str!("parts/secret.sh"));
            self.text.push_str(
                "\n# The secrets: what they lack is asked for before the first of them is created.\n",
            );
            for secret in self.lacking_secrets() {
                let words = [secret.name.as_str(), secret.variable, secret.what()].map(shell::quote);
                let kept = kept(secret);
                let call = format!(
                    "find_secret {}\n{kept}_found=$answer\n{kept}_value=$value\n",
                    words.join(" ")
                );
                self.text.push_str(&call);
            }
        }
        self.text.push_str("unset DELEGATE_TOKEN PROXY_PASSWORD value\n");
    }

    fn make_secrets(&mut self) {
        for secret in self.lacking_secrets() {
            let key = secret.kms_key.as_deref().unwrap_or("");
            let words = [secret.name.as_str(), secret.what(), key].map(shell::quote);
            let kept = kept(secret);
            let call = format!(
                "make_secret {} \"${kept}_found\" \"${kept}_value\"\n{}=$arn\n",
                words.join(" "),
                variable(secret.supplies).unwrap_or_default()
            );
            self.text.push_str(&call);
        }
    }

    /// The roles that are created: what they are, what they supply, and the role.
    fn created_roles(&self) -> impl Iterator<Item = (&'static str, Supplied, &'a Role)> + use<'a> {
        let Deployment {
            execution_role,
            task_role,
            ..
        } = self.deployment;
        [
            ("execution-role", Supplied::ExecutionRoleArn, execution_role),
            ("task-role", Supplied::TaskRoleArn, task_role),
        ]
        .into_iter()
        .filter_map(|(name, supplied, role)| Some((name, supplied, role.as_ref()?)))
    }

    fn find_roles(&mut self) {
        if !self.creates_roles() {
            return;
        }
        self.text.push_str(include_str!("parts/find_role.sh"));
        self.text.push_str("\n# The roles: who may take them.\n");
        for (name, _, role) in self.created_roles() {
            let kept = name.replace('-', "_");
            self.variable(&format!("{kept}_trust"), &word::of(&Tree::of(&role.trust)));
            let role_name = shell::quote(&role.name);
            self.text.push_str(&format!(
                "find_role {role_name} \"${kept}_trust\"\n{kept}_found=$answer\n"
            ));
        }
    }

    fn make_roles(&mut self) {
        if !self.creates_roles() {
            return;
        }
        self.text.push_str(include_str!("parts/role.sh"));
        for (name, supplied, role) in self.created_roles() {
            let kept = name.replace('-', "_");
            let policy = role
                .policy
                .as_ref()
                .map_or_else(|| "''".to_owned(), |policy| word::of(&Tree::of(policy)));
            self.text.push_str(&format!(
                "\n# The {}, and what it may do.\n",
                name.replace('-', " ")
            ));
            self.variable("policy", &policy);
            let role_name = shell::quote(&role.name);
            self.text.push_str(&format!(
                "make_role {role_name} \"${kept}_trust\" {} \"$policy\" \"${kept}_found\"\n{}=$arn\n",
                role.policy_name,
                variable(supplied).unwrap_or_default()
            ));
        }
    }

    fn network(&mut self) {
        let Some(network) = &self.deployment.service.network_configuration else {
            return;
        };
        let references = Tree::of(network).references();
        if references.contains(&Supplied::Subnets) {
            self.text.push_str(include_str!("parts/default_vpc.sh"));
        } else {
            self.text.push('\n');
            let given = Tree::of(&network.awsvpc_configuration.subnets);
            self.setting("given_subnets", &json::line(&given));
            self.text.push_str(include_str!("parts/given_subnets.sh"));
        }
        if references.contains(&Supplied::SecurityGroups) {
            self.text
                .push_str(include_str!("parts/default_security_group.sh"));
        } else {
            self.text.push('\n');
            let given = Tree::of(&network.awsvpc_configuration.security_groups);
            self.setting("given_security_groups", &json::line(&given));
            self.text.push_str(include_str!("parts/given_security_groups.sh"));
        }
    }

    fn service(&mut self) {
        let document = Tree::of(&self.deployment.service);
        self.text
            .push_str("\n# What the service is, and what of it an update can change.\n");
        self.variable("service_document", &word::of(&document));
        self.variable("update_document", &word::of(&update_of(document)));
        self.text.push_str(include_str!("parts/service.sh"));
    }

    fn wait(&mut self) {
        self.text.push_str(include_str!("parts/appears.sh"));
        if self.deployment.service.launch_type == Some("EC2") {
            self.text.push_str(include_str!("parts/capacity.sh"));
        }
        self.text.push_str(include_str!("parts/wait.sh"));
        if self.deployment.log_group.is_some() {
            self.text.push_str(include_str!("parts/wait_logs.sh"));
        }
        self.text.push_str(include_str!("parts/end.sh"));
    }
}

/// The members of a service that `UpdateService` takes, under its names. A member that it lacks would keep what an
/// earlier configuration gave the service, so that those are spelled out which have a default.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html>.
fn update_of(service: Tree) -> Tree {
    let Tree::Map(mut members) = service else {
        return service;
    };
    let fixed = ["launchType", "schedulingStrategy", "tags", "loadBalancers"];
    members.retain(|(name, _)| !fixed.contains(&name.as_str()));
    for (name, _) in &mut members {
        if name == "serviceName" {
            "service".clone_into(name);
        }
    }
    let text = |text: &str| Tree::Text(text.into());
    let breaker = [("enable", Tree::Flag(false)), ("rollback", Tree::Flag(false))];
    let deployment = [
        ("deploymentCircuitBreaker", map(breaker)),
        ("minimumHealthyPercent", Tree::Number(100)),
        ("maximumPercent", Tree::Number(200)),
    ];
    let defaults = [
        ("deploymentConfiguration", map(deployment)),
        ("enableECSManagedTags", Tree::Flag(false)),
        ("propagateTags", text("NONE")),
        ("enableExecuteCommand", Tree::Flag(false)),
    ];
    complete(&mut members, map(defaults));
    Tree::Map(members)
}

fn map<const N: usize>(members: [(&str, Tree); N]) -> Tree {
    Tree::Map(members.map(|(name, value)| (name.to_owned(), value)).into())
}

/// Adds what is not there of these defaults, in maps within maps too.
fn complete(members: &mut Vec<(String, Tree)>, defaults: Tree) {
    let Tree::Map(defaults) = defaults else { return };
    for (name, default) in defaults {
        match members.iter_mut().find(|(member, _)| *member == name) {
            None => members.push((name, default)),
            Some((_, Tree::Map(members))) => complete(members, default),
            Some(_) => {}
        }
    }
}

/// How the variables begin that keep what was found of a secret.
fn kept(secret: &Secret) -> &'static str {
    match secret.supplies {
        Supplied::ProxyPasswordSecretArn => "proxy_password_secret",
        _ => "token_secret",
    }
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
/// One command, so that nothing else is run where the script cannot be written, and nothing of the paste is left for
/// the script to read. The file may hold a token: only its owner may read it.
pub fn paste(script: &str) -> String {
    let encoded = STANDARD.encode(script);
    let mut text =
        "(umask 077 && rm -f deploy.sh && base64 -d > deploy.sh) <<'END' && bash deploy.sh\n".to_owned();
    for line in encoded.as_bytes().chunks(76) {
        text.push_str(&String::from_utf8_lossy(line));
        text.push('\n');
    }
    text.push_str("END\n");
    text
}
