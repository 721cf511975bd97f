//! Whole stories: from nothing to a service on Fargate and on EC2, and what stops the script.

use crate::account::{changes, dump, query, text};
use crate::common::cli::Cli;
use crate::common::moto::Moto;
use crate::common::programs;
use crate::common::script::{NEW_TOKEN, Place, TOKEN, Token, each};
use serde_json::json;

/// Each CLI has a Region of its own, in which nothing exists.
fn region(cli: Cli, v1: &'static str, v2: &'static str) -> &'static str {
    match cli {
        Cli::V1 => v1,
        Cli::V2 => v2,
    }
}

/// From nothing; a second run; an update; a new token; a secret that is scheduled for deletion.
fn fargate(cli: Cli, moto: &Moto) {
    let (name, region) = (
        &format!("fargate-{}", cli.name()),
        region(cli, "us-west-2", "ca-central-1"),
    );
    let first = query(
        name,
        region,
        "&aws_account_id=123456789012&init_script=echo+%22$x%22+O%27Brien%0A%F0%9F%A6%80&tags=team=blue",
    );
    let mut place = Place::real(cli, &first, moto.environment());
    place.is_plain = false;
    let run = place
        .run(&[], Token::Input(&format!("{TOKEN}\nsecond line\n")))
        .assert_ok();
    let expected = [
        "secretsmanager create-secret",
        "ecs create-cluster",
        "logs create-log-group",
        "logs put-retention-policy",
        "iam create-role",
        "iam put-role-policy",
        "iam create-role",
        "ecs register-task-definition",
        "ecs create-service",
    ];
    assert_eq!(changes(&run), expected, "{}", run.said());
    let before = dump(moto, region, name);
    assert_eq!(text(&before, "/value/SecretString"), TOKEN);
    let service = before.pointer("/services/services/0").expect("the service");
    assert_eq!(
        (&service["status"], &service["launchType"]),
        (&json!("ACTIVE"), &json!("FARGATE"))
    );
    assert_eq!(
        text(
            service,
            "/networkConfiguration/awsvpcConfiguration/assignPublicIp"
        ),
        "ENABLED"
    );
    assert_eq!(
        before.pointer("/groups/logGroups/0/retentionInDays"),
        Some(&json!(30))
    );
    let arn = text(service, "/taskDefinition").to_owned();
    let task = moto.aws(
        region,
        &["ecs", "describe-task-definition", "--task-definition", &arn],
    );
    assert!(!task.to_string().contains(TOKEN), "{task:#}");
    let container = &task["taskDefinition"]["containerDefinitions"][0];
    assert_eq!(container["secrets"][0]["valueFrom"], before["secret"]["ARN"]);
    let script = container["environment"]
        .as_array()
        .and_then(|all| all.iter().find(|v| v["name"] == "INIT_SCRIPT"));
    assert_eq!(script.expect("it is there")["value"], "echo \"$x\" O'Brien\n🦀");

    let again = place.run(&[], Token::None).assert_ok();
    assert_eq!(changes(&again), Vec::<String>::new(), "{}", again.said());
    assert_eq!(dump(moto, region, name), before);

    place.set_script(&format!(
        "{first}&image=harness/delegate:26.11.1&log_retention=90&task_role_permissions=read-ecr"
    ));
    let run = place.run(&[], Token::None).assert_ok();
    let expected = [
        "logs put-retention-policy",
        "iam put-role-policy",
        "ecs register-task-definition",
        "ecs update-service",
        "ecs tag-resource",
    ];
    assert_eq!(changes(&run), expected, "{}", run.said());
    let after = dump(moto, region, name);
    assert!(
        text(&after, "/services/services/0/taskDefinition").ends_with(":2"),
        "{after:#}"
    );
    assert_eq!(
        after.pointer("/groups/logGroups/0/retentionInDays"),
        Some(&json!(90))
    );
    rotate_after_deletion(moto, region, name, &place);
}

/// A secret that is scheduled for deletion is restored, and gets the new token.
fn rotate_after_deletion(moto: &Moto, region: &str, name: &str, place: &Place) {
    moto.aws(
        region,
        &[
            "secretsmanager",
            "delete-secret",
            "--secret-id",
            &format!("harness/{name}"),
        ],
    );
    let run = place
        .run(&["--rotate-token"], Token::Variable(NEW_TOKEN))
        .assert_ok();
    let expected = [
        "secretsmanager restore-secret",
        "secretsmanager put-secret-value",
        "ecs register-task-definition",
        "ecs update-service",
        "ecs tag-resource",
    ];
    assert_eq!(changes(&run), expected, "{}", run.said());
    assert_eq!(text(&dump(moto, region, name), "/value/SecretString"), NEW_TOKEN);
}

