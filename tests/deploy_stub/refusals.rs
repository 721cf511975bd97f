//! What AWS refuses, and programs that are missing.

use crate::common::script::run::Run;
use crate::common::script::{EC2, FARGATE, Place, TOKEN, Token, each};
use crate::setup::{assert_allowed, error, finished_state, input};
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

/// How often a run has waited.
fn waits(run: &Run) -> usize {
    run.programs
        .iter()
        .filter(|program| program[0] == "sleep")
        .count()
}

/// Errors that pass by themselves: the call, the code, the message, and what the script says while it waits.
const PASSING: &[(&str, &str, &str, &str)] = &[
    (
        "ecs create-cluster",
        "InvalidParameterException",
        LINKED,
        "new role",
    ),
    (
        "ecs create-service",
        "InvalidParameterException",
        LINKED,
        "new role",
    ),
    (
        "ecs register-task-definition",
        "ClientException",
        "Role is not valid",
        "new role",
    ),
    (
        "ecs register-task-definition",
        "AccessDeniedException",
        PASS,
        "new role",
    ),
    (
        "iam put-role-policy",
        "NoSuchEntity",
        "The role with name build-blue-execution cannot be found.",
        "new role",
    ),
    (
        "logs put-retention-policy",
        "OperationAbortedException",
        "A conflicting operation is in progress",
        "another change",
    ),
    (
        "iam put-role-policy",
        "ConcurrentModification",
        "The request was rejected",
        "another change",
    ),
    (
        "ecs create-service",
        "UpdateInProgressException",
        "The specified cluster is in a busy state.",
        "another change",
    ),
    (
        "secretsmanager create-secret",
        "ThrottlingException",
        "Rate exceeded",
        "too many requests",
    ),
    (
        "ecs create-service",
        "ThrottlingException",
        "Rate exceeded",
        "too many requests",
    ),
    (
        "ecs describe-task-definition",
        "ClientException",
        "Rate exceeded",
        "too many requests",
    ),
    (
        "sts get-caller-identity",
        "Throttling",
        "Rate exceeded",
        "too many requests",
    ),
    (
        "ecs describe-clusters",
        "ThrottlingException",
        "Rate exceeded",
        "too many requests",
    ),
    (
        "ec2 describe-subnets",
        "RequestLimitExceeded",
        "Request limit exceeded.",
        "too many requests",
    ),
    (
        "secretsmanager describe-secret",
        "TooManyRequestsException",
        "Slow down",
        "too many requests",
    ),
    ("iam get-role", "Throttling", "Rate exceeded", "too many requests"),
    (
        "iam wait role-exists",
        "Throttling",
        "Rate exceeded",
        "too many requests",
    ),
];
const LINKED: &str =
    "Unable to assume the service linked role. Please verify that the ECS service linked role exists.";
const PASS: &str = "User: arn:aws:sts::123456789012:assumed-role/x/y is not authorized to perform: iam:PassRole on resource: \
    arn:aws:iam::123456789012:role/build-blue-execution because no identity-based policy allows the iam:PassRole action";

#[test]
fn an_error_that_passes_is_waited_for() {
    let done = finished_state(FARGATE);
    each(
        PASSING,
        |(call, code, ..)| format!("{call}: {code}"),
        |(call, code, message, says)| {
            let place = Place::new(FARGATE);
            let fault =
                |times: u32| json!([{"call": call, "times": times, "message": error(code, call, message)}]);
            place.set_faults(&fault(2));
            let run = place.run(&[], Token::Variable(TOKEN)).assert_ok();
            assert_eq!(waits(&run), 2, "{}", run.said());
            let said = run.said();
            let lines: Vec<&str> = said
                .lines()
                .filter(|line| line.starts_with("Waiting: "))
                .collect();
            assert!(
                lines.len() == 1 && lines[0].contains(says),
                "it is said once: {said}"
            );
            assert_eq!(place.state(), done);
            // The script gives up in the end: one call of each kind shows it.
            let first = PASSING.iter().find(|(.., other)| other == says);
            if first.is_none_or(|first| (first.0, first.1) != (*call, *code)) {
                return;
            }
            let place = Place::new(FARGATE);
            place.set_faults(&fault(99));
            let run = place.run(&[], Token::Variable(TOKEN));
            let said = run.assert_stops_late();
            assert!(
                said.contains(message) && said.to_lowercase().contains("run this again"),
                "{said}"
            );
            assert_eq!(
                said.contains("makes many requests"),
                *says == "too many requests",
                "{said}"
            );
            assert_eq!(waits(&run), 19);
        },
    );
}

