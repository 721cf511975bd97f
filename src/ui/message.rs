//! The texts of findings, with their code and AWS's own words set apart.

use super::html::{El, el};

/// Adds a message to an element. Text between backticks becomes code. Users may have typed parts of the text: if the
/// backticks do not pair, they stay as they are.
pub fn message(element: El, message: &str) -> El {
    let pieces: Vec<_> = message.split('`').collect();
    if pieces.len() % 2 == 0 {
        return element.text(message);
    }
    pieces
        .into_iter()
        .enumerate()
        .fold(element, |element, (at, piece)| match at % 2 {
            0 => element.text(piece),
            _ => element.child(el("code").text(piece)),
        })
}

/// Adds a consequence to an element. The text is ours; AWS's words are between asterisks, code is between backticks.
pub fn consequence(element: El, consequence: &str) -> El {
    consequence
        .split('*')
        .enumerate()
        .fold(element, |element, (at, piece)| match at % 2 {
            0 => message(element, piece),
            _ => element.child(message(el("em"), piece)),
        })
}
