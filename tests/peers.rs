//! Measured against the peers: what botocore, the AWS CLI with moto, or cfn-lint reports of a broken configuration, the
//! page reports too, on a field that it is about.
//!
//! The configurations are those of `tests/peers/broken.tsv`, and those that follow from the kinds of the fields.
//! `make rules-report` prints them side by side. `tests/peers/judge.py` asks the peers.

mod common;

use common::moto::Moto;
use common::{EC2, FARGATE, Outcome, programs};
use configurator::Severity;
use configurator::config::Given;
use configurator::deployment::role::Role;
use configurator::fields::{self, FIELDS, Field, Kind};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Stdio;

/// One configuration that is broken in one place.
struct Case {
    name: String,
    query: String,
    /// The field that is to be named.
    field: String,
    /// The rules that are to fire on it; none where any will do.
    rules: Vec<String>,
}

/// What the page says: rule and field, above info.
type Said = Vec<(String, String)>;

/// Where a field's value stands in a document: what a person would have written there by hand, when the page leaves it
/// out because it cannot be read or has no effect.
const PLACES: &[(&str, &str, &str)] = &[
    ("cpu", "task", "/cpu"),
    ("memory", "task", "/memory"),
    ("ephemeral_storage", "task", "/ephemeralStorage/sizeInGiB"),
    ("architecture", "task", "/runtimePlatform/cpuArchitecture"),
    ("launch_type", "task", "/requiresCompatibilities/0"),
    ("launch_type", "service", "/launchType"),
    ("container_cpu", "task", "/containerDefinitions/0/cpu"),
    ("container_memory", "task", "/containerDefinitions/0/memory"),
    (
        "container_port",
        "task",
        "/containerDefinitions/0/portMappings/0/containerPort",
    ),
    ("stop_timeout", "task", "/containerDefinitions/0/stopTimeout"),
    (
        "logs",
        "task",
        "/containerDefinitions/0/logConfiguration/logDriver",
    ),
    ("desired_count", "service", "/desiredCount"),
    (
        "minimum_healthy_percent",
        "service",
        "/deploymentConfiguration/minimumHealthyPercent",
    ),
    (
        "maximum_percent",
        "service",
        "/deploymentConfiguration/maximumPercent",
    ),
    (
        "circuit_breaker",
        "service",
        "/deploymentConfiguration/deploymentCircuitBreaker/enable",
    ),
    ("platform_version", "service", "/platformVersion"),
    ("enable_ecs_managed_tags", "service", "/enableECSManagedTags"),
    ("enable_execute_command", "service", "/enableExecuteCommand"),
    ("propagate_tags", "service", "/propagateTags"),
    (
        "assign_public_ip",
        "service",
        "/networkConfiguration/awsvpcConfiguration/assignPublicIp",
    ),
    (
        "security_groups",
        "service",
        "/networkConfiguration/awsvpcConfiguration/securityGroups",
    ),
];

/// AWS's members, in small letters, and the fields that a report naming one may be about.
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

/// The good configuration with these parameters in place of its own.
fn over_good(good: &str, parameters: &str) -> String {
    let key = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
    let own: Vec<String> = parameters.split('&').map(key).collect();
    let rest = good.split('&').filter(|pair| !own.contains(&key(pair)));
    rest.chain([parameters]).collect::<Vec<_>>().join("&")
}

/// The parameters with each `{…}` written out.
fn written_out(parameters: &str) -> String {
    let Some((before, rest)) = parameters.split_once('{') else {
        return parameters.to_owned();
    };
    let (inside, after) = rest.split_once('}').expect("a closing brace");
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let count: usize = inside[..digits].parse().expect("a number");
    let text = match inside[digits..].chars().next() {
        None => "x".repeat(count),
        Some(separator) => {
            let item = |at: usize| inside[digits + 1..].replace('#', &format!("{at:08x}"));
            (0..count)
                .map(item)
                .collect::<Vec<_>>()
                .join(&separator.to_string())
        }
    };
    format!("{before}{text}{after}")
}

fn good(launch_type: &str) -> &'static str {
    if launch_type == "EC2" { EC2 } else { FARGATE }
}

