//! Asks `tests/oracles/iam_calls.py` what policies do not allow.

use crate::common::programs;
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::Stdio;

/// The AWS account of the stub.
pub const ACCOUNT: &str = "123456789012";

/// Calls, and the policy of the one who makes them.
pub fn case(name: &str, policy: &Value, calls: &[Value]) -> Value {
    json!({"name": name, "policy": policy, "account": ACCOUNT, "calls": calls})
}

/// A call that nobody recorded.
pub fn call(name: &str, region: &str, input: &Value) -> Value {
    json!({"call": name, "region": region, "input": input})
}

/// What the judge says.
pub struct Verdict {
    /// The requests that no statement allows.
    pub denied: Vec<String>,
    /// How many requests were held against a policy.
    pub held: u64,
    /// The actions that a policy allows and no call needs.
    pub unused: Vec<String>,
}

impl Verdict {
    pub fn of(cases: &[Value]) -> Self {
        let _ = programs::find("parliament");
        // The Python under which parliament itself runs.
        let mut child = programs::command("python3")
            .arg(programs::root().join("tests/oracles/iam_calls.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("python3 starts");
        let input = serde_json::to_vec(cases).expect("JSON");
        let mut pipe = child.stdin.take().expect("it is piped");
        pipe.write_all(&input).expect("it reads");
        drop(pipe);
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{}", programs::said(&output));
        let said: Value = serde_json::from_slice(&output.stdout).expect("the judge's JSON");
        let texts = |member: &str| -> Vec<String> {
            let all = said[member].as_array().into_iter().flatten();
            all.map(|text| text.as_str().expect("a text").to_owned())
                .collect()
        };
        Self {
            denied: texts("denied"),
            held: said["held"].as_u64().expect("a number"),
            unused: texts("unused"),
        }
    }
}

#[test]
fn the_judge_sees_a_wrong_resource_and_a_wrong_condition() {
    let list = call(
        "ecs list-tasks",
        "us-west-2",
        &json!({"cluster": "c", "serviceName": "s"}),
    );
    let policy = |resource: &str, cluster: &str| {
        let condition = json!({"ArnEquals": {"ecs:cluster": cluster}});
        let statement = json!({"Effect": "Allow", "Action": ["ecs:ListTasks"], "Resource": [resource], "Condition": condition});
        json!({"Version": "2012-10-17", "Statement": [statement]})
    };
    let cluster = format!("arn:aws:ecs:us-west-2:{ACCOUNT}:cluster/c");
    let instances = format!("arn:aws:ecs:us-west-2:{ACCOUNT}:container-instance/c/*");
    for (resource, condition, is_allowed) in [
        ("*", cluster.as_str(), true),
        ("*", "arn:aws:ecs:us-west-2:*:cluster/c", true),
        (instances.as_str(), cluster.as_str(), false),
        ("*", "arn:aws:ecs:us-west-2:*:cluster/d", false),
    ] {
        let verdict = Verdict::of(&[case(
            "list",
            &policy(resource, condition),
            std::slice::from_ref(&list),
        )]);
        assert_eq!(verdict.denied.is_empty(), is_allowed, "{resource} {condition}");
    }
}
