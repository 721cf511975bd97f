//! The calls that ECS makes to start the task, and those of a delegate that deploys to ECS, held against the roles.

use crate::common::Outcome;
use crate::judge::{ACCOUNT, Verdict, call, case};
use configurator::document::written::Written;
use serde_json::{Value, json};

const REGION: &str = "us-west-2";

fn outcome(more: &str) -> Outcome {
    Outcome::of(&format!(
        "way=cli&delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io\
        &region={REGION}&image=harness/delegate:26.10.87203&cluster=delegates&aws_account_id={ACCOUNT}\
        &token_secret_arn=arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:harness/build-blue-a1B2c3{more}"
    ))
}

/// A call with a value of its context.
fn within(mut call: Value, key: &str, value: &str) -> Value {
    call["context"] = json!({ key: value });
    call
}

/// What ECS calls before the containers of the task run.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html>, read 2026-11.
fn starts(outcome: &Outcome, ecr: Option<(&str, &str)>) -> Vec<Value> {
    let task = outcome.json("task-spec.json");
    let container = &task["containerDefinitions"][0];
    let key = outcome.config.kms_key_id.typed();
    let mut calls = Vec::new();
    let mut reads = |service: &str, region: &str, read: Value| {
        calls.push(read);
        if let Some(key) = key {
            let via = format!("{service}.{region}.amazonaws.com");
            calls.push(within(
                call("kms decrypt", region, &json!({"keyArn": key})),
                "kms:ViaService",
                &via,
            ));
        }
    };
    for secret in container["secrets"].as_array().into_iter().flatten() {
        let from = secret["valueFrom"].as_str().expect("a text");
        let parts: Vec<&str> = from.split(':').collect();
        let region = parts.get(3).copied().unwrap_or(REGION);
        if parts.get(2) == Some(&"secretsmanager") {
            let input = json!({"secretArn": parts[..7].join(":")});
            reads(
                "secretsmanager",
                region,
                call("secretsmanager get-secret-value", region, &input),
            );
        } else {
            reads(
                "ssm",
                region,
                call("ssm get-parameters", region, &json!({"Names": [from]})),
            );
        }
    }
    if let Some(group) = container["logConfiguration"]["options"]["awslogs-group"].as_str() {
        let input = json!({"logGroupName": group, "logStreamName": "delegate/delegate/1"});
        calls.push(call("logs create-log-stream", REGION, &input));
        calls.push(call("logs put-log-events", REGION, &input));
    }
    if let Some((region, repository)) = ecr {
        calls.push(call("ecr get-authorization-token", region, &json!({})));
        for name in [
            "batch-get-image",
            "get-download-url-for-layer",
            "batch-check-layer-availability",
        ] {
            calls.push(call(
                &format!("ecr {name}"),
                region,
                &json!({"repositoryName": repository}),
            ));
        }
    }
    calls
}

/// Configurations whose execution role needs something else each: more parameters, and the Region and repository of an
/// ECR image.
fn executions() -> Vec<(String, Option<(&'static str, &'static str)>)> {
    let key = |region: &str| format!("&kms_key_id=arn:aws:kms:{region}:{ACCOUNT}:key/0123abcd");
    let image = |host: &str, name: &str| format!("&image={ACCOUNT}.{host}/{name}:26.10.87203");
    let parameter = |region: &str| format!("&secret_env=X=arn:aws:ssm:{region}:{ACCOUNT}:parameter/x");
    let plain = "&token_source=plain&token=0123456789abcdef0123456789abcdef&token_secret_arn=";
    let mut all = vec![
        String::new(),
        key(REGION),
        key(REGION) + &parameter(REGION),
        key(REGION) + plain + &parameter(REGION),
        // The secret and its key are in another Region than the task.
        key("eu-west-1")
            + plain
            + &format!("&secret_env=X=arn:aws:secretsmanager:eu-west-1:{ACCOUNT}:secret:x-a1B2c3:k::"),
        key("eu-west-1") + plain + &parameter("eu-west-1"),
        // A parameter by its bare name.
        key(REGION) + "&secret_env=X=my-param",
        "&secret_env=X=/a/b".to_owned(),
        "&logs=none".to_owned(),
    ]
    .into_iter()
    .map(|more| (more, None))
    .collect::<Vec<_>>();
    for host in ["dkr.ecr", "dkr.ecr-fips"] {
        let host = format!("{host}.us-west-2.amazonaws.com");
        all.push((image(&host, "h/d"), Some((REGION, "h/d"))));
    }
    for host in ["dkr-ecr", "dkr-ecr-fips"] {
        all.push((
            image(&format!("{host}.us-west-2.on.aws"), "h/d"),
            Some((REGION, "h/d")),
        ));
    }
    all.push((image("dkr-ecr.eu-west-1.on.aws", "d"), Some(("eu-west-1", "d"))));
    all
}

