//! moto enforces the actions of `deployer-policy.json` while `deploy.sh` runs with the real AWS CLI.

use crate::common::Outcome;
use crate::common::cli::Cli;
use crate::common::moto::Moto;
use crate::common::script::{FARGATE, Place, TOKEN, Token};
use serde_json::{Value, json};

/// The policy without resources and conditions: moto holds every action against the resource `*`, and knows no
/// condition.
fn actions(policy: &Value, without: &str) -> Value {
    let statements = policy["Statement"].as_array().expect("a list").iter();
    let open = statements.map(|statement| {
        let actions = statement["Action"].as_array().expect("a list").iter();
        let actions: Vec<&Value> = actions.filter(|action| *action != without).collect();
        json!({"Effect": "Allow", "Action": actions, "Resource": "*"})
    });
    let open: Vec<Value> = open.filter(|one| one["Action"] != json!([])).collect();
    json!({"Version": "2012-10-17", "Statement": open})
}

#[test]
fn moto_lets_the_user_of_the_policy_deploy() {
    let moto = Moto::start();
    let policy = Outcome::of(&FARGATE.replace("way=script", "way=cli")).json("deployer-policy.json");
    let all = moto.user("deployer", &actions(&policy, ""));
    let less = moto.user("less", &actions(&policy, "ecs:DescribeClusters"));
    moto.enforce();

    // The enforcement works: without one action, the script stops at its call.
    let run = Place::real(Cli::V1, FARGATE, less).run(&[], Token::Variable(TOKEN));
    assert!(!run.output.status.success(), "{}", run.said());
    assert!(run.said().contains("ecs:DescribeClusters"), "{}", run.said());

    let place = Place::real(Cli::V1, FARGATE, all);
    place.run(&[], Token::Variable(TOKEN)).assert_ok();
    // A second run reads everything and changes nothing.
    place.run(&[], Token::None).assert_ok();
}
