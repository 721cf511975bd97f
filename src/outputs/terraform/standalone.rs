//! `standalone.tf`: the whole deployment as plain `aws_*` resources, without a third-party module.

use super::arguments::arguments;
use super::items::{attribute, comment, data, output, provider, resource, tags};
use super::references::References;
use super::secret_names::SecretNames;
use super::{second_run, steps};
use crate::choices::Way;
use crate::deployment::role::Role;
use crate::deployment::secret::Secret;
use crate::deployment::{Deployment, LogGroup};
use crate::document::Document;
use crate::document::supplied::{SecretKind, Supplied};
use crate::document::tree::Tree;
use crate::document::written::Written;
use crate::facts::api_service::SERVICE;
use crate::facts::api_task_definition::TASK_DEFINITION;
use crate::outputs::file::{Kind, Language, Output};
use crate::outputs::language::hcl::{self, Expression, Item, block};

/// `standalone.tf`
pub const OUTPUT: Output = Output {
    steps: |deployment, _| steps::of(deployment, OUTPUT.kind.name),
    ..Output::new(
        Kind {
            name: "standalone.tf",
            language: Language::Hcl,
            way: Way::Terraform,
            purpose: "everything in plain Terraform resources",
        },
        |deployment| deployment.module.is_none().then(|| render(deployment)),
    )
};

/// Renders the file.
fn render(deployment: &Deployment) -> Written {
    let mut file = File {
        deployment,
        references: References::new(deployment, resource_reference),
        depends_on: Vec::new(),
    };
    // The resources record what they refer to, so they are made first; in the file, variables and data sources come
    // before them.
    let mut resources = file.cluster();
    resources.extend(file.log_group());
    resources.extend(file.secrets());
    resources.extend(file.roles());
    resources.push(file.task_definition());
    resources.push(file.service());
    resources.extend(file.outputs());
    resources.extend(file.imports());
    resources.extend(second_run::forgotten(deployment));
    let mut items = file.head();
    items.extend(file.references.declarations());
    items.extend(resources);
    hcl::print(&items)
}

/// Returns the reference to a resource that this file creates.
fn resource_reference(what: Supplied) -> Option<&'static str> {
    Some(match what {
        Supplied::ExecutionRoleArn => "aws_iam_role.execution.arn",
        Supplied::TaskRoleArn => "aws_iam_role.task.arn",
        Supplied::SecretArn(kind) => SecretNames::of(kind).arn,
        Supplied::TaskDefinitionArn => "aws_ecs_task_definition.delegate.arn",
        Supplied::LogGroup => "aws_cloudwatch_log_group.delegate.name",
        Supplied::AccountId
        | Supplied::Region
        | Supplied::Partition
        | Supplied::PlainToken
        | Supplied::Subnets
        | Supplied::SecurityGroups
        | Supplied::AssignPublicIp
        | Supplied::DelegatePolicyName => return None,
    })
}

struct File<'a> {
    deployment: &'a Deployment,
    references: References<'a>,
    /// Resources that must exist before the first task starts and that the service does not refer to.
    depends_on: Vec<&'static str>,
}

