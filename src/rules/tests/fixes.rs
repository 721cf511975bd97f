//! Tests of every fix, on any form.

use super::{TODAY, findings, form};
use crate::fields::{self, FIELDS, Field, Kind};
use crate::finding::{Finding, Severity};
use crate::link::{Secrets, parse};
use crate::{Form, build, check, mend, read};
use proptest::prelude::*;

/// The values that an engineer fills into the documentation's samples.
const ESSENTIALS: &str = "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&region=us-west-2&cluster=delegates&aws_account_id=012345678901\
    &token=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

/// Returns the fields in which the fixed samples differ from `recommended`. The comments say why no rule covers them.
fn stays(launch_type: &str) -> Vec<&'static str> {
    let mut stays = vec![
        // The user chose the samples.
        "start",
        // The name is valid: calling the container `ecs-delegate-im`, or by the delegate name, is a matter of taste.
        "container_name",
        // The fix has set another family, and its words are a matter of taste.
        "family",
        // These are only advice: an info, or a choice that costs nothing.
        "health_check",
        "circuit_breaker",
        "propagate_tags",
        "tags",
        "log_retention",
        // A limit that equals the task's memory has the same effect as no limit.
        "container_memory",
        // Rules about the Terraform module fire only in the way `terraform`.
        "terraform_source",
    ];
    if launch_type == "FARGATE" {
        // A larger task, a public IP address and an explicit platform version are all valid.
        stays.extend([
            "memory",
            "assign_public_ip",
            "platform_version",
            // The delegate does not listen on port 8080, and mapping it does no harm on Fargate.
            "container_port",
        ]);
        // The test gives these to the samples, which need them.
        stays.extend(["subnets", "security_groups"]);
    } else {
        // The EC2 sample has ECS managed tags off, and a host name is valid in network mode bridge.
        stays.extend(["enable_ecs_managed_tags", "hostname"]);
    }
    stays
}

#[test]
fn the_mended_samples_differ_from_recommended_only_in_what_no_rule_speaks_of() {
    for launch_type in ["FARGATE", "EC2"] {
        let network = if launch_type == "FARGATE" {
            "&subnets=subnet-0a1b2c3d4e5f67890&security_groups=sg-0a1b2c3d4e5f67890"
        } else {
            "&hostname=delegate-1"
        };
        let query = format!("start=docs&launch_type={launch_type}&{ESSENTIALS}{network}");
        let mended = mend::all(&parse(&query, Secrets::Honour).0, findings);
        let bad: Vec<_> = findings(&mended)
            .into_iter()
            .filter(|f| f.severity != Severity::Info)
            .collect();
        assert!(bad.is_empty(), "{launch_type}: {bad:#?}");
        assert_eq!(mended.text(&fields::IMAGE), "", "the image of 2022 is gone");

        let query = format!(
            "launch_type={launch_type}&{}",
            ESSENTIALS.replace("&token=", "&x=")
        );
        let recommended = parse(&query, Secrets::Honour).0;
        let value = |form: &Form, field: &Field| (field.derived(&read(form).0), form.texts(field));
        let differ = FIELDS
            .iter()
            .filter(|field| value(&mended, field) != value(&recommended, field));
        let mut differ: Vec<&str> = differ.map(|field| field.key).collect();
        differ.sort_unstable();
        let mut expected = stays(launch_type);
        expected.sort_unstable();
        assert_eq!(differ, expected, "{launch_type}");
    }
}

