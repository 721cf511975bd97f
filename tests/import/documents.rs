//! Task definitions and services: nothing of them is lost, and an edit changes what it is about and nothing else.

use super::{file, import, missing, notes, texts};
use configurator::import::{Outcome, read};
use configurator::{Form, build, fields, read as read_form};
use serde_json::{Value, json};

/// The code blocks of the documentation that are JSON.
fn samples() -> Vec<String> {
    let seed = include_str!("../seed/seed.md");
    let blocks = seed.split("```").skip(1).step_by(2);
    blocks
        .filter(|block| block.trim_start().starts_with('{'))
        .map(str::to_owned)
        .collect()
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The form of a task definition.
fn form(document: &Value) -> Form {
    import(&document.to_string()).form
}

fn set(mut form: Form, key: &str, text: &str) -> Form {
    form.set(fields::field(key).expect("a field"), vec![text.to_owned()]);
    form
}

/// An answer of describe-task-definition with a sidecar, and with what only a description has.
fn described() -> Value {
    json!({
        "taskDefinition": {
            "taskDefinitionArn": "arn:aws:ecs:us-west-2:012345678901:task-definition/blue:7",
            "containerDefinitions": [
                {
                    "name": "log-router", "image": "amazon/aws-for-fluent-bit:stable", "essential": false,
                    "firelensConfiguration": {"type": "fluentbit", "options": {"enable-ecs-log-metadata": "true"}},
                    "environment": [{"name": "API_PASSWORD", "value": "hunter2hunter2"}]
                },
                {
                    "name": "delegate", "image": "harness/delegate:26.08.89804", "cpu": 0, "portMappings": [], "essential": true,
                    "environment": [
                        {"name": "NEXT_GEN", "value": "true"},
                        {"name": "ACCOUNT_ID", "value": "abcdefghijklmnopqrstuQ"},
                        {"name": "DELEGATE_TYPE", "value": "KUBERNETES"},
                        {"name": "DELEGATE_NAME", "value": "blue"},
                        {"name": "MANAGER_HOST_AND_PORT", "value": "https://app.harness.io"},
                        {"name": "JAVA_OPTS", "value": "-Xms64M"}
                    ],
                    "secrets": [{"name": "DELEGATE_TOKEN", "valueFrom": "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/blue-a1B2c3"}],
                    "mountPoints": [{"sourceVolume": "scratch", "containerPath": "/scratch"}],
                    "logConfiguration": {"logDriver": "awsfirelens", "options": {"Name": "cloudwatch"}}
                }
            ],
            "family": "blue", "taskRoleArn": "arn:aws:iam::012345678901:role/blue-task",
            "executionRoleArn": "arn:aws:iam::012345678901:role/blue-execution",
            "networkMode": "awsvpc", "revision": 7, "volumes": [{"name": "scratch"}], "status": "ACTIVE",
            "requiresAttributes": [{"name": "com.amazonaws.ecs.capability.docker-remote-api.1.18"}],
            "placementConstraints": [], "compatibilities": ["EC2", "FARGATE"], "requiresCompatibilities": ["FARGATE"],
            "cpu": "1024", "memory": "2048", "registeredAt": "2026-01-01T00:00:00+00:00", "registeredBy": "arn:aws:iam::012345678901:user/a"
        },
        "tags": [{"key": "team", "value": "blue"}]
    })
}

fn registered() -> Value {
    let mut document = described()["taskDefinition"].clone();
    let members = document.as_object_mut().expect("an object");
    members.retain(|name, _| {
        ![
            "taskDefinitionArn",
            "revision",
            "status",
            "requiresAttributes",
            "compatibilities",
            "registeredAt",
            "registeredBy",
        ]
        .contains(&name.as_str())
    });
    members.insert("tags".into(), json!([{"key": "team", "value": "blue"}]));
    document
}

#[test]
fn the_samples_of_the_documentation_come_out_as_they_are() {
    let samples = samples();
    assert_eq!(samples.len(), 3);
    for (sample, name) in samples
        .iter()
        .zip(["task-spec.json", "task-spec.json", "service.json"])
    {
        let import = import(sample);
        let relaxed: Value = value(&sample.replace("},\n   \n             {", "},{"));
        assert_eq!(value(&file(&import.form, name)), relaxed, "{name}");
        assert_eq!(notes(&import, Outcome::NotUnderstood), [""; 0]);
    }
    let ec2 = import(&samples[0]).form;
    assert_eq!(
        texts(
            &ec2,
            &[
                "launch_type",
                "cpu",
                "container_memory",
                "container_port",
                "hostname",
                "token_source",
                "logs"
            ]
        ),
        ["EC2", "1024", "2048", "8080", "<DELEGATE_HOST>", "plain", "none"]
    );
}

#[test]
fn commas_too_many_and_comments_are_read_over() {
    let text = "{\"family\": \"a\", \"containerDefinitions\": [ /* one */ {\"name\": \"d\", \"image\": \"harness/delegate:1\",},],}";
    let expected =
        json!({"family": "a", "containerDefinitions": [{"name": "d", "image": "harness/delegate:1"}]});
    assert_eq!(value(&file(&import(text).form, "task-spec.json")), expected);
    let yaml = "family: a\ncontainerDefinitions:\n- name: d\n  image: harness/delegate:1\n";
    assert_eq!(value(&file(&import(yaml).form, "task-spec.json")), expected);
}

#[test]
fn a_description_loses_what_only_it_has_and_nothing_else() {
    let import = import(&described().to_string());
    assert_eq!(import.what, "a task definition");
    assert_eq!(value(&file(&import.form, "task-spec.json")), registered());
    assert_eq!(
        texts(
            &import.form,
            &[
                "delegate_name",
                "family",
                "token_secret_arn",
                "env",
                "tags",
                "container_name",
                "log_service_url"
            ]
        ),
        [
            "blue",
            "blue",
            "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/blue-a1B2c3",
            "JAVA_OPTS=-Xms64M",
            "team=blue",
            "delegate",
            ""
        ]
    );
    let kept = notes(&import, Outcome::Kept).join("");
    for part in [
        "container log-router",
        "mountPoints",
        "volumes",
        "DELEGATE_TYPE",
        "logConfiguration",
    ] {
        assert!(kept.contains(part), "{part}: {kept}");
    }
    assert!(notes(&import, Outcome::LeftOut)[0].contains("`revision`"));
    assert!(!format!("{:?}{:?}", import.notes, import.changes).contains("hunter2"));
    // The ARN says where it is.
    assert_eq!(
        texts(&import.form, &["region", "aws_account_id"]),
        ["us-west-2", "012345678901"]
    );
    assert_eq!(missing(&import.form), ["subnets", "security_groups"]);
}

#[test]
fn an_edit_changes_what_it_is_about() {
    let before = form(&described());
    let expect = |form: &Form, change: &dyn Fn(&mut Value)| {
        let mut expected = registered();
        change(&mut expected);
        assert_eq!(value(&file(form, "task-spec.json")), expected);
    };
    expect(&set(before.clone(), "image", "harness/delegate:26.10.1"), &|d| {
        d["containerDefinitions"][1]["image"] = json!("harness/delegate:26.10.1");
    });
    expect(&set(before.clone(), "memory", "4096"), &|d| {
        d["memory"] = json!("4096");
    });
    expect(
        &set(before.clone(), "manager_url", "https://app3.harness.io"),
        &|d| {
            d["containerDefinitions"][1]["environment"][4]["value"] = json!("https://app3.harness.io");
        },
    );
    expect(&set(before.clone(), "env", "LOGGING_LEVEL=DEBUG"), &|d| {
        d["containerDefinitions"][1]["environment"][5] = json!({"name": "LOGGING_LEVEL", "value": "DEBUG"});
    });
    expect(&set(before.clone(), "delegate_tags", "a"), &|d| {
        let variables = d["containerDefinitions"][1]["environment"]
            .as_array_mut()
            .expect("a list");
        variables.push(json!({"name": "DELEGATE_TAGS", "value": "a"}));
    });
    expect(&set(before.clone(), "stop_timeout", "90"), &|d| {
        d["containerDefinitions"][1]["stopTimeout"] = json!(90);
    });
    expect(&set(before.clone(), "container_name", "other"), &|d| {
        d["containerDefinitions"][1]["name"] = json!("other");
    });
    expect(&set(before.clone(), "task_role_arn", ""), &|d| {
        _ = d.as_object_mut().expect("an object").remove("taskRoleArn");
    });
    let there_and_back = set(set(before.clone(), "cpu", "512"), "cpu", "1024");
    expect(&there_and_back, &|_| {});
}

#[test]
fn a_definition_without_a_delegate_stays_what_it_is() {
    let nginx = json!({
        "family": "web", "networkMode": "bridge",
        "containerDefinitions": [
            {"name": "side", "image": "busybox", "essential": false, "memory": 16},
            {"name": "web", "image": "nginx:1.27", "memory": 128, "environment": [{"name": "A", "value": "1"}], "portMappings": [{"containerPort": 80}]}
        ]
    });
    let import = import(&nginx.to_string());
    let form = import.form.clone();
    assert_eq!(value(&file(&form, "task-spec.json")), nginx);
    assert_eq!(
        texts(&form, &["container_name", "image", "env", "service_name"]),
        ["web", "nginx:1.27", "A=1", "web"]
    );
    assert!(import.upgraded.is_none() && notes(&import, Outcome::Advice)[0].contains("`web`"));
    assert_eq!(missing(&form), ["region"]);
    let deployment = build(&read_form(&form).0);
    assert!(deployment.secrets.is_empty() && !deployment.tells_token() && deployment.task_role.is_none());
    let with_account = set(form, "account_id", "abcdefghijklmnopqrstuQ");
    let mut expected = nginx;
    let variables = expected["containerDefinitions"][1]["environment"]
        .as_array_mut()
        .expect("a list");
    variables.push(json!({"name": "ACCOUNT_ID", "value": "abcdefghijklmnopqrstuQ"}));
    assert_eq!(value(&file(&with_account, "task-spec.json")), expected);
}

#[test]
fn unknown_members_and_types_come_through() {
    for document in [
        json!({"family": "a", "containerDefinitions": []}),
        json!({"family": "a", "containerDefinitions": {"a": 1}}),
        json!({"family": "a", "containerDefinitions": [1, "b", null, {"name": 5, "image": ["x"], "memory": "12", "environment": {"A": "b"}}]}),
        json!({"family": ["a"], "cpu": 1024, "memory": 2048.5, "nonsense": {"deep": [null, -1, 1e300]}}),
        json!({"family": "a", "requiresCompatibilities": ["EC2", "FARGATE"], "cpu": "1 vCPU", "memory": "2 GB", "containerDefinitions": [
            {"name": "d", "image": "harness/delegate:1", "environment": [{"name": "A", "value": "1"}, {"name": "A", "value": "2"}, {"name": "B=C", "value": "3"}, {"name": "ACCOUNT_ID"}, {"name": "ACCOUNT_ID", "value": 7}], "secrets": [{"name": "X"}]}
        ]}),
    ] {
        assert_eq!(value(&file(&form(&document), "task-spec.json")), document);
    }
}

#[test]
fn a_service_and_its_description() {
    let service = json!({
        "cluster": "c", "serviceName": "s", "taskDefinition": "blue:7", "launchType": "FARGATE", "desiredCount": 3,
        "deploymentConfiguration": {"maximumPercent": 200, "minimumHealthyPercent": 50, "strategy": "ROLLING",
            "deploymentCircuitBreaker": {"enable": true, "rollback": false}},
        "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-0123456789abcdef0"], "assignPublicIp": "ENABLED"}},
        "serviceRegistries": [{"registryArn": "arn"}]
    });
    let form = import(&service.to_string()).form;
    assert_eq!(value(&file(&form, "service.json")), service);
    assert_eq!(
        texts(
            &form,
            &[
                "cluster",
                "service_name",
                "desired_count",
                "minimum_healthy_percent",
                "circuit_breaker",
                "subnets",
                "assign_public_ip"
            ]
        ),
        ["c", "s", "3", "50", "true", "subnet-0123456789abcdef0", "true"]
    );
    // The revision is right as long as the task definition is the one that was imported.
    let edited = set(form, "image", "harness/delegate:26.10.1");
    assert_eq!(
        value(&file(&edited, "service.json"))["taskDefinition"],
        json!("<DELEGATE_NAME>-fargate")
    );
    let described = json!({"services": [{
        "serviceArn": "arn:aws:ecs:us-west-2:012345678901:service/c/s", "serviceName": "s", "status": "ACTIVE",
        "clusterArn": "arn:aws:ecs:us-west-2:012345678901:cluster/c", "loadBalancers": [], "desiredCount": 1, "runningCount": 1,
        "launchType": "EC2", "taskDefinition": "arn:aws:ecs:us-west-2:012345678901:task-definition/blue:7", "events": [],
        "deployments": [{"status": "PRIMARY", "serviceConnectConfiguration": {"enabled": true, "namespace": "n"}}]
    }], "failures": []});
    let import = import(&described.to_string());
    assert_eq!(
        value(&file(&import.form, "service.json")),
        json!({
            "cluster": "c", "serviceName": "s", "loadBalancers": [], "desiredCount": 1, "launchType": "EC2",
            "taskDefinition": "arn:aws:ecs:us-west-2:012345678901:task-definition/blue:7",
            "serviceConnectConfiguration": {"enabled": true, "namespace": "n"}
        })
    );
}

