//! The script in other shells, with other line ends, on standard input, and with settings of the AWS CLI.

use crate::common::Outcome;
use crate::common::script::{EC2, FARGATE, Place, TOKEN, Token};
use crate::setup::finished_state;
use serde_json::json;

/// Other shells end the script with a sentence, before they read what they do not understand.
#[test]
fn another_shell_names_bash() {
    for shell in ["dash", "zsh"] {
        for query in [FARGATE, EC2] {
            let place = Place::new(query);
            let run = place.run_in(shell, &["deploy.sh"], &[("DELEGATE_TOKEN", TOKEN)], "");
            run.assert_stops(&["needs Bash", "bash deploy.sh", "Nothing was changed."]);
            assert!(
                run.calls.is_empty() && run.programs.is_empty(),
                "{shell}: {:?}",
                run.programs
            );
            let script = Outcome::of(query).file("deploy.sh").to_owned();
            let run = place.run_in(shell, &[], &[("DELEGATE_TOKEN", TOKEN)], &script);
            run.assert_stops(&["needs Bash"]);
            assert!(run.calls.is_empty(), "{shell}: {:?}", run.calls);
        }
    }
}

/// On a Mac and in `CloudShell`, `sh` is Bash in POSIX mode, in which Bash 3.2 has no process substitution.
#[test]
fn bash_in_posix_mode_runs_the_script() {
    let place = Place::new(FARGATE);
    let run = place
        .run_in("bash", &["--posix", "deploy.sh"], &[], TOKEN)
        .assert_ok();
    assert!(
        run.changes().contains(&"ecs create-service"),
        "{:?}",
        run.changes()
    );
    assert_eq!(place.state(), finished_state(FARGATE));
    assert!(
        Outcome::of(FARGATE)
            .file("deploy.sh")
            .contains("\nset +o posix\n"),
        "newer versions of Bash have process substitution in POSIX mode too"
    );
}

#[test]
fn windows_line_endings_are_named() {
    for shell in ["bash", "dash", "zsh"] {
        for query in [FARGATE, EC2] {
            let place = Place::new(query);
            let script = Outcome::of(query).file("deploy.sh").replace('\n', "\r\n");
            std::fs::write(place.work().join("deploy.sh"), script).expect("a temporary file");
            let run = place.run_in(shell, &["deploy.sh"], &[("DELEGATE_TOKEN", TOKEN)], "");
            run.assert_stops(&["Windows line endings", "Nothing was changed."]);
            assert!(
                run.calls.is_empty() && run.programs.is_empty(),
                "{shell}: {:?}",
                run.programs
            );
        }
    }
}

/// `bash < deploy.sh`: the script itself is the input, and its next line is not the token.
#[test]
fn a_script_on_standard_input_is_not_read_as_the_token() {
    let script = Outcome::of(FARGATE).file("deploy.sh").to_owned();
    for words in [&[][..], &["-s", "--", "--rotate-token"]] {
        let place = Place::new(FARGATE);
        let run = place.run_in("bash", words, &[], &script);
        run.assert_stops(&["DELEGATE_TOKEN", "bash deploy.sh", "Nothing was changed."]);
        assert!(run.changes().is_empty(), "{:?}", run.changes());
        // With the token in the variable, it runs.
        place
            .run_in("bash", words, &[("DELEGATE_TOKEN", TOKEN)], &script)
            .assert_ok();
        assert_eq!(place.state(), finished_state(FARGATE));
    }
    let place = Place::new(FARGATE);
    place.set_state(&finished_state(FARGATE));
    let run = place.run_in("bash", &[], &[], &script).assert_ok();
    assert!(run.changes().is_empty(), "{:?}", run.changes());
    // The same for a token that is in the task definition.
    let mut place = Place::new(&format!("{FARGATE}&token_source=plain"));
    place.is_plain = true;
    let script = Outcome::of(&format!("{FARGATE}&token_source=plain"))
        .file("deploy.sh")
        .to_owned();
    place
        .run_in("bash", &[], &[], &script)
        .assert_stops(&["DELEGATE_TOKEN", "bash deploy.sh"]);
}

/// Settings of the user would let the AWS CLI ask, page, or print its errors in another form.
#[test]
fn settings_of_the_aws_cli_do_not_reach_it() {
    let place = Place::new(FARGATE);
    let settings = [
        ("AWS_CLI_AUTO_PROMPT", "on"),
        ("AWS_PAGER", "less"),
        ("AWS_CLI_ERROR_FORMAT", "json"),
        ("DELEGATE_TOKEN", TOKEN),
    ];
    let run = place.run_with(&[], &settings, "").assert_ok();
    for call in &run.calls {
        let expected =
            json!({"AWS_CLI_AUTO_PROMPT": "off", "AWS_PAGER": "", "AWS_CLI_ERROR_FORMAT": "legacy"});
        assert_eq!(call["settings"], expected, "{call}");
    }
    assert_eq!(place.state(), finished_state(FARGATE));
    // AWS CLI version 2 writes its name in front of an error.
    let error = "aws: [ERROR]: An error occurred (ThrottlingException) when calling the ListX operation: Rate exceeded";
    let place = Place::new(FARGATE);
    place.set_faults(&json!([{"call": "ecs create-service", "times": 2, "message": error}]));
    place.run(&[], Token::Variable(TOKEN)).assert_ok();
}
