//! The script of a delegate, what a run changed, and what the account holds.

use crate::common::moto::Moto;
use crate::common::programs;
use crate::common::script::run::Run;
use serde_json::{Value, json};

/// The parameters of `deploy.sh`. Each case has its own Region and names.
pub fn query(name: &str, region: &str, more: &str) -> String {
    format!(
        "way=script&delegate_name={name}&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io\
        &region={region}&image=harness/delegate:26.10.87203&cluster=delegates{more}"
    )
}

/// The called operations of the AWS CLI that change a resource.
pub fn changes(run: &Run) -> Vec<String> {
    let is_call = |program: &&Vec<String>| program[0] == "aws" && program[1] != "--version";
    let calls = run.programs.iter().filter(is_call);
    calls
        .filter(|call| programs::is_change(&call[2]))
        .map(|call| call[1..3].join(" "))
        .collect()
}

/// Everything that moto shows of a delegate.
pub fn dump(moto: &Moto, region: &str, name: &str) -> Value {
    let secret = format!("harness/{name}");
    let group = format!("/ecs/{name}");
    let mut all = json!({});
    let service = [
        "ecs",
        "describe-services",
        "--cluster",
        "delegates",
        "--services",
        name,
        "--include",
        "TAGS",
    ];
    let calls: Vec<(&str, Vec<&str>)> = vec![
        ("services", service.to_vec()),
        (
            "clusters",
            vec![
                "ecs",
                "describe-clusters",
                "--clusters",
                "delegates",
                "--include",
                "TAGS",
            ],
        ),
        ("definitions", vec!["ecs", "list-task-definitions"]),
        (
            "groups",
            vec!["logs", "describe-log-groups", "--log-group-name-prefix", &group],
        ),
        (
            "secret",
            vec!["secretsmanager", "describe-secret", "--secret-id", &secret],
        ),
        (
            "value",
            vec!["secretsmanager", "get-secret-value", "--secret-id", &secret],
        ),
        (
            "roles",
            vec!["iam", "get-account-authorization-details", "--filter", "Role"],
        ),
    ];
    for (key, call) in calls {
        all[key] = moto.aws(region, &call);
    }
    // Other cases use the same account, and moto shows when a secret was last read.
    let roles = all["roles"]["RoleDetailList"].as_array_mut().expect("a list");
    roles.retain(|role| {
        role["RoleName"]
            .as_str()
            .is_some_and(|role| role.starts_with(name))
    });
    for role in roles {
        role.as_object_mut().expect("an object").remove("RoleLastUsed");
    }
    all["secret"]
        .as_object_mut()
        .expect("an object")
        .remove("LastAccessedDate");
    // moto counts tasks up at each request.
    for member in ["runningCount", "pendingCount", "events", "deployments"] {
        all["services"]["services"][0]
            .as_object_mut()
            .expect("an object")
            .remove(member);
    }
    all
}

pub fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("no {pointer} in {value:#}"))
}
