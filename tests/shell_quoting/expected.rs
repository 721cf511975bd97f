//! The calls that `commands.sh` must make.

use configurator::Config;

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

/// The expected calls of a finished configuration, composed without the code that prints them.
#[allow(clippy::too_many_lines)] // one step after the other, as the file has them
pub fn expected(config: &Config) -> Vec<Vec<String>> {
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
            if is_address && !own.contains(name) {
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
        let tags = config.tags.iter();
        let tags: Vec<String> = tags
            .map(|tag| {
                format!(
                    "{{{}:{},{}:{}}}",
                    quoted(key),
                    quoted(&tag.name),
                    quoted(value),
                    quoted(&tag.value)
                )
            })
            .collect();
        format!("[{}]", tags.join(","))
    };
    let with_tags = |mut call: Vec<String>, tags: String| {
        if !config.tags.is_empty() {
            call.extend(["--tags".to_owned(), tags]);
        }
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
        let trust = format!("file://{role}-role-trust.json");
        let create = call(
            "iam create-role",
            &[("--role-name", &name), ("--assume-role-policy-document", &trust)],
        );
        calls.push(with_tags(create, tags("Key", "Value")));
        let policy = format!("file://{role}-role-policy.json");
        let options = [
            ("--role-name", name.as_str()),
            ("--policy-name", &format!("{role}-role")),
            ("--policy-document", &policy),
        ];
        calls.push(call("iam put-role-policy", &options));
        calls.push(call("iam wait role-exists", &[("--role-name", &name)]));
    }
    calls.push(call(
        "ecs register-task-definition",
        &[("--cli-input-json", "file://task-spec.json")],
    ));
    calls.push(call(
        "ecs create-service",
        &[("--cli-input-json", "file://service.json")],
    ));
    calls.push(call(
        "ecs wait services-stable",
        &[("--cluster", &cluster), ("--services", &service)],
    ));
    let count = config.desired_count.number().unwrap_or(1).to_string();
    let options = [
        ("--cluster", cluster.as_str()),
        ("--service", &service),
        ("--desired-count", &count),
    ];
    calls.push(call("ecs update-service", &options));
    calls
}
