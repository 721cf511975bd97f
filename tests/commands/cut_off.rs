//! Wherever the run is cut off, the next one finishes it.

use crate::common::programs;
use crate::common::script::{TOKEN, each};
use crate::place::{FINISHED, Here, ON_EC2, finished_state};
use serde_json::json;

#[test]
fn cut_off_anywhere_it_finishes_the_next_time() {
    let mut cases = Vec::new();
    for query in [FINISHED, ON_EC2] {
        let here = Here::new(query);
        here.finish();
        for at in 0..here.changes().len() {
            for die in ["before", "after"] {
                cases.push((query, at, die));
            }
        }
    }
    assert!(cases.len() > 20, "{}", cases.len());
    each(
        &cases,
        |case| format!("{case:?}"),
        |(query, at, die)| {
            let here = Here::new(query);
            here.place
                .set_faults(&json!([{"call": "change", "die": die, "after": at}]));
            let output = here.run("bash", &[("DELEGATE_TOKEN", TOKEN)], "");
            assert!(output.status.code().is_none(), "{}", programs::said(&output));
            here.place.set_faults(&json!([]));
            here.finish();
            let (now, whole) = (here.place.state(), finished_state(query));
            for kind in ["clusters", "groups", "secrets", "roles"] {
                assert_eq!(now[kind], whole[kind], "{kind}");
            }
            let service = &now["services"]["delegates/build-blue"];
            assert_eq!(service["status"], "ACTIVE");
            // A revision that was registered before the cut may have no checksum yet; it is registered once more.
            let revisions = now["families"].as_object().expect("families").values();
            let most = revisions.map(|all| all.as_array().map_or(0, Vec::len)).max();
            assert!(most <= Some(2), "{now}");
            let again = here.run("bash", &[], "");
            assert!(again.status.success(), "{}", programs::said(&again));
            assert_eq!(here.changes(), [""; 0], "{}", programs::said(&again));
        },
    );
}

/// Each refusal of AWS ends the run, and what AWS says is shown.
#[test]
fn a_refusal_ends_the_run() {
    let here = Here::new(FINISHED);
    here.finish();
    let calls: Vec<String> = here
        .place
        .calls()
        .iter()
        .filter_map(|call| call["call"].as_str().map(str::to_owned))
        .collect();
    let cases: Vec<usize> = (0..calls.len()).collect();
    each(
        &cases,
        |at| format!("{at}: {}", calls[*at]),
        |at| {
            let here = Here::new(FINISHED);
            let message = "An error occurred (ThrottlingException) when calling the operation: Rate exceeded";
            here.place
                .set_faults(&json!([{"call": "*", "after": at, "message": message}]));
            let output = here.run("bash", &[("DELEGATE_TOKEN", TOKEN)], "");
            let said = programs::said(&output);
            // A look that only compares is not needed to go on.
            let first_of = |call: &str| calls.iter().position(|other| other == call) == Some(*at);
            let is_optional = ["ecs describe-task-definition", "iam get-role-policy"]
                .contains(&calls[*at].as_str())
                || first_of("ecs describe-services");
            assert!(
                said.contains("Rate exceeded") || is_optional,
                "{}: {said}",
                calls[*at]
            );
            assert!(!output.status.success() || is_optional, "{}: {said}", calls[*at]);
        },
    );
}