#[test]
fn two_imports_make_one_form() {
    let service = json!({"serviceName": "s", "cluster": "c", "taskDefinition": "blue", "launchType": "FARGATE", "desiredCount": 2,
        "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-0123456789abcdef0"], "securityGroups": []}}});
    let edited = set(form(&described()), "image", "harness/delegate:26.10.1");
    let both = read(&service.to_string(), &edited).expect("an import").form;
    let mut expected = registered();
    expected["containerDefinitions"][1]["image"] = json!("harness/delegate:26.10.1");
    assert_eq!(value(&file(&both, "task-spec.json")), expected);
    assert_eq!(value(&file(&both, "service.json")), service);
    let at_once = import(&format!("{}\n{service}", described())).form;
    assert_eq!(value(&file(&at_once, "task-spec.json")), registered());
    assert_eq!(value(&file(&at_once, "service.json")), service);
}

#[test]
fn the_spelling_of_cloudformation() {
    let template = "Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Family: blue\n      Cpu: 512\n      RequiresCompatibilities: [FARGATE]\n      NetworkMode: awsvpc\n      ExecutionRoleArn: !GetAtt Role.Arn\n      Volumes:\n        - Name: a\n          EFSVolumeConfiguration: {FilesystemId: fs-1, AuthorizationConfig: {IAM: ENABLED}}\n      ContainerDefinitions:\n        - Name: delegate\n          Image: harness/delegate:26.08.89804\n          Essential: \"true\"\n          Memory: \"2048\"\n          DockerLabels: {Team: blue}\n          Environment:\n            - {Name: DELEGATE_NAME, Value: blue}\n            - {Name: REGION, Value: !Ref AWS::Region}\n  Service:\n    Type: AWS::ECS::Service\n    Properties:\n      ServiceName: s\n      Cluster: c\n      DesiredCount: 2\n      LaunchType: FARGATE\n      PlacementStrategies: [{Type: spread, Field: instanceId}]\n";
    let import = import(template);
    assert_eq!(
        value(&file(&import.form, "task-spec.json")),
        json!({
            "family": "blue", "cpu": "512", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc",
            "volumes": [{"name": "a", "efsVolumeConfiguration": {"fileSystemId": "fs-1", "authorizationConfig": {"iam": "ENABLED"}}}],
            "containerDefinitions": [{
                "name": "delegate", "image": "harness/delegate:26.08.89804", "essential": true, "memory": 2048,
                "dockerLabels": {"Team": "blue"}, "environment": [{"name": "DELEGATE_NAME", "value": "blue"}, {"name": "REGION"}]
            }]
        })
    );
    let service = value(&file(&import.form, "service.json"));
    assert_eq!(
        service["placementStrategy"],
        json!([{"type": "spread", "field": "instanceId"}])
    );
    let said = notes(&import, Outcome::NotUnderstood).join("\n");
    assert!(
        said.contains("`ExecutionRoleArn`") && said.contains("Environment.Value"),
        "{said}"
    );
    let json =
        json!({"Family": "a", "ContainerDefinitions": [{"Name": "web", "Image": "nginx", "Memory": 128}]});
    let expected =
        json!({"family": "a", "containerDefinitions": [{"name": "web", "image": "nginx", "memory": 128}]});
    assert_eq!(value(&file(&form(&json), "task-spec.json")), expected);
}

