//! Obstacles that the script names before it changes anything.

use crate::common::script::{EC2, FARGATE, Place, TOKEN, Token, each};
use crate::setup::finished_state;
use serde_json::{Value, json};

/// A KMS key of the page.
const KEY: &str = "arn:aws:kms:us-west-2:123456789012:key/0123abcd";

/// The cases: the configuration, the state, the arguments, and words of the sentence.
#[test]
#[allow(clippy::too_many_lines)] // one case after the other
fn what_is_in_the_way_is_said_before_anything_is_changed() {
    let done = finished_state(FARGATE);
    let with = |pointer: &str, value: Value| {
        let mut state = done.clone();
        *state
            .pointer_mut(pointer)
            .unwrap_or_else(|| panic!("{pointer}: {done:#}")) = value;
        state
    };
    let service = |member: &str, value: Value| {
        let mut state = done.clone();
        state["services"]["delegates/build-blue"][member] = value;
        state
    };
    let secret = |member: &str, value: Value| {
        let mut state = done.clone();
        state["secrets"]["harness/build-blue"][member] = value;
        state
    };
    let on_ec2 = |member: &str, value: Value| {
        let mut state = finished_state(EC2);
        state["services"]["delegates/build-blue"][member] = value;
        state
    };
    let mut on_fargate_spot = service("launchType", Value::Null);
    on_fargate_spot["clusters"]["delegates"]["capacityProviders"] = json!(["own"]);
    let foreign = json!({"RoleName": "build-blue-execution", "Arn": "arn:x", "AssumeRolePolicyDocument": {"Version": "x"}, "policies": {}});
    let nothing = json!({});
    let network =
        "subnets=subnet-0a1b2c3d4e5f67890,subnet-1a1b2c3d4e5f67890&security_groups=sg-0a1b2c3d4e5f67890";
    let cases: Vec<(String, Value, Vec<&str>, Vec<&str>)> = vec![
        (
            FARGATE.replace("region=us-west-2&", ""),
            nothing.clone(),
            vec![],
            vec!["lacks: ", "Region"],
        ),
        (
            FARGATE.replace("&image=harness/delegate:26.10.87203", ""),
            nothing.clone(),
            vec![],
            vec!["lacks: ", "mage"],
        ),
        (
            FARGATE.into(),
            json!({"credentials": false}),
            vec![],
            vec!["credentials", "Sign in", "Unable to locate credentials"],
        ),
        (
            format!("{FARGATE}&aws_account_id=000000000001"),
            nothing.clone(),
            vec![],
            vec!["123456789012", "000000000001"],
        ),
        (
            format!("{FARGATE}&create_cluster=false"),
            nothing.clone(),
            vec![],
            vec!["cluster delegates does not exist", "Create it"],
        ),
        (
            FARGATE.into(),
            json!({"vpc": false}),
            vec![],
            vec!["has no default VPC", "Give subnets"],
        ),
        (
            FARGATE.into(),
            json!({"subnets": []}),
            vec![],
            vec!["no default subnets"],
        ),
        (
            FARGATE.into(),
            service("status", json!("DRAINING")),
            vec![],
            vec!["being deleted", "Run this again"],
        ),
        (
            EC2.into(),
            done.clone(),
            vec![],
            vec!["runs on FARGATE", "another service name"],
        ),
        (
            FARGATE.into(),
            service("launchType", Value::Null),
            vec![],
            vec!["runs on capacity providers", "Give its capacity provider"],
        ),
        (
            FARGATE.into(),
            service("schedulingStrategy", json!("DAEMON")),
            vec![],
            vec!["DAEMON"],
        ),
        (
            FARGATE.into(),
            service("deploymentController", json!({"type": "CODE_DEPLOY"})),
            vec![],
            vec!["CODE_DEPLOY"],
        ),
        (
            EC2.into(),
            on_ec2(
                "networkConfiguration",
                json!({"awsvpcConfiguration": {"subnets": ["subnet-0a"]}}),
            ),
            vec![],
            vec![
                "has the network mode awsvpc",
                "Give its subnets, or another service name",
            ],
        ),
        (
            format!("{EC2}&capacity=own"),
            on_fargate_spot,
            vec![],
            vec!["has the network mode awsvpc"],
        ),
        (
            FARGATE.into(),
            service(
                "loadBalancers",
                json!([{"containerName": "web", "containerPort": 80}]),
            ),
            vec![],
            vec!["has a load balancer", "another service name"],
        ),
        (
            FARGATE.into(),
            service("serviceRegistries", json!([{"registryArn": "arn:x"}])),
            vec![],
            vec!["has service discovery"],
        ),
        (
            FARGATE.into(),
            service(
                "deployments",
                json!([{"status": "PRIMARY", "serviceConnectConfiguration": {"enabled": true}}]),
            ),
            vec![],
            vec!["has Service Connect"],
        ),
        (
            FARGATE.into(),
            service(
                "deployments",
                json!([{"status": "PRIMARY", "volumeConfigurations": [{"name": "x"}]}]),
            ),
            vec![],
            vec!["has volumes"],
        ),
        (
            FARGATE.into(),
            service(
                "deployments",
                json!([{"status": "PRIMARY", "vpcLatticeConfigurations": [{"portName": "x"}]}]),
            ),
            vec![],
            vec!["has VPC Lattice"],
        ),
        (
            format!("{FARGATE}&kms_key_id={KEY}"),
            secret(
                "KmsKeyId",
                json!("arn:aws:kms:us-west-2:123456789012:key/another"),
            ),
            vec![],
            vec![
                "KMS key arn:aws:kms:us-west-2:123456789012:key/another",
                KEY,
                "KMS key of the secrets",
            ],
        ),
        (
            FARGATE.into(),
            secret("KmsKeyId", json!("another")),
            vec![],
            vec!["KMS key another", "no KMS key", "no task would start"],
        ),
        (
            FARGATE.into(),
            secret("KmsKeyId", json!("arn:aws:kms:us-west-2:123456789012:alias/own")),
            vec!["--rotate-token"],
            vec!["alias/own", "no KMS key"],
        ),
        (
            format!("{FARGATE}&capacity=FARGATE_SPOT"),
            done.clone(),
            vec![],
            vec!["capacity provider FARGATE_SPOT", "Add it"],
        ),
        (
            format!("{EC2}&capacity=own"),
            nothing.clone(),
            vec![],
            vec!["capacity provider own", "Create the cluster"],
        ),
        (
            format!("{FARGATE}&{network}"),
            json!({"elsewhere": ["subnet-1a1b2c3d4e5f67890"]}),
            vec![],
            vec![
                "not all in Region us-west-2",
                "'subnet-1a1b2c3d4e5f67890' does not exist",
            ],
        ),
        (
            format!("{EC2}&subnets=subnet-0a1b2c3d4e5f67890"),
            json!({"elsewhere": ["subnet-0a1b2c3d4e5f67890"]}),
            vec![],
            vec!["not all in Region us-west-2"],
        ),
        (
            format!("{FARGATE}&{network}"),
            json!({"other_vpc": ["subnet-1a1b2c3d4e5f67890"]}),
            vec![],
            vec!["vpc-0a and vpc-0b", "one VPC"],
        ),
        (
            format!("{FARGATE}&{network}"),
            json!({"elsewhere": ["sg-0a1b2c3d4e5f67890"]}),
            vec![],
            vec!["security groups of the page are not all in Region us-west-2"],
        ),
        (
            format!("{FARGATE}&{network}"),
            json!({"other_vpc": ["sg-0a1b2c3d4e5f67890"]}),
            vec![],
            vec!["vpc-0a", "sg-0a1b2c3d4e5f67890 of the page is not"],
        ),
        (
            FARGATE.replace("us-west-2", "eu-west-1"),
            done.clone(),
            vec![],
            vec![
                "role build-blue-execution",
                "Region us-west-2",
                "another service name",
            ],
        ),
        (
            FARGATE.into(),
            with("/clusters/delegates/status", json!("DEPROVISIONING")),
            vec![],
            vec!["cluster delegates is being deleted", "Run this again"],
        ),
        (
            FARGATE.into(),
            json!({"roles": {"build-blue-execution": foreign}}),
            vec![],
            vec!["role build-blue-execution", "did not create"],
        ),
        (
            FARGATE.into(),
            with("/services", json!({})),
            vec!["--rotate"],
            vec!["Unknown option --rotate;", "--rotate-token"],
        ),
        (
            format!(
                "{FARGATE}&token_secret_arn=arn:aws:secretsmanager:us-west-2:123456789012:secret:x-a1B2c3"
            ),
            nothing.clone(),
            vec!["--rotate-token"],
            vec!["Unknown option --rotate-token"],
        ),
        (
            FARGATE.replace("cluster=delegates", "cluster=file:///etc/passwd"),
            nothing.clone(),
            vec![],
            vec!["file:///etc/passwd", "address"],
        ),
        (
            format!("{FARGATE}&log_group=http://x/"),
            nothing.clone(),
            vec![],
            vec!["http://x/", "address"],
        ),
    ];
    each(
        &cases,
        |(query, _, arguments, words)| format!("{query} {arguments:?}: {words:?}"),
        |(query, state, arguments, words)| {
            let place = Place::new(query);
            place.set_state(state);
            let run = place.run(arguments, Token::Variable(TOKEN));
            run.assert_stops(words);
            run.assert_stops(&["Nothing was changed."]);
            assert!(run.changes().is_empty(), "{:?}", run.changes());
        },
    );
}