/// Returns texts for a field: its sample, the empty text, and texts on which rules fire.
fn pool(field: &Field) -> Vec<String> {
    let arns = [
        "arn:aws:secretsmanager:us-west-2:012345678901:secret:x-a1B2c3",
        "arn:aws:secretsmanager:us-west-2:012345678901:secret:x-a1B2c3:key",
        "arn:aws-cn:secretsmanager:cn-north-1:012345678901:secret:x",
        "arn:aws:iam::012345678901:role/delegate",
        "arn:aws:iam::999999999999:role/delegate",
        "arn:aws:iam::6_vVHzo9Qeu9fXvj-AcQCb:role/x",
        "delegate",
        "<ARN>",
    ];
    let own: &[&str] = match field.key {
        "region" => &["us-west-2", "cn-north-1", "us-west-2a", "mars-1", "<REGION>"],
        "launch_type" => &["EC2", "FARGATE"],
        "start" => &["docs", "recommended"],
        "account_id" | "aws_account_id" => &[
            "012345678901",
            "6_vVHzo9Qeu9fXvj-AcQCb",
            "12345",
            "short",
            "999999999999",
        ],
        "manager_url" => &[
            "https://app.harness.io/",
            "http://app.harness.io/ng/account/x",
            "app.harness.io",
            "nonsense",
            "<HOST>",
        ],
        "delegate_name" | "service_name" | "family" | "container_name" | "cluster" | "hostname" => {
            &["Build.Blue", "build_2", "a b", "<NAME>", "x"]
        }
        "image" => &[
            "harness/delegate:latest",
            "harness/delegate",
            "26.10.87203",
            "harness/delegate:22.12.77802-fips",
            "Harness/X:1",
            "yy.mm.verno",
        ],
        "cpu" | "container_cpu" => &[
            "1", "100", "127", "256", "512", "1000", "1024", "5000", "16384", "200000", "x",
        ],
        "memory" | "container_memory" => &[
            "4", "5", "512", "1024", "1500", "2048", "6144", "40000", "130000", "x",
        ],
        "ephemeral_storage" | "stop_timeout" | "log_retention" => {
            &["1", "20", "21", "90", "120", "121", "200", "201"]
        }
        "minimum_healthy_percent" | "maximum_percent" => &["0", "50", "100", "101", "150", "200"],
        "desired_count" => &["0", "1", "2", "x"],
        "container_port" | "proxy_port" => &["0", "22", "8080", "40000", "65536"],
        "proxy_host" => &["proxy", "http://proxy:3128", "a b", "<PROXY>"],
        "no_proxy" => &["10.0.0.0/8", "a,10.0.0.0/8,b", "localhost"],
        "subnets" => &[
            "subnet-0a1b2c3d",
            "subnet-0A1B2C3D",
            "vpc-1",
            "subnet-0a1b2c3d,subnet-0a1b2c3d",
            "<SUBNET>,subnet-0a1b2c3d",
        ],
        "security_groups" => &["sg-0a1b2c3d,sg-0a1b2c3d", "SEC_GROUP", "default", "SG-0A1B2C3D"],
        "platform_version" => &["LATEST", "1.3.0", "1.4.0", "new"],
        "capacity" => &[
            "FARGATE",
            "FARGATE_SPOT",
            "fargate-spot",
            "mine",
            "aws-x",
            "<CAPACITY>",
        ],
        "delegate_tags" => &["a, b", "a,,a", "build-blue", ",", "<TAGS>"],
        "log_group" => &["/ecs/x", "a b", "<GROUP>"],
        "log_service_url" => &[
            "https://app.harness.io/log-service",
            "https://app3.harness.io/log-service/",
        ],
        "init_script" => &["yum install x", "echo <API_KEY>", "echo"],
        "kms_key_id" => &["alias/x", "arn:aws:kms:us-west-2:012345678901:key/0"],
        "s3_bucket" => &["s3://My-Bucket/x", "b", "build"],
        "token" => &["x", "<TOKEN>", "a b"],
        "terraform_source" => &["module", "standalone"],
        "template_url" => &["s3://b/t", "s3://b", "http://b.s3.amazonaws.com/t", "s3://<X>/t"],
        "way" => &["cli", "script", "terraform", "cloudformation"],
        key if key.contains("_arn") => &arns,
        _ => match field.kind {
            Kind::Flag(_) => &["true", "false", "maybe"],
            _ => &[],
        },
    };
    let mut texts: Vec<String> = own.iter().map(|text| (*text).to_owned()).collect();
    if let Kind::Choice(choices, _) = field.kind {
        texts.extend(choices.iter().map(|choice| choice.value.to_owned()));
    }
    texts.extend(pasted(field).iter().map(|text| (*text).to_owned()));
    texts.extend([field.sample.to_owned(), String::new()]);
    texts
}

/// Returns texts with more than the value, of the field itself or of another one.
fn pasted(field: &Field) -> &'static [&'static str] {
    match field.key {
        "region" => &["US West (Oregon)", "AWS_REGION=eu-west-1", "cluster=delegates"],
        "account_id" | "aws_account_id" => &[
            "ACCOUNT_ID=6_vVHzo9Qeu9fXvj-AcQCg",
            "\"Account\": \"012345678901\",",
        ],
        "manager_url" | "image" => {
            &["-e MANAGER_HOST_AND_PORT=https://app.harness.io harness/delegate:26.10.87203"]
        }
        "delegate_name" | "cluster" | "service_name" | "family" | "container_name" => &[
            "\"name\": \"blue\",",
            "DELEGATE_NAME=blue",
            "DELEGATE_TOKEN=hunter2-and-more",
        ],
        "subnets" | "security_groups" => &["SubnetIds=subnet-0a1b2c3d", "[\"sg-0a1b2c3d\"]"],
        "token" => &["DELEGATE_TOKEN=hunter2-and-more"],
        key if key.contains("_arn") => &["\"Arn\": \"arn:aws:iam::012345678901:role/delegate\""],
        _ => &[],
    }
}

