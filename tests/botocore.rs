//! botocore's own validation accepts the documents: their members, types and required members.

mod common;

use common::forms::{cases, cli_form};
use common::{Outcome, programs};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

/// The process that runs botocore. It takes one document per line.
struct Botocore {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Botocore {
    fn start() -> Self {
        let mut child = programs::command("python3")
            .arg(programs::root().join("tests/oracles/botocore_check.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 starts");
        let questions = child.stdin.take().expect("it is piped");
        let answers = BufReader::new(child.stdout.take().expect("it is piped"));
        Self {
            child,
            questions,
            answers,
        }
    }

    /// Returns botocore's report on a document, or a blank text if it has none.
    fn judge(&mut self, service: &str, operation: &str, document: &Value) -> String {
        let question = json!({ "service": service, "operation": operation, "document": document });
        let asked = writeln!(self.questions, "{question}");
        let mut answer = String::new();
        let answered = self.answers.read_line(&mut answer);
        assert!(
            asked.is_ok() && answered.is_ok_and(|length| length > 0),
            "botocore, which judges the documents, did not answer (see above; if Python lacks it, run `make test`, which installs it)."
        );
        serde_json::from_str(&answer).expect("it answers in JSON")
    }

    fn assert_takes(&mut self, outcome: &Outcome) {
        for (file, operation) in [
            ("task-spec.json", "RegisterTaskDefinition"),
            ("service.json", "CreateService"),
        ] {
            let report = self.judge("ecs", operation, &outcome.json(file));
            assert!(report.is_empty(), "{file}: {report}\n{}", outcome.file(file));
        }
        for role in ["execution-role", "task-role"] {
            let (trust, policy) = (format!("{role}-trust.json"), format!("{role}-policy.json"));
            if outcome.names().contains(&trust.as_str()) {
                let document = json!({ "RoleName": role, "AssumeRolePolicyDocument": outcome.file(&trust) });
                assert_eq!(self.judge("iam", "CreateRole", &document), "");
            }
            if outcome.names().contains(&policy.as_str()) {
                let document =
                    json!({ "RoleName": role, "PolicyName": role, "PolicyDocument": outcome.file(&policy) });
                assert_eq!(self.judge("iam", "PutRolePolicy", &document), "");
            }
        }
    }
}

impl Drop for Botocore {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Configurations that together have every member of the documents.
const CONFIGURATIONS: &[&str] = &[
    "",
    "start=docs",
    "start=docs&launch_type=EC2",
    "launch_type=EC2&subnets=subnet-0a1b2c3d&security_groups=sg-0a1b2c3d&hostname=h&container_port=8080",
    "token_source=plain&token=not-a-real-token&delegate_description=d&init_script=echo+1%0Aecho+2&env=A=1&env=B=",
    "capacity=FARGATE_SPOT&platform_version=1.4.0&architecture=ARM64&ephemeral_storage=50&stop_timeout=60",
    "enable_execute_command=true&task_role_permissions=deploy-ecs&minimum_healthy_percent=50&maximum_percent=150",
    "task_role_permissions=assume-roles&secret_env=A=arn:aws:secretsmanager:us-west-2:012345678901:secret:x-a1B2c3",
    "task_role_permissions=read-s3&proxy_host=p&proxy_port=3128&proxy_user=u&no_proxy=.internal",
    "task_role_permissions=read-ecr&container_cpu=512&container_memory=1024&propagate_tags=TASK_DEFINITION&tags=a=b",
    "image=012345678901.dkr.ecr.us-west-2.amazonaws.com/delegate:26.10.87203&kms_key_id=arn:aws:kms:us-west-2:012345678901:key/x",
    "cpu=&memory=&desired_count=lots",
];

#[test]
fn botocore_takes_every_document() {
    let mut botocore = Botocore::start();
    for query in CONFIGURATIONS {
        botocore.assert_takes(&Outcome::of(query));
        botocore.assert_takes(&Outcome::of(&format!("{}&{query}", common::FARGATE)));
        botocore.assert_takes(&Outcome::of(&format!("{}&{query}", common::EC2)));
    }
}

#[test]
fn botocore_takes_documents_of_any_values() {
    let mut botocore = Botocore::start();
    let mut runner = TestRunner::new(cases(1));
    for _ in 0..60 {
        let form = cli_form()
            .new_tree(&mut runner)
            .expect("forms can be made")
            .current();
        botocore.assert_takes(&Outcome::of_form(form));
    }
}

/// The check itself works: botocore rejects a member that AWS does not have.
#[test]
fn botocore_refuses_what_is_not_awss() {
    let mut botocore = Botocore::start();
    let good = Outcome::of(common::FARGATE).json("task-spec.json");
    for (pointer, bad, said) in [
        ("/memory", json!(2048), "Invalid type for parameter memory"),
        (
            "/containerDefinitions/0/memory",
            json!("2048"),
            "Invalid type for parameter containerDefinitions[0].memory",
        ),
        (
            "/containerDefinitions/0/environment/0",
            json!({ "Name": "A" }),
            "Unknown parameter",
        ),
        ("/family", Value::Null, "Invalid type for parameter family"),
    ] {
        let mut document = good.clone();
        *document.pointer_mut(pointer).expect("it is there") = bad;
        let report = botocore.judge("ecs", "RegisterTaskDefinition", &document);
        assert!(report.contains(said), "{pointer}: {report}");
    }
}
