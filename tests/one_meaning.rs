//! One deployment, created by the AWS CLI's files and by CloudFormation in a copy of AWS: what AWS then holds is the
//! same, but for a short list of what that copy's own CloudFormation loses.

mod formats;

use formats::{GOOD, case, command, scratch};
use serde_json::{Value, json};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// moto, which is stopped when the test ends, however it ends.
struct Moto(Child, u16);

impl Moto {
    fn start(log: &Path) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let file = || std::fs::File::create(log).unwrap();
        let child = command("moto_server")
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            .stdin(Stdio::null())
            .stdout(file())
            .stderr(file())
            .spawn()
            .unwrap();
        let moto = Self(child, port);
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < Duration::from_secs(90), "moto_server does not answer");
            std::thread::sleep(Duration::from_millis(100));
        }
        moto
    }

    /// A command that talks to this server and to nothing else, as another Region's.
    fn environment(&self, program: &str) -> Command {
        let mut command = command(program);
        command
            .env("AWS_ACCESS_KEY_ID", "testing")
            .env("AWS_SECRET_ACCESS_KEY", "testing")
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .env("AWS_CONFIG_FILE", "/dev/null")
            .env("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
            .env("AWS_PAGER", "")
            .env("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{}", self.1));
        command
    }

    fn aws(&self, region: &str, arguments: &[&str]) -> Value {
        let output = self.environment("aws").args(arguments).args(["--region", region]).output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "aws {}: {error}", arguments.join(" "));
        serde_json::from_slice(&output.stdout).unwrap_or_default()
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What moto's CloudFormation loses of a resource on its way to moto's own ECS; AWS does not. That the template says
/// it is held by tests/cloudformation.rs, which compares every property.
const LOST: &[(&str, &[&str])] = &[
    (
        "taskDefinition",
        &[
            "compatibilities", "cpu", "networkMode", "requiresCompatibilities", "executionRoleArn", "taskRoleArn",
            "runtimePlatform", "ephemeralStorage",
        ],
    ),
    (
        "service",
        &[
            "launchType", "networkConfiguration", "deploymentConfiguration", "enableECSManagedTags",
            "enableExecuteCommand", "propagateTags", "platformVersion", "capacityProviderStrategy", "deployments",
            "taskSets", "schedulingStrategy", "platformFamily",
        ],
    ),
    ("tags", &["service", "taskDefinition", "cluster"]),
];

/// What differs from one creation to the next, whoever creates.
const OF_THE_DAY: &[&str] = &[
    "createdAt", "updatedAt", "registeredAt", "CreateDate", "RoleId", "events", "creationTime", "RoleLastUsed",
    "CreatedDate", "LastChangedDate", "LastAccessedDate", "VersionIdsToStages",
];

/// A held document without what differs from creation to creation.
fn settled(mut value: Value, region: &str) -> Value {
    fn strip(value: &mut Value, lost: &[&str], region: &str) {
        match value {
            Value::Object(members) => {
                members.retain(|name, value| !lost.contains(&name.as_str()) && !value.is_null());
                members.values_mut().for_each(|value| strip(value, lost, region));
            }
            Value::Array(items) => items.iter_mut().for_each(|item| strip(item, lost, region)),
            Value::String(text) => *text = text.replace(region, "REGION"),
            _ => {}
        }
    }
    strip(&mut value, OF_THE_DAY, region);
    value
}

struct Held {
    task_definition: Value,
    service: Value,
    roles: Vec<Value>,
    log_group: Value,
    cluster: Value,
    secrets: Vec<Value>,
    tags: Value,
}

fn held(moto: &Moto, region: &str, query: &str) -> Held {
    let deployment = case(query).deployment;
    let aws = |arguments: &[&str]| settled(moto.aws(region, arguments), region);
    let (cluster, service) = (&deployment.cluster.name, &deployment.service.service_name);
    let task = aws(&[
        "ecs", "describe-task-definition", "--task-definition", &deployment.task_definition.family, "--include", "TAGS",
    ]);
    let services =
        aws(&["ecs", "describe-services", "--cluster", cluster, "--services", service, "--include", "TAGS"]);
    let clusters = aws(&["ecs", "describe-clusters", "--clusters", cluster, "--include", "TAGS"]);
    let mut roles = Vec::new();
    for role in [&deployment.execution_role, &deployment.task_role].into_iter().flatten() {
        roles.push(aws(&["iam", "get-role", "--role-name", &role.name]));
        if role.policy.is_some() {
            let get = ["iam", "get-role-policy", "--role-name", &role.name, "--policy-name", role.policy_name];
            roles.push(aws(&get));
        }
    }
    let log_group = deployment.log_group.as_ref().map_or(Value::Null, |group| {
        let arn = format!("arn:aws:logs:{region}:123456789012:log-group:{}", group.name);
        json!([
            aws(&["logs", "describe-log-groups", "--log-group-name-prefix", &group.name]),
            aws(&["logs", "list-tags-for-resource", "--resource-arn", &arn]),
        ])
    });
    let secrets = deployment
        .secrets
        .iter()
        .map(|secret| aws(&["secretsmanager", "get-secret-value", "--secret-id", &secret.name])["SecretString"].clone())
        .collect();
    let mut service = services["services"][0].clone();
    let mut cluster = clusters["clusters"][0].clone();
    let tags = json!({
        "taskDefinition": task["tags"],
        "service": service.as_object_mut().unwrap().remove("tags"),
        "cluster": cluster.as_object_mut().unwrap().remove("tags"),
    });
    Held { task_definition: task["taskDefinition"].clone(), service, roles, log_group, cluster, secrets, tags }
}

