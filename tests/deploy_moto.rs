//! `deploy.sh` through the real AWS CLI against moto, a copy of AWS on loopback: from an empty account to a service, on
//! both launch types; the second run changes nothing; updates, the token, and what is in the way.

mod common;

use common::Outcome;
use common::moto::Moto;
use common::script::{NEW_TOKEN, Place, Run, TOKEN, Token, each};
use serde_json::{Value, json};

/// What `deploy.sh` needs to know. Each case has a Region, and names, of its own.
fn query(name: &str, region: &str, more: &str) -> String {
    format!(
        "way=script&delegate_name={name}&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io\
        &region={region}&image=harness/delegate:26.10.87203&cluster=delegates{more}"
    )
}

/// The operations of the AWS CLI that a run called and that change something.
fn changes(run: &Run) -> Vec<String> {
    let calls = run.programs.iter().filter(|program| program[0] == "aws");
    let reads = ["describe-", "get-", "list-", "wait"];
    calls
        .filter(|call| !reads.iter().any(|reads| call[2].starts_with(reads)))
        .map(|call| call[1..3].join(" "))
        .collect()
}

/// All that there is to see of a delegate.
fn dump(moto: &Moto, region: &str, name: &str) -> Value {
    let secret = format!("harness/{name}");
    let group = format!("/ecs/{name}");
    let mut all = json!({});
    let service = [
        "ecs",
        "describe-services",
        "--cluster",
        "delegates",
        "--services",
        name,
        "--include",
        "TAGS",
    ];
    let calls: Vec<(&str, Vec<&str>)> = vec![
        ("services", service.to_vec()),
        (
            "clusters",
            vec![
                "ecs",
                "describe-clusters",
                "--clusters",
                "delegates",
                "--include",
                "TAGS",
            ],
        ),
        ("definitions", vec!["ecs", "list-task-definitions"]),
        (
            "groups",
            vec!["logs", "describe-log-groups", "--log-group-name-prefix", &group],
        ),
        (
            "secret",
            vec!["secretsmanager", "describe-secret", "--secret-id", &secret],
        ),
        (
            "value",
            vec!["secretsmanager", "get-secret-value", "--secret-id", &secret],
        ),
        (
            "roles",
            vec!["iam", "get-account-authorization-details", "--filter", "Role"],
        ),
    ];
    for (key, call) in calls {
        all[key] = moto.aws(region, &call);
    }
    // Others work in the same account, and moto tells when a secret was read.
    let roles = all["roles"]["RoleDetailList"].as_array_mut().expect("a list");
    roles.retain(|role| {
        role["RoleName"]
            .as_str()
            .is_some_and(|role| role.starts_with(name))
    });
    for role in roles {
        role.as_object_mut().expect("an object").remove("RoleLastUsed");
    }
    all["secret"]
        .as_object_mut()
        .expect("an object")
        .remove("LastAccessedDate");
    // moto counts tasks up each time it is asked.
    for member in ["runningCount", "pendingCount", "events", "deployments"] {
        all["services"]["services"][0]
            .as_object_mut()
            .expect("an object")
            .remove(member);
    }
    all
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("no {pointer} in {value:#}"))
}

/// From nothing; again; an update; a new token; a secret that is to be deleted.
fn fargate(moto: &Moto) {
    let (name, region) = ("fargate-blue", "us-west-2");
    let first = query(
        name,
        region,
        "&aws_account_id=123456789012&init_script=echo+%22$x%22+O%27Brien%0A%F0%9F%A6%80&tags=team=blue",
    );
    let mut place = Place::real(&first, moto.environment());
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
        "ecs update-service",
        "ecs tag-resource",
    ];
    assert_eq!(changes(&run), expected, "{}", run.said());
    assert_eq!(text(&dump(moto, region, name), "/value/SecretString"), NEW_TOKEN);
}

/// From nothing, in a terminal; again.
fn ec2(moto: &Moto) {
    let (name, region) = ("ec2-blue", "eu-west-1");
    let place = Place::real(
        &query(name, region, "&launch_type=EC2&enable_execute_command=true"),
        moto.environment(),
    );
    let steps = json!([{"wait": "(it is not shown): "}, {"hidden": true}, {"type": format!("{TOKEN}\n")}]);
    let bash = common::programs::find("bash");
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

/// What is in the way, and what is there already.
fn others(moto: &Moto) {
    let region = "us-east-2";
    let stops = |name: &str, more: &str, environment, words: &[&str]| {
        let place = Place::real(&query(name, region, more), environment);
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
        &["no cluster delegates"],
    );
    // Neither a Region that does not exist is one, nor an option.
    let place = Place::real(&query("a", "-x", ""), moto.environment());
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

    // Names that begin with a dash, in a cluster with a log group that are there; roles that are there too.
    let name = "-dashed";
    moto.aws(region, &["ecs", "create-cluster", "--cluster-name=-dashes"]);
    moto.aws(region, &["logs", "create-log-group", "--log-group-name=-own"]);
    let more = "&service_name=-dashed&cluster=-dashes&log_group=-own&family=-dashed&capacity=";
    let place = Place::real(&query(name, region, more), moto.environment());
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
            "--cluster=-dashes",
            "--services=-dashed",
        ],
    );
    assert_eq!(text(&made, "/services/0/status"), "ACTIVE");
}