#[test]
fn the_execution_role_allows_every_call_of_ecs() {
    let cases: Vec<Value> = executions()
        .into_iter()
        .map(|(more, ecr)| {
            let outcome = outcome(&more);
            let policy = outcome.json("execution-role-policy.json");
            case(&more, &policy, &starts(&outcome, ecr))
        })
        .collect();
    let verdict = Verdict::of(&cases);
    println!("{} requests held against policies", verdict.held);
    assert!(verdict.denied.is_empty(), "{:#?}", verdict.denied);
    assert!(verdict.unused.is_empty(), "no call needs {:?}", verdict.unused);
}

/// The finding about an existing role lists what the created role would be allowed.
#[test]
fn an_existing_execution_role_needs_what_the_created_one_has() {
    for (more, _) in executions() {
        let policy = outcome(&more).json("execution-role-policy.json");
        let given = outcome(&format!(
            "{more}&execution_role_arn=arn:aws:iam::{ACCOUNT}:role/own"
        ));
        let found = given
            .findings
            .iter()
            .find(|found| found.rule == "execution-role-given")
            .expect(&more);
        assert!(
            found.message.contains("trust `ecs-tasks.amazonaws.com`"),
            "{}",
            found.message
        );
        let mut needed = 0;
        for statement in policy["Statement"].as_array().expect("a list") {
            let conditions = statement["Condition"]["StringEquals"]
                .as_object()
                .into_iter()
                .flatten();
            let values = conditions.map(|(_, value)| value);
            for texts in [&statement["Action"], &statement["Resource"]]
                .into_iter()
                .chain(values)
            {
                for text in texts
                    .as_array()
                    .map_or(std::slice::from_ref(texts), Vec::as_slice)
                {
                    let text = text.as_str().expect("a text");
                    assert!(
                        found.message.contains(&format!("`{text}`")),
                        "{text}: {}",
                        found.message
                    );
                    needed += usize::from(text.contains(':') && !text.starts_with("arn:"));
                }
            }
        }
        // It lists no other action.
        let services = ["logs:", "secretsmanager:", "ssm:", "kms:Decrypt", "ecr:"];
        let listed: usize = services
            .iter()
            .map(|service| found.message.matches(&format!("`{service}")).count())
            .sum();
        assert_eq!(listed, needed, "{}", found.message);
    }
}

#[test]
fn an_existing_task_role_needs_what_ecs_exec_calls() {
    let role = format!("&task_role_arn=arn:aws:iam::{ACCOUNT}:role/own");
    for (more, channels) in [
        ("&enable_execute_command=true", 4),
        ("&task_role_permissions=deploy-ecs", 0),
    ] {
        let given = outcome(&format!("{role}{more}"));
        let found = given
            .findings
            .iter()
            .find(|found| found.rule == "task-role-given")
            .expect(more);
        assert!(
            found.message.contains("trust `ecs-tasks.amazonaws.com`"),
            "{}",
            found.message
        );
        assert_eq!(
            found.message.matches("`ssmmessages:").count(),
            channels,
            "{}",
            found.message
        );
        assert!(!found.message.contains("`ecs:"), "{}", found.message);
    }
}

