//! Turns a script into a single paste for a terminal.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Turns a script into a single paste that writes the script to a file and runs it in a separate shell, so the user's
/// shell keeps its state.
///
/// - The script is in base64, because the shell of a terminal reacts to `!`, tabs and long lines before anything quotes
///   them.
/// - The paste is one command. If the script cannot be written, nothing runs, and the script cannot read the rest of
///   the paste as its input.
/// - Only the user can read the file, because it may contain a token.
pub fn of(script: &str) -> String {
    let encoded = STANDARD.encode(script);
    let mut text =
        "(umask 077 && rm -f deploy.sh && base64 -d > deploy.sh) <<'END' && bash deploy.sh\n".to_owned();
    for line in encoded.as_bytes().chunks(76) {
        text.push_str(&String::from_utf8_lossy(line));
        text.push('\n');
    }
    text.push_str("END\n");
    text
}
