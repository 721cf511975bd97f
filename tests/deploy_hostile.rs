//! `deploy.sh` passes exactly the given values to `aws` and runs nothing else, whatever the values are: any text in
//! every field at once, under a bash that finds only programs that record their calls.

mod common;

use common::forms::{cases, cli_form};
use common::script::{Place, TOKEN, Token, finished};
use common::{Outcome, programs};
use configurator::Form;
use configurator::choices::{LaunchType, Way};
use configurator::fields::{self, FIELDS, Kind};
use configurator::outputs::language::shell;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The programs that the script itself calls.
const OWN: &[&str] = &["awk", "jq", "sha256sum", "grep", "cat", "tr", "mktemp", "rm"];

fn outcome_of(form: &Form, way: Way) -> Outcome {
    let mut form = form.clone();
    form.set(&fields::WAY, vec![way.value().to_owned()]);
    Outcome::of_form(form)
}

fn without_nul(text: &impl ToString) -> String {
    text.to_string().replace('\0', "")
}

/// Compares the tags of two documents and removes them. The script sends the user's tags, its own, and a digest.
fn assert_tags(sent: &mut Value, shown: &mut Value) {
    let sent = sent
        .as_object_mut()
        .and_then(|sent| sent.remove("tags"))
        .expect("tags");
    let mut sent = sent.as_array().cloned().expect("a list");
    assert_eq!(sent.pop().expect("a tag")["key"], "configurator-digest");
    if sent
        .last()
        .is_some_and(|tag| tag["key"] == "configurator-secrets")
    {
        sent.pop();
    }
    let shown = shown
        .as_object_mut()
        .expect("an object")
        .remove("tags")
        .unwrap_or(json!([]));
    let mut expected = shown.as_array().cloned().expect("a list");
    expected.retain(|tag| {
        tag["key"] != "created-by"
            && tag["key"] != "configurator-digest"
            && tag["key"] != "configurator-secrets"
    });
    expected.push(json!({"key": "created-by", "value": "ecs-delegate-configurator"}));
    let expected = serde_json::to_value(expected).expect("JSON");
    assert_eq!(Value::Array(sent), expected);
}

