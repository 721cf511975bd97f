//! A new script over what the script of the last release created.

use crate::common::script::{EC2, FARGATE, Place, Token};
use crate::setup::finished_state;
use serde_json::{Value, json};

/// What the last release created, from what this one creates: trust policies had a list of one action; the digest of the
/// task definition did not cover the secrets; the service did not say which versions of the secrets its tasks have.
fn last_release(query: &str) -> Value {
    let mut state = finished_state(query);
    for (name, role) in state["roles"].as_object_mut().expect("a map") {
        role["AssumeRolePolicyDocument"]["Statement"][0]["Action"] = json!(["sts:AssumeRole"]);
        // A role of an even older script, or one whose tags the user has changed, has no tag of ours.
        if name.ends_with("-task") {
            role.as_object_mut().expect("a map").remove("Tags");
        }
    }
    let old = |digest: &str| {
        json!([{"key": "created-by", "value": "ecs-delegate-configurator"},
        {"key": "configurator-digest", "value": digest.repeat(64)}])
    };
    for (_, revisions) in state["families"].as_object_mut().expect("a map") {
        revisions[0]["tags"] = old("a");
    }
    for (_, service) in state["services"].as_object_mut().expect("a map") {
        service["tags"] = old("b");
    }
    state
}

#[test]
fn what_the_last_release_created_is_updated_once() {
    for query in [FARGATE, EC2] {
        let place = Place::new(query);
        place.set_state(&last_release(query));
        let run = place.run(&[], Token::None).assert_ok();
        assert_eq!(
            run.changes(),
            [
                "ecs register-task-definition",
                "ecs update-service",
                "ecs tag-resource"
            ],
            "{}",
            run.said()
        );
        assert!(
            run.said().contains("only when it starts a task"),
            "{}",
            run.said()
        );
        let state = place.state();
        assert_eq!(state["restarts"], 1);
        let run = place.run(&[], Token::None).assert_ok();
        assert!(run.changes().is_empty(), "{:?}", run.changes());
        assert_eq!(place.state(), state);
    }
}

/// Nobody knows whether a rotation of the last release was finished, so a new one asks for its token.
#[test]
fn a_rotation_over_the_last_release_needs_a_token() {
    let place = Place::new(FARGATE);
    place.set_state(&last_release(FARGATE));
    place
        .run(&["--rotate-token"], Token::None)
        .assert_stops(&["No delegate token was given", "Nothing was changed."]);
}
