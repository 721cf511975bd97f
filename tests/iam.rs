//! The IAM policies: parliament and cfn-lint find nothing in them, and they name exactly the resources that the
//! deployment uses.

mod common;

use common::forms::cases;
use common::{Outcome, programs};
use configurator::choices::LaunchType;
use configurator::fields;
use configurator::{Deployment, Form};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::Stdio;

const POLICIES: &[&str] = &[
    "execution-role-policy.json",
    "task-role-policy.json",
    "deployer-policy.json",
];
const TRUSTS: &[&str] = &["execution-role-trust.json", "task-role-trust.json"];

/// One Region of each partition, and how the hosts of ECR end there: of the older form, and of the dual-stack form.
const REGIONS: &[(&str, &str, [&str; 2])] = &[
    ("us-west-2", "aws", ["amazonaws.com", "on.aws"]),
    (
        "cn-north-1",
        "aws-cn",
        ["amazonaws.com.cn", "on.amazonwebservices.com.cn"],
    ),
    ("us-gov-west-1", "aws-us-gov", ["amazonaws.com", "on.aws"]),
    ("us-iso-east-1", "aws-iso", ["c2s.ic.gov", "on.aws.ic.gov"]),
    ("us-isob-east-1", "aws-iso-b", ["sc2s.sgov.gov", "on.aws.scloud"]),
    (
        "eusc-de-east-1",
        "aws-eusc",
        ["amazonaws.eu", "on.amazonwebservices.eu"],
    ),
];

fn query(region: &str, partition: &str, more: &str) -> String {
    format!(
        "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io&region={region}\
        &image=harness/delegate:26.10.87203&cluster=delegates&aws_account_id=012345678901&way=cli\
        &token_secret_arn=arn:{partition}:secretsmanager:{region}:012345678901:secret:harness/build-blue-a1B2c3{more}"
    )
}

