//! One resource exists already; the script creates the others.

use crate::account::{changes, query, text};
use crate::common::Outcome;
use crate::common::cli::Cli;
use crate::common::moto::Moto;
use crate::common::script::{NEW_TOKEN, Place, TOKEN, Token, each};

/// Creates one of the resources that the script looks for, as another user would.
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

/// The script keeps or updates the existing resource and creates the others.
fn with_one_thing(cli: Cli, moto: &Moto, launch_type: &str, thing: &str) {
    let (name, region) = (
        format!("{}-{thing}-{}", launch_type.to_lowercase(), cli.name()),
        "ap-south-1",
    );
    make(moto, region, &name, launch_type, thing);
    let query = query(&name, region, &format!("&launch_type={launch_type}"))
        .replace("cluster=delegates", &format!("cluster={name}"));
    let place = Place::real(cli, &query, moto.environment());
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
    let cases: Vec<(Cli, &str, &str)> = Cli::available()
        .flat_map(|cli| ["FARGATE", "EC2"].map(|launch_type| things.map(|thing| (cli, launch_type, thing))))
        .flatten()
        .collect();
    each(
        &cases,
        |(cli, launch_type, thing)| format!("{thing} on {launch_type} with {}", cli.name()),
        |(cli, launch_type, thing)| with_one_thing(*cli, moto, launch_type, thing),
    );
}
