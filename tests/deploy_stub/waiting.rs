//! Waiting for the cluster, for the service and for its deployment.

use crate::common::script::run::Run;
use crate::common::script::{EC2, FARGATE, Place, TOKEN, Token};
use crate::setup::finished_state;
use serde_json::{Value, json};

#[test]
fn why_it_is_not_stable() {
    let place = Place::new(FARGATE);
    let tasks = json!([
        {"taskArn": "arn:1", "stoppedAt": "2026-11-24T01:00:00Z", "stoppedReason": "an old reason", "containers": [{}]},
        {"taskArn": "arn:2", "stoppedAt": "2026-11-24T02:00:00Z", "stoppedReason": "Task failed to start",
            "containers": [{"reason": "CannotPullContainerError"}]},
    ]);
    place.set_state(&json!({"stable": false, "tasks": tasks, "log": ["a first line", "Invalid token"]}));
    let run = place.run(&[], Token::Variable(TOKEN));
    let said = run.assert_stops_late();
    for words in [
        "Task failed to start",
        "CannotPullContainerError",
        "a first line",
        "Invalid token",
        "run this again",
        "Max attempts",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("an old reason"), "{said}");
    let mut state = place.state();
    state["services"]["delegates/build-blue"]["events"] =
        json!([{"message": "(service x) was unable to place a task"}]);
    place.set_state(&state);
    let said = place.run(&[], Token::None).assert_stops_late();
    assert!(said.contains("was unable to place a task"), "{said}");
    // If the script cannot read the reasons either, it still says its sentence.
    let denied =
        |call: &str| json!({"call": call, "times": 99, "message": "An error occurred (AccessDenied)"});
    place.set_faults(&json!([
        denied("ecs list-tasks"),
        denied("logs describe-log-streams")
    ]));
    place.run(&[], Token::None).assert_stops_late();
}

/// A service is stable after a rollback too, but the deployment has failed.
#[test]
fn a_rollback_is_no_success() {
    let mut state = finished_state(FARGATE);
    state["rolls_back"] = json!(true);
    let place = Place::new(&format!("{FARGATE}&image=harness/delegate:26.11.1"));
    place.set_state(&state);
    let said = place.run(&[], Token::None).assert_stops_late();
    assert!(said.contains("gone back to the task definition"), "{said}");
}

/// ECS calls a service stable as soon as its tasks run. Only the deployment shows whether they keep running.
#[test]
fn a_service_that_is_called_stable_is_watched_until_its_deployment_is_completed() {
    let rollout = |state: &str, running: u32| {
        json!({"deployments": [{"status": "PRIMARY", "rolloutState": state, "rolloutStateReason": "tasks failed to start."},
            {"status": "ACTIVE", "rolloutState": "FAILED"}], "desiredCount": 1, "runningCount": running})
    };
    let run = |seen: Value| {
        let place = Place::new(FARGATE);
        let tasks = json!([{"taskArn": "arn:1", "stoppedAt": "1", "stoppedReason": "Essential container in task exited",
            "containers": [{"name": "delegate", "exitCode": 1}]}]);
        place.set_state(&json!({"seen": seen, "tasks": tasks}));
        place.run(&[], Token::Variable(TOKEN))
    };
    let sleeps = |run: &Run| {
        run.programs
            .iter()
            .filter(|program| program[0] == "sleep")
            .count()
    };
    let going = rollout("IN_PROGRESS", 1);
    let completed = run(json!([going, going, rollout("COMPLETED", 1)])).assert_ok();
    assert_eq!(sleeps(&completed), 2);
    assert!(completed.said().contains("is stable"), "{}", completed.said());
    let stopped = run(json!([going, rollout("IN_PROGRESS", 0)])).assert_stops_late();
    for words in [
        "has started and stopped again",
        "Essential container in task exited",
        "delegate ended with the exit code 1",
    ] {
        assert!(stopped.contains(words), "{words}: {stopped}");
    }
    let failed = run(json!([going, rollout("FAILED", 1)])).assert_stops_late();
    assert!(
        failed.contains("ECS has given up: tasks failed to start. Correct"),
        "{failed}"
    );
    // With a long start period of the health check, the script stops waiting and does not report a failure.
    let long = run(json!([going])).assert_ok();
    assert!(long.said().contains("health check"), "{}", long.said());
}

/// After the circuit breaker gives up, ECS starts no task until the next deployment.
#[test]
fn a_deployment_that_has_failed_is_made_again() {
    let mut state = finished_state(FARGATE);
    let deployments = json!([{"status": "PRIMARY", "rolloutState": "FAILED"}]);
    state["services"]["delegates/build-blue"]["deployments"] = deployments;
    let place = Place::new(FARGATE);
    place.set_state(&state);
    let run = place.run(&[], Token::None).assert_ok();
    assert_eq!(run.changes(), ["ecs update-service", "ecs tag-resource"]);
    assert_eq!(place.state()["forced"], 1);
    assert!(place.run(&[], Token::None).assert_ok().changes().is_empty());
}

#[test]
fn a_cluster_that_is_just_being_made_is_waited_for() {
    let place = Place::new(FARGATE);
    place.set_state(&json!({"provisioning": 4}));
    let run = place.run(&[], Token::Variable(TOKEN)).assert_ok();
    assert_eq!(run.inputs("ecs describe-clusters").len(), 4);
    // The same after an earlier run that was cut off.
    let mut state = finished_state(FARGATE);
    state["provisioning"] = json!(3);
    place.set_state(&state);
    let run = place.run(&[], Token::None).assert_ok();
    assert!(run.changes().is_empty(), "{:?}", run.changes());
    assert_eq!(run.inputs("ecs describe-clusters").len(), 3);
}

#[test]
fn a_cluster_without_instances_has_no_capacity() {
    let place = Place::new(EC2);
    let run = place.run(&[], Token::Variable(TOKEN)).assert_ok();
    assert!(
        run.said().contains("no container instances") && run.said().contains("ECS_CLUSTER=delegates"),
        "{}",
        run.said()
    );
    assert!(run.inputs("ecs wait services-stable").is_empty());
    assert!(
        run.said().contains("In Harness the delegate build-blue appears"),
        "{}",
        run.said()
    );
    let place = Place::new(EC2);
    place.set_state(&json!({"instances": 2}));
    let run = place.run(&[], Token::Variable(TOKEN)).assert_ok();
    assert_eq!(run.inputs("ecs wait services-stable").len(), 1);
}
