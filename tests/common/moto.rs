//! moto, a copy of AWS, on loopback, for tests with the real AWS CLI.

use super::cli::Cli;
use super::programs;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The server, which stops when this value is dropped.
pub struct Moto {
    child: Child,
    endpoint: String,
    home: TempDir,
}

impl Moto {
    /// Starts a server and waits until it answers.
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// Starts a server that has AWS's managed policies and records every request.
    pub fn recording() -> Self {
        Self::start_with(&[
            ("MOTO_IAM_LOAD_MANAGED_POLICIES", "true"),
            ("MOTO_ENABLE_RECORDING", "true"),
        ])
    }

    fn start_with(settings: &[(&str, &str)]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|l| l.local_addr())
            .expect("a free port")
            .port();
        let home = tempfile::tempdir().expect("a temporary directory");
        Cli::V1.place(&home.path().join("aws"), &home.path().join("calls"));
        let file = || std::fs::File::create(home.path().join("log")).expect("a log");
        let child = programs::command("moto_server")
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            // Otherwise no task of a service ever runs, and the CLI waits ten minutes for one.
            .env("MOTO_ECS_SERVICE_RUNNING", "1")
            .env("MOTO_RECORDER_FILEPATH", home.path().join("requests"))
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(file())
            .stderr(file())
            .spawn()
            .expect("moto_server starts");
        let moto = Self {
            child,
            endpoint: format!("http://127.0.0.1:{port}"),
            home,
        };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let log = std::fs::read_to_string(moto.home.path().join("log")).unwrap_or_default();
            assert!(
                start.elapsed() < Duration::from_secs(90),
                "moto_server does not answer: {log}"
            );
            std::thread::sleep(Duration::from_millis(100));
        }
        moto
    }

    /// The environment in which an `aws` of `Cli::place` talks to this server. `AWS_PAGER` is blank: version 2 shows what
    /// it prints in a pager where its output is a terminal.
    pub fn environment(&self) -> Vec<(String, String)> {
        let mut all = self.without_credentials();
        all.extend(
            [
                ("AWS_ACCESS_KEY_ID", "testing"),
                ("AWS_SECRET_ACCESS_KEY", "testing"),
            ]
            .map(owned),
        );
        all
    }

    /// The same without credentials.
    pub fn without_credentials(&self) -> Vec<(String, String)> {
        let nowhere = self.home.path().join("none").display().to_string();
        [
            ("AWS_EC2_METADATA_DISABLED", "true"),
            ("AWS_PAGER", ""),
            ("AWS_ENDPOINT_URL", &self.endpoint),
            ("AWS_CONFIG_FILE", &nowhere),
            ("AWS_SHARED_CREDENTIALS_FILE", &nowhere),
        ]
        .map(owned)
        .to_vec()
    }

    /// Makes an IAM user with this managed policy. Returns the environment in which the CLI is this user.
    pub fn user(&self, name: &str, policy: &Value) -> Vec<(String, String)> {
        let region = "us-east-1";
        let document = policy.to_string();
        let create = [
            "iam",
            "create-policy",
            "--policy-name",
            name,
            "--policy-document",
            &document,
        ];
        let made = self.aws(region, &create);
        let arn = made["Policy"]["Arn"].as_str().expect("an ARN");
        self.aws(region, &["iam", "create-user", "--user-name", name]);
        self.aws(
            region,
            &[
                "iam",
                "attach-user-policy",
                "--user-name",
                name,
                "--policy-arn",
                arn,
            ],
        );
        let key = self.aws(region, &["iam", "create-access-key", "--user-name", name]);
        let part = |member: &str| key["AccessKey"][member].as_str().expect("a text").to_owned();
        let mut all = self.without_credentials();
        all.push(("AWS_ACCESS_KEY_ID".to_owned(), part("AccessKeyId")));
        all.push(("AWS_SECRET_ACCESS_KEY".to_owned(), part("SecretAccessKey")));
        all
    }

    /// From now on, the server rejects every action that no policy of the user allows.
    pub fn enforce(&self) {
        let address = self.endpoint.trim_start_matches("http://");
        let mut stream = TcpStream::connect(address).expect("moto_server answers");
        let request = format!(
            "POST /moto-api/reset-auth HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: 1\r\n\r\n0"
        );
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        assert!(answer.contains("200 OK"), "{answer}");
    }

    /// The recorded bodies of the calls of an ECS operation.
    pub fn requests(&self, operation: &str) -> Vec<Value> {
        let recorded = std::fs::read_to_string(self.home.path().join("requests")).expect("moto records");
        let target = Value::from(format!("AmazonEC2ContainerServiceV20141113.{operation}"));
        recorded
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .filter(|request| request["headers"]["X-Amz-Target"] == target)
            .map(|request| {
                let body = request["body"].as_str().expect("a request has a body");
                let body = BASE64_STANDARD.decode(body).expect("base64");
                serde_json::from_slice(&body).expect("ECS speaks JSON")
            })
            .collect()
    }

    /// Runs a command of the CLI and returns what it prints.
    pub fn aws(&self, region: &str, arguments: &[&str]) -> Value {
        let mut command = Command::new(self.home.path().join("aws"));
        command
            .args(arguments)
            .args(["--region", region, "--output", "json"])
            .env_clear()
            .env("HOME", self.home.path())
            .env("LANG", "C.UTF-8")
            .envs(self.environment());
        let output = programs::run(&mut command);
        assert!(
            output.status.success(),
            "aws {arguments:?}: {}",
            programs::said(&output)
        );
        serde_json::from_slice(&output.stdout).unwrap_or_default()
    }
}

fn owned((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
