//! Creates one deployment in moto, a copy of AWS, with the files for the AWS CLI and with CloudFormation. Afterwards
//! AWS holds the same, except for a short list of what moto's CloudFormation loses.

mod common;
mod formats;

use common::moto::Moto;
use configurator::Deployment;
use configurator::outputs::cloudformation::stack;
use formats::{GOOD, SECRET, case, command, scratch};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::Stdio;
use std::sync::Mutex;

/// What moto holds under these names.
fn held(moto: &Moto, names: &Value) -> Value {
    let mut child = command("python3")
        .arg("tests/one_meaning/held.py")
        .envs(moto.environment())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(names.to_string().as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Creates a deployment in one of the ways. Returns what AWS then holds.
fn create(moto: &Moto, way: &str, query: &str) -> Value {
    let network = held(moto, &json!({ "region": REGION }));
    let list = |name: &str| {
        let ids = network[name]
            .as_array()
            .unwrap()
            .iter()
            .map(|id| id.as_str().unwrap());
        ids.collect::<Vec<_>>().join(",")
    };
    let (subnets, groups) = (list("subnets"), list("security_groups"));
    let is_ec2 = query.contains("launch_type=EC2");
    let query = match (way, is_ec2) {
        ("cloudformation", _) => format!("{query}&way=cloudformation"),
        (_, true) => query.to_owned(),
        _ => format!("{query}&subnets={subnets}&security_groups={groups}"),
    };
    let case = case(&query);
    let Deployment {
        service,
        task_definition,
        execution_role,
        task_role,
        log_group,
        cluster,
        ..
    } = &case.deployment;
    let directory = scratch(&format!("one-meaning-{way}-{}", service.service_name));
    for file in &case.files {
        std::fs::write(directory.join(file.name), &file.text).unwrap();
    }
    let script = match way {
        "cloudformation" => stack::command(&case.deployment, false).into_text(),
        // Without container instances, moto's EC2 tasks never run.
        _ => case
            .file("commands.sh")
            .replace("ecs wait services-stable", "ecs describe-services"),
    };
    let output = command("bash")
        .args(["-c", &format!("set -e\n{script}")])
        .current_dir(&directory)
        .envs(moto.environment())
        .envs([
            ("DELEGATE_TOKEN", TOKEN),
            ("SUBNETS", &subnets),
            ("SECURITY_GROUPS", &groups),
        ])
        .output()
        .unwrap();
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{way}: {said}\n{script}");
    let roles: Vec<_> = [execution_role, task_role]
        .into_iter()
        .flatten()
        .map(|role| role.name.to_string())
        .collect();
    held(
        moto,
        &json!({
            "region": REGION,
            "cluster": cluster.name.to_string(),
            "service": service.service_name.to_string(),
            "family": task_definition.family.to_string(),
            "roles": roles,
            "logGroups": log_group.iter().map(|group| group.name.to_string()).collect::<Vec<_>>(),
        }),
    )
}

const REGION: &str = "us-west-2";

/// Not a real token's shape, but characters that quoting must keep.
const TOKEN: &str = "not-a-real-token \"\\= ${x}";

/// What moto's CloudFormation does not pass to its own ECS, CloudWatch Logs and IAM, although AWS does.
/// `tests/cloudformation.rs` checks that the template has these properties. moto's CloudFormation creates no secret.
const LOST: &[(&str, &[&str])] = &[
    (
        "taskDefinition",
        &[
            "compatibilities",
            "cpu",
            "executionRoleArn",
            "networkMode",
            "requiresCompatibilities",
            "taskRoleArn",
        ],
    ),
    (
        "service",
        &[
            "deployments",
            "launchType",
            "networkConfiguration",
            "propagateTags",
        ],
    ),
    ("tags", &["cluster", "service", "taskDefinition"]),
];

/// What differs between any two creations: times, random IDs, the progress of the tasks.
const OF_THE_DAY: &[&str] = &[
    "CreateDate",
    "RoleId",
    "createdAt",
    "creationTime",
    "events",
    "id",
    "pendingCount",
    "pendingTasksCount",
    "registeredAt",
    "runningCount",
    "runningTasksCount",
    "updatedAt",
];

/// Removes the listed places. Returns those that existed.
fn without(value: &mut Value, listed: &[&str]) {
    match value {
        Value::Object(members) => {
            members.retain(|name, value| !listed.contains(&name.as_str()) && !value.is_null());
            members.values_mut().for_each(|value| without(value, listed));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| without(item, listed)),
        _ => {}
    }
}

/// Checks that both hold the same except at the listed places, and that every listed place differs.
fn assert_same(by_cli: &Value, by_stack: &Value, name: &str, differing: &Mutex<BTreeSet<String>>) {
    for (kind, first) in by_cli.as_object().unwrap() {
        let lost = LOST
            .iter()
            .find(|(other, _)| other == kind)
            .map_or(&[][..], |(_, lost)| *lost);
        let (mut first, mut second) = (first.clone(), by_stack[kind].clone());
        without(&mut first, OF_THE_DAY);
        without(&mut second, OF_THE_DAY);
        for member in lost {
            if first.get(member) != second.get(member) {
                differing.lock().unwrap().insert(format!("{kind}.{member}"));
            }
            for value in [&mut first, &mut second] {
                value.as_object_mut().unwrap().remove(*member);
            }
        }
        assert_eq!(
            first, second,
            "{name}: {kind}, by the AWS CLI and by CloudFormation"
        );
    }
}

#[test]
fn the_aws_cli_and_cloudformation_create_the_same() {
    let (cli, stacks) = (Moto::start(), Moto::start());
    let (cli, stacks, differing) = (&cli, &stacks, &Mutex::new(BTreeSet::new()));
    std::thread::scope(|scope| {
        for (name, more, by_cli) in [
            (
                "one",
                format!("{SECRET}&init_script=echo+O%27Brien%0Aecho+%22%24%7Bx%7D%22&env=A=%F0%9F%A6%80%5C"),
                String::new(),
            ),
            (
                "two",
                "launch_type=EC2&task_role_permissions=deploy-ecs&tags=team=blue\
                 &tags=created-by=ecs-delegate-configurator&desired_count=2&log_retention=\
                 &token_source=plain"
                    .to_owned(),
                form_urlencoded::Serializer::new(String::from("&"))
                    .append_pair("token", TOKEN)
                    .finish(),
            ),
        ] {
            scope.spawn(move || {
                let query = format!(
                    "{}&aws_account_id=123456789012&cluster={name}&{more}",
                    GOOD.replace("build-blue", name)
                );
                let by_cli = create(cli, "cli", &format!("{query}{by_cli}"));
                let by_stack = create(stacks, "cloudformation", &query);
                assert_same(&by_cli, &by_stack, name, differing);
            });
        }
    });
    let listed = LOST
        .iter()
        .flat_map(|(kind, lost)| lost.iter().map(move |member| format!("{kind}.{member}")));
    assert_eq!(
        *differing.lock().unwrap(),
        listed.collect(),
        "what differs, and what is listed"
    );
}