#[allow(clippy::too_many_lines)] // one call after the other
fn assert_hands_over(form: Form) {
    let form = finished(form);
    let (script, cli) = (outcome_of(&form, Way::Script), outcome_of(&form, Way::Cli));
    assert_eq!(script.missing(), Vec::<&str>::new());
    let mut place = Place::new("way=script");
    place.is_plain = true;
    place.set_outcome(&script);
    let deployment = &script.deployment;
    let service = &deployment.service;
    let providers: Vec<String> = service
        .capacity_provider_strategy
        .iter()
        .map(|i| i.capacity_provider.to_string())
        .collect();
    let (cluster, arn) = (
        without_nul(&deployment.cluster.name),
        without_nul(&deployment.account),
    );
    let account = if deployment.given_account().is_none() {
        "123456789012".to_owned()
    } else {
        arn
    };
    let mut state = json!({"account": account, "instances": 1});
    if !deployment.cluster.create || !providers.is_empty() {
        state["clusters"] = json!({&cluster: {"clusterName": cluster, "status": "ACTIVE", "capacityProviders": providers,
            "registeredContainerInstancesCount": 1}});
    }
    place.set_state(&state);
    let run = place.run(&[], Token::Input(&format!("{TOKEN}\nthe proxy's password\n")));
    let text = script.file("deploy.sh");

    let ran: BTreeSet<&str> = run.program_names();
    assert!(
        ran.iter().all(|name| OWN.contains(name)),
        "a value ran a program: {ran:?}\n{text}"
    );
    let roles = [&deployment.execution_role, &deployment.task_role];
    let secret = deployment.secrets.first();
    let names = [
        Some(&deployment.cluster.name),
        Some(&service.service_name),
        Some(&deployment.task_definition.family),
        deployment.log_group.as_ref().map(|group| &group.name),
        secret.and_then(|secret| secret.kms_key.as_ref()),
    ];
    let names = names.into_iter().flatten();
    let names: Vec<String> = names
        .chain(roles.into_iter().flatten().map(|role| &role.name))
        .map(ToString::to_string)
        .collect();
    if names.iter().any(|name| !shell::is_literal_item(name)) {
        run.assert_stops(&["an address", "Nothing was changed."]);
        assert!(run.calls.is_empty(), "{:?}", run.calls);
        return;
    }
    let run = run.assert_ok();
    assert!(run.output.stderr.is_empty(), "{}", run.said());

    for call in &run.calls {
        assert_eq!(call["region"], without_nul(&deployment.region), "{call}");
    }
    let input = |name: &str| {
        let inputs = run.inputs(name);
        assert_eq!(inputs.len(), 1, "{name}: {inputs:?}");
        inputs[0].clone()
    };
    // The script sends what it found or created where the page shows a placeholder.
    let state = place.state();
    let mut task = input("ecs register-task-definition");
    let mut shown = cli.json("task-spec.json");
    assert_tags(&mut task, &mut shown);
    for (member, role) in [
        ("executionRoleArn", &deployment.execution_role),
        ("taskRoleArn", &deployment.task_role),
    ] {
        if let Some(role) = role {
            shown[member] = state["roles"][without_nul(&role.name)]["Arn"].clone();
        }
    }
    let shown_secrets = shown
        .pointer_mut("/containerDefinitions/0/secrets")
        .and_then(Value::as_array_mut);
    for (own, secret) in shown_secrets.into_iter().flatten().zip(&deployment.secrets) {
        if secret.arn.is_none() {
            own["valueFrom"] = state["secrets"][secret.name.to_string()]["ARN"].clone();
        }
    }
    let text_of = |value: &Value| serde_json::to_string_pretty(value).expect("JSON");
    if deployment.given_account().is_none() && deployment.execution_role.is_none() {
        let whole = text_of(&shown).replace("<AWS_ACCOUNT_ID>", &account);
        shown = serde_json::from_str(&whole).expect("JSON");
    }
    assert_eq!(text_of(&task), text_of(&shown), "{text}");

    let mut sent = input("ecs create-service");
    let mut shown = cli.json("service.json");
    assert_tags(&mut sent, &mut shown);
    shown["taskDefinition"] = sent["taskDefinition"].clone();
    assert!(
        sent["taskDefinition"]
            .as_str()
            .is_some_and(|arn| arn.ends_with(":1")),
        "{sent}"
    );
    if let Some(network) = shown.pointer_mut("/networkConfiguration/awsvpcConfiguration") {
        if form.text(&fields::SUBNETS).trim().is_empty() {
            network["subnets"] = json!(["subnet-0a", "subnet-0b"]);
            network["assignPublicIp"] = json!("ENABLED");
        }
        if network["securityGroups"][0] == "<SECURITY_GROUP>"
            || network["securityGroups"] == json!(["SEC_GROUP"])
        {
            network["securityGroups"] =
                sent["networkConfiguration"]["awsvpcConfiguration"]["securityGroups"].clone();
        }
        if network["subnets"]
            .as_array()
            .is_some_and(|subnets| subnets.len() == 1 && subnets[0] == "<SUBNET>")
        {
            network["subnets"] = json!(["subnet-0a", "subnet-0b"]);
            network["assignPublicIp"] = json!("ENABLED");
        }
    }
    assert_eq!(text_of(&sent), text_of(&shown), "{text}");

    // The other calls contain only names.
    if deployment.cluster.create && providers.is_empty() {
        assert_eq!(input("ecs create-cluster")["clusterName"], cluster);
    }
    if let Some(group) = &deployment.log_group {
        assert_eq!(
            input("logs create-log-group")["logGroupName"],
            without_nul(&group.name)
        );
    }
    for secret in deployment.secrets.iter().filter(|secret| secret.arn.is_none()) {
        let created = state["secrets"][secret.name.to_string()].clone();
        assert_eq!(created["Name"], secret.name.to_string());
        assert_eq!(
            created["KmsKeyId"].as_str(),
            secret.kms_key.as_ref().map(without_nul).as_deref()
        );
    }
    for (role, file) in roles.into_iter().zip(["execution-role", "task-role"]) {
        let Some(role) = role else { continue };
        let created = &state["roles"][without_nul(&role.name)];
        let resolved = |file: &str| {
            let mut text = cli.file(file).replace("<AWS_ACCOUNT_ID>", &account);
            for (secret, placeholder) in deployment
                .secrets
                .iter()
                .zip(deployment.secrets.iter().map(|s| s.field().placeholder()))
            {
                if let Some(arn) = state["secrets"][secret.name.to_string()]["ARN"].as_str() {
                    text = text.replace(
                        placeholder.unwrap_or_default(),
                        &arn.replace('\\', "\\\\").replace('"', "\\\""),
                    );
                }
            }
            serde_json::from_str::<Value>(&text).expect("JSON")
        };
        assert_eq!(
            created["AssumeRolePolicyDocument"],
            resolved(&format!("{file}-trust.json"))
        );
        if role.policy.is_some() {
            assert_eq!(
                text_of(&created["policies"][file]),
                text_of(&resolved(&format!("{file}-policy.json")))
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20, ..cases(24) })]

    #[test]
    fn any_text_in_every_field(form in cli_form()) {
        let mut form = form;
        // The script stops if the user is signed in to another account.
        if form.text(&fields::AWS_ACCOUNT_ID) != fields::AWS_ACCOUNT_ID.sample {
            form.set(&fields::AWS_ACCOUNT_ID, vec![String::new()]);
        }
        assert_hands_over(form);
    }
}

#[test]
fn the_same_hostile_text_in_every_field() {
    let hostile = [
        "'; touch pwned; '",
        "$(touch pwned)`touch pwned`",
        "a\ntouch pwned\n",
        "-x \\",
        "x' && touch pwned #\u{202E}\0",
        "\nEOF\nEND\n]]>${x}%{y}",
        "[\"x\"]",
        "[x",
        "file:///etc/passwd",
    ];
    for (number, hostile) in hostile.into_iter().enumerate() {
        let mut form = Form::default();
        form.set(
            &fields::LAUNCH_TYPE,
            vec![LaunchType::ALL[number % 2].value().to_owned()],
        );
        for field in FIELDS.iter().copied() {
            match field.kind {
                Kind::Choice(..) | Kind::Flag(_) | Kind::Number(..) => {}
                Kind::Rows(_) => form.set(field, vec![format!("{hostile}={hostile}")]),
                _ => form.set(field, vec![hostile.to_owned()]),
            }
        }
        for field in [
            &fields::EXECUTION_ROLE_ARN,
            &fields::TASK_ROLE_ARN,
            &fields::TOKEN_SECRET_ARN,
            &fields::AWS_ACCOUNT_ID,
        ] {
            form.set(field, vec![String::new()]);
        }
        assert_hands_over(form);
    }
}

/// The check itself works: it notices a value that escapes.
#[test]
fn an_unquoted_value_would_be_seen() {
    let place = Place::new("way=script");
    std::fs::write(
        place.work().join("deploy.sh"),
        "#!/usr/bin/env bash\nx=1; touch pwned\n",
    )
    .expect("a temporary file");
    let run = place.run(&[], Token::None);
    assert!(
        run.program_names().contains("touch"),
        "{}",
        programs::said(&run.output)
    );
}
