//! What the formats make of things that no field makes: what an import carried, and texts that a language takes for
//! something else.

use super::*;
use crate::link::{Secrets, parse};
use crate::{build, read};
use serde_json::{Map, Value, json};

fn deployment(query: &str) -> Deployment {
    build(&read(&parse(query, Secrets::Honour).0).0)
}

fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// The text of the only file of a way.
fn only_file(deployment: &Deployment, way: Way) -> String {
    let [file] = <[_; 1]>::try_from(files(deployment, way)).expect("one file");
    file.text
}

/// What the files of these two formats say about what was carried, without the lines that stand there anyhow.
fn carrying(query: &str, way: Way) -> String {
    let mut deployment = deployment(query);
    let before = only_file(&deployment, way);
    deployment.carried.task_definition = members(json!({
        "family": "not-this-one",
        "pidMode": "task",
        "placementConstraints": [{"type": "memberOf", "expression": "attribute:a == b"}],
        "volumes": [
            {"name": "a", "host": {"sourcePath": "/a"}, "nothing": null},
            {"name": "b", "efsVolumeConfiguration": {"fileSystemId": "fs-0", "authorizationConfig": {"iam": "ENABLED"}}},
            {"name": "c", "dockerVolumeConfiguration": {"autoprovision": true, "driverOpts": {"aB": "c"}, "labels": {"dE": "f"}}},
        ],
    }));
    deployment.carried.service = members(json!({
        "healthCheckGracePeriodSeconds": 7,
        "placementStrategy": [{"type": "spread", "field": "instanceId"}],
        "loadBalancers": [{"targetGroupArn": "arn", "containerPort": 1}],
        "availabilityZoneRebalancing": "ENABLED",
    }));
    let after = only_file(&deployment, way);
    after
        .lines()
        .filter(|line| !before.lines().any(|other| other == *line))
        .fold(String::new(), |all, line| all + line + "\n")
}

#[test]
fn terraform_has_its_own_names_for_what_was_carried() {
    insta::assert_snapshot!(carrying("launch_type=EC2&way=terraform", Way::Terraform), @r#"
    pid_mode = "task"
    placement_constraints {
      expression = "attribute:a == b"
      type       = "memberOf"
    volume {
      host_path = "/a"
      name      = "a"
    volume {
      name = "b"
      efs_volume_configuration {
        file_system_id = "fs-0"
        authorization_config {
          iam = "ENABLED"
    volume {
      name = "c"
      docker_volume_configuration {
        autoprovision = true
        driver_opts = {
          aB = "c"
        labels = {
          dE = "f"
    cluster                           = aws_ecs_cluster.delegate.arn
    name                              = "<DELEGATE_NAME>"
    task_definition                   = aws_ecs_task_definition.delegate.arn
    launch_type                       = "EC2"
    scheduling_strategy               = "REPLICA"
    desired_count                     = 1
    enable_ecs_managed_tags           = true
    propagate_tags                    = "SERVICE"
    availability_zone_rebalancing     = "ENABLED"
    health_check_grace_period_seconds = 7
    ordered_placement_strategy {
      field = "instanceId"
      type  = "spread"
    "#);
}

#[test]
fn cloudformation_has_its_own_names_for_what_was_carried() {
    insta::assert_snapshot!(carrying("launch_type=EC2&way=cloudformation", Way::CloudFormation), @r#"
    PidMode: task
    PlacementConstraints:
      - Expression: "attribute:a == b"
        Type: memberOf
    Volumes:
      - Host:
          SourcePath: /a
        Name: a
      - EFSVolumeConfiguration:
          AuthorizationConfig:
            IAM: ENABLED
          FilesystemId: fs-0
        Name: b
      - DockerVolumeConfiguration:
          Autoprovision: true
          DriverOpts:
            aB: c
          Labels:
            dE: f
        Name: c
    AvailabilityZoneRebalancing: ENABLED
    HealthCheckGracePeriodSeconds: 7
    PlacementStrategies:
      - Field: instanceId
        Type: spread
    "#);
}

/// CloudFormation has one member that is named after its parent.
#[test]
fn the_properties_of_a_proxy_are_named_after_it() {
    let mut deployment = deployment("launch_type=EC2");
    deployment.carried.task_definition =
        members(json!({"proxyConfiguration": {"properties": []}, "properties": []}));
    let template = only_file(&deployment, Way::CloudFormation);
    assert!(
        template.contains("ProxyConfiguration:\n        ProxyConfigurationProperties: []\n"),
        "{template}"
    );
    assert!(template.contains("\n      Properties: []\n"), "{template}");
}

/// A literal that looks like a reference is none in the file.
#[test]
fn what_looks_like_a_reference_stays_a_text() {
    let query = "launch_type=EC2&region=us-west-2&init_script=%24%7Ba%7D&log_group=%24%7Bb%7D";
    let template = only_file(&deployment(query), Way::CloudFormation);
    assert!(template.contains("Value: \"${a}\""), "{template}");
    assert!(template.contains(":log-group:${LogGroup}:*"), "{template}");
    let text = only_file(
        &deployment(
            "create_cluster=false&cluster=%24%7Bc%7D&task_role_permissions=read-s3&s3_bucket=%24%7Bd%7D",
        ),
        Way::CloudFormation,
    );
    assert!(text.contains(":s3:::${!d}/*"), "{text}");
}

#[test]
fn each_way_has_its_files() {
    for way in Way::ALL {
        let names: Vec<_> = files(&deployment(""), *way)
            .iter()
            .map(|file| file.name)
            .collect();
        let known: Vec<_> = all_kinds()
            .filter(|kind| kind.way == *way)
            .map(|kind| kind.name)
            .collect();
        assert!(
            !names.is_empty() && names.iter().all(|name| known.contains(name)),
            "{names:?}"
        );
    }
    let mimes: Vec<&str> = all_kinds().map(|kind| kind.language.mime()).collect();
    assert!(mimes.contains(&"application/json") && mimes.contains(&"application/x-sh"));
    assert!(mimes.contains(&"application/yaml") && mimes.contains(&"text/plain"));
}
