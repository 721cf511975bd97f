//! Harness account IDs.

use crate::facts::harness::ACCOUNT_ID_LENGTH;

/// Whether the text is a Harness account ID: 22 characters of base64url.
pub fn is_account_id(text: &str) -> bool {
    text.len() == ACCOUNT_ID_LENGTH
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

#[cfg(test)]
mod tests {
    use super::is_account_id;

    #[test]
    fn an_id_has_22_characters() {
        assert!(is_account_id("6_vVHzo9Qeu9fXvj-AcQCb") && !is_account_id("6_vVHzo9Qeu9fXvj.AcQCb"));
        let of_length = |length: usize| is_account_id(&"a".repeat(length));
        assert_eq!([21, 22, 23].map(of_length), [false, true, false]);
        assert!(!is_account_id(&"+".repeat(22)));
    }
}
