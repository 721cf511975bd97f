//! The capacity providers of the cluster: one list, which belongs to whoever creates the cluster.

use crate::common::Outcome;
use crate::common::moto::Moto;
use crate::common::programs;
use crate::forms::FINISHED;
use configurator::document::written::Written;
use serde_json::json;

const SPOT: &str = "way=terraform&terraform_source=standalone&capacity=FARGATE_SPOT";

/// The command in the step that adds the providers, if the file has this step.
fn command(outcome: &Outcome) -> Option<&str> {
    let commands = outcome.files[0]
        .steps
        .iter()
        .filter_map(|step| step.command.as_ref());
    let mut texts = commands.map(Written::text);
    texts.find(|text| text.contains("put-cluster-capacity-providers"))
}

/// Terraform would replace the list of a cluster that others use too.
#[test]
fn terraform_sets_them_only_for_a_cluster_that_it_creates() {
    for (more, is_ours) in [
        ("", true),
        ("create_cluster=false", false),
        ("terraform_import=true", false),
        ("terraform_import=true&create_cluster=false", false),
    ] {
        let outcome = Outcome::of(&format!("{FINISHED}&{SPOT}&{more}"));
        let text = outcome.file("standalone.tf");
        let sets = text.contains("resource \"aws_ecs_cluster_capacity_providers\"");
        assert_eq!((sets, command(&outcome).is_none()), (is_ours, is_ours), "{more}");
    }
    for more in ["", "&capacity=FARGATE_SPOT&terraform_source=module"] {
        let other = Outcome::of(&format!("{FINISHED}&way=terraform&create_cluster=false{more}"));
        assert_eq!(command(&other), None, "{more}");
    }
}

/// The command of the step adds the providers and keeps what the cluster has.
#[test]
fn the_command_keeps_what_the_cluster_has() {
    let moto = Moto::start();
    let create = |more: &[&str]| {
        let create = ["ecs", "create-cluster", "--cluster-name", "delegates"];
        moto.aws("us-west-2", &[&create, more].concat());
    };
    let outcome = Outcome::of(&format!("{FINISHED}&{SPOT}&create_cluster=false"));
    let command = command(&outcome).expect("a step");
    for (given, expected) in [
        (&[][..], json!([["FARGATE", "FARGATE_SPOT"], []])),
        (
            &[
                "--capacity-providers",
                "FARGATE",
                "blue",
                "--default-capacity-provider-strategy",
                "capacityProvider=blue,weight=1,base=2",
            ],
            json!([
                ["FARGATE", "FARGATE_SPOT", "blue"],
                [{ "capacityProvider": "blue", "weight": 1, "base": 2 }],
            ]),
        ),
    ] {
        create(given);
        let output = programs::run(
            programs::command("bash")
                .args(["-ec", command])
                .envs(moto.environment()),
        );
        assert!(output.status.success(), "{command}\n{}", programs::said(&output));
        let clusters = moto.aws(
            "us-west-2",
            &["ecs", "describe-clusters", "--clusters", "delegates"],
        );
        let cluster = &clusters["clusters"][0];
        let held = json!([
            cluster["capacityProviders"],
            cluster["defaultCapacityProviderStrategy"]
        ]);
        assert_eq!(held, expected, "{command}");
        moto.aws("us-west-2", &["ecs", "delete-cluster", "--cluster", "delegates"]);
    }
}
