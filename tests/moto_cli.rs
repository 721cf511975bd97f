//! `commands.sh` runs with the real AWS CLI against moto, a copy of AWS on loopback. Afterwards AWS holds what the page
//! showed.

mod common;

use common::moto::Moto;
use common::{Outcome, programs};
use serde_json::Value;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const REGION: &str = "us-west-2";
const SECRET: &str = "not-a-real-token-b3duIHdvcmRz=";

/// A directory with the files of a configuration, and an `aws` that records the arguments of every call.
struct Run {
    directory: TempDir,
    outcome: Outcome,
}

impl Run {
    fn of(query: &str) -> Self {
        let outcome = Outcome::of(query);
        let directory = tempfile::tempdir().expect("a temporary directory");
        let bin = directory.path().join("bin");
        std::fs::create_dir(&bin).expect("a directory");
        let wrapper = format!(
            "#!{}\nprintf '%s\\n' \"$*\" >>'{}'\nexec env PATH=\"$REAL_PATH\" '{}' \"$@\"\n",
            programs::find("bash").display(),
            directory.path().join("calls").display(),
            programs::find("aws").display()
        );
        programs::script(&bin.join("aws"), &wrapper);
        outcome.write(directory.path());
        Self { directory, outcome }
    }

    fn path(&self) -> &Path {
        self.directory.path()
    }

    fn calls(&self) -> String {
        std::fs::read_to_string(self.path().join("calls")).unwrap_or_default()
    }

    /// Runs `bash commands.sh`, as the file says.
    fn commands(&self, moto: &Moto, variables: &[(&str, &str)], input: &str) -> Output {
        let mut command = Command::new(programs::find("bash"));
        let path = programs::path();
        let own = std::iter::once(self.path().join("bin")).chain(std::env::split_paths(&path));
        // Files, because a pipe that nobody reads fills up.
        let streams = ["stdout", "stderr"].map(|name| self.path().join(name));
        let [out, err] = streams
            .each_ref()
            .map(|file| std::fs::File::create(file).expect("a file"));
        command
            .arg("commands.sh")
            .current_dir(self.path())
            .env_clear()
            .envs(moto.environment())
            .env("HOME", self.path())
            .env("PATH", std::env::join_paths(own).expect("PATH can be joined"))
            .env("REAL_PATH", programs::path())
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(out)
            .stderr(err);
        let mut child = command.spawn().expect("bash starts");
        // The script may end without reading it.
        let _ = child
            .stdin
            .take()
            .expect("it is piped")
            .write_all(input.as_bytes());
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().expect("bash can be waited for") {
                break status;
            }
            if start.elapsed() > Duration::from_mins(5) {
                let _ = child.kill();
                panic!(
                    "commands.sh does not end; its last call was {:?}",
                    self.calls().lines().last()
                );
            }
            std::thread::sleep(Duration::from_millis(50));
        };
        let [stdout, stderr] = streams.map(|file| std::fs::read(file).expect("it is there"));
        Output {
            status,
            stdout,
            stderr,
        }
    }
}

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

fn assert_works(moto: &Moto, query: &str) {
    let run = Run::of(query);
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

    // AWS received every member that the page showed and no other.
    let (task, service) = (
        run.outcome.json("task-spec.json"),
        run.outcome.json("service.json"),
    );
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
    assert_holds(held, &shown, "service");

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
    assert_holds(&held, &task, "taskDefinition");

    assert_roles_and_logs(moto, &run.outcome, &task);
}

/// Checks the other resources: the roles with their policies, and the log group with its retention.
fn assert_roles_and_logs(moto: &Moto, outcome: &Outcome, task: &Value) {
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
        let trust: Value = serde_json::from_str(&trust.text).expect("JSON");
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
            assert_eq!(held["PolicyDocument"], outcome.json(&file));
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

fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value[member]
        .as_str()
        .unwrap_or_else(|| panic!("no {member} in {value}"))
}

