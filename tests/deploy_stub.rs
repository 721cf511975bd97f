//! `deploy.sh` against a stand-in for AWS with state: whatever exists, wherever it is cut off and whatever AWS
//! refuses, it either does the whole job or says in one sentence what to do.

mod common;

use common::script::{EC2, FARGATE, NEW_TOKEN, Place, Run, TOKEN, Token, each};
use serde_json::{Value, json};

/// Configurations of either launch type.
fn configurations() -> Vec<String> {
    vec![
        FARGATE.to_owned(),
        EC2.to_owned(),
        format!(
            "{FARGATE}&proxy_host=proxy.example.com&proxy_port=3128&proxy_user=u&enable_execute_command=true&tags=team=blue"
        ),
        format!("{EC2}&create_roles=false&logs=none&circuit_breaker=false&subnets=subnet-0a1b2c3d4e5f67890"),
        format!(
            "{FARGATE}&capacity=FARGATE_SPOT&task_role_permissions=deploy-ecs&security_groups=&subnets=subnet-0a1b2c3d4e5f67890"
        ),
    ]
}

/// The token, and behind it the proxy's password, for configurations that want one.
fn input() -> String {
    format!("{TOKEN}\nthe proxy's password\n")
}

/// What is there after a run from nothing.
fn finished_state(query: &str) -> Value {
    let place = Place::new(query);
    place.run(&[], Token::Input(&input())).assert_ok();
    place.state()
}

/// The actions of IAM that the calls of a run need.
fn actions(run: &Run) -> std::collections::BTreeSet<String> {
    let action = |call: &Value| {
        let call = call["call"].as_str().expect("a text");
        match call {
            "ecs wait services-stable" => return "ecs:DescribeServices".to_owned(),
            "iam wait role-exists" => return "iam:GetRole".to_owned(),
            _ => {}
        }
        let (service, operation) = call.split_once(' ').expect("two words");
        let name: String = operation
            .split('-')
            .map(|word| word[..1].to_ascii_uppercase() + &word[1..])
            .collect();
        format!("{service}:{name}")
    };
    run.calls.iter().map(action).collect()
}

/// Whoever has `deployer-policy.json` may do all of this.
fn assert_allowed(query: &str, run: &Run) {
    let policy = common::Outcome::of(&query.replace("way=script", "way=cli")).json("deployer-policy.json");
    let statements = policy["Statement"].as_array().expect("a list");
    let allowed: Vec<&str> = statements
        .iter()
        .flat_map(|statement| statement["Action"].as_array().expect("a list"))
        .filter_map(Value::as_str)
        .collect();
    for action in actions(run) {
        assert!(
            allowed.contains(&action.as_str()),
            "deployer-policy.json lacks {action}: {allowed:?}"
        );
    }
}

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

/// With each single thing there, and with everything but one: the same end, and nothing is created twice.
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
                // A service is nowhere without its cluster.
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

/// Killed after each of its changes (which is before the next), it finishes when it is run again, in the same state.
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

/// What an earlier configuration turned on is turned off again.
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
    // The task role is not needed for ECS Exec any more.
    assert_eq!(place.state()["roles"]["build-blue-task"]["policies"], json!({}));
}

/// Whatever AWS refuses: one sentence that names the call, and what to do; before the first change it says so.
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
            // What is called twice fails the first time, and the second.
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
                    run.assert_stops_anywhere().contains("AccessDeniedException"),
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
            // A denial is no role that takes a moment.
            assert!(!Place::program_names(&run).contains("sleep"), "{said}");
        },
    );
}

trait Anywhere {
    fn assert_stops_anywhere(&self) -> String;
}

