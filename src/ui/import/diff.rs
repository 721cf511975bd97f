//! What changes between two texts, line by line: by sign and by colour.

use crate::lines::{Side, compared};
use crate::ui::html::{El, el};

/// How many lines around a change are shown.
const AROUND: usize = 3;

/// The changed lines of a text, with some lines around them.
pub fn diff(old: &str, new: &str) -> El {
    let lines = compared(old, new);
    let is_near = |at: usize| {
        let near = lines.iter().skip(at.saturating_sub(AROUND)).take(2 * AROUND + 1);
        near.into_iter().any(|(side, _)| *side != Side::Both)
    };
    let mut shown = Vec::new();
    let mut is_cut = false;
    for (at, (side, line)) in lines.iter().enumerate() {
        if !is_near(at) {
            is_cut = true;
            continue;
        }
        if std::mem::take(&mut is_cut) && !shown.is_empty() {
            shown.push(el("span").attr("class", "cut").text("…\n"));
        }
        let (tag, sign) = match side {
            Side::Old => ("del", '-'),
            Side::New => ("ins", '+'),
            Side::Both => ("span", ' '),
        };
        shown.push(el(tag).text(format!("{sign} {line}\n")));
    }
    el("pre")
        .attr("class", "diff")
        .attr("tabindex", "0")
        .attr("aria-label", "Changed lines")
        .children(shown)
}
