//! The init script installs packages, which the image's user cannot do.

use crate::facts::delegate::{ROOT_PROGRAMS, USER};
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `init-script-nonroot`
pub const RULE: Rule = Rule {
    id: "init-script-nonroot",
    severity: Severity::Warning,
    what: "The init script installs packages, which the image's user may not.",
    consequence: "The delegate runs as user 1001, and the script under `bash -e`: the line fails, and the delegate stops before it starts. An image of your own has the packages built in.",
    source: sources::THIRD_PARTY_TOOLS,
    check: |subject, problems| {
        let script = subject.config.init_script.as_str();
        let of_line = |line: &str| {
            // Look at the command of each part, after `&&`, `;`, `|` and the like, not at comments and arguments.
            let code = line.split('#').next().unwrap_or("").to_owned();
            code.split(['&', ';', '|', '(', '{'])
                .filter_map(|part| {
                    part.split_whitespace()
                        .find(|word| !["if", "then", "!", "do", "exec"].contains(word))
                })
                .find_map(|word| {
                    ROOT_PROGRAMS
                        .iter()
                        .find(|name| word.rsplit('/').next() == Some(name))
                })
        };
        if let Some(name) = script.lines().find_map(of_line) {
            let message = format!("`{name}` needs root; the image runs as user {USER}.");
            problems.push(Problem::new(&fields::INIT_SCRIPT, message));
        }
    },
    fires: "init_script=set+-x%0Amicrodnf+install+-y+git",
    quiet: "init_script=echo+yum",
};
