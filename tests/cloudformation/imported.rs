//! CloudFormation takes every member of an imported document, but for those that it has no property for.

use crate::formats::{command, run, scratch};
use configurator::document::conform::CLOUDFORMATION;
use configurator::facts::api_service::SERVICE;
use configurator::facts::api_task_definition::TASK_DEFINITION;
use configurator::facts::cloudformation::ABSENT;
use configurator::import::read;
use configurator::{Form, build, fields, files};
use std::collections::BTreeSet;

#[test]
fn every_member_is_a_property_or_known_to_be_none() {
    let text = format!("{}\n{}", crate::whole::task_definition(), crate::whole::service());
    let mut form = read(&text, &Form::default()).expect("documents").form;
    form.set(&fields::WAY, vec!["cloudformation".to_owned()]);
    form.set(&fields::REGION, vec!["us-west-2".to_owned()]);
    let (config, _) = configurator::read(&form);
    let deployment = build(&config);
    let directory = scratch("cfn-lint-imported");
    let template = files(&deployment, config.way).remove(0).text;
    std::fs::write(directory.join("template.yaml"), &template).expect("a file");
    // The values are made up; the names are what is judged: unknown properties, and those of another type.
    let (_, findings) = run(command("cfn-lint")
        .args(["-r", "us-west-2", "-f", "parseable", "--"])
        .arg(directory.join("template.yaml")));
    let wrong: Vec<&str> = findings
        .lines()
        .filter(|line| line.contains(":E3002:") || line.contains(":E3012:"))
        .collect();
    assert!(wrong.is_empty(), "{}\n{template}", wrong.join("\n"));
    let documents = [
        (deployment.task_definition_tree(), TASK_DEFINITION),
        (deployment.service_tree(), SERVICE),
    ];
    let lost: BTreeSet<String> = documents
        .iter()
        .flat_map(|(tree, shape)| CLOUDFORMATION.split(tree, shape).1)
        .collect();
    assert_eq!(lost, ABSENT.iter().map(|path| (*path).to_owned()).collect());
    // The oracle has looked: it complains of the made-up values.
    assert!(findings.contains(":E3030:"), "{findings}");
}
