//! Turns a script into a single paste for a terminal.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Turns a script into a single paste that writes it to a file and runs it in a separate shell, so the user's shell keeps
/// its state.
///
/// - The script is in a new directory in the home directory. The paste neither deletes nor replaces a file, and it names
///   the script, so the user can run it again.
/// - The script is in base64, because the shell of a terminal reacts to `!`, tabs and long lines before anything quotes
///   them.
/// - The paste is one command. If the script cannot be written, nothing runs, and the script cannot read the rest of
///   the paste as its input: it reads the terminal.
/// - Only the user can read the file, because it may contain secrets.
pub fn of(script: &str) -> String {
    let mut text = "(umask 077 && d=$(mktemp -d ~/harness-delegate-XXXXXX) && base64 -d >\"$d/deploy.sh\" && \
                    echo \"The script is $d/deploy.sh\" && exec bash \"$d/deploy.sh\" <&3 3<&-) 3<&0 <<'END'\n"
        .to_owned();
    for line in STANDARD.encode(script).as_bytes().chunks(76) {
        text.push_str(&String::from_utf8_lossy(line));
        text.push('\n');
    }
    text.push_str("END\n");
    text
}