/// Makes one of the things that the script looks for, as somebody else would.
fn make(moto: &Moto, region: &str, name: &str, launch_type: &str, thing: &str) {
    let shown = Outcome::of(
        &query(
            name,
            region,
            &format!("&launch_type={launch_type}&aws_account_id=123456789012"),
        )
        .replace("way=script", "way=cli"),
    );
    let task = shown.file("task-spec.json").replace("26.10.87203", "26.09.1");
    let family = shown.json("task-spec.json")["family"]
        .as_str()
        .expect("a text")
        .to_owned();
    let role = |role: &str| {
        let (name, trust) = (
            format!("{name}-{role}"),
            shown.file(&format!("{role}-role-trust.json")),
        );
        moto.aws(
            region,
            &[
                "iam",
                "create-role",
                "--role-name",
                &name,
                "--assume-role-policy-document",
                trust,
            ],
        );
    };
    let cluster = || moto.aws(region, &["ecs", "create-cluster", "--cluster-name", name]);
    let register = || {
        moto.aws(
            region,
            &["ecs", "register-task-definition", "--cli-input-json", &task],
        )
    };
    match thing {
        "cluster" => drop(cluster()),
        "group" => {
            let group = format!("/ecs/{name}");
            moto.aws(region, &["logs", "create-log-group", "--log-group-name", &group]);
        }
        "secret" => {
            let secret = format!("harness/{name}");
            moto.aws(
                region,
                &[
                    "secretsmanager",
                    "create-secret",
                    "--name",
                    &secret,
                    "--secret-string",
                    NEW_TOKEN,
                ],
            );
        }
        "family" => drop(register()),
        "service" => {
            cluster();
            register();
            let service = [
                "ecs",
                "create-service",
                "--cluster",
                name,
                "--service-name",
                name,
                "--task-definition",
            ];
            let more = [&family, "--desired-count", "1", "--launch-type", launch_type];
            moto.aws(region, &[&service[..], &more[..]].concat());
        }
        thing => role(thing),
    }
}

/// What is there is kept, or brought up to date; the rest is created.
fn with_one_thing(moto: &Moto, launch_type: &str, thing: &str) {
    let (name, region) = (format!("{}-{thing}", launch_type.to_lowercase()), "ap-south-1");
    make(moto, region, &name, launch_type, thing);
    let query = query(&name, region, &format!("&launch_type={launch_type}"))
        .replace("cluster=delegates", &format!("cluster={name}"));
    let place = Place::real(&query, moto.environment());
    let run = place.run(&[], Token::Input(TOKEN)).assert_ok();
    let changes = changes(&run);
    let times = |call: &str| changes.iter().filter(|change| *change == call).count();
    let role_is_there = usize::from(["execution", "task"].contains(&thing));
    let expected = [
        ("secretsmanager create-secret", usize::from(thing != "secret")),
        (
            "ecs create-cluster",
            usize::from(thing != "cluster" && thing != "service"),
        ),
        ("logs create-log-group", usize::from(thing != "group")),
        ("iam create-role", 2 - role_is_there),
        ("iam put-role-policy", 1),
        ("ecs register-task-definition", 1),
        ("ecs create-service", usize::from(thing != "service")),
        ("ecs update-service", usize::from(thing == "service")),
    ];
    for (call, expected) in expected {
        assert_eq!(times(call), expected, "{call}: {changes:?}");
    }
    let secret = format!("harness/{name}");
    let value = moto.aws(
        region,
        &["secretsmanager", "get-secret-value", "--secret-id", &secret],
    );
    let expected = if thing == "secret" { NEW_TOKEN } else { TOKEN };
    assert_eq!(text(&value, "/SecretString"), expected);
    let made = moto.aws(
        region,
        &[
            "ecs",
            "describe-services",
            "--cluster",
            &name,
            "--services",
            &name,
        ],
    );
    assert_eq!(text(&made, "/services/0/status"), "ACTIVE");
    let revision = if thing == "family" || thing == "service" {
        ":2"
    } else {
        ":1"
    };
    assert!(
        text(&made, "/services/0/taskDefinition").ends_with(revision),
        "{made:#}"
    );
}

#[test]
fn with_each_single_thing_existing() {
    let moto = &Moto::start();
    let things = [
        "cluster",
        "group",
        "secret",
        "execution",
        "task",
        "family",
        "service",
    ];
    let cases: Vec<(&str, &str)> = ["FARGATE", "EC2"]
        .into_iter()
        .flat_map(|launch_type| things.map(|thing| (launch_type, thing)))
        .collect();
    each(
        &cases,
        |(launch_type, thing)| format!("{thing} on {launch_type}"),
        |(launch_type, thing)| with_one_thing(moto, launch_type, thing),
    );
}

type Case = fn(&Moto);

#[test]
fn with_the_real_cli() {
    let moto = &Moto::start();
    let cases: [(&str, Case); 3] = [("fargate", fargate), ("ec2", ec2), ("others", others)];
    each(&cases, |(name, _)| (*name).to_owned(), |(_, case)| case(moto));
}
