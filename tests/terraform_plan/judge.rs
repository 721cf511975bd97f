//! Runs Terraform against the stub provider of `tests/terraform_stub/`, with stand-ins for the modules.
#![allow(dead_code, reason = "each test crate uses its own part of it")]

use crate::common::programs::{self, root};
use configurator::OutputFile;
use serde_json::Value;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// The token that Terraform asks for. No field has it as a sample.
pub const TOKEN: &str = "not-a-real-token-either";

/// The account of the stub, which is that of the fields' samples.
pub const ACCOUNT: &str = "012345678901";

/// A folder with a Terraform file and its state, and a provider with an account of its own. The provider stops when
/// this value is dropped.
pub struct Workspace {
    home: TempDir,
    provider: Child,
    variables: Vec<(&'static str, &'static str)>,
    is_ready: bool,
}

/// What Terraform asks for: variables without a default.
const VARIABLES: &[(&str, &str)] = &[
    ("delegate_token", TOKEN),
    ("proxy_password", TOKEN),
    ("region", "us-west-2"),
    ("subnets", r#"["subnet-0a1b2c3d4e5f67890"]"#),
    ("security_groups", r#"["sg-0a1b2c3d4e5f67890"]"#),
];

impl Workspace {
    /// Starts the provider of an empty account.
    pub fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary directory");
        let mut provider = programs::command("python3")
            .arg(root().join("tests/terraform_stub/provider.py"))
            .args([home.path().join("socket"), home.path().join("account.json")])
            .env("STUB_ACCOUNT", ACCOUNT)
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("python3 starts");
        let mut line = String::new();
        let stdout = provider.stdout.take().expect("a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        if line != "up\n" {
            let output = provider.wait_with_output().expect("it has ended");
            panic!("the stub provider does not start: {}", programs::said(&output));
        }
        std::fs::create_dir(home.path().join("root")).expect("a new directory");
        Self {
            home,
            provider,
            variables: Vec::new(),
            is_ready: false,
        }
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("root")
    }

    /// Puts a generated file into the folder instead of the one before.
    pub fn put(&mut self, file: &OutputFile) {
        self.put_text(&file.text);
    }

    /// Puts a text into the folder instead of the file before.
    pub fn put_text(&mut self, text: &str) {
        std::fs::write(self.folder().join("main.tf"), with_stand_ins(text)).expect("a file");
        self.variables = VARIABLES
            .iter()
            .copied()
            .filter(|(name, _)| is_asked_for(text, name))
            .collect();
        self.is_ready = false;
    }

    /// Runs Terraform. Returns its exit code and what it prints.
    fn terraform(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let attached = serde_json::json!({ "registry.terraform.io/hashicorp/aws": {
            "Protocol": "grpc",
            "ProtocolVersion": 6,
            "Pid": self.provider.id(),
            "Test": true,
            "Addr": { "Network": "unix", "String": self.home.path().join("socket") },
        }});
        let mut command = Command::new("terraform");
        let (step, rest) = arguments.split_first().expect("a command");
        command.arg(step);
        if *step != "state" {
            command.args(["-no-color", "-input=false"]);
        }
        command
            .args(rest)
            .current_dir(self.folder())
            .env("TF_REATTACH_PROVIDERS", attached.to_string())
            .envs([
                // Terraform must not read the user's settings or look for a newer release.
                ("TF_CLI_CONFIG_FILE", "/dev/null"),
                ("CHECKPOINT_DISABLE", "1"),
                ("TF_IN_AUTOMATION", "1"),
            ])
            .envs(
                self.variables
                    .iter()
                    .map(|(name, value)| (format!("TF_VAR_{name}"), value)),
            );
        let output = programs::run(&mut command);
        (output.status.code(), programs::said(&output))
    }

    /// Plans and applies the file, then plans again. Returns what went wrong: a step that fails, or a second plan that
    /// is not empty.
    pub fn settle(&mut self) -> Result<(), String> {
        let mut steps: Vec<&[&str]> = vec![
            &["plan", "-out=plan"],
            &["apply", "plan"],
            &["plan", "-detailed-exitcode"],
        ];
        if !self.is_ready {
            steps.insert(0, &["init", "-backend=false"]);
            self.is_ready = true;
        }
        for step in steps {
            let (code, said) = self.terraform(step);
            if code != Some(0) {
                return Err(format!("terraform {}: {code:?}\n{said}", step.join(" ")));
            }
        }
        Ok(())
    }

    /// Takes a resource out of the state, if it is there.
    pub fn forget(&self, address: &str) {
        let (code, said) = self.terraform(&["state", "rm", address]);
        assert!(code == Some(0) || said.contains("No matching objects"), "{said}");
    }

    /// Applies a file without modules at once, without a second plan.
    pub fn apply(&self) -> Result<(), String> {
        let (code, said) = self.terraform(&["apply", "-auto-approve"]);
        (code == Some(0)).then_some(()).ok_or(said)
    }

    /// Returns the text of the state.
    pub fn state_text(&self) -> String {
        std::fs::read_to_string(self.folder().join("terraform.tfstate")).expect("a state")
    }

    /// Returns the attributes of all resources in the state, each with its address in its module.
    pub fn resources(&self) -> Vec<(String, Value)> {
        let state: Value = serde_json::from_str(&self.state_text()).expect("the state is JSON");
        let resources = state["resources"].as_array().expect("a list").iter();
        resources
            .filter(|resource| resource["mode"] == "managed")
            .flat_map(|resource| {
                let [kind, name] = ["type", "name"].map(|part| resource[part].as_str().expect("a text"));
                let instances = resource["instances"].as_array().expect("a list").iter();
                instances.map(move |instance| (format!("{kind}.{name}"), instance["attributes"].clone()))
            })
            .collect()
    }

    /// Returns the attributes of the only resource of a type.
    pub fn resource(&self, kind: &str) -> Option<Value> {
        let resources = self.resources().into_iter();
        let mut all = resources.filter(|(address, _)| address.split('.').next() == Some(kind));
        let found = all.next().map(|(_, attributes)| attributes);
        assert!(all.next().is_none(), "more than one {kind}");
        found
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        let _ = self.provider.kill();
        let _ = self.provider.wait();
    }
}

/// Returns whether a file has this variable without a default.
fn is_asked_for(text: &str, name: &str) -> bool {
    let (_, rest) = text
        .split_once(&format!("\nvariable \"{name}\" {{\n"))
        .unwrap_or_default();
    let block = rest.split("\n}\n").next().unwrap_or_default();
    !block.is_empty() && !block.contains("\n  default")
}

/// Replaces the modules, which no test can fetch, by their stand-ins.
fn with_stand_ins(text: &str) -> String {
    let stub = root().join("tests/terraform_stub");
    let mut inside = "";
    let mut out = String::new();
    for line in text.lines() {
        match line {
            "module \"delegate\" {" => inside = "delegate",
            "module \"vpc\" {" => inside = "vpc",
            "}" => inside = "",
            _ => {}
        }
        let argument = line.trim_start().split(' ').next().unwrap_or_default();
        match (inside, argument) {
            ("", _) => out.push_str(line),
            // A module in a directory has no version.
            (_, "version") => continue,
            (module, "source") => {
                out.push_str(&format!(
                    "  source = {}",
                    Value::from(stub.join(module).display().to_string())
                ));
            }
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    out
}