/// What parliament and cfn-lint say about these documents.
fn complaints(documents: &[Value]) -> String {
    let _ = (programs::find("parliament"), programs::find("cfn-lint"));
    // The Python under which parliament itself runs.
    let mut child = programs::command("python3")
        .arg(programs::root().join("tests/oracles/iam_check.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3 starts");
    let input = serde_json::to_vec(documents).expect("JSON");
    child
        .stdin
        .take()
        .expect("it is piped")
        .write_all(&input)
        .expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(
        output.status.success(),
        "The oracle parliament cannot be used by python3; `make test` installs it: {}",
        programs::said(&output)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_judges_find_nothing() {
    let more = [
        "",
        "&launch_type=EC2&enable_execute_command=true",
        "&task_role_permissions=deploy-ecs",
        "&task_role_permissions=read-ecr&logs=none",
        "&task_role_permissions=assume-roles&assume_role_arns=arn:aws:iam::012345678901:role/a,arn:aws:iam::012345678901:role/b",
        "&task_role_permissions=read-s3&s3_bucket=a-bucket&create_cluster=false",
        "&secret_env=A=arn:aws:ssm:us-west-2:012345678901:parameter/p&secret_env=B=arn:aws:secretsmanager:us-west-2:012345678901:secret:b-a1B2c3:key::",
    ];
    let mut documents = Vec::new();
    for (region, partition, [suffix, _]) in REGIONS {
        let key = format!(
            "&kms_key_id=arn:{partition}:kms:{region}:012345678901:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        );
        let image = format!("&image=012345678901.dkr.ecr.{region}.{suffix}/harness/delegate:26.10.87203");
        // Three of the forms are enough in the other partitions, because the rest does not depend on the partition.
        let wanted: &[&str] = if *partition == "aws" { &more } else { &more[..3] };
        for more in wanted.iter().map(ToString::to_string).chain([key + &image]) {
            let outcome = Outcome::of(&query(region, partition, &more));
            for (files, kind) in [(POLICIES, "policy"), (TRUSTS, "trust")] {
                for file in files.iter().filter(|file| outcome.names().contains(file)) {
                    let name = format!("{file} of {region}{more}");
                    documents.push(json!({"name": name, "kind": kind, "document": outcome.json(file)}));
                }
            }
        }
    }
    documents.sort_by_key(|document| document["document"].to_string());
    documents.dedup_by_key(|document| document["document"].clone());
    assert!(documents.len() > 30, "{}", documents.len());
    let complaints = complaints(&documents);
    assert!(complaints.is_empty(), "{complaints}");
}

/// The checks themselves work.
#[test]
fn the_judges_find_an_action_that_does_not_exist() {
    let policy = |action: &str, resource: &str| {
        let statement = json!({"Sid": "A", "Effect": "Allow", "Action": [action], "Resource": [resource]});
        json!({"name": "bad", "kind": "policy", "document": {"Version": "2012-10-17", "Statement": [statement]}})
    };
    assert!(complaints(&[policy("s3:GetObjekt", "*")]).contains("UNKNOWN_ACTION"));
    assert!(complaints(&[policy("s3:GetObject", "arn:aws:s3:::bucket")]).contains("RESOURCE_MISMATCH"));
    let mut wrong = policy("s3:GetObject", "arn:aws:s3:::bucket/*");
    wrong["document"]["Statement"][0]["Efect"] = json!("Allow");
    assert!(complaints(&[wrong]).contains("cfn-lint"));
}

/// Every action of a policy with its resources.
fn granted(policy: &Value) -> BTreeSet<(String, String)> {
    let list = |value: &Value| {
        value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|v| v.as_str().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    let statements = policy["Statement"].as_array().into_iter().flatten();
    statements
        .flat_map(|statement| {
            let resources = list(&statement["Resource"]);
            let actions = list(&statement["Action"]);
            actions
                .into_iter()
                .flat_map(move |action| resources.clone().into_iter().map(move |r| (action.clone(), r)))
        })
        .collect()
}

/// What the execution role needs, derived from the task definition.
fn needed(deployment: &Deployment, task: &Value, key: &str, account: &str) -> BTreeSet<(String, String)> {
    let mut needed = BTreeSet::new();
    let mut need = |action: &str, resource: &str| needed.insert((action.to_owned(), resource.to_owned()));
    let container = &task["containerDefinitions"][0];
    let (partition, region) = (deployment.partition, &deployment.region);
    if let Some(group) = container["logConfiguration"]["options"]["awslogs-group"].as_str() {
        let group = format!("arn:{partition}:logs:{region}:{account}:log-group:{group}:*");
        need("logs:CreateLogStream", &group);
        need("logs:PutLogEvents", &group);
    }
    let secrets = container["secrets"].as_array().cloned().unwrap_or_default();
    for secret in &secrets {
        let arn = secret["valueFrom"].as_str().expect("a text");
        if !arn.starts_with("arn:") {
            let name = arn.trim_start_matches('/');
            let arn = format!("arn:{partition}:ssm:{region}:{account}:parameter/{name}");
            need("ssm:GetParameters", &arn);
        } else if arn.contains(":ssm:") {
            need("ssm:GetParameters", arn);
        } else {
            let bare: Vec<&str> = arn.splitn(8, ':').take(7).collect();
            need("secretsmanager:GetSecretValue", &bare.join(":"));
        }
    }
    if !key.is_empty() && !secrets.is_empty() {
        need("kms:Decrypt", key);
    }
    let image = container["image"].as_str().expect("a text");
    if let Some((registry, path)) = image
        .split_once('/')
        .filter(|(registry, _)| registry.contains(".dkr"))
    {
        // Both the form `.dkr.ecr.` and the dual-stack form `.dkr-ecr.`.
        let host = registry.replacen("dkr.ecr", "dkr-ecr", 1);
        let parts: Vec<&str> = host.split('.').collect();
        let name = path.split([':', '@']).next().expect("a name");
        let repository = format!("arn:{partition}:ecr:{}:{}:repository/{name}", parts[2], parts[0]);
        need("ecr:GetAuthorizationToken", "*");
        for action in [
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage",
        ] {
            need(action, &repository);
        }
    }
    needed
}

/// Legal configurations in which every resource that a policy may name differs.
fn legal() -> impl Strategy<Value = (Form, String)> {
    let name = || "[a-z][a-z0-9]{2,8}";
    let region = prop::sample::select(REGIONS);
    let flags = prop::collection::vec(any::<bool>(), 11);
    (region, flags, name(), name(), "[0-9]{12}", prop::sample::select(vec!["none", "deploy-ecs", "read-ecr", "read-s3"])).prop_map(
        |((region, partition, [old, dual]), flag, name, other, account, permissions)| {
            let secret = |name: &str| format!("arn:{partition}:secretsmanager:{region}:{account}:secret:{name}-a1B2c3");
            let key = if flag[0] { format!("arn:{partition}:kms:{region}:{account}:key/{other}") } else { String::new() };
            let fips = if flag[10] { "-fips" } else { "" };
            let image = if flag[1] && flag[9] {
                format!("{account}.dkr-ecr{fips}.{region}.{dual}/{other}/delegate:26.10.87203")
            } else if flag[1] {
                format!("{account}.dkr.ecr{fips}.{region}.{old}/{other}/delegate:26.10.87203")
            } else {
                "harness/delegate:26.10.87203".to_owned()
            };
            let more = [
                format!("&delegate_name={name}&service_name={name}&cluster={other}&log_group=/{other}/{name}"),
                format!("&aws_account_id={account}&kms_key_id={key}&image={image}&task_role_permissions={permissions}&s3_bucket={other}"),
                format!("&token_secret_arn={}", secret(&name)),
                format!("&enable_execute_command={}&logs={}", flag[2], if flag[3] { "awslogs" } else { "none" }),
                if flag[4] { format!("&secret_env=A={}:k::", secret(&other)) } else { String::new() },
                if flag[5] { format!("&secret_env=B=arn:{partition}:ssm:{region}:{account}:parameter/{other}") } else { String::new() },
                if flag[9] { format!("&secret_env=C=/{name}/{other}") } else { String::new() },
                if flag[6] { "&token_source=plain&token=x".to_owned() } else { String::new() },
                format!("&create_cluster={}", flag[7]),
            ];
            let mut form = Outcome::of(&query(region, partition, &more.concat())).form;
            form.set(&fields::LAUNCH_TYPE, vec![LaunchType::ALL[usize::from(flag[8])].value().to_owned()]);
            (form, key)
        },
    )
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn policies_name_exactly_what_the_deployment_uses((form, key) in legal()) {
        let outcome = Outcome::of_form(form);
        let account = outcome.config.aws_account_id.typed().expect("it is given").to_owned();
        let task = outcome.json("task-spec.json");
        let execution = outcome.files.iter().find(|file| file.name == "execution-role-policy.json");
        let execution = execution.map_or(Value::Null, |file| serde_json::from_str(&file.text).expect("JSON"));
        prop_assert_eq!(granted(&execution), needed(&outcome.deployment, &task, &key, &account));

        // The task role has ECS Exec's permissions only with ECS Exec, and those of one preset.
        let names = outcome.names();
        let role = if names.contains(&"task-role-policy.json") { granted(&outcome.json("task-role-policy.json")) } else { BTreeSet::new() };
        let services: BTreeSet<&str> = role.iter().filter_map(|(action, _)| action.split(':').next()).collect();
        let has_exec = outcome.json("service.json")["enableExecuteCommand"] == true;
        prop_assert_eq!(services.contains("ssmmessages"), has_exec);
        let permissions = outcome.form.text(&fields::TASK_ROLE_PERMISSIONS);
        prop_assert_eq!(services.contains("ecs"), permissions == "deploy-ecs");
        prop_assert_eq!(services.contains("s3"), permissions == "read-s3");
        if permissions == "none" {
            prop_assert!(services.iter().all(|service| *service == "ssmmessages"), "{:?}", services);
        }

        // Only tasks of this account and Region can assume the roles.
        for file in TRUSTS.iter().filter(|file| names.contains(file)) {
            let trust = outcome.json(file);
            let statement = &trust["Statement"][0];
            // IAM returns a list of one action as a text.
            prop_assert_eq!(&statement["Action"], &json!("sts:AssumeRole"));
            prop_assert_eq!(&statement["Principal"], &json!({"Service": "ecs-tasks.amazonaws.com"}));
            prop_assert_eq!(&statement["Condition"]["StringEquals"]["aws:SourceAccount"], &json!(account));
            let arn = format!("arn:{}:ecs:{}:{account}:*", outcome.deployment.partition, outcome.deployment.region);
            prop_assert_eq!(&statement["Condition"]["ArnLike"]["aws:SourceArn"], &json!(arn));
        }

        // The deployer's permissions are limited to this deployment, except where AWS has no such limit.
        let open = ["sts:GetCallerIdentity", "ecs:DescribeTaskDefinition", "ecs:ListTasks", "logs:DescribeLogGroups", "ec2:DescribeVpcs",
            "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups"];
        let (name, cluster) = (&outcome.deployment.service.service_name, &outcome.deployment.cluster.name);
        let family = &outcome.deployment.task_definition.family;
        for (action, resource) in granted(&outcome.json("deployer-policy.json")) {
            if resource == "*" {
                prop_assert!(open.contains(&action.as_str()), "{} on everything", action);
                continue;
            }
            let own = [name, cluster, family].iter().any(|own| resource.contains(&own.to_string()));
            prop_assert!(own || resource.ends_with("AWSServiceRoleForECS") || resource == key, "{} on {}", action, resource);
        }
    }
}
