//! A check of the installed AWS CLI's version, for bash, dash and zsh, also pasted into one.

use super::shell;
use crate::deployment::needed_cli::NeededCli;
use crate::document::written::Written;

/// Defines the function `cli_is_new_enough V1 V2`. It prints nothing and succeeds if the installed AWS CLI is version `V1`
/// or a newer version 1, or version `V2` or a newer version 2. Otherwise it prints a sentence on standard output, and fails.
/// It calls nothing but `aws --version`, and sets no variable of the shell.
///
/// The function has no `!`, no comment and no arrays, and relies on no word splitting: it also runs pasted into zsh.
pub const FUNCTION: &str = include_str!("cli_version.sh");

/// Returns the call of [`FUNCTION`] for these versions, without the end of the line: a script adds what to do on failure.
pub fn call(needed: NeededCli) -> Written {
    let versions = [needed.v1, needed.v2].map(|version| shell::word(&version.to_string()));
    let words = [&shell::word("cli_is_new_enough"), &versions[0], &versions[1]];
    Written::joined(words, " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::aws_cli::Version;

    #[test]
    fn a_call_names_both_versions() {
        let needed = NeededCli {
            v1: Version(1, 36, 7),
            v2: Version(2, 22, 2),
        };
        assert_eq!(call(needed).text(), "cli_is_new_enough 1.36.7 2.22.2");
    }
}
