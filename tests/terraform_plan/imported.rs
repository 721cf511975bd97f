//! Terraform takes every member of an imported document, but for those that its provider has no argument for.

use crate::common::whole;
use crate::has_terraform;
use crate::judge::Workspace;
use configurator::document::conform::TERRAFORM;
use configurator::facts::api_service::SERVICE;
use configurator::facts::api_task_definition::TASK_DEFINITION;
use configurator::facts::terraform_provider::ABSENT;
use configurator::import::read;
use configurator::{Form, build, fields, files};
use serde_json::Value;
use std::collections::BTreeSet;

/// The form that carries both documents, with Terraform's plain resources open.
fn imported() -> Form {
    let text = format!("{}\n{}", whole::task_definition(), whole::service());
    let mut form = read(&text, &Form::default()).expect("documents").form;
    for (field, text) in [
        (&fields::WAY, "terraform"),
        (&fields::TERRAFORM_SOURCE, "standalone"),
        (&fields::REGION, "us-west-2"),
    ] {
        form.set(field, vec![text.to_owned()]);
    }
    form
}

#[test]
fn every_member_is_an_argument_or_known_to_be_none() {
    if !has_terraform("planning a document with every member") {
        return;
    }
    let (config, _) = configurator::read(&imported());
    let deployment = build(&config);
    let file = files(&deployment, config.way).remove(0);
    let mut workspace = Workspace::new();
    workspace.put(&file);
    workspace
        .settle()
        .unwrap_or_else(|error| panic!("{error}\n{}", file.text));
    let documents = [
        (deployment.task_definition_tree(), TASK_DEFINITION),
        (deployment.service_tree(), SERVICE),
    ];
    let lost: BTreeSet<String> = documents
        .iter()
        .flat_map(|(tree, shape)| TERRAFORM.split(tree, shape).1)
        .collect();
    assert_eq!(lost, ABSENT.iter().map(|path| (*path).to_owned()).collect());
}

/// The names that the schema of the provider has anywhere in both resources.
fn names(block: &Value, all: &mut BTreeSet<String>) {
    for part in ["attributes", "blocks"] {
        for (name, inner) in block[part].as_object().into_iter().flatten() {
            all.insert(name.clone());
            names(inner.get("block").unwrap_or(inner), all);
        }
    }
}

/// A newer provider may have an argument for what is left out today.
#[test]
fn what_is_left_out_has_no_argument() {
    let schema = include_str!("../terraform_stub/schema.json");
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    let mut all = BTreeSet::new();
    for resource in ["aws_ecs_task_definition", "aws_ecs_service"] {
        names(&schema["resource"][resource], &mut all);
    }
    for path in ABSENT {
        let member = path.rsplit('.').next().expect("a name");
        let usual: String = member
            .chars()
            .flat_map(|c| {
                c.is_ascii_uppercase()
                    .then_some('_')
                    .into_iter()
                    .chain([c.to_ascii_lowercase()])
            })
            .collect();
        // Another object has an argument of this name.
        if *path != "vpcLatticeConfigurations.advancedConfiguration" {
            assert!(!all.contains(&usual), "{path} is {usual}");
        }
    }
}
