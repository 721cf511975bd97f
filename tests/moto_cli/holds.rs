//! AWS holds what the page showed.

use crate::common::cli::Cli;
use crate::common::moto::Moto;
use crate::common::{Outcome, programs};
use crate::run::{REGION, Run};
use serde_json::Value;

/// Checks that AWS holds every member that the page showed, with the same value. AWS may hold more members; lists have
/// as many items, in any order.
fn assert_holds(held: &Value, shown: &Value, at: &str) {
    match (held, shown) {
        (Value::Object(held), Value::Object(shown)) => {
            for (name, value) in shown {
                let held = held
                    .get(name)
                    .unwrap_or_else(|| panic!("AWS does not hold {at}/{name}, which is {value}"));
                assert_holds(held, value, &format!("{at}/{name}"));
            }
        }
        (Value::Array(held), Value::Array(shown)) => {
            assert_eq!(
                held.len(),
                shown.len(),
                "{at}: AWS holds {held:?}, and the page showed {shown:?}"
            );
            for (number, item) in shown.iter().enumerate() {
                assert_holds(&held[number], item, &format!("{at}/{number}"));
            }
        }
        _ => assert_eq!(
            held, shown,
            "{at}: AWS holds the first, and the page showed the second"
        ),
    }
}

/// Members of a service that moto drops and AWS keeps. The test can only check that they were sent.
const NOT_IN_MOTO: &[&str] = &[
    "deploymentConfiguration",
    "enableECSManagedTags",
    "enableExecuteCommand",
    "propagateTags",
    "schedulingStrategy",
];

/// The value that the commands find at AWS for a field.
fn found(moto: &Moto, outcome: &Outcome, field: &str) -> String {
    let name = outcome.config.delegate_name.text();
    match field {
        "aws_account_id" => "123456789012".to_owned(),
        "token_secret_arn" => {
            let name = format!("harness/{name}");
            let secret = moto.aws(
                REGION,
                &["secretsmanager", "describe-secret", "--secret-id", &name],
            );
            text(&secret, "ARN").to_owned()
        }
        other => panic!("commands.sh cannot find {other}"),
    }
}

/// Runs `bash commands.sh` twice and checks what AWS holds.
pub fn assert_works(cli: Cli, moto: &Moto, query: &str) {
    let run = Run::of(cli, query);
    assert!(
        run.outcome.missing().is_empty(),
        "{query}: {:?}",
        run.outcome.missing()
    );
    let output = run.commands(moto, &[], "");
    assert!(
        output.status.success(),
        "{query}: {}\n{}",
        programs::said(&output),
        run.outcome.file("commands.sh")
    );
    assert_aws_holds(moto, &run.outcome);
    run.forget_calls();
    let again = run.commands(moto, &[], "");
    assert!(again.status.success(), "{query}: {}", programs::said(&again));
    assert_eq!(run.changes(), [""; 0], "{query}: {}", programs::said(&again));
}

/// Checks that AWS received and holds what the files show.
pub fn assert_aws_holds(moto: &Moto, outcome: &Outcome) {
    let filled = |name: &str| -> Value {
        let text = outcome.filled(name, |field| found(moto, outcome, field));
        serde_json::from_str(&text).expect("JSON")
    };
    // AWS received every member that the page showed and no other.
    let (task, service) = (filled("task-spec.json"), filled("service.json"));
    assert!(
        moto.requests("RegisterTaskDefinition").contains(&task),
        "task-spec.json did not reach AWS as it is"
    );
    assert!(
        moto.requests("CreateService").contains(&service),
        "service.json did not reach AWS as it is"
    );

    // AWS holds the same.
    let (cluster, name) = (text(&service, "cluster"), text(&service, "serviceName"));
    let described = moto.aws(
        REGION,
        &[
            "ecs",
            "describe-services",
            "--cluster",
            cluster,
            "--services",
            name,
            "--include",
            "TAGS",
        ],
    );
    let held = &described["services"][0];
    assert_eq!(
        (held["status"].as_str(), held["desiredCount"].as_u64()),
        (Some("ACTIVE"), service["desiredCount"].as_u64())
    );
    let definition = text(held, "taskDefinition");
    assert!(
        definition.contains(&format!(":task-definition/{}:", text(&task, "family"))),
        "{definition}"
    );

    let mut shown = service.clone();
    let members = shown.as_object_mut().expect("an object");
    // AWS calls these two by their ARNs.
    assert!(text(held, "clusterArn").ends_with(&format!(":cluster/{cluster}")));
    members.retain(|name, _| !["cluster", "taskDefinition"].contains(&name.as_str()));
    members.retain(|name, _| !NOT_IN_MOTO.contains(&name.as_str()) || !held[name].is_null());
    assert_holds(&without_checksum(held), &shown, "service");

    let described = moto.aws(
        REGION,
        &[
            "ecs",
            "describe-task-definition",
            "--task-definition",
            definition,
            "--include",
            "TAGS",
        ],
    );
    let mut held = described["taskDefinition"].clone();
    held["tags"] = described["tags"].clone();
    assert_holds(&without_checksum(&held), &task, "taskDefinition");

    assert_roles_and_logs(moto, outcome, &task, &filled);
}

/// The same without the tag of the file's checksum, which the commands add.
fn without_checksum(held: &Value) -> Value {
    let mut held = held.clone();
    if let Some(tags) = held["tags"].as_array_mut() {
        let all = tags.len();
        tags.retain(|tag| tag["key"] != "configurator-digest");
        assert_eq!(tags.len() + 1, all, "the checksum is there");
    }
    held
}

/// Checks the other resources: the roles with their policies, and the log group with its retention.
fn assert_roles_and_logs(moto: &Moto, outcome: &Outcome, task: &Value, filled: &dyn Fn(&str) -> Value) {
    for (role, arn) in [
        ("execution", &task["executionRoleArn"]),
        ("task", &task["taskRoleArn"]),
    ] {
        let Some(trust) = outcome
            .files
            .iter()
            .find(|f| f.name == format!("{role}-role-trust.json"))
        else {
            continue;
        };
        let role_name = arn
            .as_str()
            .and_then(|arn| arn.rsplit('/').next())
            .expect("an ARN");
        let held = moto.aws(REGION, &["iam", "get-role", "--role-name", role_name]);
        assert_eq!(held["Role"]["Arn"], *arn);
        let trust = filled(trust.name);
        assert_eq!(held["Role"]["AssumeRolePolicyDocument"], trust);
        let file = format!("{role}-role-policy.json");
        if outcome.names().contains(&file.as_str()) {
            let policy = format!("{role}-role");
            let held = moto.aws(
                REGION,
                &[
                    "iam",
                    "get-role-policy",
                    "--role-name",
                    role_name,
                    "--policy-name",
                    &policy,
                ],
            );
            assert_eq!(held["PolicyDocument"], filled(&file));
        }
    }
    if let Some(group) =
        task["containerDefinitions"][0]["logConfiguration"]["options"]["awslogs-group"].as_str()
    {
        let held = moto.aws(
            REGION,
            &["logs", "describe-log-groups", "--log-group-name-prefix", group],
        );
        assert_eq!(held["logGroups"][0]["logGroupName"], group);
        let days = outcome.config.log_retention.number();
        assert_eq!(held["logGroups"][0]["retentionInDays"].as_u64(), days);
    }
}

/// The text of a member.
pub fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value[member]
        .as_str()
        .unwrap_or_else(|| panic!("no {member} in {value}"))
}
