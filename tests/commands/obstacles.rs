//! What is in the way is said before it is changed.

use crate::common::programs;
use crate::common::script::{TOKEN, each};
use crate::common::terminal::{How, Shell};
use crate::place::{FINISHED, Here};
use serde_json::{Value, json};

/// In another account than the form's, no step changes anything, also if the others go on.
#[test]
fn another_account_is_said_before_the_first_change() {
    let query = format!("{FINISHED}&aws_account_id=210987654321");
    let here = Here::new(&query);
    let output = here.run("bash", &[("DELEGATE_TOKEN", TOKEN)], "");
    let said = programs::said(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(
        said.contains("AWS account 123456789012") && said.contains("210987654321"),
        "{said}"
    );
    assert_eq!(here.changes(), [""; 0]);
    for shell in Shell::available() {
        let here = Here::new(&query);
        let mut setting = here.place.command();
        setting.env("DELEGATE_TOKEN", TOKEN);
        let shown = shell.run(&setting, &[(How::Pasted, here.outcome.file("commands.sh"))], &[]);
        shown.assert_at_prompt();
        assert_eq!(here.changes(), [""; 0], "{}", shown.text);
    }
}

/// A value that the page still lacks is named, and AWS is not called.
#[test]
fn a_missing_value_is_said_before_the_first_call() {
    let query = format!("{FINISHED}&image=&cpu=lots");
    let here = Here {
        outcome: crate::common::Outcome::of(&query),
        ..Here::new(FINISHED)
    };
    here.outcome.write(&here.place.work());
    let output = here.run("bash", &[("DELEGATE_TOKEN", TOKEN)], "");
    let said = programs::said(&output);
    assert!(
        said.contains("The page still lacks: ") && said.contains("image") && said.contains("CPU"),
        "{said}"
    );
    assert!(here.place.calls().is_empty());
    assert_eq!(output.status.code(), Some(1));
    for step in here.steps() {
        let output = here.run_as(&["bash", "-c", &step], &[("DELEGATE_TOKEN", TOKEN)], "");
        assert!(
            !output.status.success() && here.place.calls().is_empty(),
            "{step}"
        );
    }
}

struct Obstacle {
    what: &'static str,
    query: &'static str,
    /// Changes what exists.
    exists: fn(&mut Value),
    /// What is said, or an empty text if the run ends well.
    said: &'static str,
}

const OBSTACLES: &[Obstacle] = &[
    Obstacle {
        what: "a cluster with other settings",
        query: "",
        exists: |state| {
            state["clusters"]["delegates"] = json!({"clusterName": "delegates", "status": "ACTIVE", "capacityProviders": ["x"], "tags": []});
        },
        said: "",
    },
    Obstacle {
        what: "a cluster that is being deleted",
        query: "",
        exists: |state| state["clusters"]["delegates"] = json!({"status": "DEPROVISIONING"}),
        said: "is being deleted",
    },
    Obstacle {
        what: "no cluster, and the page creates none",
        query: "&create_cluster=false",
        exists: |_| {},
        said: "the page says not to create it",
    },
    Obstacle {
        what: "a cluster without the capacity provider",
        query: "&capacity=FARGATE_SPOT",
        exists: |state| {
            state["clusters"]["delegates"] =
                json!({"clusterName": "delegates", "status": "ACTIVE", "capacityProviders": ["FARGATE"]});
        },
        said: "does not have the capacity provider FARGATE_SPOT",
    },
    Obstacle {
        what: "a log group without retention, and one with a longer name",
        query: "",
        exists: |state| {
            state["groups"]["/ecs/build-blue"] = json!({"logGroupName": "/ecs/build-blue"});
            state["groups"]["/ecs/build-blue-2"] =
                json!({"logGroupName": "/ecs/build-blue-2", "retentionInDays": 30});
        },
        said: "",
    },
    Obstacle {
        what: "a role that others made",
        query: "",
        exists: |state| {
            let trust = json!({"Version": "2012-10-17", "Statement": []});
            state["roles"]["build-blue-execution"] = json!({"RoleName": "build-blue-execution", "Arn": "arn:aws:iam::123456789012:role/build-blue-execution",
                    "AssumeRolePolicyDocument": trust, "Tags": [], "policies": {}});
        },
        said: "exists and is for other tasks",
    },
    Obstacle {
        what: "a role of this page in another Region",
        query: "",
        exists: |state| {
            let trust = json!({"Version": "2012-10-17", "Statement": [
                {"Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:ecs:eu-west-1:123456789012:*"}}}]});
            state["roles"]["build-blue-execution"] = json!({"RoleName": "build-blue-execution", "Arn": "arn:aws:iam::123456789012:role/build-blue-execution",
                    "AssumeRolePolicyDocument": trust, "policies": {},
                    "Tags": [{"Key": "created-by", "Value": "ecs-delegate-configurator"}]});
        },
        said: "exists and is for other tasks",
    },
    Obstacle {
        what: "a role of this page with another trust policy",
        query: "",
        exists: |state| {
            let trust = json!({"Version": "2012-10-17", "Statement": [
                {"Condition": {"ArnLike": {"aws:SourceArn": ["arn:aws:ecs:us-west-2:123456789012:*"]}}}]});
            state["roles"]["build-blue-execution"] = json!({"RoleName": "build-blue-execution", "Arn": "arn:aws:iam::123456789012:role/build-blue-execution",
                    "AssumeRolePolicyDocument": trust, "policies": {},
                    "Tags": [{"Key": "created-by", "Value": "ecs-delegate-configurator"}]});
        },
        said: "",
    },
    Obstacle {
        what: "a secret that is scheduled for deletion",
        query: "",
        exists: |state| {
            state["secrets"]["harness/build-blue"] = json!({"DeletedDate": "2026-11-01", "SecretString": "x",
                "ARN": "arn:aws:secretsmanager:us-west-2:123456789012:secret:harness/build-blue-a1B2c3"});
        },
        said: "",
    },
    Obstacle {
        what: "a secret with another KMS key",
        query: "",
        exists: |state| {
            state["secrets"]["harness/build-blue"] = json!({"SecretString": "x",
                "KmsKeyId": "arn:aws:kms:us-west-2:123456789012:key/other",
                "ARN": "arn:aws:secretsmanager:us-west-2:123456789012:secret:harness/build-blue-a1B2c3"});
        },
        said: "is encrypted with another KMS key",
    },
    Obstacle {
        what: "a secret with another KMS key that is scheduled for deletion",
        query: "",
        exists: |state| {
            state["secrets"]["harness/build-blue"] = json!({"SecretString": "x", "DeletedDate": "2026-11-01",
                "KmsKeyId": "arn:aws:kms:us-west-2:123456789012:key/other",
                "ARN": "arn:aws:secretsmanager:us-west-2:123456789012:secret:harness/build-blue-a1B2c3"});
        },
        said: "is encrypted with another KMS key",
    },
    Obstacle {
        what: "a secret with the KMS key of the page, by its ID",
        query: "&kms_key_id=arn:aws:kms:us-west-2:123456789012:key/own",
        exists: |state| {
            state["secrets"]["harness/build-blue"] = json!({"SecretString": "x", "KmsKeyId": "own",
                "ARN": "arn:aws:secretsmanager:us-west-2:123456789012:secret:harness/build-blue-a1B2c3"});
        },
        said: "",
    },
    Obstacle {
        what: "a service on EC2",
        query: "",
        exists: |state| {
            state["clusters"]["delegates"] = json!({"clusterName": "delegates", "status": "ACTIVE"});
            state["services"]["delegates/build-blue"] = json!({"status": "ACTIVE", "serviceArn": "arn:x",
                "launchType": "EC2", "taskDefinition": "old"});
        },
        said: "another launch type or network mode",
    },
    Obstacle {
        what: "a service on EC2 with the network mode awsvpc",
        query: "&launch_type=EC2&subnets=&security_groups=",
        exists: |state| {
            state["clusters"]["delegates"] = json!({"clusterName": "delegates", "status": "ACTIVE"});
            state["services"]["delegates/build-blue"] = json!({"status": "ACTIVE", "serviceArn": "arn:x",
                "launchType": "EC2", "taskDefinition": "old",
                "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-0a"], "assignPublicIp": "DISABLED"}}});
        },
        said: "another launch type or network mode",
    },
    Obstacle {
        what: "a service that is being deleted",
        query: "",
        exists: |state| {
            state["clusters"]["delegates"] = json!({"clusterName": "delegates", "status": "ACTIVE"});
            state["services"]["delegates/build-blue"] = json!({"status": "DRAINING", "serviceArn": "arn:x"});
        },
        said: "is being deleted",
    },
    Obstacle {
        what: "a service that runs another task definition",
        query: "",
        exists: |state| {
            state["clusters"]["delegates"] = json!({"clusterName": "delegates", "status": "ACTIVE"});
            state["services"]["delegates/build-blue"] = json!({"status": "ACTIVE", "serviceArn": "arn:x",
                "launchType": "FARGATE", "taskDefinition": "old"});
        },
        said: "",
    },
];

