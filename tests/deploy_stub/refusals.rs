//! What AWS refuses, and programs that are missing.

use crate::common::script::{EC2, FARGATE, Place, TOKEN, Token, each};
use crate::setup::{assert_allowed, finished_state, input};
use serde_json::{Value, json};

/// Whatever AWS refuses, the script says in one sentence which call failed and what to do, and whether it changed
/// anything.
#[test]
fn every_refusal_ends_with_a_sentence() {
    let deleted = |query: &str| {
        let mut state = finished_state(query);
        state["secrets"]["harness/build-blue"]["DeletedDate"] = json!("2026-11-20T00:00:00Z");
        state["services"]["delegates/build-blue"]["desiredCount"] = json!(7);
        state
    };
    let starts = [
        (FARGATE.to_owned(), json!({}), vec![]),
        (EC2.to_owned(), json!({}), vec![]),
        (
            format!("{FARGATE}&image=a:b&log_retention=90&subnets=subnet-0a&task_role_permissions=read-ecr"),
            deleted(FARGATE),
            vec!["--rotate-token"],
        ),
        (
            format!("{FARGATE}&aws_account_id=123456789012&region=us-west-1"),
            json!({"instances": 1}),
            vec![],
        ),
    ];
    let mut cases = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (query, state, arguments) in starts {
        let place = Place::new(&query);
        place.set_state(&state);
        let run = place.run(&arguments, Token::Input(&input())).assert_ok();
        assert_allowed(&query, &run);
        for call in &run.calls {
            // A repeated call fails the first time in one case, and the second time in another.
            let call = call["call"].as_str().expect("a text").to_owned();
            let times = run.calls.iter().filter(|other| other["call"] == *call).count();
            for after in 0..times.min(2) {
                if seen.insert((call.clone(), after)) {
                    cases.push((
                        query.clone(),
                        state.clone(),
                        arguments.clone(),
                        call.clone(),
                        after,
                    ));
                }
            }
        }
    }
    assert!(cases.len() > 30, "{}", cases.len());
    each(
        &cases,
        |(query, _, arguments, call, after)| format!("{call} {after} of {query} {arguments:?}"),
        |case| {
            let (query, state, arguments, call, after) = case;
            let place = Place::new(query);
            place.set_state(state);
            let operation = call.split(' ').nth(1).expect("an operation");
            let message = format!(
                "An error occurred (AccessDeniedException) when calling the {operation} operation: User: \
            arn:aws:sts::123456789012:assumed-role/x/y is not authorized to perform this"
            );
            place.set_faults(&json!([{"call": call, "after": after, "times": 99, "message": message}]));
            let run = place.run(arguments, Token::Input(&input()));
            if call == "ecs wait services-stable" {
                assert!(
                    run.assert_stops_late().contains("AccessDeniedException"),
                    "{}",
                    run.said()
                );
                return;
            }
            let said = run.assert_stops(&["AccessDenied"]);
            let changes = run.changes();
            let is_first = changes.is_empty() || changes == [call.as_str()];
            assert_eq!(said.contains("Nothing was changed."), is_first, "{said}");
            assert!(
                is_first || said.contains("it goes on where it stopped."),
                "{said}"
            );
            if is_first {
                let own = |state: &Value| {
                    [
                        &state["secrets"],
                        &state["clusters"],
                        &state["services"],
                        &state["roles"],
                    ]
                    .map(Clone::clone)
                };
                let empty =
                    |values: [Value; 4]| values.map(|value| if value.is_null() { json!({}) } else { value });
                assert_eq!(empty(own(&place.state())), empty(own(state)));
            }
            // The script does not wait after a denial, as it does for a new role.
            assert!(!run.program_names().contains("sleep"), "{said}");
        },
    );
}

#[test]
fn a_role_that_is_not_accepted_yet_is_tried_again() {
    let refusals = [
        (
            "ecs create-cluster",
            "Unable to assume the service linked role. Please verify that the ECS service linked role exists.",
        ),
        ("ecs register-task-definition", "Role is not valid"),
        (
            "ecs create-service",
            "Unable to assume the service linked role. Please verify that the ECS service linked role exists.",
        ),
        (
            "iam put-role-policy",
            "The role with name build-blue-execution cannot be found.",
        ),
    ];
    each(
        &refusals,
        |(call, _)| (*call).to_owned(),
        |(call, message)| {
            let place = Place::new(FARGATE);
            let fault = |times: u32| json!([{"call": call, "times": times, "message": format!("An error occurred (ClientException): {message}")}]);
            place.set_faults(&fault(2));
            let run = place.run(&[], Token::Variable(TOKEN)).assert_ok();
            assert_eq!(
                run.programs
                    .iter()
                    .filter(|program| program[0] == "sleep")
                    .count(),
                2
            );
            assert_eq!(place.state(), finished_state(FARGATE));
            // The script gives up in the end.
            let place = Place::new(FARGATE);
            place.set_faults(&fault(99));
            place
                .run(&[], Token::Variable(TOKEN))
                .assert_stops(&[message, "run this again"]);
        },
    );
}

#[test]
fn a_region_that_does_not_exist_is_not_taken_for_lacking_credentials() {
    let place = Place::new(&FARGATE.replace("us-west-2", "us-wset-2"));
    let message = "Could not connect to the endpoint URL: \"https://sts.us-wset-2.amazonaws.com/\"";
    place.set_faults(&json!([{"call": "sts get-caller-identity", "message": message}]));
    let run = place.run(&[], Token::Variable(TOKEN));
    let said = run.assert_stops(&["Nothing answers in Region us-wset-2", "Nothing was changed."]);
    assert!(!said.contains("credentials"), "{said}");
}

#[test]
fn a_program_that_is_missing_is_named() {
    for program in ["aws", "jq", "sha256sum"] {
        let place = Place::new(FARGATE);
        std::fs::remove_file(place.bin().join(program)).expect("it is there");
        place
            .run(&[], Token::Variable(TOKEN))
            .assert_stops(&[program, "CloudShell", "Nothing was changed."]);
    }
}
