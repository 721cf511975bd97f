//! `commands.sh` runs with both versions of the AWS CLI against moto, a copy of AWS on loopback. Afterwards AWS holds what the page
//! showed.

mod common;
#[path = "moto_cli/holds.rs"]
mod holds;
#[path = "moto_cli/run.rs"]
mod run;

use common::cli::Cli;
use common::moto::Moto;
use common::programs;
use common::script::each;
use holds::{assert_works, text};
use run::{REGION, Run, SECRET};

/// Every case with each CLI against one server, because a call of the CLI takes a second.
#[test]
fn what_aws_holds_is_what_the_page_showed() {
    let moto = &Moto::recording();
    let network = network(moto);
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
            After::Works,
        ),
        (
            "b",
            vec![
                "&launch_type=EC2",
                arn,
                "&task_role_permissions=deploy-ecs&enable_execute_command=true",
            ],
            After::Works,
        ),
        (
            "c",
            vec![network, "&start=docs&cluster=docs-fargate", plain],
            After::Works,
        ),
        (
            "d",
            vec![
                "&start=docs&launch_type=EC2&cluster=docs-ec2&hostname=host",
                plain,
            ],
            After::Works,
        ),
        (
            "e",
            vec![
                "&launch_type=EC2",
                network,
                arn,
                "&log_retention=&create_roles=false&container_port=8080",
            ],
            After::Works,
        ),
        ("f", vec![network], After::CreatesSecret { by_variable: true }),
        ("g", vec![network], After::CreatesSecret { by_variable: false }),
    ];
    let cases: Vec<_> = Cli::available()
        .flat_map(|cli| cases.iter().map(move |case| (cli, case)))
        .collect();
    each(
        &cases,
        |(cli, (name, ..))| format!("{name} with {}", cli.name()),
        |(cli, (name, parameters, after))| {
            // Each case has its own delegate, family and cluster.
            let own = format!("{name}-{}", cli.name());
            let query = format!(
                "delegate_name=delegate-{own}{common}{}&family=family-{own}",
                parameters.concat()
            );
            let query = query
                .replace('\'', "%27")
                .replace('"', "%22")
                .replace('$', "%24")
                .replace("&cluster=docs", &format!("&cluster=docs-{}", cli.name()));
            let query = if query.contains("&cluster=") {
                query
            } else {
                query + &format!("&cluster=cluster-{own}")
            };
            match after {
                After::Works => assert_works(*cli, moto, &query),
                After::CreatesSecret { by_variable } => {
                    assert_secret_is_created(*cli, moto, &query, *by_variable);
                }
            }
        },
    );
}

/// Creates two subnets and a security group. Returns their parameters.
fn network(moto: &Moto) -> String {
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
    format!("&subnets={subnets}&security_groups={}", text(&group, "GroupId"))
}

/// What a case checks.
enum After {
    /// `commands.sh` works as it is.
    Works,
    /// `commands.sh` creates the secret first. The token comes from the variable or from standard input.
    CreatesSecret { by_variable: bool },
}

/// Without the ARN, `commands.sh` creates the secret, prints the ARN and stops; with it, the next one works.
fn assert_secret_is_created(cli: Cli, moto: &Moto, query: &str, by_variable: bool) {
    let run = Run::of(cli, query);
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
        assert_works(cli, moto, &format!("{query}&token_secret_arn={arn}"));
    }
}
