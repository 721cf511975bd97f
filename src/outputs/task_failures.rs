//! The commands that print why the tasks of the service do not run: the events of the service, the reason why the last
//! task stopped, and the end of its log. `deploy.sh` does the same with jq (`script/parts/wait.sh`).

use super::language::aws_cli::Command;
use super::step::{Stage, Step};
use crate::deployment::Deployment;
use crate::document::written::Written;

/// Returns the step.
pub fn step(deployment: &Deployment) -> Step {
    let sentence = "If the tasks do not run, print the last events of the service, the reason why the last task stopped, \
                    and the end of its log.";
    let mut text = Written::from("(\n  export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off\n");
    for line in lines(deployment) {
        text.append(&line.between("  ", "\n"));
    }
    text.push(")");
    Step::new(Stage::Later, sentence).command(text)
}

/// Returns the lines of the commands. A command that fails does not stop them.
pub fn lines(deployment: &Deployment) -> Vec<Written> {
    let Deployment { cluster, service, .. } = deployment;
    let ecs = |operation: &str| {
        Command::aws("ecs", operation, &deployment.region).option("--cluster", &cluster.name)
    };
    let events = ecs("describe-services").list_of("--services", &service.service_name);
    let stopped = ecs("list-tasks")
        .option("--service-name", &service.service_name)
        .options("--desired-status", &["STOPPED"]);
    let reasons =
        "sort_by(tasks[?stoppedAt], &stoppedAt)[-1].[stoppedReason, containers[].[name, reason, exitCode]]";
    let mut lines: Vec<Written> = vec![
        "echo 'The last events of the service:'".into(),
        events.query("services[0].events[:5].[message]", "text").line(),
        "echo 'Why the last task stopped:'".into(),
        stopped
            .query("taskArns[:100]", "json")
            .line()
            .between("tasks=$(", ")"),
        "if [ \"$tasks\" = '[]' ]; then".into(),
        "  echo 'ECS lists no stopped task.'".into(),
        "else".into(),
        ecs("describe-tasks")
            .variable("--tasks", "tasks")
            .query(reasons, "json")
            .line()
            .between("  ", ""),
        "fi".into(),
    ];
    // The published Terraform module names its log group itself.
    let log_group = deployment.log_group.as_ref();
    if let Some(group) = log_group.filter(|_| deployment.module.is_none()) {
        let logs = |operation: &str| {
            Command::aws("logs", operation, &deployment.region).option("--log-group-name", &group.name)
        };
        let newest = logs("describe-log-streams")
            .options("--order-by", &["LastEventTime"])
            .flag("--descending")
            .options("--limit", &["1"]);
        let events = logs("get-log-events")
            .variable("--log-stream-name", "stream")
            .options("--limit", &["20"]);
        lines.extend([
            "echo 'The end of the log:'".into(),
            newest
                .query("logStreams[0].logStreamName", "text")
                .line()
                .between("stream=$(", ")"),
            "if [ -n \"$stream\" ] && [ \"$stream\" != None ]; then".into(),
            events
                .query("events[].[message]", "text")
                .line()
                .between("  ", ""),
            "fi".into(),
        ]);
    }
    lines
}