/// Errors that do not pass, with words of those that do in a name, a quota or another sentence.
#[test]
fn an_error_that_stays_is_not_waited_for() {
    let payroller = "service_name=payroller-ThrottlingException";
    let own_role = "create_roles=false&execution_role_arn=arn:aws:iam::123456789012:role/own";
    let quota = "Cannot exceed quota for RolesPerAccount: 1000";
    let denied = format!("{PASS} with an explicit deny in an identity-based policy");
    let name = "role Role is not valid OperationAborted Rate exceeded (ThrottlingException) busy state does not exist";
    let cases = [
        ("", "iam create-role", "LimitExceeded", quota),
        (
            "",
            "logs create-log-group",
            "LimitExceededException",
            "Resource limit exceeded.",
        ),
        (
            payroller,
            "ecs create-service",
            "InvalidParameterException",
            "The role payroller is wrong",
        ),
        ("", "ecs create-service", "InvalidParameterException", name),
        ("", "ecs create-cluster", "ClientException", name),
        (
            own_role,
            "ecs register-task-definition",
            "ClientException",
            "Role is not valid",
        ),
        (
            "",
            "ecs register-task-definition",
            "AccessDeniedException",
            &denied,
        ),
        (
            own_role,
            "ecs register-task-definition",
            "AccessDeniedException",
            PASS,
        ),
        (
            "",
            "ecs describe-services",
            "ConcurrentModification",
            "a read never conflicts",
        ),
    ];
    each(
        &cases,
        |(more, call, code, _)| format!("{more} {call}: {code}"),
        |(more, call, code, message)| {
            let place = Place::new(&format!("{FARGATE}&{more}"));
            if *call == "ecs describe-services" {
                place.set_state(
                    &json!({"clusters": {"delegates": {"clusterName": "delegates", "status": "ACTIVE"}}}),
                );
            }
            place.set_faults(&json!([{"call": call, "times": 99, "message": error(code, call, message)}]));
            let run = place.run(&[], Token::Variable(TOKEN));
            run.assert_stops(&[code, message, "this again"]);
            assert_eq!(waits(&run), 0, "{}", run.said());
        },
    );
}

#[test]
fn a_region_that_does_not_exist_is_not_taken_for_lacking_credentials() {
    let place = Place::new(&FARGATE.replace("us-west-2", "us-wset-2"));
    let message = "Could not connect to the endpoint URL: \"https://sts.us-wset-2.amazonaws.com/\"";
    place.set_faults(&json!([{"call": "sts get-caller-identity", "message": message}]));
    let run = place.run(&[], Token::Variable(TOKEN));
    let said = run.assert_stops(&["Region us-wset-2 does not answer", "Nothing was changed."]);
    assert!(!said.contains("credentials"), "{said}");
}

/// A Mac has `shasum` and no `sha256sum`.
#[test]
fn a_program_that_is_missing_is_named() {
    for (missing, named) in [
        (&["aws"][..], "aws is not installed"),
        (&["jq"][..], "jq is not installed"),
        (&["sha256sum", "shasum"][..], "Neither sha256sum nor shasum"),
    ] {
        let place = Place::new(FARGATE);
        for program in missing {
            std::fs::remove_file(place.bin().join(program)).expect("it is there");
        }
        place
            .run(&[], Token::Variable(TOKEN))
            .assert_stops(&[named, "CloudShell", "Nothing was changed."]);
    }
    let done = finished_state(FARGATE);
    let place = Place::new(FARGATE);
    std::fs::remove_file(place.bin().join("sha256sum")).expect("it is there");
    place.run(&[], Token::Variable(TOKEN)).assert_ok();
    assert_eq!(place.state(), done);
}

/// An AWS CLI that does not know a member is named before the first call, with the version that knows it.
#[test]
fn an_old_cli_is_said_before_the_first_call() {
    let run = |version: &str| {
        let variables = [("DELEGATE_TOKEN", TOKEN), ("STUB_VERSION", version)];
        Place::new(FARGATE).run_with(&[], &variables, "")
    };
    for version in ["1.18.69", "2.3.9"] {
        let run = run(version);
        run.assert_stops(&[version, "1.22.69", "2.4.24", "Nothing was changed"]);
        assert!(run.calls.is_empty());
    }
    run("1.22.69").assert_ok();
    run("2.9.19").assert_ok();
}