#[test]
fn what_exists_is_used_or_said() {
    each(
        OBSTACLES,
        |obstacle| obstacle.what.to_owned(),
        |obstacle| {
            let here = Here::new(&format!("{FINISHED}{}", obstacle.query));
            let mut state = json!({"clusters": {}, "groups": {}, "secrets": {}, "roles": {}, "services": {}});
            (obstacle.exists)(&mut state);
            here.place.set_state(&state);
            let output = here.run("bash", &[("DELEGATE_TOKEN", TOKEN)], "");
            let said = programs::said(&output);
            if obstacle.said.is_empty() {
                assert!(output.status.success(), "{said}");
                let now = here.place.state();
                assert_eq!(now["groups"]["/ecs/build-blue"]["retentionInDays"], 30);
                let secret = &now["secrets"]["harness/build-blue"];
                assert!(
                    secret["DeletedDate"].is_null() && secret["ARN"].is_string(),
                    "{now}"
                );
                let revision = &now["services"]["delegates/build-blue"]["taskDefinition"];
                assert!(
                    revision
                        .as_str()
                        .is_some_and(|name| name.contains("build-blue-fargate")),
                    "{now}"
                );
                let again = here.run("bash", &[], "");
                assert!(
                    again.status.success() && here.changes().is_empty(),
                    "{}",
                    programs::said(&again)
                );
            } else {
                assert_eq!(output.status.code(), Some(1), "{said}");
                assert!(said.contains(obstacle.said), "{said}");
                let is_late = obstacle.what.contains("being deleted") || obstacle.what.contains("cluster");
                let is_role = obstacle.what.contains("role");
                assert!(is_late || is_role || here.changes().is_empty(), "{said}");
            }
        },
    );
}