/// The cases of the table.
fn of_table() -> Vec<Case> {
    let table =
        std::fs::read_to_string(programs::root().join("tests/peers/broken.tsv")).expect("the table is there");
    let mut cases = Vec::new();
    for line in table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let [on, parameters, field, rules, _what] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("five columns between tabs: {line}")
        };
        let launch_types = if on == "both" {
            vec!["FARGATE", "EC2"]
        } else {
            vec![on]
        };
        for launch_type in launch_types {
            cases.push(Case {
                name: format!("{launch_type} {parameters}"),
                query: over_good(good(launch_type), &written_out(parameters)),
                field: field.to_owned(),
                rules: rules
                    .split(',')
                    .filter(|rule| *rule != "?")
                    .map(str::to_owned)
                    .collect(),
            });
        }
    }
    cases
}

/// Texts that cannot be good for a field, whatever it is: of another type, none of the choices, a placeholder.
fn bad_texts(field: &Field) -> &'static [&'static str] {
    match field.kind {
        Kind::Number(..) => &["-1", "many", "1.5"],
        Kind::Flag(_) => &["maybe"],
        Kind::Choice(..) => &["nonsense"],
        Kind::Rows(_) => &["neither name nor value", "%3Dvalue"],
        Kind::Identifier(_) | Kind::List(_) => &["<STILL_TO_DO>"],
        Kind::FreeText(_) | Kind::Secret(_) => &[],
    }
}

/// The cases that follow from the kinds of the fields.
fn of_fields(known: &[Case]) -> Vec<Case> {
    let mut cases = Vec::new();
    for launch_type in ["FARGATE", "EC2"] {
        // An address of another way is in no document that is judged here, and is not looked at before.
        for field in FIELDS.iter().filter(|field| ***field != fields::TEMPLATE_URL) {
            for text in bad_texts(field) {
                let parameters = format!("{}={text}", field.key);
                let name = format!("{launch_type} {parameters}");
                if known.iter().all(|case| case.name != name) {
                    let query = over_good(good(launch_type), &parameters);
                    cases.push(Case {
                        name,
                        query,
                        field: field.key.to_owned(),
                        rules: vec![],
                    });
                }
            }
        }
    }
    cases
}

/// What the page says above info, and what it lists as missing. What the page says of the link itself is no part of it.
fn page_says(outcome: &Outcome) -> Said {
    let of_link = ["secret-in-link", "broken-encoding"];
    let loud = outcome
        .findings
        .iter()
        .filter(|f| f.severity != Severity::Info && !of_link.contains(&f.rule));
    let mut said: Said = loud.map(|f| (f.rule.to_owned(), f.field.to_string())).collect();
    said.extend(
        outcome
            .missing()
            .into_iter()
            .map(|key| ("missing".to_owned(), key.to_owned())),
    );
    said
}

/// What the peers are asked about.
fn question(name: &str, outcome: &Outcome) -> Value {
    let mut documents: BTreeMap<&str, Value> = [
        ("task", outcome.json("task-spec.json")),
        ("service", outcome.json("service.json")),
    ]
    .into();
    let mut retention = outcome
        .config
        .log_retention
        .number()
        .map_or(Value::Null, Value::from);
    for field in FIELDS {
        let unreadable = outcome
            .findings
            .iter()
            .any(|f| f.rule == "unreadable-value" && f.field == field.key);
        let ignored = outcome.reading.is_touched(field.key) && !(field.applies)(&outcome.config);
        if !unreadable && !ignored {
            continue;
        }
        let text = outcome.form.text(field);
        if *field == &fields::LOG_RETENTION && unreadable {
            retention = by_hand(field, &text);
        }
        for (_, document, place) in PLACES.iter().filter(|(key, ..)| *key == field.key) {
            let document = documents.get_mut(document).expect("both are there");
            put(document, place, by_hand(field, &text));
        }
    }
    let role = |kind: &str, role: &Role| {
        let tags: Vec<Value> = role
            .tags
            .iter()
            .map(|tag| json!({ "Key": tag.key, "Value": tag.value.to_string() }))
            .collect();
        let trust = common::shown(&role.trust);
        json!({ "kind": kind, "name": role.name.to_string(), "trust": trust, "tags": tags })
    };
    let deployment = &outcome.deployment;
    let roles = [
        ("Execution", &deployment.execution_role),
        ("Task", &deployment.task_role),
    ];
    let roles: Vec<Value> = roles
        .iter()
        .filter_map(|(kind, is)| Some(role(kind, is.as_ref()?)))
        .collect();
    json!({
        "name": name,
        "task": documents["task"],
        "service": documents["service"],
        "cluster": deployment.cluster.name.to_string(),
        "log_group": deployment.log_group.as_ref().map(|group| group.name.to_string()),
        "retention": retention,
        "roles": roles,
    })
}

