//! The tables in `src/facts`, the limits that the rules enforce and the members of the typed documents agree with the
//! installed botocore and cfn-lint. A newer release of them shows what AWS has changed.
//!
//! `tests/facts/cli.rs` compares the AWS CLI's versions, `tests/facts/compare.py` the rest; `tests/facts/exceptions.txt` lists intended differences with their reasons.

#[path = "facts/cli.rs"]
mod cli;
mod common;
#[path = "facts/members.rs"]
mod members;

use common::{EC2, FARGATE, Outcome, programs};
use configurator::Severity;
use configurator::aws::{fargate_size, names, region};
use configurator::choices::{Architecture, LaunchType, PropagateTags};
use configurator::facts::{fargate, iam, logs, regions};
use configurator::fields::{self, Field};
use configurator::{Form, link};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::Stdio;

/// Characters of every kind that AWS's patterns name.
fn characters() -> impl Iterator<Item = char> {
    let beyond = "éßñΩж中あ한א٣Ⅷ½²\u{A0}\u{3000}\u{2027}–“”€©™\u{301}\u{93F}\u{24B6}🦀";
    (' '..='~').chain(beyond.chars())
}

/// Whether the rules reject a text of the field: whether the field has an error about the text itself.
fn refuses(base: &Form, field: &'static Field, text: String) -> bool {
    let mut form = base.clone();
    form.set(field, vec![text]);
    let outcome = Outcome::of_form(form);
    outcome.findings.iter().any(|finding| {
        finding.field == field.key
            && finding.severity == Severity::Error
            && finding.rule != "task-def-too-large"
    })
}

/// What the page accepts in a field: the characters between two letters, and the length of the longest text.
fn taken(base: &Form, field: &'static Field, before: &str, after: &str) -> Value {
    let takes = |middle: &str| !refuses(base, field, format!("{before}{middle}{after}"));
    let taken: String = characters().filter(|c| takes(&format!("a{c}b"))).collect();
    // Every text over the limit is rejected, so a binary search finds the limit.
    let (mut longest, mut too_long) = (0, 1100);
    while too_long - longest > 1 {
        let middle = usize::midpoint(longest, too_long);
        if takes(&"a".repeat(middle)) {
            longest = middle;
        } else {
            too_long = middle;
        }
    }
    json!({ "taken": taken, "longest": longest })
}

/// The range of numbers that a field accepts without an error.
fn range(base: &Form, field: &'static Field, within: impl Iterator<Item = u64>) -> Value {
    let taken: Vec<u64> = within.filter(|n| !refuses(base, field, n.to_string())).collect();
    json!([taken.first(), taken.last(), taken.len()])
}

