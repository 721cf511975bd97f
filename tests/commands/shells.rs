//! The steps and the whole file in the shells into which users paste.

use crate::common::script::{TOKEN, each};
use crate::common::terminal::{How, Shell};
use crate::common::{judges, programs};
use crate::place::{FINISHED, Here, ON_EC2, finished_state};

/// Names that would be commands, and free text that would open a quote.
const HOSTILE: &str = "&delegate_name=$(touch PWNED)&delegate_description=it's `touch PWNED`; if there is&cluster=`touch PWNED`\
    &tags=a=it's $(touch PWNED) !!";

/// Hostile values in every shell and every way of giving it a text, and ordinary ones as a user on a new Mac pastes.
fn cases() -> Vec<(String, Shell, How)> {
    let finished = FINISHED
        .replace("delegate_name=build-blue&", "")
        .replace("&cluster=delegates", "");
    let hostile = format!("{finished}{HOSTILE}");
    let mut cases = Vec::new();
    for shell in Shell::available() {
        for how in How::ALL {
            cases.push((hostile.clone(), shell, *how));
        }
        if shell == Shell::Zsh {
            cases.extend([FINISHED, ON_EC2].map(|query| (query.to_owned(), shell, How::Pasted)));
        }
    }
    cases
}

/// Runs something in every case.
fn in_every_shell(run: impl Fn(&str, Shell, How) + Sync) {
    each(
        &cases(),
        |case| format!("{case:?}"),
        |(query, shell, how)| run(query, *shell, *how),
    );
}

/// A user on a new Mac has nothing but the files and the steps, and pastes one step after the other.
#[test]
fn the_steps_one_after_the_other_end_with_the_service() {
    in_every_shell(|query, shell, how| {
        let here = Here::new(query);
        let steps = here.steps();
        let texts: Vec<(How, &str)> = steps.iter().map(|step| (how, step.as_str())).collect();
        let shown = shell.run(&here.place.command(), &texts, &[TOKEN]);
        shown.assert_at_prompt();
        assert_eq!(shown.status, Some(0), "{}", shown.text);
        assert!(!shown.text.contains("not found"), "{}", shown.text);
        here.assert_secret(&shown.text);
        let history = shown.history.expect("a history");
        assert!(
            history.contains("create-service") && !history.contains(TOKEN),
            "{history}"
        );
        assert_eq!(here.place.state(), finished_state(query), "{}", shown.text);
        // Each step finds what it would create.
        let before = here.changes().len();
        let again = shell.run(&here.place.command(), &texts, &[]);
        again.assert_at_prompt();
        assert_eq!(here.changes().len(), before, "{}", again.text);
    });
}

/// The shell takes each comment for a command that does not exist, or for a comment.
#[test]
fn the_whole_file_in_a_terminal_ends_with_the_service() {
    in_every_shell(|query, shell, how| {
        let here = Here::new(query);
        let mut setting = here.place.command();
        let mut answers = vec![TOKEN];
        if how == How::PastedRaw {
            // Otherwise the question reads the next line (`a_pasted_line_is_no_token`).
            setting.env("DELEGATE_TOKEN", answers.remove(0));
        }
        let shown = shell.run(&setting, &[(how, here.outcome.file("commands.sh"))], &answers);
        shown.assert_at_prompt();
        for opened in [
            "quote>",
            "dquote>",
            "bquote>",
            "event not found",
            "syntax error",
            "parse error",
        ] {
            assert!(!shown.text.contains(opened), "{opened}: {}", shown.text);
        }
        here.assert_secret(&shown.text);
        assert_eq!(here.place.state(), finished_state(query), "{}", shown.text);
    });
}

/// In a terminal that does not mark a paste, the question for the token reads the next line of the file.
#[test]
fn a_pasted_line_is_no_token() {
    for shell in Shell::available() {
        let here = Here::new(FINISHED);
        let text = here.outcome.file("commands.sh");
        let shown = shell.run(&here.place.command(), &[(How::PastedRaw, text)], &[]);
        shown.assert_at_prompt();
        assert!(shown.text.contains("Paste this step alone"), "{}", shown.text);
        // Nothing of the rest runs, also if the terminal has lost the beginning of a command.
        assert_eq!(here.changes(), [""; 0], "{}", shown.text);
    }
}

/// What is typed may be a line of a paste too.
#[test]
fn a_token_has_no_blank_parenthesis_or_number_sign() {
    let lines = ["", "set -e", "(", "# Create", "export AWS_PAGER=''", "$(aws)"];
    for shell in Shell::available() {
        for line in lines {
            let here = Here::new(FINISHED);
            let step = here.steps().remove(0);
            let shown = shell.run(&here.place.command(), &[(How::Pasted, &step)], &[line]);
            shown.assert_at_prompt();
            assert_eq!(shown.status, Some(1), "{line}: {}", shown.text);
            assert!(here.changes().is_empty(), "{line}: {}", shown.text);
            assert!(
                shown.text.contains("No delegate token was given"),
                "{line}: {}",
                shown.text
            );
        }
    }
}

/// The file runs in every shell, and says what is wrong with it in one sentence.
#[test]
fn the_file_runs_in_every_shell() {
    let whole = finished_state(FINISHED);
    for shell in ["bash", "dash", "zsh"] {
        if !judges::is_available(shell, programs::search(shell).is_some()) {
            continue;
        }
        let here = Here::new(FINISHED);
        let output = here.run(
            shell,
            &[("AWS_CLI_AUTO_PROMPT", "on")],
            &format!("{TOKEN}\r\nmore\n"),
        );
        assert!(output.status.success(), "{shell}: {}", programs::said(&output));
        assert_eq!(here.place.state(), whole, "{shell}");
        let again = here.run(shell, &[], "");
        assert!(again.status.success(), "{shell}: {}", programs::said(&again));
        assert_eq!(here.changes(), [""; 0], "{shell}: {}", programs::said(&again));

        // Line ends of Windows.
        let here = Here::new(FINISHED);
        let windows = here.outcome.file("commands.sh").replace('\n', "\r\n");
        let elsewhere = tempfile::tempdir().expect("a temporary directory");
        let file = elsewhere.path().join("commands.sh");
        std::fs::write(&file, windows).expect("a temporary file");
        let file = file.to_str().expect("UTF-8");
        let output = here.run_as(&[shell, file], &[("DELEGATE_TOKEN", TOKEN)], "");
        assert_eq!(
            output.status.code(),
            Some(1),
            "{shell}: {}",
            programs::said(&output)
        );
        let said = programs::said(&output);
        assert_eq!(said.lines().count(), 1, "{shell}: {said}");
        assert!(said.contains("Windows line endings"), "{shell}: {said}");
        assert!(here.place.calls().is_empty(), "{shell}");
    }
}

/// `bash < commands.sh` reads the token from the file itself, so it must come from the environment.
#[test]
fn the_file_on_standard_input_is_no_token() {
    let here = Here::new(FINISHED);
    let text = here.outcome.file("commands.sh").to_owned();
    let output = here.run_as(&["bash"], &[], &text);
    assert!(!output.status.success());
    assert!(
        programs::said(&output).contains("No delegate token was given"),
        "{}",
        programs::said(&output)
    );
    assert_eq!(here.changes(), [""; 0]);
    let output = here.run_as(&["bash"], &[("DELEGATE_TOKEN", TOKEN)], &text);
    assert!(output.status.success(), "{}", programs::said(&output));
    assert_eq!(here.place.state(), finished_state(FINISHED));
}
