//! `standalone.tf` holds the same deployment as the documents for the AWS CLI.

use crate::expected::{expected_service, expected_task_definition, tag_map};
use crate::formats::{SECRET, case, configurations, shown};
use crate::hcl_reader::Reader;
use configurator::document::supplied::SecretKind;
use serde_json::{Value, json};

/// Compares each resource of the file with the document for the AWS CLI.
#[test]
fn standalone_is_the_deployment() {
    for query in configurations() {
        let case = case(&format!("{query}&way=terraform&terraform_source=standalone"));
        let reader = Reader::new(case.file("standalone.tf"), &case.deployment);
        let said = |kind: &str, name: &str| reader.resource(kind, name).unwrap_or(Value::Null);
        let deployment = &case.deployment;

        let expected = expected_task_definition(&shown(&deployment.task_definition));
        assert_eq!(said("aws_ecs_task_definition", "delegate"), expected, "{query}");
        let expected = expected_service(deployment);
        assert_eq!(said("aws_ecs_service", "delegate"), expected, "{query}");

        let mut expected = json!({ "region": deployment.region.to_string() });
        if query.contains("aws_account_id=") || query.contains(SECRET) || query.contains("task_role_arn=") {
            expected["allowed_account_ids"] = json!([deployment.account.to_string()]);
        }
        assert_eq!(
            reader.arguments(reader.block("provider", &["aws"]).unwrap()),
            expected,
            "{query}"
        );

        let tags: Value = tag_map(&shown(&deployment.tags));
        let with_tags = |mut value: Value| {
            if !deployment.tags.is_empty() {
                value["tags"] = tags.clone();
            }
            value
        };
        for (role, name) in [
            (&deployment.execution_role, "execution"),
            (&deployment.task_role, "task"),
        ] {
            let role_said = said("aws_iam_role", name);
            let policy_said = said("aws_iam_role_policy", name);
            let Some(role) = role else {
                assert_eq!((role_said, policy_said), (Value::Null, Value::Null), "{query}");
                continue;
            };
            assert_eq!(
                role_said,
                with_tags(json!({ "name": role.name.to_string(), "assume_role_policy": shown(&role.trust) }))
            );
            let expected = role
                .policy
                .as_ref()
                .map(|policy| json!({ "name": role.policy_name, "role": "role", "policy": shown(policy) }));
            assert_eq!(policy_said, json!(expected), "{query}");
        }
        let expected = deployment.log_group.as_ref().map(|group| {
            let mut expected = json!({ "name": group.name.to_string() });
            if let Some(days) = group.retention {
                expected["retention_in_days"] = json!(days);
            }
            with_tags(expected)
        });
        assert_eq!(
            said("aws_cloudwatch_log_group", "delegate"),
            json!(expected),
            "{query}"
        );
        let expected = deployment
            .cluster
            .create
            .then(|| with_tags(json!({ "name": deployment.cluster.name.to_string() })));
        assert_eq!(said("aws_ecs_cluster", "delegate"), json!(expected), "{query}");
        assert_eq!(
            reader.block("data", &["aws_ecs_cluster", "delegate"]).is_some(),
            !deployment.cluster.create
        );
        for (what, name) in [
            (SecretKind::DelegateToken, "delegate_token"),
            (SecretKind::ProxyPassword, "proxy_password"),
        ] {
            let secret = deployment
                .secrets
                .iter()
                .find(|s| s.kind == what && s.arn.is_none());
            let expected = secret.map(|secret| {
                let mut expected = json!({
                    "name": secret.name.to_string(),
                    "description": format!("Harness {}", secret.what()),
                    "recovery_window_in_days": 0,
                });
                if let Some(key) = &secret.kms_key {
                    expected["kms_key_id"] = json!(key.to_string());
                }
                with_tags(expected)
            });
            assert_eq!(
                said("aws_secretsmanager_secret", name),
                json!(expected),
                "{query}"
            );
        }
    }
}
