//! Which secrets stand in a file in plain text, so that the page can say so before the file is taken away.

use super::OutputFile;
use super::language::shell;
use crate::config::Config;
use crate::fields::{FIELDS, Field, Kind};

/// The secrets of the configuration that the file holds, as it stands or in its language's quoting.
pub fn in_file(file: &OutputFile, config: &Config) -> Vec<&'static Field> {
    FIELDS
        .iter()
        .copied()
        .filter(|field| holds(&file.text, field, config))
        .collect()
}

/// What stays out of links is a secret: the token, a variable that is named like one, a URL with a password.
fn holds(text: &str, field: &Field, config: &Config) -> bool {
    let is_held = |secret: &str| field.is_secret_text(secret) && has(text, secret);
    match &field.kind {
        Kind::Secret(slot) | Kind::Identifier(slot) => {
            let typed = (slot.get)(config).typed();
            typed.is_some_and(|typed| is_held(typed))
        }
        Kind::FreeText(slot) => is_held((slot.get)(config)),
        Kind::Rows(rows) => (rows.slot.get)(config)
            .iter()
            .any(|row| field.is_secret_text(&format!("{}={}", row.name, row.value)) && has(text, &row.value)),
        _ => false,
    }
}

/// Whether the text holds the secret, as it stands or in its language's quoting.
fn has(text: &str, secret: &str) -> bool {
    let json = serde_json::Value::from(secret).to_string();
    !secret.is_empty()
        && (text.contains(secret)
            || text.contains(json.trim_matches('"'))
            || text.contains(&shell::quote(secret)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{self, Secrets};
    use crate::{build, files, read};

    fn holding(query: &str) -> Vec<(&'static str, Vec<&'static str>)> {
        let (config, _) = read(&link::parse(query, Secrets::Honour).0);
        files(&build(&config), config.way)
            .iter()
            .map(|file| {
                (
                    file.name,
                    in_file(file, &config)
                        .iter()
                        .map(|field| field.key)
                        .collect::<Vec<_>>(),
                )
            })
            .filter(|(_, keys)| !keys.is_empty())
            .collect()
    }

    #[test]
    fn whatever_stays_out_of_links_is_said() {
        for (query, key) in [
            ("env=DB_PASSWORD=a%22b", "env"),
            ("env=URL=https://u:p@example.com", "env"),
            ("init_script=curl+https://u:p@example.com", "init_script"),
            ("manager_url=https://u:p@example.com", "manager_url"),
        ] {
            assert_eq!(holding(query), [("task-spec.json", vec![key])], "{query}");
        }
        assert!(
            holding("env=LOGGING_LEVEL=INFO&manager_url=https://app.harness.io&init_script=ls").is_empty()
        );
    }

    #[test]
    fn only_a_plain_token_stands_in_a_file() {
        assert_eq!(
            holding("token_source=plain&token=abc%22def"),
            [("task-spec.json", vec!["token"])]
        );
        assert!(holding("token_source=plain").is_empty());
        assert!(holding("token=abcdef").is_empty());
    }
}