/// Every case in parallel against one server, because a call of the CLI takes a second.
#[test]
fn what_aws_holds_is_what_the_page_showed() {
    let moto = &Moto::recording();
    let vpc = moto.aws(REGION, &["ec2", "create-vpc", "--cidr-block", "10.9.0.0/16"]);
    let vpc = text(&vpc["Vpc"], "VpcId").to_owned();
    let subnet = |block: &str| {
        let made = moto.aws(
            REGION,
            &["ec2", "create-subnet", "--vpc-id", &vpc, "--cidr-block", block],
        );
        text(&made["Subnet"], "SubnetId").to_owned()
    };
    let subnets = format!("{},{}", subnet("10.9.1.0/24"), subnet("10.9.2.0/24"));
    let group = [
        "ec2",
        "create-security-group",
        "--group-name",
        "g",
        "--description",
        "d",
        "--vpc-id",
        &vpc,
    ];
    let group = moto.aws(REGION, &group);
    let network = format!("&subnets={subnets}&security_groups={}", text(&group, "GroupId"));
    let common = "&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io&region=us-west-2\
        &image=harness/delegate:26.10.87203&aws_account_id=123456789012&init_script=echo+O'Brien%0Aecho+%22$x%22\
        &delegate_description=%F0%9F%A6%80+%3C/script%3E&env=JAVA_OPTS=-Xms64M+-Dx='y'";
    let arn = "&token_secret_arn=arn:aws:secretsmanager:us-west-2:123456789012:secret:harness/x-a1B2c3";
    let plain = format!("&token={SECRET}");
    let (network, plain) = (network.as_str(), plain.as_str());
    let cases = [
        (
            "a",
            vec![
                network,
                arn,
                "&tags=team=blue&tags=created-by=ecs-delegate-configurator",
            ],
        ),
        (
            "b",
            vec![
                "&launch_type=EC2",
                arn,
                "&task_role_permissions=deploy-ecs&enable_execute_command=true",
            ],
        ),
        ("c", vec![network, "&start=docs&cluster=docs-fargate", plain]),
        (
            "d",
            vec![
                "&start=docs&launch_type=EC2&cluster=docs-ec2&hostname=host",
                plain,
            ],
        ),
        (
            "e",
            vec![
                "&launch_type=EC2",
                network,
                arn,
                "&log_retention=&create_roles=false&container_port=8080",
            ],
        ),
    ];
    std::thread::scope(|scope| {
        for (name, parameters) in &cases {
            // Each case has its own family and cluster, except the documentation's.
            let query = format!("delegate_name=delegate-{name}{common}{}", parameters.concat());
            let query = query.replace('\'', "%27").replace('"', "%22").replace('$', "%24");
            let own = if query.contains("start=docs") {
                format!("&family=docs-{name}")
            } else {
                format!("&cluster=cluster-{name}")
            };
            scope.spawn(move || assert_works(moto, &format!("{query}{own}")));
        }
        scope.spawn(|| {
            assert_secret_is_created(
                moto,
                &format!("delegate_name=delegate-f{common}{network}&cluster=f"),
                true,
            );
        });
        scope.spawn(|| {
            assert_secret_is_created(
                moto,
                &format!("delegate_name=delegate-g{common}{network}&cluster=g"),
                false,
            );
        });
    });
}

/// Without the ARN, `commands.sh` creates the secret, prints the ARN and stops; with it, the next one works.
fn assert_secret_is_created(moto: &Moto, query: &str, by_variable: bool) {
    let query = query.replace('\'', "%27").replace('"', "%22").replace('$', "%24");
    let run = Run::of(&query);
    assert_eq!(run.outcome.missing(), ["token_secret_arn"]);

    // Without a token the script says one sentence and does nothing.
    let output = run.commands(moto, &[], "");
    assert!(!output.status.success());
    let said = programs::said(&output);
    assert!(said.contains("No delegate token was given"), "{said}");

    let (variables, input): (&[_], String) = if by_variable {
        (&[("DELEGATE_TOKEN", SECRET)], String::new())
    } else {
        (&[], format!("{SECRET}\nsecond line\n"))
    };
    let first = run.commands(moto, variables, &input);
    assert!(first.status.success(), "{}", programs::said(&first));
    let printed = String::from_utf8_lossy(&first.stdout).into_owned();
    let arn = printed
        .split_whitespace()
        .find(|word| word.starts_with("arn:"))
        .expect("it prints the ARN")
        .to_owned();
    assert!(printed.contains("Paste this ARN into the field"), "{printed}");
    assert!(arn.contains(":secret:harness/delegate-"), "{arn}");

    // A second run prints the same ARN and does not ask for a token.
    let second = run.commands(moto, &[], "");
    assert!(second.status.success(), "{}", programs::said(&second));
    assert!(String::from_utf8_lossy(&second.stdout).contains(&arn));
    assert!(
        !String::from_utf8_lossy(&second.stderr).contains("token"),
        "{}",
        programs::said(&second)
    );

    for output in [&first, &second] {
        assert!(!programs::said(output).contains(SECRET), "the token is printed");
    }
    assert!(
        !run.calls().contains(SECRET),
        "the token is an argument of a command"
    );
    assert!(
        !run.calls().contains("create-cluster"),
        "it goes on although the task definition has no ARN"
    );
    let held = moto.aws(
        REGION,
        &["secretsmanager", "get-secret-value", "--secret-id", &arn],
    );
    assert_eq!(held["SecretString"], SECRET);

    // A call of the CLI takes a second, so this runs once.
    if by_variable {
        assert_works(moto, &format!("{query}&token_secret_arn={arn}"));
    }
}
