//! Which secrets stand in a file in plain text, so that the page can say so before the file is taken away.

use super::{OutputFile, shell};
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

fn holds(text: &str, field: &Field, config: &Config) -> bool {
    let Kind::Secret(slot) = &field.kind else {
        return false;
    };
    let Some(secret) = (slot.get)(config).typed() else {
        return false;
    };
    let json = serde_json::Value::from(secret.as_str()).to_string();
    !secret.is_empty()
        && (text.contains(secret.as_str())
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
    fn only_a_plain_token_stands_in_a_file() {
        assert_eq!(
            holding("token_source=plain&token=abc%22def"),
            [("task-spec.json", vec!["token"])]
        );
        assert!(holding("token_source=plain").is_empty());
        assert!(holding("token=abcdef").is_empty());
    }
}
