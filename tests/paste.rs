//! "Copy for CloudShell": pasted into an interactive bash, the text writes exactly `deploy.sh` and runs it in another
//! shell. The user's shell goes on whatever the script does, and its history holds no token.

mod common;

use common::script::{FARGATE, Place, TOKEN};
use common::{Outcome, programs};
use configurator::outputs::script::paste;
use serde_json::{Value, json};

struct Pasted {
    place: Place,
    script: String,
    shown: String,
    history: String,
}

/// Pastes the text, types the token when asked, and then uses the shell.
fn paste(query: &str, state: &Value, asks: bool) -> Pasted {
    let place = Place::new(query);
    place.set_state(state);
    let script = Outcome::of(query).file("deploy.sh").to_owned();
    // The paste replaces an existing file.
    std::fs::write(place.work().join("deploy.sh"), "echo an older script\n").expect("a temporary file");
    for name in ["base64", "bash"] {
        std::os::unix::fs::symlink(programs::find(name), place.bin().join(name)).expect("a link");
    }
    let mut steps = vec![json!({"wait": "ready$ "}), json!({"type": paste::of(&script)})];
    if asks {
        steps.extend([
            json!({"wait": "(it is not shown): "}),
            json!({"hidden": true}),
            json!({"type": format!("{TOKEN}\n")}),
        ]);
    }
    if !asks {
        steps.push(json!({"wait": "deploy.sh: "}));
    }
    steps.extend([
        json!({"wait": "ready$ "}),
        json!({"type": "echo still here $((6 * 7)) $-\n"}),
        json!({"wait": "still here 42"}),
        json!({"type": "history -w history\nexit\n"}),
    ]);
    std::fs::write(place.work().join("rc"), "PS1='ready$ '\nset -o history\n").expect("a temporary file");
    let bash = programs::find("bash");
    let (shown, _) = place.in_terminal(
        &[
            bash.to_str().expect("UTF-8"),
            "--noprofile",
            "--rcfile",
            "rc",
            "-i",
        ],
        &Value::Array(steps),
    );
    let history = std::fs::read_to_string(place.work().join("history")).unwrap_or_default();
    Pasted {
        place,
        script,
        shown,
        history,
    }
}

fn assert_written(pasted: &Pasted) {
    use std::os::unix::fs::PermissionsExt as _;
    let file = pasted.place.work().join("deploy.sh");
    assert_eq!(
        std::fs::read_to_string(&file).expect("it is written"),
        pasted.script,
        "{}",
        pasted.shown
    );
    let mode = std::fs::metadata(&file)
        .expect("it is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600, "others may read it");
    assert!(
        pasted.shown.contains("still here 42"),
        "the user's shell is gone: {}",
        pasted.shown
    );
    let flags = pasted
        .shown
        .rsplit("still here 42 ")
        .next()
        .and_then(|rest| rest.lines().next())
        .unwrap_or_default();
    assert!(
        !flags.contains('e') && !flags.contains('u'),
        "the user's shell has `set -eu`: {flags}"
    );
    assert!(
        !pasted.history.is_empty() && !pasted.history.contains(TOKEN),
        "{}",
        pasted.history
    );
    assert!(!pasted.shown.contains(TOKEN), "{}", pasted.shown);
}

#[test]
fn one_paste_does_the_whole_job() {
    let query = format!(
        "{FARGATE}&init_script=echo+%22!x%22+%27%09y%27%0A{}",
        "z".repeat(5000)
    );
    let pasted = paste(&query, &json!({}), true);
    assert_written(&pasted);
    assert!(
        pasted
            .shown
            .contains("In Harness the delegate build-blue appears"),
        "{}",
        pasted.shown
    );
    assert_eq!(
        pasted.place.state()["secrets"]["harness/build-blue"]["SecretString"],
        TOKEN
    );
}

#[test]
fn the_users_shell_survives_a_failure() {
    let pasted = paste(FARGATE, &json!({"credentials": false}), false);
    assert_written(&pasted);
    assert!(
        pasted.shown.contains("Unable to locate credentials"),
        "{}",
        pasted.shown
    );
}

/// If the script cannot be written, the paste does not run an older one.
#[test]
fn an_older_script_is_not_run() {
    let text = paste::of("echo new\n");
    assert!(
        text.lines()
            .next()
            .is_some_and(|line| line.ends_with("&& bash deploy.sh")),
        "{text}"
    );
    let directory = tempfile::tempdir().expect("a temporary directory");
    std::fs::create_dir(directory.path().join("deploy.sh")).expect("a directory in the way");
    let output = programs::run(
        programs::command("bash")
            .args(["-c", &text])
            .current_dir(directory.path()),
    );
    assert!(!output.status.success());
    assert!(output.stdout.is_empty(), "{}", programs::said(&output));
}