fn rows(field: &Field) -> Vec<&'static str> {
    match field.key {
        "env" => vec![
            "DELEGATE_TOKEN=x",
            "ACCOUNT_ID=6_vVHzo9Qeu9fXvj-AcQCb",
            "ACCOUNT_ID=short",
            "DELEGATE_NAME=from-env",
            "MANAGER_HOST_AND_PORT=https://app.harness.io",
            "DELEGATE_TAGS=a, b",
            "INIT_SCRIPT=yum install x",
            "NEXT_GEN=yes",
            "PROXY_HOST=h",
            "A=1",
            "A=2",
            "MY-VAR=1",
            "POLL_FOR_TASKS=TRUE",
            "POLL_FOR_TASKS=x",
            "LOGGING_LEVEL=debug",
            "DELEGATE_HTTP_PORT=1",
            "CDN_URL=x",
            "UPGRADER_TOKEN=x",
            "nonsense",
            "",
            "LOG_STREAMING_SERVICE_URL=x",
        ],
        "secret_env" => vec![
            "A=arn:aws:secretsmanager:us-west-2:012345678901:secret:x-a1B2c3",
            "B=arn:aws-cn:secretsmanager:cn-north-1:012345678901:secret:x-a1B2c3:key",
            "DELEGATE_TOKEN=arn:aws:secretsmanager:us-west-2:012345678901:secret:x-a1B2c3",
            "C=parameter",
            "D=<ARN>",
            "D=a b",
            "nonsense",
        ],
        _ => vec![
            "a=1",
            "a=2",
            "aws:x=1",
            "x=AWS:1",
            "bad!=1",
            "nonsense",
            "",
            "y=<VALUE>",
        ],
    }
}

fn texts(field: &'static Field) -> BoxedStrategy<(&'static Field, Vec<String>)> {
    if field.kind.has_rows() {
        let row = proptest::sample::select(rows(field)).prop_map(str::to_owned);
        return proptest::collection::vec(row, 0..4)
            .prop_map(move |texts| (field, texts))
            .boxed();
    }
    proptest::sample::select(pool(field))
        .prop_map(move |text| (field, vec![text]))
        .boxed()
}

/// Generates a form with some fields filled in, validly or not.
fn any_form() -> impl Strategy<Value = Form> {
    let field = proptest::sample::select(FIELDS.to_vec()).prop_flat_map(texts);
    let few = proptest::collection::vec(field, 0..14);
    (few, any::<bool>()).prop_map(|(texts, from_good)| {
        let mut given = Form::default();
        if from_good {
            given = form("");
        }
        for (field, texts) in texts {
            given.set(field, texts);
        }
        given
    })
}

fn errors(findings: &[Finding]) -> Vec<(&str, &str)> {
    let of = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    of.map(|finding| (finding.rule, finding.field.as_ref())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fix_removes_its_finding_adds_no_error_and_is_idempotent(given in any_form()) {
        let before = findings(&given);
        let config = read(&given).0;
        for found in before.iter().filter(|finding| finding.fix.is_some()) {
            let fix = found.fix.as_ref().unwrap();
            let mut mended = given.clone();
            mended.apply(&fix.edits);
            let after = findings(&mended);
            // Removing a row moves the rows after it, so count the findings instead of comparing rows.
            let count = |all: &[Finding]| all.iter().filter(|f| f.rule == found.rule && f.field == found.field).count();
            let (had, has) = (count(&before), count(&after));
            prop_assert!(has < had && (found.row.is_some() || has == 0), "{} stays on {}: {fix:?}", found.rule, found.field);
            let (was, is) = (errors(&before), errors(&after));
            // What had no effect before the fix is not checked before it either.
            let had_effect = |key: &str| fields::field(key).is_none_or(|field| (field.applies)(&config));
            let new: Vec<_> = is.iter().filter(|error| !was.contains(error) && had_effect(error.1)).collect();
            // The rules could not check these values before the fix.
            let is_first_look = ["unreadable-value", "pasted-text", "secret-arn-format"].contains(&found.rule);
            prop_assert!(is_first_look || new.is_empty(), "{} on {}: {fix:?} adds {new:?}", found.rule, found.field);
            let mut again = mended.clone();
            again.apply(&fix.edits);
            prop_assert_eq!(&again, &mended, "{}", found.rule);
        }
    }

    #[test]
    fn mending_everything_ends(given in any_form()) {
        let mended = mend::all(&given, findings);
        let left: Vec<_> = findings(&mended).into_iter().filter(mend::is_mended).collect();
        prop_assert!(left.is_empty(), "{left:#?}");
    }
}

#[test]
fn all_rules_together_take_no_longer_than_a_few_readings() {
    let form = form("");
    let (config, reading) = read(&form);
    let deployment = build(&config);
    // Take the fastest of several runs, and alternate the two: a busy machine slows down single runs, or both.
    let batch = |work: &dyn Fn()| {
        let start = std::time::Instant::now();
        for _ in 0..20 {
            work();
        }
        start.elapsed()
    };
    let read_and_build = || {
        std::hint::black_box(build(&read(std::hint::black_box(&form)).0));
    };
    let checking = || {
        std::hint::black_box(check(std::hint::black_box(&config), &reading, &deployment, TODAY));
    };
    let (one, checking) = (0..30)
        .map(|_| (batch(&read_and_build), batch(&checking)))
        .reduce(|best, next| (best.0.min(next.0), best.1.min(next.1)))
        .unwrap();
    assert!(
        checking < one * 5,
        "{checking:?} for all rules, {one:?} for reading and building"
    );
    println!("{checking:?} for all rules, {one:?} for reading and building");
}
