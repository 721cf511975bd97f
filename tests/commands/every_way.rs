//! The steps of every way in the shells into which users paste: each calls the same programs with the same words as in
//! bash, and runs nothing of a value.

use crate::common::script::each;
use crate::common::terminal::{How, Shell};
use crate::common::{Outcome, programs};
use crate::place::FINISHED;
use std::process::Command;

const WAYS: &[&str] = &[
    "way=cli",
    "way=cli&launch_type=EC2",
    "way=script",
    "way=terraform",
    "way=terraform&terraform_source=module&create_cluster=false",
    "way=terraform&capacity=FARGATE_SPOT&create_cluster=false",
    "way=cloudformation&aws_account_id=012345678901",
];

/// What runs, in a directory in which `aws`, `jq` and `terraform` only record their words. Some print something that the
/// commands use.
fn recorded(shell: Shell, how: How, outcome: &Outcome) -> Vec<Vec<String>> {
    let home = tempfile::tempdir().expect("a temporary directory");
    let (bin, work) = (home.path().join("bin"), home.path().join("work"));
    for directory in [&bin, &work] {
        std::fs::create_dir(directory).expect("a directory");
    }
    let bash = programs::find("bash");
    for name in ["aws", "jq", "terraform", "bash"] {
        let text = format!(
            "#!{}\n[ \"$*\" = --version ] && echo aws-cli/2.31.0 && exit\n\
             printf '%s\\0' {name} \"$@\" $'\\036' >>'{}'\n\
             case \" $* \" in *' sts '*) echo 012345678901 ;; *' --output json '*) echo '[]' ;; *' text '*) echo 'a b' ;; esac\n",
            bash.display(),
            home.path().join("calls").display()
        );
        programs::script(&bin.join(name), &text);
    }
    for name in [
        "awk", "cat", "cksum", "cut", "grep", "mktemp", "rm", "sed", "sleep", "stty", "tr",
    ] {
        std::os::unix::fs::symlink(programs::find(name), bin.join(name)).expect("a link");
    }
    outcome.write(&work);
    let mut setting = Command::new(&bash);
    setting
        .current_dir(&work)
        .env_clear()
        .env("PATH", &bin)
        .env("HOME", &work)
        .env("TMPDIR", home.path())
        .env("LANG", "C.UTF-8")
        .env("DELEGATE_TOKEN", "not-a-real-token");
    let steps = outcome.files.iter().flat_map(|file| &file.steps);
    let texts: Vec<(How, &str)> = steps
        .filter_map(|step| step.command.as_ref())
        .map(|command| (how, command.text()))
        .collect();
    assert!(!texts.is_empty());
    let shown = shell.run(&setting, &texts, &[]);
    shown.assert_at_prompt();
    for words in [
        "command not found",
        "no matches",
        "parse error",
        "syntax error",
        "event not found",
        "quote>",
    ] {
        assert!(!shown.text.contains(words), "{words}: {}", shown.text);
    }
    let left = std::fs::read_dir(&work).expect("a directory").count();
    assert_eq!(
        left,
        outcome.files.len(),
        "a value has become a command: {}",
        shown.text
    );
    let calls = std::fs::read_to_string(home.path().join("calls")).unwrap_or_default();
    let mut calls = programs::calls(&calls);
    for word in calls.iter_mut().flatten().filter(|word| word.contains("/tmp.")) {
        "a temporary file".clone_into(word);
    }
    // The commands of a pipe start in any order.
    calls.sort();
    calls
}

#[test]
fn a_step_calls_the_same_in_every_shell() {
    let query = FINISHED
        .replace("delegate_name=build-blue&", "")
        .replace("&cluster=delegates", "");
    each(
        WAYS,
        |way| (*way).to_owned(),
        |way| {
            let query = format!(
                "{way}&{query}&delegate_name=$(touch PWNED)`id`!x&cluster=it's !! `touch PWNED` $HOME *&log_group=~/a {{b,c}} =d"
            );
            let outcome = Outcome::of(&query);
            let expected = recorded(Shell::Bash, How::Pasted, &outcome);
            let has_value = |call: &Vec<String>| call.iter().any(|word| word.contains("PWNED"));
            assert!(expected.iter().any(has_value) || way.contains("script"));
            for shell in Shell::available() {
                assert_eq!(recorded(shell, How::Typed, &outcome), expected, "{shell:?}");
            }
            if Shell::Zsh.is_available() {
                assert_eq!(
                    recorded(Shell::Zsh, How::Pasted, &outcome),
                    expected,
                    "zsh, pasted"
                );
            }
        },
    );
}
