//! The init script does what the image's user may not: it installs packages, or writes to directories of root.

use super::script_command::commands;
use crate::facts::delegate::{ROOT_DIRECTORIES, ROOT_PROGRAMS, USER, USER_DIRECTORIES};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `init-script-nonroot`
pub const RULE: Rule = Rule {
    id: "init-script-nonroot",
    severity: Severity::Warning,
    what: "The init script does what the image's user may not.",
    consequence: "The delegate runs as user 1001, and the script under `bash -e`: the line fails, and the delegate stops before it starts. Install into a directory of the user, such as `/opt/harness-delegate`, or build an image of your own.",
    source: sources::THIRD_PARTY_TOOLS,
    check: |subject, problems| {
        let script = subject.config.init_script.as_str().replace("\\\n", " ");
        let message = script.lines().flat_map(commands).find_map(|command| {
            let program = command.program()?;
            if ROOT_PROGRAMS.contains(&program) {
                return Some(format!("`{program}` needs root; the image runs as user {USER}."));
            }
            let target = command.targets().into_iter().find(|target| is_of_root(target))?;
            Some(format!(
                "`{program}` writes to `{}`, which belongs to root; the image runs as user {USER}.",
                short(target)
            ))
        });
        problems.extend(message.map(|message| Problem::new(&fields::INIT_SCRIPT, message)));
    },
    fires: "init_script=curl+-LO+https://example.com/kubectl%0Amv+kubectl+/usr/local/bin/",
    quiet: "init_script=mkdir+-p+/opt/harness-delegate/bin%0Amv+kubectl+/opt/harness-delegate/bin/",
};

/// Whether a path is in a directory in which only root can write.
fn is_of_root(path: &str) -> bool {
    let is_in = |directory: &&str| {
        let rest = path.strip_prefix(*directory);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    ROOT_DIRECTORIES.iter().any(&is_in) && !USER_DIRECTORIES.iter().any(is_in)
}
