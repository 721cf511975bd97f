//! A run that is killed anywhere, and the run after it.

use crate::common::script::{FARGATE, NEW_TOKEN, Place, Token, each};
use crate::setup::{configurations, error, finished_state, input};
use serde_json::{Value, json};

/// A run is killed after each of its changes in turn. The next run finishes in the same state.
#[test]
fn cut_off_anywhere_it_finishes_the_next_time() {
    let mut cases = Vec::new();
    for query in [&configurations()[1], &configurations()[2]] {
        let whole = Place::new(query);
        let changes = whole.run(&[], Token::Input(&input())).assert_ok().changes().len();
        assert!(changes >= 8, "{changes}");
        cases.extend((0..changes).map(|number| (query.clone(), whole.state(), number)));
    }
    each(
        &cases,
        |(query, _, number)| format!("{query}: change {number}"),
        |(query, full, number)| {
            let place = Place::new(query);
            place.set_faults(&json!([{"call": "change", "after": number, "die": "after"}]));
            let run = place.run(&[], Token::Input(&input()));
            assert_eq!(
                run.output.status.code(),
                None,
                "it was to be killed: {}",
                run.said()
            );
            place.run(&[], Token::Input(&input())).assert_ok();
            assert_eq!(&place.state(), full);
        },
    );
}

/// The same for an update.
#[test]
fn an_update_cut_off_anywhere_is_finished_the_next_time() {
    let newer = format!(
        "{FARGATE}&image=harness/delegate:26.11.1&log_retention=90&task_role_permissions=read-ecr&desired_count=2"
    );
    let old = finished_state(FARGATE);
    let whole = Place::new(&newer);
    whole.set_state(&old);
    let run = whole.run(&[], Token::None).assert_ok();
    let full = whole.state();
    let changes = run.changes();
    let expected = [
        "logs put-retention-policy",
        "iam put-role-policy",
        "ecs register-task-definition",
        "ecs update-service",
        "ecs tag-resource",
    ];
    assert_eq!(changes, expected);
    assert_eq!(
        full["groups"]["/ecs/build-blue"]["retentionInDays"], 90,
        "{}",
        full["groups"]
    );
    assert_eq!(full["services"]["delegates/build-blue"]["desiredCount"], 2);
    assert!(
        full["services"]["delegates/build-blue"]["taskDefinition"]
            .as_str()
            .is_some_and(|arn| arn.ends_with(":2"))
    );
    let cases: Vec<_> = (0..expected.len()).collect();
    each(
        &cases,
        |number| format!("change {number}"),
        |number| {
            let place = Place::new(&newer);
            place.set_state(&old);
            place.set_faults(&json!([{"call": "change", "after": number, "die": "after"}]));
            assert_eq!(place.run(&[], Token::None).output.status.code(), None);
            place.run(&[], Token::None).assert_ok();
            assert_eq!(place.state(), full);
        },
    );
}

/// The calls of a whole rotation that change something, in order.
const ROTATION: &[&str] = &[
    "secretsmanager put-secret-value",
    "ecs register-task-definition",
    "ecs update-service",
    "ecs tag-resource",
];

/// The configuration with two secrets, its state before a rotation, and its state after a whole one.
fn rotation() -> (String, Value, Value) {
    let query = configurations()[2].clone();
    let old = finished_state(&query);
    let place = Place::new(&query);
    place.set_state(&old);
    let run = place
        .run(&["--rotate-token"], Token::Variable(NEW_TOKEN))
        .assert_ok();
    assert_eq!(run.changes(), ROTATION);
    let new = place.state();
    assert_eq!(
        new["restarts"], 1,
        "tasks keep the old token until they are replaced"
    );
    (query, old, new)
}

