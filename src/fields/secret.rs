//! What of a field's text is secret: the one place that decides it. Links, the outputs and reading ask it.

use super::field::Field;
use super::kind::{Kind, RowSecrets};
use crate::secrets;

impl Field {
    /// Whether all of it is a secret, whatever its text: in no link, no storage, no log.
    pub fn is_secret(&self) -> bool {
        matches!(self.kind, Kind::Secret(_))
    }

    /// What of one of its texts is public: nothing of a secret or of a row that is named like one, and of any other
    /// text all but the user information of URLs.
    pub fn public_text(&self, text: &str) -> Option<String> {
        let is_secret = match &self.kind {
            Kind::Secret(_) => true,
            Kind::Rows(rows) => match rows.secrets {
                RowSecrets::ByName => secrets::is_secret_row(text),
                RowSecrets::ByValue => false,
            },
            _ => false,
        };
        (!is_secret).then(|| secrets::without_user_information(text))
    }

    /// What of these texts may be in a link; `None` where the field is not to be named there at all.
    pub fn public_texts(&self, texts: &[String]) -> Option<Vec<String>> {
        let public = || texts.iter().filter_map(|text| self.public_text(text)).collect();
        (!self.is_secret()).then(public)
    }

    /// Whether one of its texts is a secret, or holds one.
    pub fn is_secret_text(&self, text: &str) -> bool {
        !text.is_empty() && self.public_text(text).is_none_or(|public| public != text)
    }
}

#[cfg(test)]
mod tests {
    use crate::fields::{DELEGATE_NAME, ENV, MANAGER_URL, PROXY_PASSWORD, SECRET_ENV, TAGS, TOKEN};

    #[test]
    fn the_name_of_a_variable_decides_and_the_name_of_a_tag_does_not() {
        assert!(ENV.is_secret_text("MY_TOKEN=x") && !ENV.is_secret_text("MY_TOKEN="));
        assert!(!ENV.is_secret_text("LOGGING_LEVEL=DEBUG"));
        assert!(SECRET_ENV.is_secret_text("MY_TOKEN=x"));
        assert!(!SECRET_ENV.is_secret_text(SECRET_ENV.sample));
        assert!(!TAGS.is_secret_text("token-owner=blue"));
        let texts = ["token-owner=blue", "a=b"].map(str::to_owned);
        assert_eq!(TAGS.public_texts(&texts).unwrap(), texts);
        assert_eq!(ENV.public_texts(&texts).unwrap(), ["a=b"]);
    }

    #[test]
    fn a_password_in_a_url_is_a_secret_in_any_field() {
        for field in [&MANAGER_URL, &ENV, &TAGS, &DELEGATE_NAME] {
            let text = "docs=https://u:p@example.com";
            assert!(field.is_secret_text(text), "{}", field.key);
            assert_eq!(field.public_text(text).unwrap(), "docs=https://example.com");
        }
    }

    #[test]
    fn nothing_of_a_secret_is_public() {
        for field in [&TOKEN, &PROXY_PASSWORD] {
            assert!(field.is_secret() && field.is_secret_text("x") && !field.is_secret_text(""));
            assert_eq!(field.public_text("x"), None);
            assert_eq!(field.public_texts(&[]), None);
        }
        assert!(!MANAGER_URL.is_secret() && MANAGER_URL.public_texts(&[]).unwrap().is_empty());
    }
}
