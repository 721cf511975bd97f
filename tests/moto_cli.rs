//! `commands.sh` runs with the real AWS CLI against moto, a copy of AWS on loopback. Afterwards AWS holds what the page
//! showed.

mod common;
#[path = "moto_cli/holds.rs"]
mod holds;
#[path = "moto_cli/imported.rs"]
mod imported;
#[path = "moto_cli/run.rs"]
mod run;

use common::cli::Cli;
use common::moto::Moto;
use common::terminal::{How, Shell};
use configurator::outputs::step::Stage;
use holds::{assert_aws_holds, assert_works, text};
use run::{REGION, Run, SECRET};

/// A network, as parameters of a form.
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

/// Every case in parallel against one server, because a call of the CLI takes a second.
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
        for cli in Cli::available() {
            for (name, parameters) in &cases {
                // Each case has its own family and cluster, except the documentation's.
                let name = format!("{name}-{}", cli.name());
                let query = format!("delegate_name=delegate-{name}{common}{}", parameters.concat());
                let query = query.replace('\'', "%27").replace('"', "%22").replace('$', "%24");
                let own = if query.contains("start=docs") {
                    format!("&family=docs-{name}")
                } else {
                    format!("&cluster=cluster-{name}")
                };
                scope.spawn(move || assert_works(cli, moto, &format!("{query}{own}")));
            }
        }
    });
}

/// A user on a new Mac, or with bash, has nothing but the files and the steps: no account, no secret. They paste one step
/// after the other, and type the token when they are asked.
#[test]
fn pasted_steps_end_with_the_service() {
    let moto = &Moto::recording();
    let network = network(moto);
    let network = network.as_str();
    std::thread::scope(|scope| {
        for cli in Cli::available() {
            for shell in Shell::available() {
                let name = format!("{}-{shell:?}", cli.name()).to_lowercase();
                scope.spawn(move || {
                    let query = format!(
                        "delegate_name=delegate-{name}&cluster={name}&account_id=6_vVHzo9Qeu9fXvj-AcQCb{network}\
                         &manager_url=https://app.harness.io&region=us-west-2&image=harness/delegate:26.10.87203\
                         &env=A=<AWS_ACCOUNT_ID>&task_role_permissions=deploy-ecs"
                    );
                    assert_walk(cli, shell, moto, &query);
                });
            }
        }
    });
}

fn assert_walk(cli: Cli, shell: Shell, moto: &Moto, query: &str) {
    let run = Run::of(cli, query);
    assert_eq!(run.outcome.missing(), [""; 0]);
    let steps = run.outcome.files.iter().flat_map(|file| &file.steps);
    let steps = steps.filter(|step| step.stage == Stage::Run);
    let texts: Vec<(How, &str)> = steps
        .filter_map(|step| step.command.as_ref())
        .map(|command| (How::Pasted, command.text()))
        .collect();
    let shown = shell.run(&run.setting(moto), &texts, &[SECRET]);
    shown.assert_at_prompt();
    assert_eq!(shown.status, Some(0), "{}", shown.text);
    assert_aws_holds(moto, &run.outcome);
    let name = format!("harness/{}", run.outcome.config.delegate_name.text());
    let held = moto.aws(
        REGION,
        &["secretsmanager", "get-secret-value", "--secret-id", &name],
    );
    assert_eq!(held["SecretString"], SECRET);

    assert!(!shown.text.contains(SECRET), "the token is shown: {}", shown.text);
    assert!(
        !run.calls().contains(SECRET),
        "the token is an argument of a command"
    );
    let history = shown.history.expect("a history");
    assert!(!history.contains(SECRET), "the token is in the history");
    for file in &run.outcome.files {
        let now = std::fs::read_to_string(run.path().join(file.name)).expect("it is there");
        assert_eq!(now, file.text, "{} stays as shown", file.name);
    }

    // The second time, nothing is asked and nothing is changed.
    run.forget_calls();
    let again = shell.run(&run.setting(moto), &texts, &[]);
    again.assert_at_prompt();
    assert_eq!(again.status, Some(0), "{}", again.text);
    assert_eq!(run.changes(), [""; 0], "{}", again.text);
}