fn facts() -> Value {
    let fargate_form = link::parse(FARGATE, link::Secrets::Honour).0;
    let ec2_form = link::parse(EC2, link::Secrets::Honour).0;
    let sizes: BTreeMap<_, Vec<u64>> = fargate::SIZES
        .iter()
        .map(|size| (size.cpu.to_string(), fargate_size::memories(size)))
        .collect();
    let ids =
        |field, texts: [&'static str; 5]| texts.map(|id| (id, !refuses(&fargate_form, field, id.to_owned())));
    let source = |file| {
        std::fs::read_to_string(programs::root().join("src/deployment").join(file)).expect("it is there")
    };
    let partition_of: BTreeMap<_, _> = regions::REGIONS
        .iter()
        .map(|(region, _)| (*region, region::partition(region)))
        .collect();
    let take = |field, before, after| taken(&fargate_form, field, before, after);
    let role = "arn:aws:iam::012345678901:role/";
    json!({
        "fargate_sizes": sizes,
        "regions": regions::REGIONS.iter().map(|(region, _)| *region).collect::<Vec<_>>(),
        "region_names": regions::REGIONS.iter().copied().collect::<BTreeMap<_, _>>(),
        "partitions": regions::PARTITIONS,
        "partition_of": partition_of,
        "log_retention_days": logs::RETENTION_DAYS,
        "enums": {
            "LaunchType": LaunchType::ALL.iter().map(|c| c.value()).collect::<Vec<_>>(),
            "CPUArchitecture": Architecture::ALL.iter().map(|c| c.value()).collect::<Vec<_>>(),
            "PropagateTags": PropagateTags::ALL.iter().map(|c| c.value()).collect::<Vec<_>>(),
        },
        "names": {
            "family": take(&fields::FAMILY, "", ""),
            "container_name": take(&fields::CONTAINER_NAME, "", ""),
            "service_name": take(&fields::SERVICE_NAME, "", ""),
            "cluster": take(&fields::CLUSTER, "", ""),
            "capacity": taken(&ec2_form, &fields::CAPACITY, "", ""),
            "log_group": take(&fields::LOG_GROUP, "", ""),
            "role": take(&fields::TASK_ROLE_ARN, role, ""),
            "tag_key": take(&fields::TAGS, "", "=value"),
            "tag_value": take(&fields::TAGS, "key=", ""),
        },
        "ids": {
            "subnet": ids(&fields::SUBNETS, ["subnet-0a1b2c3d", "subnet-0a1b2c3d4e5f67890", "subnet-0a1b2c3", "subnet-0a1b2c3d4e5f6789", "subnet-0a1b2c3g"]),
            "security_group": ids(&fields::SECURITY_GROUPS, ["sg-0a1b2c3d", "sg-0a1b2c3d4e5f67890", "sg-0a1b2c3", "sg-0a1b2c3d4e5f6789", "sg-0a1b2c3g"]),
            "account": ids(&fields::AWS_ACCOUNT_ID, ["012345678901", "01234567890", "0123456789012", "01234567890a", "0123 5678901"]),
        },
        "ranges": {
            "ephemeral_storage": range(&fargate_form, &fields::EPHEMERAL_STORAGE, 0..=300),
            "stop_timeout": range(&fargate_form, &fields::STOP_TIMEOUT, 0..=300),
            "container_memory": range(&ec2_form, &fields::CONTAINER_MEMORY, 0..=20),
            "ec2_cpu": range(&ec2_form, &fields::CPU, (0..=256).chain(196_500..=196_700)),
        },
        "secret_name": { "longest": names::secret_name(&"a".repeat(1000)).len(), "role_longest": iam::ROLE_NAME_MAX },
        "sources": [source("task_definition.rs"), source("service.rs"), source("tags.rs")],
        "documents": documents(),
    })
}

/// Documents that together have every member.
fn documents() -> Vec<Value> {
    let queries = [
        format!(
            "{FARGATE}&capacity=FARGATE_SPOT&platform_version=1.4.0&architecture=ARM64&ephemeral_storage=50\
            &minimum_healthy_percent=50&maximum_percent=150&enable_execute_command=true&container_cpu=512&tags=a=b"
        ),
        format!(
            "{EC2}&hostname=h&container_port=8080&env=A=1&propagate_tags=TASK_DEFINITION&enable_ecs_managed_tags=true"
        ),
        format!("start=docs&{FARGATE}"),
    ];
    let both = |query: &String| {
        let outcome = Outcome::of(query);
        [
            ("RegisterTaskDefinition", "task-spec.json"),
            ("CreateService", "service.json"),
        ]
        .map(|(operation, file)| json!({ "operation": operation, "document": outcome.json(file) }))
    };
    queries.iter().flat_map(both).collect()
}

#[test]
fn the_facts_are_those_of_the_installed_oracles() {
    let mut child = programs::command("python3")
        .arg(programs::root().join("tests/facts/compare.py"))
        .arg(programs::root().join("tests/facts/exceptions.txt"))
        .arg(programs::root().join("tests/facts/not_offered.txt"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3 starts");
    let facts = serde_json::to_vec(&facts()).expect("facts are JSON");
    let _ = child.stdin.take().expect("it is piped").write_all(&facts);
    let output = child.wait_with_output().expect("python3 can be waited for");
    let said = programs::said(&output);
    if std::env::var_os("REPORT").is_some() {
        println!("{said}");
    }
    assert!(
        output.status.success(),
        "{said}\n(If Python lacks botocore or cfn-lint, run `make test`, which installs them.)"
    );
}
