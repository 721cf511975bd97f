//! A run that is killed anywhere, and the run after it.

use crate::common::script::{FARGATE, Place, Token, each};
use crate::setup::{configurations, finished_state, input};
use serde_json::json;

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