/// A changed form leads to one new revision and one update.
#[test]
fn a_changed_form_is_one_update() {
    let first = Here::new(FINISHED);
    first.finish();
    for (more, changes) in [
        (
            "&image=harness/delegate:26.11.1",
            vec![
                "ecs register-task-definition",
                "ecs tag-resource",
                "ecs update-service",
                "ecs tag-resource",
            ],
        ),
        ("&desired_count=2", vec!["ecs update-service", "ecs tag-resource"]),
        ("&task_role_permissions=deploy-ecs", vec!["iam put-role-policy"]),
        ("&log_retention=90", vec!["logs put-retention-policy"]),
    ] {
        let here = Here::new(&format!("{FINISHED}{more}"));
        here.place.set_state_text(&first.place.state_text());
        here.finish();
        assert_eq!(here.changes(), changes, "{more}");
        // Back to the first form, a policy that is not needed goes.
        let back = Here::new(FINISHED);
        back.place.set_state_text(&here.place.state_text());
        back.finish();
        if more.contains("permissions") {
            assert_eq!(back.changes(), ["iam delete-role-policy"]);
        }
    }
}

/// An AWS CLI that does not know a member is named before the first change, with the version that knows it.
#[test]
fn an_old_cli_is_said_before_the_first_change() {
    for query in [FINISHED.to_owned(), format!("{FINISHED}&token_secret_arn={ARN}")] {
        for (version, is_enough) in [
            ("1.18.69", false),
            ("2.3.9", false),
            ("1.45.64", true),
            ("2.9.19", true),
        ] {
            let here = Here::new(&query);
            let variables = [("DELEGATE_TOKEN", TOKEN), ("STUB_VERSION", version)];
            let output = here.run("bash", &variables, "");
            let said = programs::said(&output);
            assert_eq!(output.status.success(), is_enough, "{version}: {said}");
            if !is_enough {
                assert_eq!(said.lines().count(), 1, "{said}");
                assert!(said.contains(version) && said.contains("2.4.24"), "{said}");
                assert_eq!(here.changes(), [""; 0]);
            }
        }
    }
}

const ARN: &str = "arn:aws:secretsmanager:us-west-2:123456789012:secret:harness/build-blue-a1B2c3";

/// An answer that version 2 would show page by page goes nowhere, or is asked for as text.
#[test]
fn no_step_opens_a_pager() {
    for way in [
        "cli",
        "script",
        "terraform",
        "terraform&terraform_source=module",
        "cloudformation",
    ] {
        let query = format!("{FINISHED}&way={way}&capacity=FARGATE_SPOT&create_cluster=false");
        for query in [format!("{FINISHED}&way={way}"), query] {
            let outcome = crate::common::Outcome::of(&query);
            let steps = outcome.files.iter().flat_map(|file| &file.steps);
            for command in steps.filter_map(|step| step.command.as_ref()) {
                let text = command.text().replace("\\\n", " ");
                if text.contains("export AWS_PAGER=''") {
                    continue;
                }
                for line in text.lines().filter(|line| line.trim_start().starts_with("aws ")) {
                    // These print nothing, or lines of their own.
                    let is_silent = [
                        "delete-stack",
                        " wait ",
                        "cloudformation deploy",
                        "attach-user-policy",
                    ];
                    let is_quiet =
                        line.contains(">/dev/null") || is_silent.iter().any(|one| line.contains(one));
                    assert!(is_quiet, "{way}: {line}");
                }
            }
        }
    }
}
