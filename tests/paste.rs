//! "Copy for CloudShell": pasted into an interactive bash, the text writes `deploy.sh` into a new directory and runs it in
//! another shell. The user's shell goes on whatever the script does, and its history holds no token.

mod common;

use base64::Engine as _;
use common::script::{EC2, FARGATE, Place, TOKEN};
use common::{Outcome, programs};
use serde_json::{Value, json};

struct Pasted {
    place: Place,
    script: String,
    shown: String,
    history: String,
}

/// A token that the user typed on the page.
const TYPED: &str = "dHlwZWQtdG9rZW4tb2YtdGhlLXRlc3Rz";

/// The paste of a form.
fn paste_of(query: &str) -> String {
    let outcome = Outcome::of(query);
    let file = outcome.files.first().expect("a file");
    file.paste.expect("a paste")(&outcome.deployment)
}

/// The script in a paste.
fn script_in(paste: &str) -> String {
    let mut lines = paste.lines().skip(1);
    let encoded: String = lines.by_ref().take_while(|line| *line != "END").collect();
    assert_eq!(lines.next(), None);
    let script = base64::engine::general_purpose::STANDARD
        .decode(encoded)
        .expect("base64");
    String::from_utf8(script).expect("UTF-8")
}

/// Pastes the text, types the token when asked, and then uses the shell.
fn paste(query: &str, state: &Value, asks: bool) -> Pasted {
    let mut place = Place::new(query);
    place.is_plain = query.contains("token_source=plain");
    place.set_state(state);
    let text = paste_of(query);
    // The user has a file of that name.
    std::fs::write(place.work().join("deploy.sh"), OWN).expect("a temporary file");
    for name in ["base64", "bash"] {
        std::os::unix::fs::symlink(programs::find(name), place.bin().join(name)).expect("a link");
    }
    let mut steps = vec![json!({"wait": "ready$ "}), json!({"type": text})];
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
        json!({"type": "echo still here $((6 * 7)) $- \"${d-no}\"\n"}),
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
        script: script_in(&text),
        shown,
        history,
    }
}

/// A file of the user.
const OWN: &str = "echo a script of the user\n";

/// The directories of the pastes.
fn directories(place: &Place) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(place.work()).expect("a directory").flatten();
    let paths = entries.map(|entry| entry.path()).filter(|path| path.is_dir());
    paths.collect()
}

fn assert_written(pasted: &Pasted) {
    use std::os::unix::fs::PermissionsExt as _;
    let own = std::fs::read_to_string(pasted.place.work().join("deploy.sh")).expect("it is there");
    assert_eq!(own, OWN, "the paste replaces a file of the user");
    let directories = directories(&pasted.place);
    assert_eq!(directories.len(), 1, "{directories:?}: {}", pasted.shown);
    let file = directories[0].join("deploy.sh");
    assert!(
        pasted.shown.contains(&file.display().to_string()),
        "{}",
        pasted.shown
    );
    assert_eq!(
        std::fs::read_to_string(&file).expect("it is written"),
        pasted.script,
        "{}",
        pasted.shown
    );
    for (path, expected) in [(&file, 0o600), (&directories[0], 0o700)] {
        let mode = std::fs::metadata(path).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, expected, "others may read it");
    }
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
    let flags = flags.strip_suffix(" no").expect("no variable is left");
    assert!(
        !flags.contains('e') && !flags.contains('u'),
        "the user's shell has `set -eu`: {flags}"
    );
    for token in [TOKEN, TYPED] {
        assert!(
            !pasted.history.is_empty() && !pasted.history.contains(token),
            "{}",
            pasted.history
        );
        assert!(!pasted.script.contains(token), "{}", pasted.script);
        assert!(!pasted.shown.contains(token), "{}", pasted.shown);
    }
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

/// A token that was typed on the page is in the file, but not in the paste, which the terminal keeps in its history.
#[test]
fn a_plain_token_is_not_in_the_paste() {
    let query = format!("{FARGATE}&token_source=plain&token={TYPED}");
    assert!(Outcome::of(&query).file("deploy.sh").contains(TYPED));
    let pasted = paste(&query, &json!({}), true);
    assert_written(&pasted);
    let task = pasted.place.state()["families"].to_string();
    assert!(task.contains(TOKEN) && !task.contains(TYPED), "{task}");
    // Without a token on the page, the file asks too, and is what the paste writes.
    for query in [
        FARGATE.to_owned(),
        EC2.to_owned(),
        format!("{FARGATE}&token_source=plain"),
    ] {
        assert_eq!(
            script_in(&paste_of(&query)),
            Outcome::of(&query).file("deploy.sh")
        );
    }
}

/// A second paste has a directory of its own. If the script cannot be written, nothing runs.
#[test]
fn a_paste_never_runs_another_script() {
    let text = paste_of(FARGATE);
    assert!(!text.contains("rm ") && !text.contains(" deploy.sh"), "{text}");
    let home = tempfile::tempdir().expect("a temporary directory");
    let mut command = programs::command("bash");
    let missing = home.path().join("missing");
    let output = programs::run(
        command
            .args(["-c", &text])
            .env("HOME", missing)
            .current_dir(home.path()),
    );
    assert!(!output.status.success());
    assert!(output.stdout.is_empty(), "{}", programs::said(&output));
    assert_eq!(std::fs::read_dir(home.path()).expect("a directory").count(), 0);
}
