//! What counts as a secret in a text that may end up in a link.

use std::borrow::Cow;

/// Parts of a variable's name, between underscores, that say that its value is a secret.
const SECRET_WORDS: &[&str] = &[
    "TOKEN",
    "PASSWORD",
    "PASSWD",
    "PASSPHRASE",
    "PWD",
    "PASS",
    "SECRET",
    "SECRETS",
    "APIKEY",
    "CREDENTIAL",
    "CREDENTIALS",
    "PAT",
    "AUTH",
    "KEY",
];

/// Whether a variable of this name holds a secret, as far as its name says.
pub fn is_secret_name(name: &str) -> bool {
    let name = name.trim().to_ascii_uppercase();
    name.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
        SECRET_WORDS.contains(&word)
            || [
                "TOKEN",
                "PASSWORD",
                "PASSWD",
                "PASSPHRASE",
                "SECRET",
                "APIKEY",
                "CREDENTIAL",
                "ACCESSKEY",
                "PRIVATEKEY",
            ]
            .iter()
            .any(|part| word.contains(part))
    })
}

/// Whether a row of `NAME=value` is named like a secret, and holds one.
pub fn is_secret_row(row: &str) -> bool {
    row.split_once('=')
        .is_some_and(|(name, value)| is_secret_name(name) && !value.is_empty() && !is_arn(value))
}

/// An ARN names a secret without telling it.
fn is_arn(value: &str) -> bool {
    value.trim_start().starts_with("arn:")
}

/// The text without the user information of the URLs in it: `https://user:password@host` is `https://host`.
pub fn without_user_information(text: &str) -> String {
    let mut public = String::with_capacity(text.len());
    let mut rest = Cow::Borrowed(text);
    while let Some(scheme) = rest.find("://") {
        let (before, after) = rest.split_at(scheme + 3);
        let authority = after
            .find(|c: char| "/?#\"'`\\".contains(c) || c.is_whitespace())
            .unwrap_or(after.len());
        let host = after[..authority].rfind('@').map_or(0, |at| at + 1);
        public.push_str(before);
        public.push_str(&after[host..authority]);
        rest = Cow::Owned(after[authority..].to_owned());
    }
    public.push_str(&rest);
    public
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets() {
        for name in [
            "DELEGATE_TOKEN",
            "PROXY_PASSWORD",
            "NPM_AUTH",
            "aws_secret_access_key",
            "MYTOKEN",
            "GITHUB_PAT",
        ] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in [
            "LOGGING_LEVEL",
            "PATH",
            "JAVA_OPTS",
            "MONKEY",
            "COMPASS",
            "AUTHOR",
        ] {
            assert!(!is_secret_name(name), "{name}");
        }
        assert!(is_secret_row("MY_TOKEN=x") && !is_secret_row("MY_TOKEN=") && !is_secret_row("MY_TOKEN"));
        assert!(!is_secret_row(
            "DB_PASSWORD=arn:aws:secretsmanager:us-west-2:012345678901:secret:db-a1B2c3"
        ));
    }

    #[test]
    fn user_information_is_taken_out_of_every_url() {
        for (text, public) in [
            ("https://u:p@app.harness.io/x", "https://app.harness.io/x"),
            (
                "curl https://u:p@a.b/c?d@e; git clone http://t@g.h",
                "curl https://a.b/c?d@e; git clone http://g.h",
            ),
            ("https://app.harness.io", "https://app.harness.io"),
            ("a@b :// x", "a@b :// x"),
            ("https://u:p@w@host", "https://host"),
        ] {
            assert_eq!(without_user_information(text), public);
        }
    }
}