#[test]
fn an_upgrade_gives_the_recommended_form() {
    let import = import(&samples()[1]);
    let upgraded = import.upgraded.expect("an upgrade");
    let document = value(&file(&upgraded, "task-spec.json"));
    let container = &document["containerDefinitions"][0];
    assert_eq!(container["secrets"][0]["name"], json!("DELEGATE_TOKEN"));
    assert_eq!(container["healthCheck"]["startPeriod"], json!(300));
    assert_eq!(container["logConfiguration"]["logDriver"], json!("awslogs"));
    assert_eq!(
        (&container["cpu"], &container["portMappings"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(container["memory"], json!(6144));
    let variables = container["environment"].as_array().expect("a list");
    assert!(
        !variables
            .iter()
            .any(|variable| variable["name"] == "DELEGATE_TOKEN")
    );
    // Who the delegate is stays.
    assert_eq!(
        (&container["name"], &document["family"]),
        (&json!("ecs-delegate-im"), &json!("harness-delegate-task-spec"))
    );
    let described = super::import(&described().to_string())
        .upgraded
        .expect("an upgrade");
    let document = value(&file(&described, "task-spec.json"));
    let variables = document["containerDefinitions"][1]["environment"]
        .as_array()
        .expect("a list");
    let of = |name: &str| {
        variables
            .iter()
            .find(|variable| variable["name"] == name)
            .map(|variable| &variable["value"])
    };
    assert_eq!(of("DELEGATE_TYPE"), Some(&json!("DOCKER")));
    assert_eq!(
        of("LOG_STREAMING_SERVICE_URL"),
        Some(&json!("https://app.harness.io/log-service/"))
    );
    assert_eq!(document["containerDefinitions"][0]["name"], json!("log-router"));
    assert_eq!(
        document["executionRoleArn"],
        json!("arn:aws:iam::012345678901:role/blue-execution")
    );
}