/// What a delegate with the permissions `deploy-ecs` calls for a deployment with tags.
/// Source:
/// <https://developer.harness.io/docs/continuous-delivery/deploy-srv-diff-platforms/aws/ecs/ecs-deployment-tutorial>.
#[test]
fn a_delegate_that_deploys_to_ecs_may_make_its_calls() {
    let tags = json!([{"key": "team", "value": "blue"}]);
    let role = |name: &str| format!("arn:aws:iam::{ACCOUNT}:role/{name}");
    let calls: Vec<Value> = [
        ("ecs list-clusters", json!({})),
        ("ecs list-services", json!({"cluster": "c"})),
        (
            "ecs describe-services",
            json!({"cluster": "c", "services": ["s"]}),
        ),
        (
            "ecs register-task-definition",
            json!({"family": "f", "tags": tags, "executionRoleArn": role("e"), "taskRoleArn": role("t")}),
        ),
        ("ecs describe-task-definition", json!({"taskDefinition": "f:1"})),
        (
            "ecs create-service",
            json!({"cluster": "c", "serviceName": "s", "tags": tags}),
        ),
        ("ecs update-service", json!({"cluster": "c", "service": "s"})),
        ("ecs delete-service", json!({"cluster": "c", "service": "s"})),
        ("ecs list-tasks", json!({"cluster": "c", "serviceName": "s"})),
        (
            "ecs list-tasks",
            json!({"cluster": "c", "containerInstance": "0a"}),
        ),
        (
            "ecs describe-tasks",
            json!({"cluster": "c", "tasks": [format!("arn:aws:ecs:{REGION}:{ACCOUNT}:task/c/0a")]}),
        ),
    ]
    .iter()
    .map(|(name, input)| call(name, REGION, input))
    .collect();
    let policy = outcome("&task_role_permissions=deploy-ecs").json("task-role-policy.json");
    let verdict = Verdict::of(&[case("deploy-ecs", &policy, &calls)]);
    assert!(verdict.denied.is_empty(), "{:#?}", verdict.denied);
}

/// Patterns of roles are legal in a policy.
#[test]
fn wildcards_in_the_roles_to_assume_are_no_error() {
    for arn in [
        "arn:aws:iam::*:role/Deploy",
        "arn:aws:iam::123456789012:role/harness-*",
    ] {
        let outcome = outcome(&format!(
            "&task_role_permissions=assume-roles&assume_role_arns={arn}"
        ));
        let about = outcome
            .findings
            .iter()
            .filter(|found| found.field == "assume_role_arns");
        let about: Vec<&str> = about.map(|found| found.message.as_str()).collect();
        assert!(about.is_empty(), "{about:?}");
        let policy = outcome.json("task-role-policy.json");
        assert_eq!(policy["Statement"][0]["Resource"], json!([arn]));
    }
}

/// While nobody has given the account, the policy names every account, not a placeholder.
#[test]
fn the_deployer_policy_holds_no_placeholder_of_the_account() {
    for more in ["", "&start=docs", "&launch_type=EC2", "&create_roles=false"] {
        let outcome = Outcome::of(&format!("way=cli&region={REGION}{more}"));
        let policy = outcome.file("deployer-policy.json");
        assert!(!policy.contains("<AWS_ACCOUNT_ID>"), "{more}: {policy}");
        assert!(policy.contains(":*:"), "{more}: {policy}");
    }
}

/// IAM does not count white space. The step beside the file names a command that takes a policy of this size.
#[test]
fn the_step_of_the_deployer_policy_knows_its_size() {
    let long = "l".repeat(250);
    for (more, command) in [
        (
            "&create_roles=false&logs=none&create_cluster=false".to_owned(),
            "put-user-policy",
        ),
        (String::new(), "create-policy"),
        (
            format!("&cluster={long}&service_name={long}&log_group={long}&family={long}"),
            "put-role-policy",
        ),
    ] {
        let outcome = outcome(&more);
        let file = outcome
            .files
            .iter()
            .find(|file| file.name == "deployer-policy.json")
            .expect("it is there");
        let commands = file.steps.iter().filter_map(|step| step.command.as_ref());
        let commands: String = commands.map(Written::text).collect();
        assert!(
            commands.contains(&format!("aws iam {command} ")),
            "{more}: {commands}"
        );
    }
}