impl Anywhere for Run {
    /// Its last line is its sentence; there may be more before.
    fn assert_stops_anywhere(&self) -> String {
        let errors = String::from_utf8_lossy(&self.output.stderr).into_owned();
        assert_eq!(self.output.status.code(), Some(1), "{}", self.said());
        let last = errors.lines().last().unwrap_or_default();
        assert!(last.starts_with("deploy.sh: ") && last.ends_with('.'), "{errors}");
        self.said()
    }
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
            // For ever is too long.
            let place = Place::new(FARGATE);
            place.set_faults(&fault(99));
            place
                .run(&[], Token::Variable(TOKEN))
                .assert_stops(&[message, "run this again"]);
        },
    );
}

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
    let said = run.assert_stops_anywhere();
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
    let said = place.run(&[], Token::None).assert_stops_anywhere();
    assert!(said.contains("was unable to place a task"), "{said}");
    // Where the reasons cannot be read either, it still says its sentence.
    let denied =
        |call: &str| json!({"call": call, "times": 99, "message": "An error occurred (AccessDenied)"});
    place.set_faults(&json!([
        denied("ecs list-tasks"),
        denied("logs describe-log-streams")
    ]));
    place.run(&[], Token::None).assert_stops_anywhere();
}

/// A rollback is stable too, and no success.
#[test]
fn a_rollback_is_no_success() {
    let mut state = finished_state(FARGATE);
    state["rolls_back"] = json!(true);
    let place = Place::new(&format!("{FARGATE}&image=harness/delegate:26.11.1"));
    place.set_state(&state);
    let said = place.run(&[], Token::None).assert_stops_anywhere();
    assert!(said.contains("gone back to the task definition"), "{said}");
}

/// ECS calls a service stable when its tasks run, whether or not they go on: the deployment tells.
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
    let stopped = run(json!([going, rollout("IN_PROGRESS", 0)])).assert_stops_anywhere();
    for words in [
        "has stopped again",
        "Essential container in task exited",
        "delegate has ended with 1",
    ] {
        assert!(stopped.contains(words), "{words}: {stopped}");
    }
    let failed = run(json!([going, rollout("FAILED", 1)])).assert_stops_anywhere();
    assert!(
        failed.contains("ECS has given up: tasks failed to start. Mend"),
        "{failed}"
    );
    // A health check with a long start period: it does not wait for ever, and does not call that a failure.
    let long = run(json!([going])).assert_ok();
    assert!(long.said().contains("health check"), "{}", long.said());
}

/// After the circuit breaker has given up, ECS starts no task until there is another deployment.
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
    // The same where an earlier run was cut off meanwhile.
    let mut state = finished_state(FARGATE);
    state["provisioning"] = json!(3);
    place.set_state(&state);
    let run = place.run(&[], Token::None).assert_ok();
    assert!(run.changes().is_empty(), "{:?}", run.changes());
    assert_eq!(run.inputs("ecs describe-clusters").len(), 3);
}

