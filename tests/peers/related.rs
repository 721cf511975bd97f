//! The fields that a peer's report is about.

/// AWS's members in lower case, and the fields that a report about each can mean.
const MEMBERS: &[(&str, &[&str])] = &[
    ("family", &["family"]),
    ("task definition", &["family"]),
    ("requirescompatibilities", &["launch_type"]),
    ("networkmode", &["launch_type", "subnets"]),
    ("cpu", &["cpu", "container_cpu", "memory"]),
    ("memory", &["memory", "container_memory", "cpu"]),
    ("sizeingib", &["ephemeral_storage"]),
    ("ephemeralstorage", &["ephemeral_storage"]),
    ("cpuarchitecture", &["architecture"]),
    (
        "executionrolearn",
        &[
            "execution_role_arn",
            "aws_account_id",
            "region",
            "service_name",
            "delegate_name",
        ],
    ),
    (
        "taskrolearn",
        &[
            "task_role_arn",
            "aws_account_id",
            "region",
            "service_name",
            "delegate_name",
        ],
    ),
    ("containerport", &["container_port"]),
    ("hostport", &["container_port"]),
    ("image", &["image"]),
    ("environment", &["env", "secret_env"]),
    ("secrets", &["secret_env", "env", "token_secret_arn"]),
    ("stoptimeout", &["stop_timeout"]),
    ("logdriver", &["logs"]),
    // The group's name is made of the service's, and that of the delegate's.
    ("awslogs-group", &["log_group", "service_name", "delegate_name"]),
    ("awslogs", &["logs", "log_group", "region"]),
    ("hostname", &["hostname"]),
    ("tags", &["tags"]),
    ("tag", &["tags"]),
    ("subnets", &["subnets", "security_groups", "assign_public_ip"]),
    ("subnet", &["subnets"]),
    ("securitygroups", &["security_groups"]),
    ("security group", &["security_groups"]),
    ("assignpublicip", &["assign_public_ip"]),
    (
        "networkconfiguration",
        &["subnets", "security_groups", "assign_public_ip"],
    ),
    ("launchtype", &["launch_type", "capacity"]),
    ("launch type", &["launch_type", "capacity"]),
    ("capacityproviderstrategy", &["capacity"]),
    ("platformversion", &["platform_version"]),
    ("desiredcount", &["desired_count"]),
    ("minimumhealthypercent", &["minimum_healthy_percent"]),
    ("maximumpercent", &["maximum_percent"]),
    ("deploymentcircuitbreaker", &["circuit_breaker"]),
    ("enableecsmanagedtags", &["enable_ecs_managed_tags"]),
    ("enableexecutecommand", &["enable_execute_command"]),
    ("propagatetags", &["propagate_tags"]),
    ("servicename", &["service_name", "delegate_name"]),
    ("clustername", &["cluster"]),
    ("cluster", &["cluster"]),
    ("loggroupname", &["log_group", "service_name", "delegate_name"]),
    ("retentionindays", &["log_retention"]),
    ("rolename", &["service_name", "delegate_name"]),
    ("assumerolepolicydocument", &["region", "aws_account_id"]),
];

/// The fields that a report can mean, from the members that it names.
pub fn related(place: &str, message: &str) -> Vec<&'static str> {
    let fields_in = |text: &str| -> Vec<&'static str> {
        let text = text.to_lowercase();
        let is_word = |member: &str, at: usize| {
            let edge = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
            edge(text[..at].chars().next_back()) && edge(text[at + member.len()..].chars().next())
        };
        let named = MEMBERS
            .iter()
            .filter(|(member, _)| text.match_indices(member).any(|(at, _)| is_word(member, at)));
        let mut fields: Vec<_> = named.flat_map(|(_, fields)| fields.iter().copied()).collect();
        if text.contains("containerdefinitions/0/name") {
            fields.push("container_name");
        }
        fields
    };
    let mut fields = fields_in(place);
    fields.extend(fields_in(message));
    fields
}
