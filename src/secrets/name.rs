//! Names of secrets: of variables, parameters, options and members of JSON. The last word decides, because it says what
//! the value is: `TOKEN` of `GITHUB_TOKEN` is a token, and `PATH` of `GITHUB_TOKEN_PATH` is a path.

/// What the last word of a secret's name ends with. Names without separators, such as `PGPASSWORD`, end with it too.
const ENDINGS: &[&str] = &[
    "PASSWORD",
    "PASSWORDS",
    "PASSWD",
    "PASSPHRASE",
    "PASSCODE",
    "PASS",
    "PWD",
    "TOKEN",
    "TOKENS",
    "SECRET",
    "SECRETS",
    "CREDENTIAL",
    "CREDENTIALS",
    "APIKEY",
    "ACCESSKEY",
    "PRIVATEKEY",
    "SECRETKEY",
    "SIGNINGKEY",
    "ENCRYPTIONKEY",
    "CONNECTIONSTRING",
    "SECRETSTRING",
];

/// The last word of a secret's name, as a whole.
const WORDS: &[&str] = &[
    "AUTH",
    "AUTHORIZATION",
    "BEARER",
    "COOKIE",
    "COOKIES",
    "CRED",
    "CREDS",
    "JWT",
    "PAT",
    "PW",
];

/// Words that end like a secret's.
const OTHER_WORDS: &[&str] = &[
    "BYPASS",
    "COMPASS",
    "ENCOMPASS",
    "OLDPWD",
    "OVERPASS",
    "SURPASS",
    "TRESPASS",
    "UNDERPASS",
];

/// Names that end like a secret's and are those of a file.
///
/// Source: <https://cloud.google.com/docs/authentication/application-default-credentials>, read 2026-11.
const OF_FILES: &[&str] = &["GOOGLE_APPLICATION_CREDENTIALS"];

/// The words that make a `KEY` a secret, anywhere before it.
const OF_KEYS: &[&str] = &[
    "ACCESS",
    "ACCOUNT",
    "API",
    "APP",
    "APPLICATION",
    "AUTH",
    "CLIENT",
    "DECRYPTION",
    "DEPLOY",
    "ENCRYPTION",
    "GPG",
    "HMAC",
    "INTEGRATION",
    "LICENSE",
    "MASTER",
    "PRIVATE",
    "SECRET",
    "SESSION",
    "SHARED",
    "SIGNING",
    "SSH",
    "STORAGE",
];

/// Words behind the last one that say which secret it is, and not something about it.
const BEHIND: &[&str] = &[
    "B64",
    "BASE64",
    "CURRENT",
    "DEV",
    "NEW",
    "OLD",
    "PREVIOUS",
    "PRIMARY",
    "PROD",
    "PRODUCTION",
    "SECONDARY",
    "STAGING",
    "TEST",
    "VALUE",
];

/// The first word of a name that counts secrets or switches them on: `MAX_TOKENS`, `ENABLE_AUTH`.
const SWITCHES: &[&str] = &[
    "ALLOW", "DISABLE", "ENABLE", "HAS", "IS", "MAX", "MIN", "NO", "NUM", "REQUIRE", "SKIP", "TOTAL", "USE",
    "WITH",
];

/// Whether a name says that its value is a secret, whatever the value.
pub fn is_secret_name(name: &str) -> bool {
    if OF_FILES.contains(&name.trim()) {
        return false;
    }
    let mut words = words(name);
    while words.len() > 1 && words.last().is_some_and(|word| is_behind(word)) {
        words.pop();
    }
    let Some((last, before)) = words.split_last() else {
        return false;
    };
    let last = last.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_one_of = |list: &[&str]| list.contains(&last);
    if is_one_of(OTHER_WORDS) || (last == "PWD" && before.is_empty()) {
        return false;
    }
    let of_key = || before.iter().any(|word| OF_KEYS.contains(&word.as_str()));
    let with_before = |pair: [&str; 2]| last == pair[1] && before.last().is_some_and(|word| word == pair[0]);
    let is_several = is_one_of(WORDS) || last.ends_with('S') && !last.ends_with("PASS");
    if is_several
        && before
            .first()
            .is_some_and(|word| SWITCHES.contains(&word.as_str()))
    {
        return false;
    }
    ENDINGS.iter().any(|ending| last.ends_with(ending))
        || is_one_of(WORDS)
        || ["KEY", "KEYS"].contains(&last) && of_key()
        || [["CONNECTION", "STRING"], ["CONN", "STR"], ["SECRET", "STRING"]]
            .into_iter()
            .any(with_before)
}

fn is_behind(word: &str) -> bool {
    BEHIND.contains(&word) || word.bytes().all(|b| b.is_ascii_digit())
}

/// Returns the words of a name in upper case: `proxyPassword`, `PROXY_PASSWORD` and `proxy-password` have the same.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for c in name.chars() {
        let begins = was_lower && c.is_ascii_uppercase();
        if begins || !c.is_ascii_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_ascii_alphanumeric()) {
            word.push(c.to_ascii_uppercase());
        }
        was_lower = c.is_ascii_lowercase() || c.is_ascii_digit() && was_lower;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_lists_makes_a_secret() {
        for word in ENDINGS.iter().chain(WORDS) {
            assert!(is_secret_name(&format!("my_{word}")), "{word}");
            assert!(!is_secret_name(&format!("{word}_path")), "{word}");
        }
        for word in ENDINGS.iter().filter(|word| **word != "PWD") {
            assert!(is_secret_name(&word.to_lowercase()), "{word}");
            assert!(is_secret_name(&format!("X{word}")), "{word}");
        }
        for word in OF_KEYS {
            assert!(is_secret_name(&format!("{word}_KEY")) && is_secret_name(&format!("x-{word}-a-key")));
            assert!(!is_secret_name(&format!("KEY_{word}_X")), "{word}");
        }
        for word in BEHIND {
            assert!(is_secret_name(&format!("DB_PASSWORD_{word}")), "{word}");
            assert!(!is_secret_name(word), "{word}");
        }
        for word in OTHER_WORDS {
            assert!(
                !is_secret_name(word) && !is_secret_name(&format!("A_{word}")),
                "{word}"
            );
        }
        for word in SWITCHES {
            assert!(!is_secret_name(&format!("{word}_TOKENS")) && !is_secret_name(&format!("{word}_AUTH")));
            assert!(is_secret_name(&format!("{word}_PASSWORD")), "{word}");
        }
    }

    #[test]
    fn a_name_has_words_in_every_way_of_writing() {
        for name in [
            "proxyPassword",
            "PROXY_PASSWORD",
            "proxy-password",
            "-Dhttp.proxyPassword",
            " password ",
        ] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in [
            "PASSWORD2",
            "PASSWORD_2",
            "apiKey",
            "API_KEY1",
            "clientSecret",
            "sha256Token",
        ] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in [
            "",
            "_",
            "KEY",
            "KEYS",
            "APIX_KEYX",
            "MONKEY",
            "Tokenizer",
            "PWD",
            "pwd",
            "2",
            "PASSWORDS_LENGTH",
        ] {
            assert!(!is_secret_name(name), "{name}");
        }
    }
}
