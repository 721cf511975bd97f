//! From nothing to a service, and a second run.

use crate::common::script::{FARGATE, Place, TOKEN, Token, each};
use crate::setup::{assert_allowed, configurations, input};
use serde_json::json;

#[test]
fn from_nothing_and_again() {
    each(&configurations(), Clone::clone, |query| {
        let place = Place::new(query);
        let run = place.run(&[], Token::Input(&input())).assert_ok();
        assert!(
            run.changes().contains(&"ecs create-service"),
            "{:?}",
            run.changes()
        );
        assert_allowed(query, &run);
        let state = place.state();
        assert_eq!(state["secrets"]["harness/build-blue"]["SecretString"], TOKEN);
        let tags = |kind: &str| {
            state[kind]
                .as_object()
                .expect("a map")
                .values()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        for kind in ["clusters", "groups", "secrets", "roles", "services"] {
            for thing in tags(kind) {
                assert!(
                    thing.contains("created-by") && thing.contains("ecs-delegate-configurator"),
                    "{kind}: {thing}"
                );
            }
        }
        let again = place.run(&[], Token::None).assert_ok();
        assert_eq!(
            again.changes(),
            Vec::<&str>::new(),
            "the second run changes something"
        );
        assert_eq!(place.state(), state);
    });
}

#[test]
fn what_a_script_on_fargate_says_and_sends() {
    let place = Place::new(FARGATE);
    let run = place.run(&[], Token::Variable(TOKEN)).assert_ok();
    let said = run.said();
    for words in [
        "public IP",
        "Account Settings",
        "Secret harness/build-blue: created.",
        "us-west-2",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let service = run.inputs("ecs create-service")[0];
    let network = &service["networkConfiguration"]["awsvpcConfiguration"];
    assert_eq!(network["subnets"], json!(["subnet-0a", "subnet-0b"]));
    assert_eq!(network["securityGroups"], json!(["sg-0a"]));
    assert_eq!(network["assignPublicIp"], "ENABLED");
    let arn = "arn:aws:ecs:us-west-2:123456789012:task-definition/build-blue-fargate:1";
    assert_eq!(
        service["taskDefinition"]
            .as_str()
            .map(|arn| arn.rsplit(':').next()),
        Some(Some("1")),
        "{arn}"
    );
    assert!(
        run.calls.iter().all(|call| call["region"] == "us-west-2"),
        "{:?}",
        run.calls
    );
}

#[test]
fn names_that_look_like_options_are_names() {
    let query = FARGATE.replace("cluster=delegates", "cluster=-x")
        + "&log_group=--help&family=-f&service_name=--output";
    let place = Place::new(&query);
    place.run(&[], Token::Variable(TOKEN)).assert_ok();
    let state = place.state();
    assert_eq!(state["clusters"]["-x"]["clusterName"], "-x");
    assert_eq!(state["groups"]["--help"]["logGroupName"], "--help");
    assert_eq!(state["services"]["-x/--output"]["serviceName"], "--output");
    assert!(place.run(&[], Token::None).assert_ok().changes().is_empty());
}
