//! An imported definition is deployed with the AWS CLI, and what AWS then describes is imported again.

use crate::common::Outcome;
use crate::common::cli::Cli;
use crate::common::moto::Moto;
use crate::common::programs;
use crate::run::{REGION, Run};
use configurator::import::read;
use configurator::{Form, fields};
use serde_json::{Value, json};

/// A definition on EC2 with a sidecar and a volume, and its service.
fn documents(name: &str) -> (Value, Value) {
    let definition = json!({
        "family": format!("imported-{name}"), "networkMode": "bridge", "requiresCompatibilities": ["EC2"],
        "containerDefinitions": [
            {"name": "proxy", "image": "envoyproxy/envoy:v1.31", "essential": false, "memory": 128},
            {"name": "delegate", "image": "harness/delegate:26.10.87203", "essential": true, "memory": 2048,
             "links": ["proxy"], "mountPoints": [{"sourceVolume": "scratch", "containerPath": "/scratch"}],
             "environment": [
                {"name": "ACCOUNT_ID", "value": "6_vVHzo9Qeu9fXvj-AcQCb"}, {"name": "DELEGATE_NAME", "value": "blue"},
                {"name": "DELEGATE_TOKEN", "value": "not-a-real-token"}, {"name": "NEXT_GEN", "value": "true"},
                {"name": "MANAGER_HOST_AND_PORT", "value": "https://app.harness.io"}
             ]}
        ],
        "volumes": [{"name": "scratch", "host": {"sourcePath": "/var/scratch"}}]
    });
    let service = json!({
        "cluster": format!("imported-{name}"), "serviceName": "blue", "taskDefinition": format!("imported-{name}"),
        "launchType": "EC2", "desiredCount": 1, "placementStrategy": [{"type": "spread", "field": "instanceId"}]
    });
    (definition, service)
}

fn json_of(outcome: &Outcome, name: &str) -> Value {
    outcome.json(name)
}

#[test]
fn an_imported_definition_goes_to_aws_and_comes_back() {
    let moto = Moto::start();
    for cli in Cli::available() {
        let (definition, service) = documents(cli.name());
        let mut form = read(&format!("{definition}{service}"), &Form::default())
            .expect("documents")
            .form;
        form.set(&fields::REGION, vec![REGION.to_owned()]);
        let run = Run::of_outcome(cli, Outcome::of_form(form));
        assert_eq!(json_of(&run.outcome, "task-spec.json"), definition);
        let output = run.commands(&moto, &[], "");
        assert!(
            output.status.success(),
            "{}\n{}",
            programs::said(&output),
            run.calls()
        );
        let family = definition["family"].as_str().expect("a text");
        let described = moto.aws(
            REGION,
            &["ecs", "describe-task-definition", "--task-definition", family],
        );
        let services = [
            "ecs",
            "describe-services",
            "--cluster",
            family,
            "--services",
            "blue",
        ];
        let services = moto.aws(REGION, &services);
        let again = read(&format!("{described}{services}"), &Form::default()).expect("descriptions");
        let outcome = Outcome::of_form(again.form);
        let back = json_of(&outcome, "task-spec.json");
        for member in ["family", "networkMode", "volumes"] {
            assert_eq!(back[member], definition[member], "{member}");
        }
        for (at, container) in definition["containerDefinitions"]
            .as_array()
            .expect("a list")
            .iter()
            .enumerate()
        {
            for (name, value) in container.as_object().expect("an object") {
                assert_eq!(back["containerDefinitions"][at][name], *value, "{name}");
            }
        }
        assert!(outcome.missing().is_empty(), "{:?}", outcome.missing());
        // A second run finds nothing to change.
        run.forget_calls();
        let output = run.commands(&moto, &[], "");
        assert!(output.status.success(), "{}", programs::said(&output));
        assert_eq!(run.changes(), [""; 0]);
    }
}
