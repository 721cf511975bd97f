//! The calls of `deploy.sh` and `commands.sh`, as the stub of AWS records them.

use crate::common::script::{EC2, FARGATE, NEW_TOKEN, Place, TOKEN, Token, each};
use crate::common::{Outcome, programs};
use crate::judge::{ACCOUNT, Verdict, case};
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::Stdio;
use std::sync::Mutex;

/// Configurations of `deploy.sh` that make all of its calls.
fn scripts() -> Vec<String> {
    let key = format!("&kms_key_id=arn:aws:kms:us-west-2:{ACCOUNT}:key/0123abcd");
    let account = format!("&aws_account_id={ACCOUNT}");
    vec![
        format!("{FARGATE}{key}{account}&proxy_host=p.example&proxy_port=3128&proxy_user=u&tags=team=blue"),
        format!("{EC2}&enable_execute_command=true"),
        format!(
            "{FARGATE}&create_cluster=false&create_roles=false&execution_role_arn=arn:aws:iam::{ACCOUNT}:role/own"
        ),
    ]
}

/// Configurations of `commands.sh`, with and without the secret's ARN.
fn commands() -> Vec<String> {
    let network = "&subnets=subnet-0a,subnet-0b&security_groups=sg-0a";
    let secret =
        format!("&token_secret_arn=arn:aws:secretsmanager:us-west-2:{ACCOUNT}:secret:harness/x-a1B2c3");
    let cli = |query: &str| query.replace("way=script", "way=cli") + &format!("&aws_account_id={ACCOUNT}");
    let key = format!("&kms_key_id=arn:aws:kms:us-west-2:{ACCOUNT}:key/0123abcd");
    vec![
        cli(FARGATE) + network + &key,
        cli(FARGATE) + network + &secret + "&tags=team=blue",
        cli(EC2) + &secret + "&enable_execute_command=true",
    ]
}

/// The permissions that a configuration asks of its user.
fn policy(query: &str) -> Value {
    Outcome::of(&query.replace("way=script", "way=cli")).json("deployer-policy.json")
}

/// The calls of every way in which `deploy.sh` ends: from nothing, an update, a new token, a secret that is scheduled
/// for deletion, a role that needs its policies again, a service that does not become stable.
fn calls_of_script(query: &str) -> Vec<Value> {
    let place = Place::new(query);
    let cluster = json!({"delegates": {"clusterName": "delegates", "status": "ACTIVE", "capacityProviders": ["FARGATE_SPOT"]}});
    if query.contains("create_cluster=false") {
        place.set_state(&json!({"clusters": cluster}));
    }
    let input = format!("{TOKEN}\nthe proxy's password\n");
    let mut calls = place.run(&[], Token::Input(&input)).assert_ok().calls;

    // An update of everything that has content.
    let more = "&image=harness/delegate:26.11.1&log_retention=90&task_role_permissions=read-ecr";
    place.set_script(&format!("{query}{more}"));
    calls.extend(place.run(&[], Token::None).assert_ok().calls);
    place.set_script(&format!("{query}{more}&task_role_permissions=none"));
    calls.extend(place.run(&[], Token::None).assert_ok().calls);

    // Somebody has changed who may take the roles, and has scheduled the secrets for deletion.
    let mut state = place.state();
    for role in state["roles"]
        .as_object_mut()
        .into_iter()
        .flatten()
        .map(|(_, role)| role)
    {
        role["AssumeRolePolicyDocument"]["Statement"] = json!([]);
    }
    for secret in state["secrets"]
        .as_object_mut()
        .into_iter()
        .flatten()
        .map(|(_, secret)| secret)
    {
        secret["DeletedDate"] = json!("2026-11-01");
    }
    // The service does not become stable, and a task says why.
    let task = format!("arn:aws:ecs:us-west-2:{ACCOUNT}:task/delegates/0a");
    state["stable"] = json!(false);
    state["log"] = json!(["a line"]);
    state["tasks"] = json!([{"taskArn": task, "stoppedReason": "Essential container in task exited"}]);
    place.set_state(&state);
    calls.extend(
        place
            .run(&["--rotate-token"], Token::Input(&format!("{NEW_TOKEN}\np\n")))
            .calls,
    );
    calls
}

