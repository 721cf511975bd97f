//! Asks the peers.

use crate::common::moto::Moto;
use crate::common::programs;
use serde_json::{Map, Value};
use std::io::Write as _;
use std::process::Stdio;

/// What the peers say of each case, by its name.
pub fn ask(questions: &[Value]) -> Map<String, Value> {
    let moto = Moto::start();
    let mut child = programs::command("python3")
        .arg(programs::root().join("tests/peers/judge.py"))
        .envs(moto.environment())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 starts");
    let mut input = child.stdin.take().expect("it is piped");
    let text = serde_json::to_vec(questions).expect("questions are JSON");
    let writer = std::thread::spawn(move || input.write_all(&text));
    let output = child.wait_with_output().expect("python3 can be waited for");
    let _ = writer.join();
    assert!(
        output.status.success(),
        "the peers did not answer (see above; if Python lacks botocore, moto or cfn-lint, run `make test`, which installs them)"
    );
    match serde_json::from_slice(&output.stdout) {
        Ok(Value::Object(answers)) => answers,
        other => panic!("the peers answer in JSON: {other:?}"),
    }
}
