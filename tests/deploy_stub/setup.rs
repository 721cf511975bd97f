//! Configurations, the state after a whole run, and the actions that a run needs.

use crate::common::Outcome;
use crate::common::script::run::Run;
use crate::common::script::{EC2, FARGATE, Place, TOKEN, Token};
use serde_json::Value;
use std::collections::BTreeSet;

/// Configurations of both launch types.
pub fn configurations() -> Vec<String> {
    vec![
        FARGATE.to_owned(),
        EC2.to_owned(),
        format!(
            "{FARGATE}&proxy_host=proxy.example.com&proxy_port=3128&proxy_user=u&enable_execute_command=true&tags=team=blue"
        ),
        format!("{EC2}&create_roles=false&logs=none&circuit_breaker=false&subnets=subnet-0a1b2c3d4e5f67890"),
        format!(
            "{FARGATE}&capacity=FARGATE_SPOT&task_role_permissions=deploy-ecs&security_groups=&subnets=subnet-0a1b2c3d4e5f67890"
        ),
    ]
}

/// The token, then the proxy's password for configurations that need one.
pub fn input() -> String {
    format!("{TOKEN}\nthe proxy's password\n")
}

/// The state after a run from nothing.
pub fn finished_state(query: &str) -> Value {
    let place = Place::new(query);
    place.run(&[], Token::Input(&input())).assert_ok();
    place.state()
}

/// The IAM actions that the calls of a run need.
pub fn actions(run: &Run) -> BTreeSet<String> {
    let action = |call: &Value| {
        let call = call["call"].as_str().expect("a text");
        match call {
            "ecs wait services-stable" => return "ecs:DescribeServices".to_owned(),
            "iam wait role-exists" => return "iam:GetRole".to_owned(),
            _ => {}
        }
        let (service, operation) = call.split_once(' ').expect("two words");
        let name: String = operation
            .split('-')
            .map(|word| word[..1].to_ascii_uppercase() + &word[1..])
            .collect();
        format!("{service}:{name}")
    };
    run.calls.iter().map(action).collect()
}

/// Checks that `deployer-policy.json` allows every call of a run.
pub fn assert_allowed(query: &str, run: &Run) {
    let policy = Outcome::of(&query.replace("way=script", "way=cli")).json("deployer-policy.json");
    let statements = policy["Statement"].as_array().expect("a list");
    let allowed: Vec<&str> = statements
        .iter()
        .flat_map(|statement| statement["Action"].as_array().expect("a list"))
        .filter_map(Value::as_str)
        .collect();
    for action in actions(run) {
        assert!(
            allowed.contains(&action.as_str()),
            "deployer-policy.json lacks {action}: {allowed:?}"
        );
    }
}

/// An error of AWS in the words of the AWS CLI.
pub fn error(code: &str, call: &str, message: &str) -> String {
    let operation: String = call
        .split(' ')
        .next_back()
        .unwrap_or_default()
        .split('-')
        .map(|word| word[..1].to_ascii_uppercase() + &word[1..])
        .collect();
    format!(
        "An error occurred ({code}) when calling the {operation} operation (reached max retries: 4): {message}"
    )
}
