//! Reads the Terraform files back and evaluates every expression; references to other resources become what JSON shows
//! for them.

use configurator::Deployment;
use hcl::eval::{Context, Evaluate, FuncArgs, FuncDef, ParamType};
use hcl::{Block, Body, Map, Value as HclValue};
use serde_json::{Map as JsonMap, Value, json};

/// A parsed file.
pub struct Reader<'a> {
    body: Body,
    context: Context<'a>,
}

impl Reader<'_> {
    pub fn new(text: &str, deployment: &Deployment) -> Self {
        let body = hcl::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let mut context = Context::new();
        // The argument as a structure, because the tests compare structures.
        let jsonencode = |args: FuncArgs| Ok(args[0].clone());
        context.declare_func(
            "jsonencode",
            FuncDef::builder().param(ParamType::Any).build(jsonencode),
        );
        let call = deployment.module.as_ref();
        let policy = call
            .and_then(|call| call.policy.as_ref())
            .map(|(name, _)| name.to_string());
        let role = |arn: Option<String>| json!({ "arn": arn, "id": "role" });
        let task = &deployment.task_definition;
        let text = |text: &configurator::document::text::Text| text.to_string();
        let group = deployment.log_group.as_ref().map(|group| group.name.to_string());
        let network = deployment
            .service
            .network_configuration
            .as_ref()
            .map(|n| &n.awsvpc_configuration);
        let given = |texts: Option<&Vec<_>>| texts.map(|texts| texts.iter().map(text).collect::<Vec<_>>());
        let tags: JsonMap<String, Value> = deployment
            .tags
            .iter()
            .map(|tag| (tag.key.clone(), json!(tag.value.to_string())))
            .collect();
        for (name, value) in [
            (
                "var",
                json!({
                    "region": deployment.region.to_string(),
                    "delegate_token": "<DELEGATE_TOKEN>",
                    "proxy_password": "<PROXY_PASSWORD>",
                    "subnets": given(network.map(|n| &n.subnets)),
                    "security_groups": given(network.map(|n| &n.security_groups)),
                }),
            ),
            ("local", json!({ "tags": tags })),
            (
                "data",
                json!({
                    "aws_caller_identity": { "current": { "account_id": deployment.account.to_string() } },
                    "aws_partition": { "current": { "partition": deployment.partition } },
                    "aws_ecs_cluster": {
                        "delegate": { "arn": deployment.cluster.name.to_string() },
                        "this": { "arn": deployment.cluster.name.to_string() },
                    },
                }),
            ),
            (
                "aws_iam_role",
                json!({
                    "execution": role(task.execution_role_arn.as_ref().map(text)),
                    "task": role(task.task_role_arn.as_ref().map(text)),
                }),
            ),
            (
                "aws_secretsmanager_secret",
                json!({
                    "delegate_token": { "arn": "<TOKEN_SECRET_ARN>", "id": "secret" },
                    "proxy_password": { "arn": "<PROXY_PASSWORD_SECRET_ARN>", "id": "secret" },
                }),
            ),
            (
                "aws_cloudwatch_log_group",
                json!({ "delegate": { "name": group } }),
            ),
            (
                "aws_ecs_cluster",
                json!({ "delegate": { "arn": deployment.cluster.name.to_string(), "name": deployment.cluster.name.to_string() } }),
            ),
            (
                "aws_ecs_task_definition",
                json!({ "delegate": { "arn": task.family.to_string() } }),
            ),
            (
                "aws_ecs_service",
                json!({ "delegate": { "name": deployment.service.service_name.to_string() } }),
            ),
            (
                "aws_iam_policy",
                json!({ "delegate_aws_access": { "arn": "only the sample uses it", "name": policy } }),
            ),
            (
                "aws_secretsmanager_secret_version",
                json!({
                    "delegate_token": { "secret_string_wo_version": 1 },
                    "proxy_password": { "secret_string_wo_version": 1 },
                }),
            ),
            ("string", json!("string")),
        ] {
            context.declare_var(name, to_hcl(&value));
        }
        Self { body, context }
    }

    /// The blocks of this type with their labels.
    pub fn blocks(&self, kind: &str) -> Vec<(Vec<String>, &Block)> {
        self.body
            .blocks()
            .filter(|block| block.identifier() == kind)
            .map(|block| {
                (
                    block
                        .labels()
                        .iter()
                        .map(|label| label.as_str().to_owned())
                        .collect(),
                    block,
                )
            })
            .collect()
    }

    /// The block with these labels.
    pub fn block(&self, kind: &str, labels: &[&str]) -> Option<&Block> {
        self.blocks(kind)
            .into_iter()
            .find(|(all, _)| all == labels)
            .map(|(_, block)| block)
    }

    /// The evaluated arguments of a block except `depends_on`. Nested blocks become lists of such arguments.
    pub fn arguments(&self, block: &Block) -> Value {
        let mut all = JsonMap::new();
        for attribute in block.body().attributes() {
            if attribute.key() != "depends_on" {
                let value = attribute
                    .expr()
                    .evaluate(&self.context)
                    .unwrap_or_else(|error| panic!("{}: {error}", attribute.key()));
                all.insert(attribute.key().to_owned(), serde_json::to_value(value).unwrap());
            }
        }
        for inner in block.body().blocks() {
            let list = all.entry(inner.identifier()).or_insert_with(|| json!([]));
            list.as_array_mut().unwrap().push(self.arguments(inner));
        }
        Value::Object(all)
    }

    /// The arguments of a resource.
    pub fn resource(&self, kind: &str, name: &str) -> Option<Value> {
        self.block("resource", &[kind, name])
            .map(|block| self.arguments(block))
    }
}

fn to_hcl(value: &Value) -> HclValue {
    match value {
        Value::Null => HclValue::Null,
        Value::Bool(flag) => HclValue::Bool(*flag),
        Value::Number(number) => HclValue::from(number.as_i64().unwrap()),
        Value::String(text) => HclValue::String(text.clone()),
        Value::Array(items) => HclValue::Array(items.iter().map(to_hcl).collect()),
        Value::Object(members) => HclValue::Object(
            members
                .iter()
                .map(|(name, value)| (name.clone(), to_hcl(value)))
                .collect::<Map<_, _>>(),
        ),
    }
}