/// Both are the same, but for members that the second has lost, or holds otherwise, and that are listed.
fn assert_same(kind: &str, first: &Value, second: &Value, query: &str) {
    let lost = LOST.iter().find(|(other, _)| *other == kind).map_or(&[][..], |(_, lost)| *lost);
    let without = |value: &Value| match value {
        Value::Object(members) => {
            Value::Object(members.iter().filter(|(name, _)| !lost.contains(&name.as_str())).map(|(name, value)| (name.clone(), value.clone())).collect())
        }
        other => other.clone(),
    };
    let (first, second) = (without(first), without(second));
    assert_eq!(first, second, "{kind}: the AWS CLI's first, CloudFormation's second; {query}");
}

/// The container definitions differ in the ARNs of secrets, whose last six characters AWS makes up.
fn without_secret_suffix(value: &Value) -> Value {
    let text = value.to_string();
    let mut parts = text.split(":secret:harness/");
    let mut all = parts.next().unwrap().to_owned();
    for part in parts {
        let end = part.find('"').unwrap();
        all.push_str(":secret:harness/");
        all.push_str(&part[..end - 6]);
        all.push_str(&part[end..]);
    }
    serde_json::from_str(&all).unwrap()
}

fn assert_one_meaning(moto: &Moto, regions: [&str; 2], name: &str, more: &str) {
    let network = |region: &str| {
        let all = |what: &str, query: &str| {
            let found = moto.aws(region, &["ec2", what, "--query", query]);
            found.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect::<Vec<_>>().join(",")
        };
        (all("describe-subnets", "Subnets[:2].SubnetId"), all("describe-security-groups", "SecurityGroups[:1].GroupId"))
    };
    let token = "not-a-real-token\"\\= x";
    let query = |region: &str| {
        let (subnets, groups) = network(region);
        let network = if more.contains("launch_type=EC2") {
            String::new()
        } else {
            format!("&subnets={subnets}&security_groups={groups}")
        };
        GOOD.replace("build-blue", name).replace("us-west-2", region)
            + &format!("{network}&aws_account_id=123456789012&cluster={name}&{more}")
    };
    // The AWS CLI's files, once to create the secrets, once with their ARNs.
    let [first, second] = regions;
    let run = |way: &str, region: &str, file: &str, query: &str| {
        let directory = scratch(&format!("one-meaning-{name}-{way}"));
        let case = case(query);
        for file in &case.files {
            std::fs::write(directory.join(file.name), &file.text).unwrap();
        }
        let script = match file {
            "template.yaml" => configurator::outputs::cloudformation::command(&case.deployment),
            _ => case.file(file).replace("ecs wait services-stable", "ecs describe-services"),
        };
        let output = moto
            .environment("bash")
            .args(["-c", &script])
            .current_dir(&directory)
            .env("DELEGATE_TOKEN", token)
            .env("PROXY_PASSWORD", token)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{way} in {region}: {said}\n{script}");
        said
    };
    let mut by_cli = query(first);
    let said = run("secrets", first, "commands.sh", &by_cli);
    for (line, key) in said.lines().filter(|line| line.starts_with("arn:")).zip(["token_secret_arn", "proxy_password_secret_arn"]) {
        by_cli.push_str(&format!("&{key}={}", line.trim()));
    }
    if by_cli.contains("_secret_arn") {
        run("cli", first, "commands.sh", &by_cli);
    }
    let by_cloudformation = query(second) + "&way=cloudformation";
    let ours = held(moto, first, &by_cli);
    // IAM is one for all Regions: what the stack creates must not exist yet.
    for role in ["execution", "task"] {
        let role_name = format!("{name}-{role}");
        for policy in moto.aws(first, &["iam", "list-role-policies", "--role-name", &role_name])["PolicyNames"].as_array().into_iter().flatten() {
            moto.aws(first, &["iam", "delete-role-policy", "--role-name", &role_name, "--policy-name", policy.as_str().unwrap()]);
        }
        moto.aws(first, &["iam", "delete-role", "--role-name", &role_name]);
    }
    run("cloudformation", second, "template.yaml", &by_cloudformation);
    let theirs = held(moto, second, &by_cloudformation);

    let pairs = [
        ("taskDefinition", &ours.task_definition, &theirs.task_definition),
        ("service", &ours.service, &theirs.service),
        ("roles", &json!(ours.roles), &json!(theirs.roles)),
        ("log group", &ours.log_group, &theirs.log_group),
        ("cluster", &ours.cluster, &theirs.cluster),
        ("secrets", &json!(ours.secrets), &json!(theirs.secrets)),
        ("tags", &ours.tags, &theirs.tags),
    ];
    for (kind, first, second) in pairs {
        assert_same(kind, &without_secret_suffix(first), &without_secret_suffix(second), name);
    }
    assert!(ours.secrets.iter().all(|secret| secret == token), "{:?}", ours.secrets);
}

#[test]
fn the_aws_cli_and_cloudformation_create_the_same() {
    let moto = &Moto::start(&scratch("one-meaning").join("moto.log"));
    std::thread::scope(|scope| {
        for (name, regions, more) in [
            ("one", ["us-west-2", "us-east-1"], "init_script=echo+O%27Brien%0Aecho+%22%24%7Bx%7D%22&env=A=%F0%9F%A6%80"),
            (
                "two",
                ["eu-west-1", "eu-central-1"],
                "launch_type=EC2&task_role_permissions=deploy-ecs&tags=team=blue&desired_count=2&log_retention=\
                 &proxy_host=p&proxy_user=u",
            ),
        ] {
            scope.spawn(move || assert_one_meaning(moto, regions, name, more));
        }
    });
}
