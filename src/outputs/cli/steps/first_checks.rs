//! The checks of the first step: what would stop a later one is said before anything changes.

use super::block::Block;
use crate::deployment::Deployment;
use crate::document::text::Text;
use crate::outputs::language::aws_cli::Command;
use crate::outputs::language::cli_version;
use crate::outputs::update::needed_cli;

/// Stops the step if the AWS CLI is too old for one of the steps, or if no update makes a service that exists what the page
/// says.
pub fn add(block: &mut Block, deployment: &Deployment) {
    if let Some(needed) = needed_cli(deployment) {
        for line in cli_version::lines(needed, "") {
            block.line(line);
        }
    }
    service(block, deployment);
}

/// An update changes neither the launch type nor the network mode `awsvpc` to another one.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html>, read 2026-11.
fn service(block: &mut Block, deployment: &Deployment) {
    let Deployment { cluster, service, .. } = deployment;
    let members = "services[0].[status,launchType,networkConfiguration.awsvpcConfiguration.assignPublicIp]";
    let found = Command::aws("ecs", "describe-services", &deployment.region)
        .option("--cluster", &cluster.name)
        .list_of("--services", &service.service_name)
        .query(members, "text")
        .line();
    // Without the cluster, AWS knows no service.
    block.line(found.between("found=$(", " 2>/dev/null) || found=''"));
    block.line("found=$(printf '%s' \"$found\" | tr '\\t' ' ')");
    // The public IP address stands for the network configuration: without one, the CLI prints `None`.
    let is_awsvpc = service.network_configuration.is_some();
    let as_it_should_be = match (service.launch_type, is_awsvpc) {
        (Some(launch_type), true) => format!("'ACTIVE {launch_type} '*) ;;"),
        (Some(launch_type), false) => format!("'ACTIVE {launch_type} None') ;;"),
        (None, true) => "'ACTIVE '*) ;;".to_owned(),
        (None, false) => "'ACTIVE '*' None') ;;".to_owned(),
    };
    block.begin("case $found in");
    block.line(as_it_should_be);
    block.begin("ACTIVE*)");
    block.stop(Text::from("The service ").then(&service.service_name).then(
        " exists with another launch type or network mode, which no update changes. Give another service name on the page, or delete that service. Nothing was changed.",
    ));
    block.end_arm();
    block.finish("esac");
}
