//! Delegate tokens.

use crate::facts::harness::{ACCOUNT_SECRET_DIGITS, TOKEN_LENGTH};

/// Whether a text looks like a delegate token: one that Harness issues, or the account secret, which was the token
/// before 2022.
pub fn is_token(text: &str) -> bool {
    is_issued(text) || is_account_secret(text)
}

/// Whether a text has the form of a token as Harness issues it. The older form is that of many a harmless value.
pub fn is_issued(text: &str) -> bool {
    let is_base64 = |body: &str| {
        body.bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'+' || b == b'/')
    };
    text.len() == TOKEN_LENGTH && text.strip_suffix('=').is_some_and(is_base64)
}

fn is_account_secret(text: &str) -> bool {
    text.len() == ACCOUNT_SECRET_DIGITS && text.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::is_token;

    #[test]
    fn tokens_have_two_forms() {
        let issued = |length: usize| format!("{}=", "a".repeat(length));
        assert!(is_token("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
        assert_eq!(
            [42, 43, 44].map(|length| is_token(&issued(length))),
            [false, true, false]
        );
        assert!(is_token(&format!("{}+/=", "a".repeat(41))) && !is_token(&format!("{}_=", "a".repeat(42))));
        assert!(!is_token(&"a".repeat(44)));
        assert_eq!(
            [31, 32, 33].map(|length| is_token(&"0f".repeat(20)[..length])),
            [false, true, false]
        );
        assert!(!is_token(&"g".repeat(32)) && !is_token(""));
    }
}
