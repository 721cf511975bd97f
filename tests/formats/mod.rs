//! What the tests of the Terraform and CloudFormation files share.
#![allow(dead_code, missing_docs, reason = "each test crate uses its own part of it")]

use configurator::link::{Secrets, parse};
use configurator::{Config, Deployment, OutputFile, build, files, read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A finished configuration of `recommended`.
pub const GOOD: &str = "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&image=harness/delegate:26.10.87203&region=us-west-2";
pub const NETWORK: &str =
    "subnets=subnet-0a1b2c3d4e5f67890,subnet-0b1c2d3e4f5a67891&security_groups=sg-0a1b2c3d4e5f67890";
pub const SECRET: &str =
    "token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/build-blue-a1B2c3";
pub const DOCS: &str = "start=docs&delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&region=us-west-2&cluster=delegates&s3_bucket=build-artifacts";

/// Finished configurations that differ in what the formats must contain. The test adds `way`.
pub fn configurations() -> Vec<String> {
    let more = [
        "",
        "capacity=FARGATE_SPOT&create_cluster=false",
        "token_source=plain&token=not-a-real-token&create_roles=false&logs=none",
        "token_source=plain&aws_account_id=012345678901",
        "architecture=ARM64&ephemeral_storage=50&enable_execute_command=true&propagate_tags=TASK_DEFINITION",
        "proxy_host=proxy.example.com&proxy_port=3128&proxy_user=delegate&no_proxy=localhost",
        "task_role_permissions=deploy-ecs&tags=team=blue&tags=cost-center=42&log_retention=",
        "task_role_permissions=read-s3&s3_bucket=build-artifacts&minimum_healthy_percent=50&maximum_percent=150",
        "task_role_permissions=assume-roles&assume_role_arns=arn:aws:iam::012345678901:role/deployer",
        "task_role_permissions=all-s3&s3_bucket=b&kms_key_id=arn:aws:kms:us-west-2:012345678901:key/0",
        "image=012345678901.dkr.ecr.us-west-2.amazonaws.com/harness/delegate:26.10.87203&platform_version=1.4.0",
        "secret_env=A=arn:aws:ssm:us-west-2:012345678901:parameter/a&container_port=8080&container_cpu=256",
        "task_role_arn=arn:aws:iam::012345678901:role/t&execution_role_arn=arn:aws:iam::012345678901:role/e",
        "circuit_breaker=false&enable_ecs_managed_tags=false&propagate_tags=NONE&tags=&health_check=false",
        "desired_count=3&cluster=delegates&service_name=delegate-service&family=blue&log_group=/a/b&stop_timeout=&terraform_import=true\
         &template_url=https://templates-of-mine.s3.us-west-2.amazonaws.com/delegate/template.yaml",
    ];
    let mut all = Vec::new();
    for more in more {
        all.push(format!("{GOOD}&{NETWORK}&{more}"));
        all.push(format!("{GOOD}&{SECRET}&{more}"));
        all.push(format!(
            "{GOOD}&launch_type=EC2&{}",
            more.replace("capacity=FARGATE_SPOT&", "")
        ));
        all.push(format!("{DOCS}&{NETWORK}&{more}"));
    }
    all.push(format!("{GOOD}&{NETWORK}&launch_type=EC2&hostname="));
    all.push(format!("{DOCS}&launch_type=EC2&hostname=delegate-1"));
    all
}

/// A document as JSON shows it.
pub fn shown(document: &impl configurator::document::Document) -> serde_json::Value {
    let text = configurator::document::json::compact(document).into_text();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

pub struct Case {
    pub query: String,
    pub config: Config,
    pub deployment: Deployment,
    pub files: Vec<OutputFile>,
}

/// Reads URL parameters and makes their files.
pub fn case(query: &str) -> Case {
    let form = parse(query, Secrets::Honour).0;
    let (config, _) = read(&form);
    let deployment = build(&config);
    let files = files(&deployment, config.way);
    Case {
        query: query.to_owned(),
        config,
        deployment,
        files,
    }
}

impl Case {
    pub fn file(&self, name: &str) -> &str {
        let file = self.files.iter().find(|file| file.name == name);
        &file.unwrap_or_else(|| panic!("{}: no {name}", self.query)).text
    }
}

/// A new directory for one test.
pub fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

pub fn is_installed(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|directory| directory.join(program).is_file()))
}

/// A command that runs an installed program.
pub fn command(program: &str) -> Command {
    assert!(
        is_installed(program),
        "This test needs the program `{program}` on PATH; `make test` installs it."
    );
    let mut command = Command::new(program);
    // Terraform must not read the user's settings or look for a newer release.
    command.envs([
        ("TF_CLI_CONFIG_FILE", "/dev/null"),
        ("CHECKPOINT_DISABLE", "1"),
        ("TF_IN_AUTOMATION", "1"),
    ]);
    command
}

/// Runs a command. Returns whether it succeeded, and both of its outputs as text.
pub fn run(command: &mut Command) -> (bool, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    let text = format!(
        "{}{}",
        String::from_utf8_lossy(&stdout),
        String::from_utf8_lossy(&stderr)
    );
    (status.success(), text)
}

/// Hostile texts. Every format must keep every one unchanged.
pub const HOSTILE: &[&str] = &[
    "\"; rm -rf ~ #",
    "${var.region}",
    "$${x}",
    "$$${x}",
    "%{ for x in y }%{ endfor }",
    "%%{x}",
    "$",
    "$$",
    "a$",
    "{{resolve}}",
    "${!AWS::Region} ${AWS::Region}",
    "\\",
    "\\n\\\"",
    "a\nb\n\nc\n",
    "\ttab",
    "carriage\r\nreturn",
    "'single' `back` $(id)",
    "<<EOF\nx\nEOF",
    "# comment // and /* another */",
    "- item: {a: b, c: [d]}",
    "!Ref x",
    "&a *a",
    "key: value",
    "? x",
    "| \n  block",
    "> folded",
    "%YAML 1.2\n---\n...",
    "~",
    "null",
    "Yes",
    "0x1F",
    "1e3",
    "1:30",
    "2012-10-17",
    ".inf",
    "012345678901",
    " leading and trailing ",
    "größe 🦀 日本 \u{202e}rtl",
    "\u{2028}\u{2029}\u{85}\u{feff}\u{7f}\u{1}",
    "</script>",
    "",
];

/// A query with a hostile text in every field that is text, and with a plain token. The test adds `way`.
pub fn hostile_query(hostile: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for key in [
        "init_script",
        "delegate_tags",
        "delegate_description",
        "delegate_name",
        "image",
        "log_group",
        "service_name",
        "family",
        "container_name",
        "cluster",
        "account_id",
        "manager_url",
        "token",
        "s3_bucket",
    ] {
        query.append_pair(key, hostile);
    }
    query.append_pair("env", &format!("VALUE={hostile}"));
    query.append_pair("tags", &format!("key={hostile}"));
    if !hostile.contains('=') {
        query.append_pair("env", &format!("{hostile}=name"));
        query.append_pair("tags", &format!("{hostile}=key"));
    }
    format!(
        "{}&token_source=plain&region=us-west-2&task_role_permissions=read-s3",
        query.finish()
    )
}
