//! The text of a file that the user picked or dropped.

use super::failure::Failure;
use std::borrow::Cow;

const MARK: char = '\u{FEFF}';

/// Decodes a file: UTF-8, or UTF-16 with a byte order mark, as PowerShell writes it.
///
/// # Errors
///
/// The file is in no encoding that the page reads.
pub fn decoded(bytes: &[u8]) -> Result<String, Failure> {
    let units = |of: fn([u8; 2]) -> u16| {
        let pairs = bytes[2..].as_chunks::<2>();
        let is_whole = pairs.1.is_empty();
        let units: Vec<u16> = pairs.0.iter().map(|pair| of(*pair)).collect();
        String::from_utf16(&units).ok().filter(|_| is_whole)
    };
    let text = match bytes {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    text.ok_or_else(|| Failure::of("The file is no text in UTF-8 or UTF-16. Save it as UTF-8."))
}

/// Returns a text without its byte order mark, and with line feeds alone at the ends of lines.
pub fn without_mark(text: &str) -> Cow<'_, str> {
    let text = text.trim_start_matches(MARK);
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    }
}
