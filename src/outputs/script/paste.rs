//! A script as one paste for a terminal.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A paste for a terminal: it writes the script and runs it in a shell of its own, so that nothing of it happens in
/// the user's. In base64, since a terminal's shell acts on `!`, on tabs and on long lines before anyone quotes them.
/// One command, so that nothing else is run where the script cannot be written, and nothing of the paste is left for
/// the script to read. The file may hold a token: only its owner may read it.
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
