//! Why the tasks do not run: the look at the end of the wait, and as a step of every way whose names are known.

use crate::common::script::TOKEN;
use crate::common::terminal::{How, Shell};
use crate::common::{Outcome, programs};
use crate::place::{FINISHED, Here};
use serde_json::{Value, json};

/// Tasks that stopped, events and a log.
fn failing() -> Value {
    json!({
        "stable": false,
        "instances": 1,
        "log": ["a first line", "Invalid token"],
        "tasks": [
            {"taskArn": "arn:1", "stoppedAt": "2026-11-24T01:00:00Z", "stoppedReason": "an old reason", "containers": []},
            {"taskArn": "arn:2", "stoppedAt": "2026-11-24T02:00:00Z", "stoppedReason": "Task failed to start",
                "containers": [{"name": "delegate", "reason": "CannotPullContainerError", "exitCode": 7}]},
        ],
    })
}

const SAID: &[&str] = &[
    "Task failed to start",
    "CannotPullContainerError",
    "a first line",
    "Invalid token",
];

fn assert_says(shown: &str) {
    for words in SAID {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains("an old reason"), "{shown}");
}

#[test]
fn the_wait_says_why() {
    let here = Here::new(FINISHED);
    here.place.set_state(&failing());
    let output = here.run("bash", &[("DELEGATE_TOKEN", TOKEN)], "");
    assert_eq!(output.status.code(), Some(1));
    assert_says(&programs::said(&output));
    // Without permission for one of the looks, the others follow.
    here.place.set_faults(
        &json!([{"call": "ecs list-tasks", "times": 9, "message": "An error occurred (AccessDenied)"}]),
    );
    let output = here.run("bash", &[], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        programs::said(&output).contains("Invalid token"),
        "{}",
        programs::said(&output)
    );
}

#[test]
fn a_cluster_without_instances_is_said() {
    let here = Here::new(crate::place::ON_EC2);
    here.place.set_state(&json!({"instances": 0}));
    let output = here.finish();
    assert!(
        programs::said(&output).contains("has no container instances"),
        "{}",
        programs::said(&output)
    );
}

/// The files of every way say why, in every shell.
#[test]
fn a_step_of_every_way_says_why() {
    for way in [
        "cli",
        "terraform",
        "terraform&terraform_source=module",
        "cloudformation",
    ] {
        let query = format!("{FINISHED}&way={way}");
        let outcome = Outcome::of(&query);
        let steps = outcome.files.iter().flat_map(|file| &file.steps);
        let step = steps
            .filter(|step| step.sentence.starts_with("If the tasks do not run"))
            .filter_map(|step| step.command.as_ref())
            .map(|command| command.text().to_owned())
            .next()
            .unwrap_or_else(|| panic!("{way} has no such step"));
        for shell in Shell::available() {
            let here = Here::new(FINISHED);
            here.finish();
            let mut state = here.place.state();
            let failing = failing();
            for (name, value) in failing.as_object().expect("an object") {
                state[name] = value.clone();
            }
            state["services"]["delegates/build-blue"]["events"] =
                json!([{"message": "(service x) was unable to place a task"}]);
            here.place.set_state(&state);
            here.place.forget_calls();
            let shown = shell.run(&here.place.command(), &[(How::Pasted, &step)], &[]);
            shown.assert_at_prompt();
            assert!(
                shown.text.contains("was unable to place a task"),
                "{way}: {}",
                shown.text
            );
            if way.contains("module") {
                // The module names its log group itself.
                assert!(
                    shown.text.contains("CannotPullContainerError"),
                    "{way}: {}",
                    shown.text
                );
            } else {
                assert_says(&shown.text);
            }
            assert_eq!(here.changes(), [""; 0], "{way}");
        }
    }
}
