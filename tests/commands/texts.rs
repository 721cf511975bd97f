//! What the texts of the steps and of the file may contain.

use crate::common::Outcome;
use crate::place::{FINISHED, ON_EC2};
use configurator::link::{Secrets, parse};
use configurator::outputs::step::Step;
use configurator::{Form, fields};

fn forms() -> Vec<Form> {
    let more = [
        "",
        "&proxy_host=p&proxy_user=u&kms_key_id=k",
        "&create_cluster=false&logs=none&create_roles=false",
        "&capacity=FARGATE_SPOT&task_role_permissions=deploy-ecs&log_retention=",
        "&start=docs",
        "&way=script",
        "&way=terraform",
        "&way=terraform&terraform_source=module",
        "&way=cloudformation",
        "&image=",
    ];
    let all = [FINISHED, ON_EC2, ""].into_iter();
    all.flat_map(|start| {
        more.iter()
            .map(move |more| parse(&format!("{start}{more}"), Secrets::Honour).0)
    })
    .collect()
}

/// A shell that reads `#` as a command runs what follows it.
#[test]
fn no_step_has_a_comment() {
    for form in forms() {
        for step in steps(&Outcome::of_form(form)) {
            let Some(command) = &step.command else { continue };
            for line in command.text().lines() {
                assert!(
                    !line.trim_start().starts_with('#') && !line.contains(" #"),
                    "{line}"
                );
            }
        }
    }
}

/// zsh would run a backtick in a comment, and open a quote at an apostrophe.
#[test]
fn a_comment_of_the_commands_is_plain_words() {
    for form in forms() {
        let outcome = Outcome::of_form(form);
        let Some(file) = outcome.files.iter().find(|file| file.name == "commands.sh") else {
            continue;
        };
        assert!(!file.text.contains("#!"), "a shell takes `!` for its history");
        let mut comments = 0;
        for line in file.text.lines().filter(|line| line.starts_with('#')) {
            comments += 1;
            let is_plain = |c: char| c.is_ascii_alphanumeric() || " ,.".contains(c);
            assert!(line[1..].chars().all(is_plain), "{line}");
            assert!(line.len() <= 100, "{line}");
        }
        assert!(comments > 5, "{comments}");
    }
}

/// zsh uses these variables itself.
#[test]
fn no_variable_has_a_name_of_zsh() {
    let reserved = [
        "path",
        "status",
        "argv",
        "options",
        "commands",
        "functions",
        "aliases",
        "history",
        "words",
        "parameters",
        "prompt",
        "cdpath",
        "fpath",
        "manpath",
        "mailpath",
        "psvar",
        "pipestatus",
        "signals",
        "watch",
        "keymap",
        "userdirs",
    ];
    for form in forms() {
        for step in steps(&Outcome::of_form(form)) {
            let Some(command) = &step.command else { continue };
            for line in command.text().lines() {
                let name = line.trim_start().split('=').next().unwrap_or_default();
                assert!(!reserved.contains(&name), "{line}");
            }
        }
    }
}

/// A step is one compound command, so a failure in it does not end the shell into which it is pasted.
#[test]
fn a_step_of_the_commands_is_one_subshell() {
    for form in forms()
        .into_iter()
        .filter(|form| form.text(&fields::WAY) == "cli")
    {
        let outcome = Outcome::of_form(form);
        let whole = outcome.file("commands.sh");
        for step in steps(&outcome) {
            let Some(command) = &step.command else { continue };
            let text = command.text();
            if whole.contains(text) {
                assert!(text.starts_with("(\n") && text.ends_with("\n)"), "{text}");
            }
        }
    }
}

fn steps(outcome: &Outcome) -> impl Iterator<Item = &Step> {
    outcome.files.iter().flat_map(|file| &file.steps)
}
