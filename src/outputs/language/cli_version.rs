//! A check of the installed AWS CLI's version, for every shell, also pasted into one.

use crate::deployment::needed_cli::NeededCli;
use crate::facts::aws_cli::Version;

/// Returns the lines of the check. They succeed if the installed AWS CLI is one of these versions or a newer one of the
/// same major version. Otherwise they print a sentence, with `who` in front, and leave the shell. They call nothing but
/// `aws --version`, which prints `aws-cli/2.9.19 Python/3.11 …`.
///
/// The lines have no comment and no `!`, and rely on no word splitting, so that they also run pasted into zsh.
pub fn lines(needed: NeededCli, who: &str) -> Vec<String> {
    let NeededCli { v1, v2 } = needed;
    let is_enough = |major: u8, version: Version| format!("($1 == {major} && n >= {})", number(version));
    let either = format!("{} || {}", is_enough(1, v1), is_enough(2, v2));
    let sentence = format!(
        "{who}The AWS CLI here is version %s. Version {v1}, {v2} or newer is needed. Nothing was changed."
    );
    vec![
        "cli=$(aws --version 2>&1) || cli=unknown".to_owned(),
        "cli=${cli##*aws-cli/}".to_owned(),
        "cli=${cli%% *}".to_owned(),
        format!(
            "printf '%s\\n' \"$cli\" | awk -F . '{{ n = $2 * 1000000 + $3; exit {either} ? 0 : 1 }}' || {{"
        ),
        format!("  printf '{sentence}\\n' \"$cli\" >&2"),
        "  exit 1".to_owned(),
        "}".to_owned(),
    ]
}

/// Returns the second and third number of a version as one number, which is greater for a newer version.
fn number(version: Version) -> u32 {
    u32::from(version.1) * 1_000_000 + u32::from(version.2)
}
