//! No comment of any file holds a value of the form, and no line of a file begins because of a value. A value that ends
//! a comment's line for some reader would become a line of the file for it: a command, a block, a template's `Transform`.

mod common;

use common::Outcome;
use configurator::fields::{self, FIELDS, Kind};
use configurator::link::{Secrets, parse};
use configurator::outputs::{Language, OutputFile};

/// A word that no file of this program contains by itself.
const MARK: &str = "zqxjk";

/// Characters that end a line for some reader, are invisible, or are not legal in some format. `PyYAML` and
/// Python's `splitlines` take U+0085, U+2028 and U+2029 for line ends.
const ENDS: &[char] = &[
    '\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}',
];
const OTHERS: &[char] = &[
    '\0', '\u{7}', '\u{1b}', '\u{7f}', '\u{ad}', '\u{200b}', '\u{202e}', '\u{feff}',
];

const WAYS: &[&str] = &[
    "way=cli",
    "way=script",
    "way=terraform",
    "way=terraform&terraform_import=true",
    "way=terraform&terraform_source=module",
    "way=cloudformation",
];

/// Fields that decide whether a file creates something. Blank, they leave more to create and to comment on.
const GIVEN: &[&str] = &[
    "execution_role_arn",
    "task_role_arn",
    "token_secret_arn",
    "proxy_password_secret_arn",
    "aws_account_id",
    "subnets",
    "security_groups",
    "capacity",
];

/// Returns queries that switch on every part of every file.
fn switches() -> Vec<String> {
    let mut all = Vec::new();
    for way in WAYS {
        for start in ["start=docs", "start=recommended"] {
            for launch in ["launch_type=FARGATE", "launch_type=EC2"] {
                for more in [
                    "",
                    "create_cluster=false&token_source=plain&task_role_permissions=read-s3",
                    "create_roles=false&task_role_permissions=assume-roles&enable_execute_command=true",
                    "task_role_permissions=deploy-ecs&logs=none&circuit_breaker=false",
                ] {
                    all.push(format!("{way}&{start}&{launch}&{more}"));
                }
            }
        }
    }
    all
}

/// Fills in every field that holds a text with this value, and every number with a number of its own.
fn filled(switches: &str, value: &str, skip: impl Fn(&fields::Field) -> bool) -> (Outcome, Vec<String>) {
    let mut form = parse(switches, Secrets::Honour).0;
    let mut numbers = Vec::new();
    for (at, field) in FIELDS.iter().copied().enumerate() {
        let texts = match field.kind {
            _ if form.is_touched(field) || skip(field) => continue,
            Kind::Choice(..) | Kind::Flag(_) => continue,
            Kind::Number(..) => {
                let number = (70_001 + at).to_string();
                numbers.push(number.clone());
                vec![number]
            }
            Kind::Rows(_) => vec![format!("A={value}"), format!("{value}=b{value}")],
            Kind::Identifier(_) | Kind::FreeText(_) | Kind::Secret(_) | Kind::List(_) => {
                vec![value.to_owned()]
            }
        };
        form.set(field, texts);
    }
    (Outcome::of_form(form), numbers)
}

fn comments(file: &OutputFile) -> Vec<&str> {
    let lines = file.text.split(ENDS).map(str::trim_start);
    match file.language {
        Language::Json | Language::Text => vec![],
        Language::Shell | Language::Hcl | Language::Yaml => {
            lines.filter(|line| line.starts_with('#')).collect()
        }
    }
}

fn is_given(field: &fields::Field) -> bool {
    GIVEN.contains(&field.key)
}

#[test]
fn no_comment_holds_a_value() {
    let mut seen = 0;
    for switches in switches() {
        for leaves_out in [false, true] {
            let (outcome, numbers) = filled(&switches, MARK, |field| leaves_out && is_given(field));
            assert!(
                outcome.files.iter().any(|file| file.text.contains(MARK)),
                "{switches}"
            );
            for file in &outcome.files {
                for comment in comments(file) {
                    seen += 1;
                    let holds = |value: &str| comment.contains(value);
                    assert!(
                        !holds(MARK) && !numbers.iter().any(|number| holds(number)),
                        "{switches}: {}: {comment}",
                        file.name
                    );
                }
            }
        }
    }
    assert!(seen > 1000, "{seen} comments were read");
}

/// In Bash a quoted value may have several lines, and does not end; so only names are given a line feed there.
#[test]
fn no_line_begins_because_of_a_value() {
    // Every other set of switches: each has all characters.
    for switches in switches().into_iter().step_by(2) {
        for end in ENDS.iter().chain(OTHERS) {
            let value = format!("{MARK}{end}Transform: {MARK}{end}touch {MARK}");
            let (outcome, _) = filled(&switches, &value, |field| {
                let is_free = matches!(field.kind, Kind::FreeText(_) | Kind::Rows(_) | Kind::Secret(_));
                let is_shell = switches.contains("way=cli") || switches.contains("way=script");
                is_given(field) || (*end == '\n' && is_free && is_shell)
            });
            for file in &outcome.files {
                let ends = match file.language {
                    Language::Shell => &ENDS[..1],
                    Language::Json | Language::Hcl | Language::Yaml | Language::Text => ENDS,
                };
                let begun = file.text.split(ends).map(str::trim_start);
                let begun = begun.filter(|line| line.starts_with("Transform") || line.starts_with("touch"));
                assert_eq!(
                    begun.collect::<Vec<_>>(),
                    [""; 0],
                    "{end:?}: {switches}: {}",
                    file.name
                );
                for comment in comments(file) {
                    assert!(
                        !comment.contains(MARK),
                        "{end:?}: {switches}: {}: {comment}",
                        file.name
                    );
                }
            }
        }
    }
}
