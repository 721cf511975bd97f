//! The delegate token and the proxy's password: where they come from and where they go.

use crate::common::programs;
use crate::common::script::{EC2, FARGATE, NEW_TOKEN, Place, TOKEN, Token};
use crate::setup::{configurations, finished_state, input};
use serde_json::{Value, json};

#[test]
fn tokens() {
    // Without a token the script creates nothing.
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
    // The token is the first line of the input, whatever ends the line.
    for end in ["", "\n", "\r\n", "\nsecond line\n"] {
        let place = Place::new(FARGATE);
        place.run(&[], Token::Input(&format!("{TOKEN}{end}"))).assert_ok();
        assert_eq!(
            place.state()["secrets"]["harness/build-blue"]["SecretString"],
            TOKEN
        );
    }
    // The script notices a missing password before it creates the token's secret.
    let place = Place::new(&configurations()[2]);
    let run = place.run(&[], Token::Input(TOKEN));
    run.assert_stops(&["No proxy password was given", "PROXY_PASSWORD"]);
    assert!(run.changes().is_empty(), "{:?}", run.changes());
    // The password is the second line, even if the token's secret exists. If a variable holds the token, it is the
    // first.
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
            "ecs register-task-definition",
            "ecs update-service",
            "ecs tag-resource"
        ]
    );
    assert_eq!(
        place.state()["restarts"],
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
    // Without a secret, the script creates it.
    let place = Place::new(FARGATE);
    place.run(&["--rotate-token"], Token::Variable(TOKEN)).assert_ok();
    assert_eq!(place.state(), done);
}

/// AWS denies access to a missing secret if the policy allows access to other secrets only.
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
    // An existing secret keeps its value.
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

/// In a terminal the script asks for the token and does not show it.
#[test]
fn a_token_that_is_typed_is_not_shown() {
    let place = Place::new(FARGATE);
    let typed = json!([{"wait": "delegate token (it is not shown): "}, {"hidden": true}, {"type": format!("{TOKEN}\n")}]);
    let (shown, status) = place.in_terminal(
        &[programs::find("bash").to_str().expect("UTF-8"), "deploy.sh"],
        &typed,
    );
    assert_eq!(status, 0, "{shown}");
    assert!(!shown.contains(TOKEN), "{shown}");
    assert_eq!(
        place.state()["secrets"]["harness/build-blue"]["SecretString"],
        TOKEN
    );
    assert_eq!(place.state(), finished_state(FARGATE));
    // An empty line, and the end of the input.
    for nothing in ["\n", "\u{4}"] {
        let place = Place::new(FARGATE);
        let typed = json!([{"wait": "(it is not shown): "}, {"hidden": true}, {"type": nothing}]);
        let (shown, status) = place.in_terminal(
            &[programs::find("bash").to_str().expect("UTF-8"), "deploy.sh"],
            &typed,
        );
        assert_eq!(status, 1, "{shown}");
        assert!(shown.contains("No delegate token was given"), "{shown}");
        assert_eq!(place.state(), json!({}));
    }
}

/// A token that the script does not use is named before the first change, and the run goes on: a job may export it always.
#[test]
fn a_token_that_is_not_used_is_named() {
    let newer = format!("{FARGATE}&image=harness/delegate:26.11.1");
    let place = Place::new(&newer);
    let done = finished_state(FARGATE);
    place.set_state(&done);
    let run = place.run(&[], Token::Variable(NEW_TOKEN)).assert_ok();
    let said = run.said();
    let (notice, change) = (said.find("--rotate-token"), said.find("registered."));
    assert!(notice.is_some() && notice < change, "{said}");
    assert!(
        said.contains("it keeps its token. The one in DELEGATE_TOKEN is not used"),
        "{said}"
    );
    assert_eq!(place.state()["secrets"], done["secrets"]);
    let said = place.run(&[], Token::None).assert_ok().said();
    assert!(!said.contains("not used"), "{said}");

    // The proxy's password, and a line of the input that can be told from another one.
    let query = &configurations()[2];
    let place = Place::new(query);
    let mut state = finished_state(query);
    place.set_state(&state);
    let said = place
        .run_with(&[], &[("PROXY_PASSWORD", "p")], "")
        .assert_ok()
        .said();
    assert!(
        said.contains("it keeps its proxy password. The one in PROXY_PASSWORD is not used"),
        "{said}"
    );
    state["secrets"]
        .as_object_mut()
        .expect("a map")
        .remove("harness/build-blue-proxy-password");
    place.set_state(&state);
    let said = place.run(&[], Token::Input(&input())).assert_ok().said();
    assert!(said.contains("The first line of the input is not used"), "{said}");

    // Scripts that never ask for a token.
    let given = "token_secret_arn=arn:aws:secretsmanager:us-west-2:123456789012:secret:x-a1B2c3";
    for more in [given, "token_source=plain&token=c2VjcmV0LXRva2VuLW9mLXRoZS1mb3Jt"] {
        let mut place = Place::new(&format!("{FARGATE}&{more}"));
        place.is_plain = true;
        let said = place.run(&[], Token::Variable(TOKEN)).assert_ok().said();
        let notice = said.find("DELEGATE_TOKEN is not used");
        assert!(notice.is_some() && notice < said.find("created."), "{said}");
        assert!(
            !place
                .run(&[], Token::None)
                .assert_ok()
                .said()
                .contains("not used")
        );
    }
}

/// A secret without a value, which somebody created and did not fill in.
#[test]
fn a_secret_without_a_value_gets_one() {
    let done = finished_state(FARGATE);
    let mut state = done.clone();
    let secret = state["secrets"]["harness/build-blue"]
        .as_object_mut()
        .expect("a map");
    secret.remove("SecretString");
    secret.remove("VersionIdsToStages");
    let place = Place::new(FARGATE);
    place.set_state(&state);
    place
        .run(&[], Token::None)
        .assert_stops(&["No delegate token was given", "Nothing was changed."]);
    let run = place.run(&[], Token::Variable(TOKEN)).assert_ok();
    assert_eq!(run.changes(), ["secretsmanager put-secret-value"]);
    assert_eq!(place.state(), done);
}