/// The text as somebody would write it into the document.
fn by_hand(field: &Field, text: &str) -> Value {
    match field.kind {
        _ if ["cpu", "memory"].contains(&field.key) => text.into(),
        Kind::List(_) => text.split(',').map(str::to_owned).collect(),
        _ if field.key == "assign_public_ip" && text == "true" => "ENABLED".into(),
        _ => serde_json::from_str::<Value>(text).unwrap_or_else(|_| text.into()),
    }
}

/// Puts a value at its place, and what is missing on the way.
fn put(document: &mut Value, place: &str, value: Value) {
    let mut at = document;
    for part in place.split('/').skip(1) {
        if part.parse::<usize>().is_ok() {
            if !at.is_array() {
                *at = json!([{}]);
            }
            at = &mut at[0];
        } else {
            if !at.is_object() {
                *at = Value::Object(Map::new());
            }
            at = &mut at[part];
        }
    }
    *at = value;
}

/// What the peers say of each case, by its name.
fn ask(questions: &[Value]) -> Map<String, Value> {
    let moto = Moto::start();
    let mut child = programs::command("python3")
        .arg(programs::root().join("tests/peers/judge.py"))
        .envs(moto.environment())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 starts");
    let mut input = child.stdin.take().expect("it is piped");
    let text = serde_json::to_vec(questions).expect("questions are JSON");
    let writer = std::thread::spawn(move || input.write_all(&text));
    let output = child.wait_with_output().expect("python3 can be waited for");
    let _ = writer.join();
    assert!(
        output.status.success(),
        "the peers did not answer (see above; if Python lacks botocore, moto or cfn-lint, run `make test`, which installs them)"
    );
    match serde_json::from_slice(&output.stdout) {
        Ok(Value::Object(answers)) => answers,
        other => panic!("the peers answer in JSON: {other:?}"),
    }
}

/// The reports of one peer on one case.
fn reports(answer: &Value, peer: &str) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = answer[peer].as_array().into_iter().flatten();
    all.map(|report| (text(&report[0]), text(&report[1]))).collect()
}

/// The fields that a report may be about, from the members that it names; the most exact ones that it names.
fn related(place: &str, message: &str) -> Vec<&'static str> {
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

const PEERS: [&str; 3] = ["botocore", "moto", "cfn-lint"];

/// What came of one case.
struct Verdict {
    /// The page's rules on the field that is to be named.
    rules: Vec<String>,
    /// The first report of each peer.
    cells: Vec<Option<String>>,
    /// A peer reports what the page doesn't.
    is_miss: bool,
    /// Everything that is not as it should be.
    wrong: Vec<String>,
}

fn judge(case: &Case, outcome: &Outcome, answer: &Value) -> Verdict {
    let (name, said) = (&case.name, page_says(outcome));
    let on_field = said.iter().filter(|(_, field)| *field == case.field);
    let rules: Vec<String> = on_field.map(|(rule, _)| rule.clone()).collect();
    let mut wrong = Vec::new();
    let silent: Vec<_> = case.rules.iter().filter(|rule| !rules.contains(rule)).collect();
    if rules.is_empty() || !silent.is_empty() {
        wrong.push(format!(
            "{name}: on `{}` {rules:?}, without {silent:?}; in all {said:?}",
            case.field
        ));
    }
    let mut cells = Vec::new();
    let mut is_miss = false;
    for peer in PEERS {
        let reports = reports(answer, peer);
        for (place, message) in &reports {
            let related = related(place, message);
            if !said.iter().any(|(_, field)| related.contains(&field.as_str())) {
                is_miss = true;
                wrong.push(format!(
                    "{name}: {peer}: `{place}: {message}`, about {related:?}; the page {said:?}"
                ));
            }
        }
        cells.push(reports.into_iter().next().map(|(_, message)| message));
    }
    // What boto3 is refused, the real command is refused, and nothing else.
    if !answer["aws"].is_null() {
        let of_documents = reports(answer, "moto").iter().any(|(place, _)| place.is_empty());
        if reports(answer, "aws").is_empty() == of_documents {
            wrong.push(format!(
                "{name}: the AWS CLI says {}, boto3 {}",
                answer["aws"], answer["moto"]
            ));
        }
    }
    Verdict {
        rules,
        cells,
        is_miss,
        wrong,
    }
}

