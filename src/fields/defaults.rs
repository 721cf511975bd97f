//! What the two starts begin with.

use crate::choices::Start;

/// The default of a field that the documentation's samples have and `recommended` has not.
pub(super) const fn docs_only(start: Start, text: &'static str) -> &'static str {
    match start {
        Start::Docs => text,
        Start::Recommended => "",
    }
}

/// The default of a field that `recommended` has and the documentation's samples have not.
pub(super) const fn recommended_only(start: Start, text: &'static str) -> &'static str {
    match start {
        Start::Docs => "",
        Start::Recommended => text,
    }
}

/// The default of a flag that `recommended` sets and the documentation's samples don't.
pub(super) const fn recommended_flag(start: Start) -> &'static str {
    match start {
        Start::Docs => "false",
        Start::Recommended => "true",
    }
}
