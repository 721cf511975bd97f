//! Recognises secrets in texts that may end up in a link.

use std::borrow::Cow;

/// Whole words in a variable's name that say that its value is a secret.
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

/// Whether a variable's name says that its value is a secret.
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

/// Whether a row of `NAME=value` has the name of a secret, and a value that is not just an ARN.
pub fn is_secret_row(row: &str) -> bool {
    row.split_once('=')
        .is_some_and(|(name, value)| is_secret_name(name) && !value.is_empty() && !is_arn(value))
}

/// An ARN names a secret but does not reveal it.
fn is_arn(value: &str) -> bool {
    value.trim_start().starts_with("arn:")
}

/// Returns the text without the user information of its URLs: `https://user:password@host` becomes `https://host`.
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
    without_bare_user_information(&public)
}

/// Does the same for addresses without a scheme, as people write a proxy: `user:password@host` becomes `host`. Keeps
/// texts that look like this but hold no password: ARNs, and an image's digest after its tag.
fn without_bare_user_information(text: &str) -> String {
    let is_end = |c: char| c.is_whitespace() || "/\\\"'`=,;()<>|&?#".contains(c);
    let is_with_password = |(user, host): (&str, &str)| {
        let is_given = |(user, password): (&str, &str)| !user.is_empty() && !password.is_empty();
        !host.is_empty() && !host.starts_with("sha256:") && user.split_once(':').is_some_and(is_given)
    };
    let mut public = String::with_capacity(text.len());
    for piece in text.split_inclusive(is_end) {
        let word = piece.trim_end_matches(is_end);
        let host = word
            .rsplit_once('@')
            .filter(|parts| !word.starts_with("arn:") && is_with_password(*parts))
            .map_or(0, |(user, _)| user.len() + 1);
        public.push_str(&piece[host..]);
    }
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
            ("u:p@proxy.corp", "proxy.corp"),
            ("A=u:p@h, //u:p@h2/x", "A=h, //h2/x"),
            ("https:\\\\u:p@h", "https:\\\\h"),
            (
                "u:p@registry/harness/delegate:26.10.87203",
                "registry/harness/delegate:26.10.87203",
            ),
            (
                "delegate:26.10.87203@sha256:0a1b",
                "delegate:26.10.87203@sha256:0a1b",
            ),
            (
                "git@github.com:a/b me@corp.example",
                "git@github.com:a/b me@corp.example",
            ),
            (
                "X=arn:aws:secretsmanager:us-west-2:012345678901:secret:me@corp-a1B2c3",
                "X=arn:aws:secretsmanager:us-west-2:012345678901:secret:me@corp-a1B2c3",
            ),
        ] {
            assert_eq!(without_user_information(text), public);
        }
    }

    #[test]
    fn a_word_of_a_name_says_that_it_is_secret() {
        for word in SECRET_WORDS {
            assert!(is_secret_name(&format!("my_{word}-x")), "{word}");
        }
        for part in [
            "xTOKENx",
            "xPasswordx",
            "xpasswdx",
            "xPASSPHRASEx",
            "xSECRETx",
            "xAPIKEYx",
            "xCREDENTIALx",
        ] {
            assert!(is_secret_name(part), "{part}");
        }
        assert!(is_secret_name(" accesskeyid ") && is_secret_name("SSHPRIVATEKEY"));
        assert!(!is_secret_name("KEYS") && !is_secret_name("APIX_KEYX") && !is_secret_name(""));
        assert!(is_secret_row("TOKEN=xarn:a") && !is_secret_row("TOKEN= arn:a") && !is_secret_row("A=x"));
    }

    #[test]
    fn what_only_looks_like_a_password_stays() {
        for text in [
            ":p@h",
            "u:@h",
            "u:p@",
            "u@h",
            "a:b",
            "https://h/u:p",
            "https://h/@b",
            "arn:a:b@c",
            "a:1@sha256:0",
            "@",
            "https://",
            "://",
        ] {
            assert_eq!(without_user_information(text), text);
        }
        for (text, public) in [
            ("a u:p@h b", "a h b"),
            ("(u:p@h)", "(h)"),
            ("u:p@q@h", "h"),
            ("https://u@h?x=a@b", "https://h?x=a@b"),
            ("https://u@h#a@b", "https://h#a@b"),
            ("'https://u:p@h'", "'https://h'"),
            ("https://u:p@h https://v:q@i/x", "https://h https://i/x"),
        ] {
            assert_eq!(without_user_information(text), public);
        }
    }
}