fn report(cases: &[Case], verdicts: &[Verdict], of_table: usize) -> String {
    let line = |name: &str, cells: [&str; 3], page: &str| {
        let [a, b, c] = cells.map(|cell| brief(cell, 28));
        format!("{:<64} | {a:<28} | {b:<28} | {c:<28} | {page}\n", brief(name, 64))
    };
    let mut text = line(
        "configuration",
        ["botocore", "AWS CLI with moto", "cfn-lint"],
        "this page",
    );
    for (case, verdict) in cases.iter().zip(verdicts) {
        let cell = |at: usize| verdict.cells[at].as_deref().unwrap_or("-");
        text += &line(&case.name, [cell(0), cell(1), cell(2)], &verdict.rules.join(", "));
    }
    let all = cases.len();
    let _ = writeln!(
        text,
        "{all} configurations, {of_table} of the table and the rest by kinds of fields; reported by:"
    );
    let mut count = |who: &str, count: usize| {
        let _ = writeln!(text, "  {who:<18} {count:>4}  {:>5.1} %", percent(count, all));
    };
    for (at, peer) in PEERS.iter().enumerate() {
        count(
            peer,
            verdicts
                .iter()
                .filter(|verdict| verdict.cells[at].is_some())
                .count(),
        );
    }
    count(
        "any of them",
        verdicts
            .iter()
            .filter(|verdict| verdict.cells.iter().any(Option::is_some))
            .count(),
    );
    count(
        "this page",
        verdicts
            .iter()
            .filter(|verdict| !verdict.rules.is_empty())
            .count(),
    );
    let misses = verdicts.iter().filter(|verdict| verdict.is_miss).count();
    text + &format!("  by a peer and not by the page, or on no field that it is about: {misses}\n")
}

#[test]
fn what_a_peer_reports_the_page_reports() {
    let mut cases = of_table();
    let of_table = cases.len();
    assert!(of_table >= 150, "{of_table} cases");
    cases.extend(of_fields(&cases));
    let good = |launch_type: &str| (format!("good {launch_type}"), Outcome::of(good(launch_type)));
    let goods: Vec<(String, Outcome)> = ["FARGATE", "EC2"].map(good).into();
    let outcomes: Vec<Outcome> = cases.iter().map(|case| Outcome::of(&case.query)).collect();

    let mut questions: Vec<Value> = goods
        .iter()
        .map(|(name, outcome)| question(name, outcome))
        .collect();
    questions.extend(
        cases
            .iter()
            .zip(&outcomes)
            .map(|(case, outcome)| question(&case.name, outcome)),
    );
    let answers = ask(&questions);

    // The ground on which all of it stands.
    for (name, outcome) in &goods {
        assert_eq!(page_says(outcome), [], "{name}");
        for peer in ["botocore", "moto", "cfn-lint", "aws"] {
            assert_eq!(reports(&answers[name], peer), [], "{name}: {peer}");
        }
    }
    let verdicts: Vec<Verdict> = cases
        .iter()
        .zip(&outcomes)
        .map(|(case, outcome)| judge(case, outcome, &answers[&case.name]))
        .collect();
    if std::env::var_os("REPORT").is_some() {
        println!("{}", report(&cases, &verdicts, of_table));
    }
    let wrong: Vec<&str> = verdicts
        .iter()
        .flat_map(|verdict| &verdict.wrong)
        .map(String::as_str)
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[allow(clippy::cast_precision_loss)] // a few hundred
fn percent(part: usize, of: usize) -> f64 {
    100.0 * part as f64 / of as f64
}

fn brief(text: &str, length: usize) -> String {
    if text.chars().count() <= length {
        text.to_owned()
    } else {
        text.chars().take(length - 1).chain(['…']).collect()
    }
}

/// The peers are asked about what a person would write, also where the page leaves it out.
#[test]
fn what_the_page_leaves_out_is_put_back() {
    let outcome = Outcome::of(&over_good(
        FARGATE,
        "desired_count=two&cpu=many&assign_public_ip=ENABLED",
    ));
    assert_eq!(outcome.config.desired_count.given, Given::Unreadable);
    let question = question("x", &outcome);
    assert_eq!(question["service"]["desiredCount"], "two");
    assert_eq!(question["task"]["cpu"], "many");
    let outcome = Outcome::of(&over_good(EC2, "ephemeral_storage=50"));
    let question = self::question("x", &outcome);
    assert_eq!(question["task"]["ephemeralStorage"]["sizeInGiB"], 50);
}