impl File<'_> {
    fn head(&self) -> Vec<Item> {
        let mut items = vec![comment([
            "Starts a Harness delegate on ",
            self.deployment.runs_on(),
            ".",
        ])];
        // Write-only arguments need these versions.
        items.extend(provider(self.deployment, ">= 1.11", ">= 6.0"));
        items
    }

    fn tags(&self) -> Option<Item> {
        (!self.deployment.tags.is_empty()).then(|| attribute("tags", Expression::raw("local.tags")))
    }

    fn cluster(&mut self) -> Vec<Item> {
        let Deployment {
            cluster, tags: own, ..
        } = self.deployment;
        let mut items = Vec::new();
        if !own.is_empty() {
            items.push(block("locals", &[], vec![attribute("tags", tags(own))]));
        }
        if !cluster.create {
            let name = attribute("cluster_name", Expression::text(&cluster.name));
            items.push(data("aws_ecs_cluster", "delegate", vec![name]));
            return items;
        }
        let mut body = vec![attribute("name", Expression::text(&cluster.name))];
        body.extend(self.tags());
        items.push(comment(
            "Only one state may own a cluster: for a second delegate in it, let the page not create it.",
        ));
        items.push(resource("aws_ecs_cluster", "delegate", body));
        if second_run::sets_capacity_providers(self.deployment) {
            items.push(resource(
                "aws_ecs_cluster_capacity_providers",
                "delegate",
                vec![
                    attribute("cluster_name", Expression::raw("aws_ecs_cluster.delegate.name")),
                    attribute(
                        "capacity_providers",
                        Expression::List(["FARGATE", "FARGATE_SPOT"].map(Expression::text).into()),
                    ),
                ],
            ));
            self.depends_on
                .push("aws_ecs_cluster_capacity_providers.delegate");
        }
        items
    }

    fn log_group(&self) -> Option<Item> {
        let LogGroup { name, retention } = self.deployment.log_group.as_ref()?;
        let mut body = vec![attribute("name", Expression::text(name))];
        body.extend(retention.map(|days| attribute("retention_in_days", Expression::raw(days.to_string()))));
        body.extend(self.tags());
        Some(resource("aws_cloudwatch_log_group", "delegate", body))
    }

    fn secrets(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        for secret in self.deployment.created_secrets() {
            let names = SecretNames::of(secret.kind);
            items.extend(self.secret(secret, &names));
            self.references.uses(names.value);
        }
        items
    }

    fn secret(&self, secret: &Secret, names: &SecretNames) -> [Item; 3] {
        let mut body = vec![
            attribute("name", Expression::text(&secret.name)),
            attribute(
                "description",
                Expression::text(format!("Harness {}", secret.what())),
            ),
        ];
        body.extend(
            secret
                .kms_key
                .as_ref()
                .map(|key| attribute("kms_key_id", Expression::text(key))),
        );
        // The user still has the value, so the secret is deleted at once. A recovery window would block its name for up
        // to thirty days.
        body.push(attribute("recovery_window_in_days", Expression::raw("0")));
        body.extend(self.tags());
        let version = vec![
            attribute(
                "secret_id",
                Expression::raw(format!("aws_secretsmanager_secret.{}.id", names.label)),
            ),
            attribute("secret_string_wo", Expression::raw(names.value)),
            attribute("secret_string_wo_version", Expression::raw("1")),
        ];
        [
            resource("aws_secretsmanager_secret", names.label, body),
            comment([
                "Write-only: the ",
                secret.what(),
                " is in no state and no plan. To replace it, raise the version.",
            ]),
            resource("aws_secretsmanager_secret_version", names.label, version),
        ]
    }

    fn roles(&mut self) -> Vec<Item> {
        let Deployment {
            execution_role,
            task_role,
            ..
        } = self.deployment;
        let roles = [
            (execution_role, "execution", "aws_iam_role_policy.execution"),
            (task_role, "task", "aws_iam_role_policy.task"),
        ];
        let mut items = Vec::new();
        for (role, label, policy) in roles {
            let Some(role) = role else { continue };
            items.push(self.role(role, label));
            if let Some(document) = &role.policy {
                let body = vec![
                    attribute("name", Expression::text(role.policy_name)),
                    attribute("role", Expression::raw(format!("aws_iam_role.{label}.id"))),
                    attribute("policy", self.policy(document)),
                ];
                items.push(resource("aws_iam_role_policy", label, body));
                self.depends_on.push(policy);
            }
        }
        items
    }

    fn role(&self, role: &Role, label: &'static str) -> Item {
        let mut body = vec![
            attribute("name", Expression::text(&role.name)),
            attribute("assume_role_policy", self.policy(&role.trust)),
        ];
        body.extend(self.tags());
        resource("aws_iam_role", label, body)
    }

    fn policy(&self, document: &impl Document) -> Expression {
        Expression::Json(Box::new(self.references.expression(&Tree::of(document))))
    }

    fn task_definition(&self) -> Item {
        let tree = self.deployment.task_definition_tree();
        let mut body = arguments(&tree, TASK_DEFINITION, &self.references);
        body.extend(self.tags());
        resource("aws_ecs_task_definition", "delegate", body)
    }

    fn service(&self) -> Item {
        let cluster = if self.deployment.cluster.create {
            "aws_ecs_cluster.delegate.arn"
        } else {
            "data.aws_ecs_cluster.delegate.arn"
        };
        let mut body = Vec::new();
        for item in arguments(&self.deployment.service_tree(), SERVICE, &self.references) {
            body.push(match item {
                Item::Member(name, _) if name == "cluster" => Item::Member(name, Expression::raw(cluster)),
                item => item,
            });
        }
        body.extend(self.tags());
        body.extend(second_run::deployment(self.deployment));
        if !self.depends_on.is_empty() {
            let depends_on = Expression::references(self.depends_on.iter().copied());
            body.push(comment(
                "The tasks cannot start without them, and nothing above refers to them.",
            ));
            body.push(attribute("depends_on", depends_on));
        }
        resource("aws_ecs_service", "delegate", body)
    }

    fn outputs(&self) -> Vec<Item> {
        let mut items = vec![
            output(
                "service_name",
                "aws_ecs_service.delegate.name",
                "The ECS service.",
            ),
            output(
                "task_definition_arn",
                "aws_ecs_task_definition.delegate.arn",
                "The revision of the task definition that the service runs.",
            ),
        ];
        if self.deployment.log_group.is_some() {
            items.push(output(
                "log_group_name",
                "aws_cloudwatch_log_group.delegate.name",
                "Where the delegate's output is.",
            ));
        }
        if self.deployment.creates_secret(SecretKind::DelegateToken) {
            items.push(output(
                "token_secret_arn",
                SecretNames::of(SecretKind::DelegateToken).arn,
                "The secret that holds the delegate token.",
            ));
        }
        items
    }

    /// Returns the `import` blocks, if the user asked for them.
    fn imports(&self) -> Vec<Item> {
        let Deployment {
            cluster,
            log_group,
            execution_role,
            task_role,
            service,
            ..
        } = self.deployment;
        if !self.deployment.takes_over {
            return vec![];
        }
        let mut ids = Vec::new();
        if cluster.create {
            ids.push(("aws_ecs_cluster.delegate", cluster.name.clone()));
        }
        if let Some(group) = log_group {
            ids.push(("aws_cloudwatch_log_group.delegate", group.name.clone()));
        }
        for (role, to) in [
            (execution_role, "aws_iam_role.execution"),
            (task_role, "aws_iam_role.task"),
        ] {
            ids.extend(role.as_ref().map(|role| (to, role.name.clone())));
        }
        ids.push((
            "aws_ecs_service.delegate",
            cluster.name.clone().then("/").then(&service.service_name),
        ));
        let about = "What exists already is taken over instead of created. Terraform refuses to take over what does not \
                     exist: delete its block.";
        let mut items = vec![comment(about)];
        items.extend(ids.into_iter().map(|(to, id)| {
            let body = vec![
                attribute("to", Expression::raw(to)),
                attribute("id", Expression::text(id)),
            ];
            block("import", &[], body)
        }));
        items
    }
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::link::{Secrets, parse};
    use crate::{build, read};

    fn file(query: &str) -> String {
        render(&build(&read(&parse(query, Secrets::Honour).0).0)).into_text()
    }

    /// Terraform accepts an ephemeral value in a write-only argument, but not in a task definition.
    #[test]
    fn the_token_is_ephemeral_where_it_goes_into_a_secret() {
        let secret = file("way=terraform");
        assert!(
            secret.contains("variable \"delegate_token\"") && secret.contains("ephemeral"),
            "{secret}"
        );
        let plain = file("way=terraform&token_source=plain");
        assert!(
            plain.contains("variable \"delegate_token\"") && !plain.contains("ephemeral"),
            "{plain}"
        );
    }

    #[test]
    fn what_exists_is_taken_over_on_request_only() {
        assert!(!file("way=terraform").contains("import {"));
        let text = file("way=terraform&terraform_import=true&cluster=blue&service_name=green");
        assert_eq!(text.matches("\nimport {\n").count(), 5, "{text}");
        assert!(text.contains("id = \"blue/green\""), "{text}");
    }
}