/// The calls of `commands.sh`: from nothing, and then an update in which the tasks do not run. Some calls are made only
/// where something is in another state than the form says.
fn calls_of_commands(query: &str) -> Vec<Value> {
    let outcome = Outcome::of(query);
    let place = Place::new(query.replace("way=cli", "way=script").as_str());
    outcome.write(&place.work());
    let run = || {
        let mut command = place.command();
        command.arg("commands.sh").stdin(Stdio::piped());
        let mut child = command.stdout(Stdio::piped()).spawn().expect("bash starts");
        let mut input = child.stdin.take().expect("it is piped");
        // The script may end without reading it.
        let _ = input.write_all(format!("{TOKEN}\n").as_bytes());
        drop(input);
        child.wait_with_output().expect("bash ends")
    };
    place.set_state(&json!({"instances": 1}));
    let first = run();
    assert!(first.status.success(), "{}", programs::said(&first));
    let mut state = place.state();
    for (_, role) in state["roles"].as_object_mut().into_iter().flatten() {
        let trust = role["AssumeRolePolicyDocument"]
            .as_object_mut()
            .expect("a policy");
        trust.insert("Id".to_owned(), json!("other"));
        role["policies"] = json!({"task-role": {}, "execution-role": {}});
    }
    for (_, secret) in state["secrets"].as_object_mut().into_iter().flatten() {
        secret["DeletedDate"] = json!("2026-11-01");
    }
    for (_, service) in state["services"].as_object_mut().into_iter().flatten() {
        service["taskDefinition"] = json!("an older one");
    }
    state["stable"] = json!(false);
    state["log"] = json!(["a line"]);
    let task = format!("arn:aws:ecs:us-west-2:{ACCOUNT}:task/delegates/0a");
    state["tasks"] = json!([{"taskArn": task, "stoppedAt": "2026-11-01", "stoppedReason": "it ended"}]);
    place.set_state(&state);
    let second = run();
    assert!(
        programs::said(&second).contains("it ended"),
        "{}",
        programs::said(&second)
    );
    place.calls()
}

#[test]
fn the_deployer_policy_allows_every_call() {
    let jobs: Vec<(String, bool)> = scripts()
        .into_iter()
        .map(|query| (query, true))
        .chain(commands().into_iter().map(|query| (query, false)))
        .collect();
    let cases = Mutex::new(Vec::new());
    each(
        &jobs,
        |(query, _)| query.clone(),
        |(query, is_script)| {
            let calls = if *is_script {
                calls_of_script(query)
            } else {
                calls_of_commands(query)
            };
            assert!(!calls.is_empty(), "nothing is recorded");
            let one = case(query, &policy(query), &calls);
            cases.lock().expect("no panic in there").push(one);
        },
    );
    let cases = cases.into_inner().expect("no panic in there");
    let calls: usize = cases
        .iter()
        .map(|case| case["calls"].as_array().map_or(0, Vec::len))
        .sum();
    let made = |name: &str| {
        let all = cases
            .iter()
            .flat_map(|case| case["calls"].as_array().into_iter().flatten());
        all.filter(|call| call["call"] == name).count()
    };
    for name in [
        "ecs list-tasks",
        "ecs describe-tasks",
        "iam update-assume-role-policy",
        "secretsmanager restore-secret",
    ] {
        assert!(made(name) > 0, "no run makes the call {name}");
    }
    let verdict = Verdict::of(&cases);
    println!("{calls} calls, {} requests held against policies", verdict.held);
    assert!(verdict.denied.is_empty(), "{:#?}", verdict.denied);
    // Nobody is asked for permissions that nothing uses.
    assert!(verdict.unused.is_empty(), "no call needs {:?}", verdict.unused);
}
