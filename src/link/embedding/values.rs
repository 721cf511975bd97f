//! The value of every field as a text, for an embedding page that shows it in its own sentences.

use crate::clean::clean;
use crate::config::Config;
use crate::fields::{FIELDS, Field};
use crate::form::Form;
use crate::secrecy::Secrecy;

/// Returns the key of each field that has something to show, with its text: as typed, as derived, or the placeholder that
/// the files have in its place. Never a secret: a field whose text holds one has its placeholder.
pub fn values(form: &Form, config: &Config) -> Vec<(&'static str, String)> {
    let secrecy = Secrecy::of(form);
    let told = |field: &'static Field| {
        let text = typed(field, form, &secrecy)
            .or_else(|| derived(field, config, &secrecy))
            .or_else(|| field.placeholder().map(str::to_owned))?;
        Some((field.key, text))
    };
    FIELDS.iter().copied().filter_map(told).collect()
}

fn typed(field: &'static Field, form: &Form, secrecy: &Secrecy) -> Option<String> {
    let texts = secrecy.public_texts(field, &form.texts(field))?;
    let texts: Vec<_> = texts.iter().map(|text| clean(text)).collect();
    Some(texts.join(", ")).filter(|text| !text.is_empty())
}

fn derived(field: &'static Field, config: &Config, secrecy: &Secrecy) -> Option<String> {
    // What is derived from a text with a password has the password, too.
    let is_public = |text: &String| !field.is_secret() && !secrecy.is_secret(field, text);
    field.derived(config).filter(is_public)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{self, Secrets};
    use crate::read::read;

    fn value(query: &str, key: &str) -> Option<String> {
        let (form, _) = link::parse(query, Secrets::Honour);
        let config = read(&form).0;
        let mut all = values(&form, &config).into_iter();
        all.find(|(other, _)| *other == key).map(|(_, text)| text)
    }

    #[test]
    fn as_typed_as_derived_or_the_placeholder() {
        for (query, key, text) in [
            ("delegate_name=+blue+", "delegate_name", Some("blue")),
            ("", "delegate_name", Some("<DELEGATE_NAME>")),
            ("", "cluster", Some("harness-delegate")),
            (
                "manager_url=https://app.harness.io",
                "log_service_url",
                Some("https://app.harness.io/log-service/"),
            ),
            ("env=A=1&env=B=2", "env", Some("A=1, B=2")),
            ("", "proxy_host", None),
            ("launch_type=EC2", "launch_type", Some("EC2")),
            ("cpu=many", "cpu", Some("many")),
        ] {
            assert_eq!(value(query, key).as_deref(), text, "{query} {key}");
        }
    }

    #[test]
    fn never_a_secret() {
        let secret = "not-a-real-secret-value";
        for query in [
            format!("token={secret}&token_source=plain"),
            format!("token={secret}&delegate_name={secret}"),
            format!("manager_url=https://u:{secret}@app.harness.io"),
            format!("env=MY_PASSWORD={secret}"),
            format!("init_script=docker+login+-u+a+-p+{secret}"),
        ] {
            let (form, _) = link::parse(&query, Secrets::Honour);
            let config = read(&form).0;
            for (key, text) in values(&form, &config) {
                assert!(!text.contains(secret), "{query}: {key} {text}");
            }
        }
        let token = value(&format!("token={secret}&token_source=plain"), "token");
        assert_eq!(token.as_deref(), Some("<DELEGATE_TOKEN>"));
    }
}