/// A key of the secret that is the key of the page, that cannot be compared with it, or that the role of the page may be
/// allowed to use, stops nothing.
#[test]
fn a_key_that_may_be_right_stops_nothing() {
    let role = "create_roles=false&execution_role_arn=arn:aws:iam::123456789012:role/own";
    let cases = [
        (format!("kms_key_id={KEY}"), Some("0123abcd"), ""),
        (format!("kms_key_id={KEY}"), Some(KEY), ""),
        (format!("kms_key_id={KEY}"), Some("alias/own"), ""),
        (format!("kms_key_id={KEY}"), None, "The tasks can read it"),
        (
            format!("kms_key_id={KEY}"),
            Some("alias/aws/secretsmanager"),
            "The tasks can read it",
        ),
        (String::new(), Some("alias/aws/secretsmanager"), ""),
        (String::new(), None, ""),
        (role.to_owned(), Some("another"), "kms:Decrypt"),
    ];
    for (more, key, says) in cases {
        let query = format!("{FARGATE}&{more}");
        let place = Place::new(&query);
        place.run(&[], Token::Variable(TOKEN)).assert_ok();
        let mut state = place.state();
        let secret = state["secrets"]["harness/build-blue"]
            .as_object_mut()
            .expect("a map");
        secret.remove("KmsKeyId");
        secret.extend(key.map(|key| ("KmsKeyId".to_owned(), json!(key))));
        place.set_state(&state);
        let run = place.run(&[], Token::None).assert_ok();
        assert!(run.changes().is_empty(), "{key:?}: {:?}", run.changes());
        let said = run.said();
        assert!(said.contains(says), "{more} {key:?}: {said}");
        assert_eq!(
            said.contains("encrypted"),
            !says.is_empty(),
            "{more} {key:?}: {said}"
        );
    }
}