/// From nothing, in a terminal; a second run.
fn ec2(cli: Cli, moto: &Moto) {
    let (name, region) = (
        &format!("ec2-{}", cli.name()),
        region(cli, "eu-west-1", "eu-north-1"),
    );
    let place = Place::real(
        Cli::V1,
        &query(name, region, "&launch_type=EC2&enable_execute_command=true"),
        moto.environment(),
    );
    let steps = json!([{"wait": "(it is not shown): "}, {"hidden": true}, {"type": format!("{TOKEN}\n")}]);
    let bash = programs::find("bash");
    let (shown, status) = place.in_terminal(&[bash.to_str().expect("UTF-8"), "deploy.sh"], &steps);
    assert_eq!(status, 0, "{shown}");
    assert!(!shown.contains(TOKEN), "{shown}");
    assert!(
        shown.contains("no container instances") && !shown.contains("Waiting"),
        "{shown}"
    );
    for program in place.programs() {
        assert!(!program.join(" ").contains(TOKEN), "{program:?}");
    }
    let before = dump(moto, region, name);
    assert_eq!(text(&before, "/value/SecretString"), TOKEN);
    assert_eq!(text(&before, "/services/services/0/launchType"), "EC2");
    let run = place.run(&[], Token::None).assert_ok();
    assert_eq!(changes(&run), Vec::<String>::new(), "{}", run.said());
    assert_eq!(dump(moto, region, name), before);
}

/// Obstacles, and resources that exist already.
fn others(cli: Cli, moto: &Moto) {
    let region = "us-east-2";
    let stops = |name: &str, more: &str, environment, words: &[&str]| {
        let place = Place::real(cli, &query(name, region, more), environment);
        let run = place.run(&[], Token::Variable(TOKEN));
        run.assert_stops(words);
        run.assert_stops(&["Nothing was changed."]);
        assert!(changes(&run).is_empty(), "{:?}", changes(&run));
    };
    stops("a", "", moto.without_credentials(), &["credentials", "Sign in"]);
    stops(
        "a",
        "&aws_account_id=000000000001",
        moto.environment(),
        &["123456789012", "000000000001"],
    );
    stops(
        "a",
        "&create_cluster=false",
        moto.environment(),
        &["cluster delegates does not exist"],
    );
    // The Region does not exist and looks like an option.
    let place = Place::real(cli, &query("a", "-x", ""), moto.environment());
    place
        .run(&[], Token::Variable(TOKEN))
        .assert_stops(&["Region -x", "Nothing was changed."]);

    // Subnets of another Region.
    let found = moto.aws("eu-central-1", &["ec2", "describe-subnets"]);
    let elsewhere = format!("&subnets={}", text(&found, "/Subnets/0/SubnetId"));
    stops(
        "a",
        &elsewhere,
        moto.environment(),
        &["not all in Region us-east-2", "does not exist"],
    );

    // Names that begin with a dash, with an existing cluster and log group.
    let name = &format!("-dashed-{}", cli.name());
    let cluster = format!("-dashes-{}", cli.name());
    moto.aws(
        region,
        &["ecs", "create-cluster", &format!("--cluster-name={cluster}")],
    );
    moto.aws(
        region,
        &[
            "logs",
            "create-log-group",
            &format!("--log-group-name=-own-{name}"),
        ],
    );
    let more =
        format!("&service_name={name}&cluster={cluster}&log_group=-own-{name}&family={name}&capacity=");
    let place = Place::real(cli, &query(name, region, &more), moto.environment());
    let run = place.run(&[], Token::Variable(TOKEN)).assert_ok();
    assert!(
        !changes(&run)
            .iter()
            .any(|call| call == "ecs create-cluster" || call == "logs create-log-group")
    );
    let made = moto.aws(
        region,
        &[
            "ecs",
            "describe-services",
            &format!("--cluster={cluster}"),
            &format!("--services={name}"),
        ],
    );
    assert_eq!(text(&made, "/services/0/status"), "ACTIVE");
}

type Case = fn(Cli, &Moto);

#[test]
fn with_the_real_cli() {
    let moto = &Moto::start();
    let stories: [(&str, Case); 3] = [("fargate", fargate), ("ec2", ec2), ("others", others)];
    let cases: Vec<(Cli, &str, Case)> = Cli::available()
        .flat_map(|cli| stories.map(|(name, case)| (cli, name, case)))
        .collect();
    each(
        &cases,
        |(cli, name, _)| format!("{name} with {}", cli.name()),
        |(cli, _, case)| case(*cli, moto),
    );
}
