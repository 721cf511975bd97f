//! The calls that `commands.sh` must make.

use crate::common::Outcome;
use configurator::Config;

/// The tag of everything that the commands create.
const CREATED_BY: (&str, &str) = ("created-by", "ecs-delegate-configurator");
/// The account of the stub, where the form has none.
pub const ACCOUNT: &str = "012345678901";
/// The ARN of every secret of the stub.
pub const SECRET_ARN: &str = "arn:aws:secretsmanager:us-west-2:012345678901:secret:stub/secret-a1B2c3";
/// The value of every secret.
pub const TOKEN: &str = "not-a-real-token";

/// A file with the values that only AWS knows in place of their placeholders.
pub fn filled(outcome: &Outcome, name: &str) -> String {
    outcome.filled(name, |field| match field {
        "aws_account_id" => ACCOUNT.to_owned(),
        "token_secret_arn" | "proxy_password_secret_arn" => SECRET_ARN.to_owned(),
        other => panic!("commands.sh cannot find {other}"),
    })
}

/// The options and the members of the input with the same meaning. An option with a list has none, because it takes
/// JSON itself.
const MEMBERS: &[(&str, &str)] = &[
    ("--cluster-name", "clusterName"),
    ("--cluster", "cluster"),
    ("--service", "service"),
    ("--services", ""),
    ("--log-group-name", "logGroupName"),
    ("--role-name", "RoleName"),
];

/// The expected calls of a finished configuration that change something or wait, composed without the code that prints
/// them. Nothing exists yet, and the user gave the ARNs of the secrets.
#[allow(clippy::too_many_lines)] // one step after the other, as the file has them
pub fn expected(outcome: &Outcome) -> Vec<Vec<String>> {
    let config: &Config = &outcome.config;
    let known = |value: &configurator::config::TextValue| value.known().unwrap_or_default().to_string();
    let region = known(&config.region);
    let (cluster, service) = (known(&config.cluster), known(&config.service_name));
    let call = |words: &str, options: &[(&str, &str)]| {
        let mut call: Vec<String> = words.split(' ').map(str::to_owned).collect();
        let mut members = Vec::new();
        for (name, value) in [("--region", region.as_str())].iter().chain(options) {
            let own = [
                "--region",
                "--cli-input-json",
                "--assume-role-policy-document",
                "--policy-document",
            ];
            let is_address = ["file://", "fileb://", "http://", "https://"]
                .iter()
                .any(|s| value.starts_with(s));
            let json = serde_json::to_string(value).expect("a text");
            if *name == "--services" && value.trim_start().starts_with('[') {
                // The CLI would read the text as the JSON of the whole list.
                call.extend([(*name).to_owned(), format!("[{json}]")]);
            } else if is_address && !own.contains(name) {
                // The CLI would fetch an address, so the input holds the value instead.
                let member = MEMBERS
                    .iter()
                    .find(|(option, _)| option == name)
                    .expect("a member")
                    .1;
                if member.is_empty() {
                    call.extend([(*name).to_owned(), format!("[{json}]")]);
                } else {
                    members.push(format!("\"{member}\":{json}"));
                }
            } else if value.starts_with('-') {
                call.push(format!("{name}={value}"));
            } else {
                call.extend([(*name).to_owned(), (*value).to_owned()]);
            }
        }
        if !members.is_empty() {
            call.extend([
                "--cli-input-json".to_owned(),
                format!("{{{}}}", members.join(",")),
            ]);
        }
        call
    };
    let quoted = |text: &str| serde_json::to_string(text).expect("a text");
    let tags = |key: &str, value: &str| {
        let tags = config
            .tags
            .iter()
            .map(|tag| (tag.name.as_str(), tag.value.as_str()));
        let tags = tags.filter(|(name, _)| *name != CREATED_BY.0).chain([CREATED_BY]);
        let tags: Vec<String> = tags
            .map(|(name, text)| {
                format!(
                    "{{{}:{},{}:{}}}",
                    quoted(key),
                    quoted(name),
                    quoted(value),
                    quoted(text)
                )
            })
            .collect();
        format!("[{}]", tags.join(","))
    };
    let with_tags = |mut call: Vec<String>, tags: String| {
        call.extend(["--tags".to_owned(), tags]);
        call
    };
    let mut calls = Vec::new();
    if config.create_cluster {
        let mut call = call("ecs create-cluster", &[("--cluster-name", &cluster)]);
        if config
            .capacity
            .known()
            .is_some_and(|capacity| capacity.to_string().starts_with("FARGATE"))
        {
            call.extend(["--capacity-providers", "FARGATE", "FARGATE_SPOT"].map(str::to_owned));
        }
        calls.push(with_tags(call, tags("key", "value")));
    }
    if config.has_logs() {
        let group = known(&config.log_group);
        let map: std::collections::BTreeMap<_, _> = config
            .tags
            .iter()
            .map(|tag| (tag.name.as_str(), tag.value.as_str()))
            .filter(|(name, _)| *name != CREATED_BY.0)
            .chain([CREATED_BY])
            .collect();
        let map = serde_json::to_string(&map).expect("texts");
        calls.push(with_tags(
            call("logs create-log-group", &[("--log-group-name", &group)]),
            map,
        ));
        if let Some(days) = config.log_retention.number() {
            let days = days.to_string();
            let options = [
                ("--log-group-name", group.as_str()),
                ("--retention-in-days", &days),
            ];
            calls.push(call("logs put-retention-policy", &options));
        }
    }
    for (is_created, role) in [
        (config.creates_execution_role(), "execution"),
        (config.creates_task_role(), "task"),
    ] {
        if !is_created {
            continue;
        }
        let name = config.role_name(role).to_string();
        // The shell drops the line feed at the end of what a command prints.
        let document = |kind: &str| {
            filled(outcome, &format!("{role}-role-{kind}.json"))
                .trim_end()
                .to_owned()
        };
        let trust = document("trust");
        let create = call(
            "iam create-role",
            &[("--role-name", &name), ("--assume-role-policy-document", &trust)],
        );
        calls.push(with_tags(create, tags("Key", "Value")));
        calls.push(call("iam wait role-exists", &[("--role-name", &name)]));
        let policy = document("policy");
        if !policy.is_empty() {
            let options = [
                ("--role-name", name.as_str()),
                ("--policy-name", &format!("{role}-role")),
                ("--policy-document", &policy),
            ];
            calls.push(call("iam put-role-policy", &options));
        }
    }
    let is_filled = filled(outcome, "task-spec.json") != outcome.file("task-spec.json");
    let input = if is_filled {
        "file://TEMPORARY"
    } else {
        "file://task-spec.json"
    };
    calls.push(call(
        "ecs register-task-definition",
        &[("--cli-input-json", input)],
    ));
    let count = config.desired_count.number().unwrap_or(1).to_string();
    let family = known(&config.family);
    let repeated = [
        ("--cluster", cluster.as_str()),
        ("--service-name", &service),
        ("--task-definition", &family),
        ("--desired-count", &count),
        ("--cli-input-json", "file://service.json"),
    ];
    // The file has the values too, so an address is not repeated.
    let is_address = |value: &str| value.contains("://") && !value.starts_with("file://service.json");
    let repeated: Vec<_> = repeated
        .into_iter()
        .filter(|(_, value)| !is_address(value))
        .collect();
    calls.push(call("ecs create-service", &repeated));
    calls.push(call(
        "ecs wait services-stable",
        &[("--cluster", &cluster), ("--services", &service)],
    ));
    calls
}