/// A rotation ends early before or after each of its calls, or AWS rejects the call for as long as the script tries. The
/// next run finishes the rotation with or without the option and without a token. The tasks are replaced exactly once.
#[test]
fn a_rotation_that_ends_early_is_finished_the_next_time() {
    let (query, old, new) = rotation();
    let mut cases = Vec::new();
    for (number, call) in ROTATION.iter().enumerate() {
        let throttled = error("ThrottlingException", call, "Rate exceeded");
        for fault in [
            json!({"call": call, "die": "before"}),
            json!({"call": call, "die": "after"}),
            json!({"call": call, "times": 99, "message": throttled}),
        ] {
            cases.push((number, fault.clone(), &[][..]));
            if fault["message"].is_null() {
                cases.push((number, fault, &["--rotate-token"]));
            }
        }
    }
    each(
        &cases,
        |(_, fault, arguments)| format!("{fault}, then {arguments:?}"),
        |(number, fault, arguments)| {
            let place = Place::new(&query);
            place.set_state(&old);
            place.set_faults(&json!([fault]));
            let run = place.run(&["--rotate-token"], Token::Variable(NEW_TOKEN));
            assert!(!run.output.status.success(), "{}", run.said());
            place.set_faults(&json!([]));
            if *number == 0 && fault["die"] != "after" {
                // Nothing was stored, so nothing is unfinished.
                assert!(place.run(&[], Token::None).assert_ok().changes().is_empty());
                assert_eq!(place.state(), old);
                return;
            }
            let is_complete = *number == ROTATION.len() - 1 && fault["die"] == "after";
            let arguments = if is_complete { &[][..] } else { arguments };
            let run = place.run(arguments, Token::None).assert_ok();
            assert!(!run.changes().contains(&ROTATION[0]), "{:?}", run.changes());
            assert_eq!(place.state(), new);
            assert!(place.run(&[], Token::None).assert_ok().changes().is_empty());
        },
    );
}

/// In a terminal the user can store another token instead, for example if the first one was wrong.
#[test]
fn an_unfinished_rotation_can_be_continued_with_another_token() {
    let (query, old, new) = rotation();
    let bash = crate::common::programs::find("bash");
    for (typed, stored) in [("", NEW_TOKEN), ("another", "another")] {
        let place = Place::new(&query);
        place.set_state(&old);
        place.set_faults(&json!([{"call": "secretsmanager put-secret-value", "die": "after"}]));
        place.run(&["--rotate-token"], Token::Variable(NEW_TOKEN));
        let steps = json!([{"wait": "or press Enter to use the one in the secret"}, {"hidden": true}, {"type": format!("{typed}\n")}]);
        let (shown, status) = place.in_terminal(
            &[bash.to_str().expect("UTF-8"), "deploy.sh", "--rotate-token"],
            &steps,
        );
        assert_eq!(status, 0, "{shown}");
        let state = place.state();
        assert_eq!(state["secrets"]["harness/build-blue"]["SecretString"], stored);
        assert_eq!(state["restarts"], 1);
        assert_eq!(state == new, typed.is_empty());
    }
}

/// Somebody else has given a secret a new value. The tasks have the old one, so they are replaced once.
#[test]
fn a_new_value_from_elsewhere_replaces_the_tasks_once() {
    let (query, old, _) = rotation();
    for name in ["harness/build-blue", "harness/build-blue-proxy-password"] {
        let mut state = old.clone();
        state["secrets"][name]["VersionIdsToStages"] =
            json!({"ours": ["AWSPREVIOUS"], "theirs!": ["AWSCURRENT"]});
        let place = Place::new(&query);
        place.set_state(&state);
        let run = place.run(&[], Token::None).assert_ok();
        assert_eq!(run.changes(), &ROTATION[1..]);
        assert!(
            run.said().contains("only when it starts a task"),
            "{}",
            run.said()
        );
        assert_eq!(place.state()["restarts"], 1);
        assert!(place.run(&[], Token::None).assert_ok().changes().is_empty());
    }
}

/// The new token is wrong: its tasks fail, and ECS goes back to the revision that ran before.
#[test]
fn a_rotation_that_ecs_rolls_back_is_no_success() {
    let (query, mut old, _) = rotation();
    old["rolls_back"] = json!(true);
    let place = Place::new(&query);
    place.set_state(&old);
    let run = place.run(&["--rotate-token"], Token::Variable(NEW_TOKEN));
    assert!(
        run.assert_stops_late()
            .contains("gone back to the task definition"),
        "{}",
        run.said()
    );
}
