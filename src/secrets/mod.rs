//! Recognises secrets in texts. Everything that asks whether a text may stand in a link, in the address, in a message
//! to an embedding page, in a finding or in plain text in a file asks here, through
//! [`Field::is_secret_text`](crate::fields::Field::is_secret_text) or [`crate::secrecy::Secrecy`].
//!
//! A text is never cleaned of its secret: what holds one is left out whole. What looks like a secret and is none costs
//! a value in a link; what is one and is not recognised costs much more. `tests/secrets.rs` has the cases of both sides.

mod address;
mod assignment;
mod command;
mod literal;
mod name;
mod token;

pub use name::is_secret_name;

/// What makes a text secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// It has the shape of an access token or a key.
    Token,
    /// It holds an address with a password, or one that whoever knows it may use.
    Address,
    /// It gives a value to a name such as `password`, as in `password=…`, in JSON or in a header.
    Named,
    /// It gives a password to a command, as in `docker login -p …`.
    Command,
}

impl Found {
    /// Says what the text holds, for use in a sentence.
    pub fn what(self) -> &'static str {
        match self {
            Self::Token => "a token or a key",
            Self::Address => "an address with a password",
            Self::Named => "a password or a token",
            Self::Command => "a password of a command",
        }
    }
}

/// Looks for a secret in a text.
pub fn find(text: &str) -> Option<Found> {
    // Short names and numbers, as most texts are, hold no secret that can be recognised.
    if text.len() < token::SHORTEST && !text.contains(['=', ':', '@', ' ', '\t', '\n', '/']) {
        return None;
    }
    let found = |is_one: fn(&str) -> bool, secret| is_one(text).then_some(secret);
    find_token(text)
        .or_else(|| found(address::is_in, Found::Address))
        .or_else(|| found(assignment::is_in, Found::Named))
        .or_else(|| found(command::is_in, Found::Command))
}

/// Looks for a secret that has a shape of its own, whatever stands around it.
pub fn find_token(text: &str) -> Option<Found> {
    token::is_in(text).then_some(Found::Token)
}

/// Whether a text holds a secret.
pub fn is_in(text: &str) -> bool {
    find(text).is_some()
}