/// A start that cannot work: words of the sentence, the state, the configuration.
#[test]
#[allow(clippy::too_many_lines)] // one case after the other
fn what_is_in_the_way_is_said_before_anything_is_changed() {
    let done = finished_state(FARGATE);
    let with = |pointer: &str, value: Value| {
        let mut state = done.clone();
        *state
            .pointer_mut(pointer)
            .unwrap_or_else(|| panic!("{pointer}: {done:#}")) = value;
        state
    };
    let service = |member: &str, value: Value| {
        let mut state = done.clone();
        state["services"]["delegates/build-blue"][member] = value;
        state
    };
    let foreign = json!({"RoleName": "build-blue-execution", "Arn": "arn:x", "AssumeRolePolicyDocument": {"Version": "x"}, "policies": {}});
    let nothing = json!({});
    let network =
        "subnets=subnet-0a1b2c3d4e5f67890,subnet-1a1b2c3d4e5f67890&security_groups=sg-0a1b2c3d4e5f67890";
    let cases: Vec<(String, Value, Vec<&str>, Vec<&str>)> = vec![
        (
            FARGATE.replace("region=us-west-2&", ""),
            nothing.clone(),
            vec![],
            vec!["lacks: ", "Region"],
        ),
        (
            FARGATE.replace("&image=harness/delegate:26.10.87203", ""),
            nothing.clone(),
            vec![],
            vec!["lacks: ", "mage"],
        ),
        (
            FARGATE.into(),
            json!({"credentials": false}),
            vec![],
            vec!["credentials", "Sign in", "Unable to locate credentials"],
        ),
        (
            format!("{FARGATE}&aws_account_id=000000000001"),
            nothing.clone(),
            vec![],
            vec!["123456789012", "000000000001"],
        ),
        (
            format!("{FARGATE}&create_cluster=false"),
            nothing.clone(),
            vec![],
            vec!["no cluster delegates", "Create it"],
        ),
        (
            FARGATE.into(),
            json!({"vpc": false}),
            vec![],
            vec!["no default VPC", "Give subnets"],
        ),
        (
            FARGATE.into(),
            json!({"subnets": []}),
            vec![],
            vec!["no default subnets"],
        ),
        (
            FARGATE.into(),
            service("status", json!("DRAINING")),
            vec![],
            vec!["being deleted", "Run this again"],
        ),
        (
            EC2.into(),
            done.clone(),
            vec![],
            vec!["runs on FARGATE", "another service name"],
        ),
        (
            FARGATE.into(),
            service("launchType", Value::Null),
            vec![],
            vec!["runs on capacity providers"],
        ),
        (
            FARGATE.into(),
            service("schedulingStrategy", json!("DAEMON")),
            vec![],
            vec!["DAEMON"],
        ),
        (
            FARGATE.into(),
            service("deploymentController", json!({"type": "CODE_DEPLOY"})),
            vec![],
            vec!["CODE_DEPLOY"],
        ),
        (
            format!("{FARGATE}&capacity=FARGATE_SPOT"),
            done.clone(),
            vec![],
            vec!["capacity provider FARGATE_SPOT", "Add it"],
        ),
        (
            format!("{EC2}&capacity=own"),
            nothing.clone(),
            vec![],
            vec!["capacity provider own", "Create the cluster"],
        ),
        (
            format!("{FARGATE}&{network}"),
            json!({"elsewhere": ["subnet-1a1b2c3d4e5f67890"]}),
            vec![],
            vec![
                "not all in Region us-west-2",
                "'subnet-1a1b2c3d4e5f67890' does not exist",
            ],
        ),
        (
            format!("{EC2}&subnets=subnet-0a1b2c3d4e5f67890"),
            json!({"elsewhere": ["subnet-0a1b2c3d4e5f67890"]}),
            vec![],
            vec!["not all in Region us-west-2"],
        ),
        (
            format!("{FARGATE}&{network}"),
            json!({"other_vpc": ["subnet-1a1b2c3d4e5f67890"]}),
            vec![],
            vec!["vpc-0a and vpc-0b", "one VPC"],
        ),
        (
            format!("{FARGATE}&{network}"),
            json!({"elsewhere": ["sg-0a1b2c3d4e5f67890"]}),
            vec![],
            vec!["security groups of the page are not all in Region us-west-2"],
        ),
        (
            format!("{FARGATE}&{network}"),
            json!({"other_vpc": ["sg-0a1b2c3d4e5f67890"]}),
            vec![],
            vec!["vpc-0a", "sg-0a1b2c3d4e5f67890 of the page is not"],
        ),
        (
            FARGATE.replace("us-west-2", "eu-west-1"),
            done.clone(),
            vec![],
            vec![
                "role build-blue-execution",
                "Region us-west-2",
                "another service name",
            ],
        ),
        (
            FARGATE.into(),
            with("/clusters/delegates/status", json!("DEPROVISIONING")),
            vec![],
            vec!["cluster delegates is being deleted", "Run this again"],
        ),
        (
            FARGATE.into(),
            json!({"roles": {"build-blue-execution": foreign}}),
            vec![],
            vec!["role build-blue-execution", "did not create"],
        ),
        (
            FARGATE.into(),
            with("/services", json!({})),
            vec!["--rotate"],
            vec!["no option --rotate", "--rotate-token"],
        ),
        (
            format!(
                "{FARGATE}&token_secret_arn=arn:aws:secretsmanager:us-west-2:123456789012:secret:x-a1B2c3"
            ),
            nothing.clone(),
            vec!["--rotate-token"],
            vec!["no option --rotate-token"],
        ),
        (
            FARGATE.replace("cluster=delegates", "cluster=file:///etc/passwd"),
            nothing.clone(),
            vec![],
            vec!["file:///etc/passwd", "address"],
        ),
        (
            format!("{FARGATE}&log_group=http://x/"),
            nothing.clone(),
            vec![],
            vec!["http://x/", "address"],
        ),
    ];
    each(
        &cases,
        |(query, _, arguments, words)| format!("{query} {arguments:?}: {words:?}"),
        |(query, state, arguments, words)| {
            let place = Place::new(query);
            place.set_state(state);
            let run = place.run(arguments, Token::Variable(TOKEN));
            run.assert_stops(words);
            run.assert_stops(&["Nothing was changed."]);
            assert!(run.changes().is_empty(), "{:?}", run.changes());
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
fn a_role_that_others_made_for_the_same_is_used() {
    let mut state = finished_state(FARGATE);
    state["roles"]["build-blue-execution"]["Tags"] = json!([]);
    let place = Place::new(FARGATE);
    place.set_state(&state);
    assert!(place.run(&[], Token::None).assert_ok().changes().is_empty());
    // One of the script's own is brought up to date.
    let mut state = finished_state(FARGATE);
    state["roles"]["build-blue-task"]["AssumeRolePolicyDocument"]["Statement"] = json!([]);
    place.set_state(&state);
    assert_eq!(
        place.run(&[], Token::None).assert_ok().changes(),
        ["iam update-assume-role-policy"]
    );
    assert_eq!(place.state(), finished_state(FARGATE));
}

#[test]
fn tokens() {
    // Nothing given: nothing is created.
    for input in [
        Token::None,
        Token::Input("\n"),
        Token::Input("\r\n"),
        Token::Variable(""),
    ] {
        let place = Place::new(FARGATE);
        let run = place.run(&[], input);
        run.assert_stops(&[
            "No delegate token was given",
            "DELEGATE_TOKEN",
            "Nothing was changed.",
        ]);
        assert!(run.changes().is_empty(), "{:?}", run.changes());
    }
    // The first line of the input, whatever ends it, and no more of it.
    for end in ["", "\n", "\r\n", "\nsecond line\n"] {
        let place = Place::new(FARGATE);
        place.run(&[], Token::Input(&format!("{TOKEN}{end}"))).assert_ok();
        assert_eq!(
            place.state()["secrets"]["harness/build-blue"]["SecretString"],
            TOKEN
        );
    }
    // A password that is lacking is noticed before the token's secret is created.
    let place = Place::new(&configurations()[2]);
    let run = place.run(&[], Token::Input(TOKEN));
    run.assert_stops(&["No proxy password was given", "PROXY_PASSWORD"]);
    assert!(run.changes().is_empty(), "{:?}", run.changes());
    // The password has the second line, also where the token's secret exists already; the first, where a variable
    // holds the token.
    let password =
        |state: &Value| state["secrets"]["harness/build-blue-proxy-password"]["SecretString"].clone();
    place.run(&[], Token::Input(&input())).assert_ok();
    let mut state = place.state();
    assert_eq!(password(&state), "the proxy's password");
    state["secrets"]
        .as_object_mut()
        .expect("a map")
        .remove("harness/build-blue-proxy-password");
    place.set_state(&state);
    place.run(&[], Token::Input(&input())).assert_ok();
    assert_eq!(password(&place.state()), "the proxy's password");
    let place = Place::new(&configurations()[2]);
    let run = place.run_with(&[], &[("DELEGATE_TOKEN", TOKEN)], "the proxy's password\n");
    run.assert_ok();
    assert_eq!(password(&place.state()), "the proxy's password");
}

#[test]
fn a_token_in_plain_text_is_in_the_task_definition_only() {
    for query in [FARGATE, EC2] {
        let mut place = Place::new(&format!("{query}&token_source=plain"));
        place.is_plain = true;
        place
            .run(&[], Token::None)
            .assert_stops(&["No delegate token was given", "Nothing was changed."]);
        let token = format!("{TOKEN}\"\\");
        let run = place.run(&[], Token::Input(&token)).assert_ok();
        let task = run.inputs("ecs register-task-definition")[0].to_string();
        assert!(
            task.contains(&serde_json::to_string(&token).expect("a text")),
            "{task}"
        );
        assert!(
            !run.changes()
                .iter()
                .any(|call| call.starts_with("secretsmanager")),
            "{:?}",
            run.changes()
        );
        assert!(
            place
                .run(&[], Token::Variable(&token))
                .assert_ok()
                .changes()
                .is_empty()
        );
    }
}

#[test]
fn a_token_is_rotated_and_the_delegate_restarted() {
    let done = finished_state(FARGATE);
    let place = Place::new(FARGATE);
    place.set_state(&done);
    let run = place
        .run(&["--rotate-token"], Token::Variable(NEW_TOKEN))
        .assert_ok();
    assert_eq!(
        run.changes(),
        [
            "secretsmanager put-secret-value",
            "ecs update-service",
            "ecs tag-resource"
        ]
    );
    assert_eq!(
        place.state()["forced"],
        1,
        "tasks keep the old token until they are replaced"
    );
    assert_eq!(
        place.state()["secrets"]["harness/build-blue"]["SecretString"],
        NEW_TOKEN
    );
    let run = place.run(&["--rotate-token"], Token::None);
    run.assert_stops(&["No delegate token was given"]);
    assert!(run.changes().is_empty());
    // Where there is no secret yet, it is created.
    let place = Place::new(FARGATE);
    place.run(&["--rotate-token"], Token::Variable(TOKEN)).assert_ok();
    assert_eq!(place.state(), done);
}

/// Who may see one secret only is told of one that is not there that it may not be seen.
#[test]
fn a_secret_that_may_not_be_seen_is_created_if_it_is_not_there() {
    let denied = json!([{"call": "secretsmanager describe-secret", "message": "An error occurred (AccessDeniedException) \
        when calling the DescribeSecret operation: User: arn:aws:sts::123456789012:assumed-role/x/y is not authorized to \
        perform: secretsmanager:DescribeSecret on resource: harness/build-blue because no identity-based policy allows \
        the secretsmanager:DescribeSecret action"}]);
    let place = Place::new(FARGATE);
    place.set_faults(&denied);
    place.run(&[], Token::Variable(TOKEN)).assert_ok();
    let done = finished_state(FARGATE);
    assert_eq!(place.state(), done);
    // It is there: it keeps its value.
    place.set_faults(&denied);
    let run = place.run(&[], Token::Variable(NEW_TOKEN));
    run.assert_stops(&["already exists", "Nothing was changed."]);
    assert_eq!(place.state(), done);
}

#[test]
fn a_secret_that_is_to_be_deleted_is_restored() {
    let done = finished_state(FARGATE);
    let mut state = done.clone();
    state["secrets"]["harness/build-blue"]["DeletedDate"] = json!("2026-11-20T00:00:00Z");
    let place = Place::new(FARGATE);
    place.set_state(&state);
    let run = place.run(&[], Token::None).assert_ok();
    assert_eq!(run.changes(), ["secretsmanager restore-secret"]);
    assert!(run.said().contains("is restored"), "{}", run.said());
    assert_eq!(place.state(), done);
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

/// In a terminal the token is asked for, and nothing of it appears there.
#[test]
fn a_token_that_is_typed_is_not_shown() {
    let place = Place::new(FARGATE);
    let typed = json!([{"wait": "delegate token (it is not shown): "}, {"hidden": true}, {"type": format!("{TOKEN}\n")}]);
    let (shown, status) = place.in_terminal(
        &[
            common::programs::find("bash").to_str().expect("UTF-8"),
            "deploy.sh",
        ],
        &typed,
    );
    assert_eq!(status, 0, "{shown}");
    assert!(!shown.contains(TOKEN), "{shown}");
    assert_eq!(
        place.state()["secrets"]["harness/build-blue"]["SecretString"],
        TOKEN
    );
    assert_eq!(place.state(), finished_state(FARGATE));
    // Nothing typed, or an end of the input.
    for nothing in ["\n", "\u{4}"] {
        let place = Place::new(FARGATE);
        let typed = json!([{"wait": "(it is not shown): "}, {"hidden": true}, {"type": nothing}]);
        let (shown, status) = place.in_terminal(
            &[
                common::programs::find("bash").to_str().expect("UTF-8"),
                "deploy.sh",
            ],
            &typed,
        );
        assert_eq!(status, 1, "{shown}");
        assert!(shown.contains("No delegate token was given"), "{shown}");
        assert_eq!(place.state(), json!({}));
    }
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
