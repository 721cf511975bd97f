//! The script uses and updates what exists, and creates the rest.

use crate::common::script::{EC2, FARGATE, Place, Token, each};
use crate::setup::{finished_state, input};
use serde_json::{Value, json};

/// With each single resource existing, and with all but one, the script ends in the same state and creates nothing
/// twice.
#[test]
fn with_each_single_thing_existing() {
    let kinds = [
        "clusters",
        "groups",
        "secrets",
        "execution",
        "task",
        "families",
        "services",
    ];
    let mut cases = Vec::new();
    for (query, is_alone) in [(FARGATE, true), (EC2, false)] {
        let full = finished_state(query);
        for kind in kinds {
            cases.push((query, full.clone(), kind, is_alone));
        }
    }
    each(
        &cases,
        |(query, _, kind, is_alone)| format!("{query}: {kind}, alone: {is_alone}"),
        |(query, full, kind, is_alone)| {
            let place = Place::new(query);
            let keeps = |name: &str| {
                // A service needs its cluster.
                let also = *is_alone && *kind == "services" && name == "clusters";
                (name == *kind) == *is_alone || also
            };
            let mut state = full.clone();
            for name in ["clusters", "groups", "secrets", "families", "services"] {
                if !keeps(name) {
                    state[name] = json!({});
                }
            }
            if *kind == "clusters" && !is_alone {
                state["services"] = json!({});
            }
            for role in ["execution", "task"] {
                if !keeps(role) {
                    state["roles"]
                        .as_object_mut()
                        .expect("a map")
                        .remove(&format!("build-blue-{role}"));
                }
            }
            place.set_state(&state);
            let run = place.run(&[], Token::Input(&input())).assert_ok();
            let created = |call: &str| run.changes().contains(&call);
            let expected = [
                ("clusters", "ecs create-cluster"),
                ("groups", "logs create-log-group"),
                ("secrets", "secretsmanager create-secret"),
                ("families", "ecs register-task-definition"),
                ("services", "ecs create-service"),
            ];
            for (name, call) in expected {
                let is_there = state[name].as_object().is_some_and(|map| !map.is_empty());
                assert_eq!(created(call), !is_there, "{call}: {:?}", run.changes());
            }
            assert_eq!(&place.state(), full);
        },
    );
}

/// The script turns off what an earlier configuration turned on.
#[test]
fn an_update_spells_out_defaults() {
    let on = format!(
        "{FARGATE}&enable_execute_command=true&enable_ecs_managed_tags=true&minimum_healthy_percent=50&maximum_percent=150"
    );
    let off = format!("{FARGATE}&circuit_breaker=false&enable_ecs_managed_tags=false&propagate_tags=NONE");
    let place = Place::new(&off);
    place.set_state(&finished_state(&on));
    place.run(&[], Token::None).assert_ok();
    let service = &place.state()["services"]["delegates/build-blue"];
    assert_eq!(service["enableExecuteCommand"], false);
    assert_eq!(service["enableECSManagedTags"], false);
    assert_eq!(service["propagateTags"], "NONE");
    let expected = json!({
        "deploymentCircuitBreaker": {"enable": false, "rollback": false},
        "minimumHealthyPercent": 100,
        "maximumPercent": 200,
    });
    assert_eq!(service["deploymentConfiguration"], expected);
    // The task role no longer needs the permissions for ECS Exec.
    assert_eq!(place.state()["roles"]["build-blue-task"]["policies"], json!({}));
}

#[test]
fn a_role_that_others_made_for_the_same_is_used() {
    let mut state = finished_state(FARGATE);
    state["roles"]["build-blue-execution"]["Tags"] = json!([]);
    let place = Place::new(FARGATE);
    place.set_state(&state);
    assert!(place.run(&[], Token::None).assert_ok().changes().is_empty());
    // The script updates a role that it created.
    let mut state = finished_state(FARGATE);
    state["roles"]["build-blue-task"]["AssumeRolePolicyDocument"]["Statement"] = json!([]);
    place.set_state(&state);
    assert_eq!(
        place.run(&[], Token::None).assert_ok().changes(),
        ["iam update-assume-role-policy"]
    );
    assert_eq!(place.state(), finished_state(FARGATE));
}

/// The document with every list of one item as the item, and every item as a list of one.
fn respelled(document: &Value, is_list: bool) -> Value {
    match document {
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = respelled(value, is_list);
                // IAM keeps these two as they are.
                let is_text = value.is_string() && !["Version", "Effect", "Sid"].contains(&name.as_str());
                (
                    name.clone(),
                    if is_list && is_text { json!([value]) } else { value },
                )
            });
            Value::Object(members.collect())
        }
        Value::Array(items) => match items.as_slice() {
            [item] if !is_list => respelled(item, is_list),
            items => items.iter().rev().map(|item| respelled(item, is_list)).collect(),
        },
        other => other.clone(),
    }
}

/// IAM returns a policy in its own spelling. A run that takes that for a change would update the role each time, and its
/// user would need a permission for nothing.
#[test]
fn a_policy_that_iam_spells_otherwise_is_the_same() {
    for is_list in [false, true] {
        let place = Place::new(FARGATE);
        place.run(&[], Token::Input(&input())).assert_ok();
        let mut state = place.state();
        for (_, role) in state["roles"].as_object_mut().expect("a map") {
            let trust = role["AssumeRolePolicyDocument"].clone();
            role["AssumeRolePolicyDocument"] = respelled(&trust, is_list);
            for (_, policy) in role["policies"].as_object_mut().expect("a map") {
                *policy = respelled(policy, is_list);
            }
        }
        place.set_state(&state);
        let run = place.run(&[], Token::None).assert_ok();
        assert_eq!(
            run.changes(),
            Vec::<&str>::new(),
            "lists: {is_list}: {}",
            run.said()
        );

        // A role that is for another Region is still seen.
        let text = state["roles"]
            .to_string()
            .replace(":ecs:us-west-2:", ":ecs:eu-west-1:");
        state["roles"] = serde_json::from_str(&text).expect("JSON");
        place.set_state(&state);
        place.run(&[], Token::None).assert_stops(&["in Region eu-west-1"]);
    }
}
