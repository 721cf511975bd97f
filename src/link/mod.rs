//! The form as URL parameters, and back. A link holds only the texts that differ from the defaults, and no secret.

pub mod embedding;
mod reports;

use crate::fields::{self, Field};
use crate::finding::Finding;
use crate::form::Form;

/// The version of the link format. Every link names it, because a later release must still read old links.
pub const VERSION: &str = "1";

/// The parameters that are neither fields nor the version: the settings of an embedding page ([`embedding`]).
const RESERVED: &[&str] = &["fields", "lock", "theme"];

/// What to do with a secret in a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secrets {
    /// Accept it, and warn: for a link that the user opened outside a frame.
    Honour,
    /// Ignore it, and warn: for an embedding page, which must not set a secret, and for a link that the user follows
    /// within the page.
    Ignore,
}

/// Whether a fragment holds a form. One without `=` does not.
pub fn is_form(fragment: &str) -> bool {
    fragment.contains('=')
}

/// Reads a form from URL parameters (without `?` or `#`). Never fails: reports what it cannot use.
pub fn parse(query: &str, secrets: Secrets) -> (Form, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut given: Vec<(&'static Field, Vec<String>)> = Vec::new();
    for (key, value) in form_urlencoded::parse(query.as_bytes()) {
        let Some(field) = fields::field(&key) else {
            findings.extend(unknown(&key, &value));
            continue;
        };
        if value.contains('\u{FFFD}') && !query.contains("%EF%BF%BD") {
            findings.push(reports::broken(field));
        }
        let texts = [value.into_owned()];
        if field.is_secret_text(&texts[0]) {
            findings.push(reports::secret(field, secrets == Secrets::Honour));
            if secrets == Secrets::Ignore {
                continue;
            }
        }
        let [text] = texts;
        match given.iter_mut().find(|(other, _)| *other == field) {
            Some((_, texts)) if field.kind.has_rows() => texts.push(text),
            Some((_, texts)) => {
                findings.push(reports::repeated(field, &texts[0], &text));
                *texts = vec![text];
            }
            None => given.push((field, vec![text])),
        }
    }
    (Form::from_texts(given), findings)
}

/// Returns a form as URL parameters, without its secrets. Blank for the default form.
pub fn write(form: &Form) -> String {
    let public = form.without_secrets();
    let mut query = form_urlencoded::Serializer::new(String::new());
    let mut is_blank = true;
    for (field, texts) in public.touched() {
        if is_blank {
            query.append_pair("v", VERSION);
            is_blank = false;
        }
        if texts.is_empty() {
            query.append_pair(field.key, "");
        }
        for text in texts {
            query.append_pair(field.key, text);
        }
    }
    query.finish()
}

/// Whether the link leaves out a part of the form: a secret, or what an import carried.
pub fn leaves_out(form: &Form) -> bool {
    form.without_secrets() != *form
}

/// Copies what no link can hold from `old` into a form that a link gave: secrets, rows with the name of a secret, and
/// the user information of a URL if the form has the same URL without it.
pub fn keep_secrets(form: &mut Form, old: &Form) {
    for (field, texts) in old.touched() {
        let Some(public) = field.public_texts(texts) else {
            form.set(field, texts.to_vec());
            continue;
        };
        if public == texts {
            continue;
        }
        let mut kept = form.texts(field);
        if kept == public {
            form.set(field, texts.to_vec());
        } else if field.kind.has_rows() {
            kept.extend(
                texts
                    .iter()
                    .filter(|row| field.public_text(row).is_none())
                    .cloned(),
            );
            form.set(field, kept);
        }
    }
}

/// Reports an unknown parameter or an unknown version.
fn unknown(key: &str, value: &str) -> Option<Finding> {
    match key {
        "v" => (value != VERSION).then(|| reports::version(value, VERSION)),
        key if RESERVED.contains(&key) => None,
        key => Some(reports::unknown_key(key)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Fix;

    fn rules(findings: &[Finding]) -> Vec<(&str, &str)> {
        findings.iter().map(|f| (f.rule, f.field.as_ref())).collect()
    }

    #[test]
    fn only_differences_are_written_with_a_version() {
        let (form, findings) = parse(
            "launch_type=EC2&delegate_name=build+blue&cpu=1024",
            Secrets::Honour,
        );
        assert!(findings.is_empty());
        assert_eq!(write(&form), "v=1&launch_type=EC2&delegate_name=build+blue");
        assert_eq!(write(&Form::default()), "");
    }

    #[test]
    fn the_order_of_the_keys_does_not_matter() {
        let (form, _) = parse("memory=2048&start=docs", Secrets::Honour);
        assert_eq!(form.text(&fields::MEMORY), "2048");
    }

    #[test]
    fn an_empty_row_means_no_rows_and_an_empty_value_blank() {
        let (form, _) = parse("tags=&cluster=", Secrets::Honour);
        assert!(form.texts(&fields::TAGS).is_empty());
        assert_eq!(form.text(&fields::CLUSTER), "");
        assert_eq!(write(&form), "v=1&cluster=&tags=");
    }

    #[test]
    fn what_it_cannot_use_it_reports() {
        let (form, findings) = parse(
            "nonsense=1&cpu=512&cpu=256&delegate_tags=a%FFb&v=9&fields=cpu",
            Secrets::Honour,
        );
        assert_eq!(
            rules(&findings),
            [
                ("unknown-key", "nonsense"),
                ("repeated-key", "cpu"),
                ("broken-encoding", "delegate_tags"),
                ("unknown-key", "v")
            ]
        );
        assert_eq!(form.text(&fields::CPU), "256");
    }

    #[test]
    fn a_followed_link_keeps_what_no_link_can_hold() {
        let kept = |old: &str, link: &str| {
            let (mut form, _) = parse(link, Secrets::Ignore);
            keep_secrets(&mut form, &parse(old, Secrets::Honour).0);
            form
        };
        let old = "token=abc&env=A=1&env=MY_TOKEN=x&env=B=2&manager_url=https://u:p@app.harness.io&cpu=512";
        let same = kept(old, "env=A=1&env=B=2&manager_url=https://app.harness.io");
        assert_eq!(same.text(&fields::TOKEN), "abc");
        assert_eq!(same.texts(&fields::ENV), ["A=1", "MY_TOKEN=x", "B=2"]);
        assert_eq!(same.text(&fields::MANAGER_URL), "https://u:p@app.harness.io");
        assert_eq!(same.text(&fields::CPU), "1024", "what is no secret is the link's");
        let other = kept(old, "env=C=3&manager_url=https://app3.harness.io");
        assert_eq!(other.texts(&fields::ENV), ["C=3", "MY_TOKEN=x"]);
        assert_eq!(other.text(&fields::MANAGER_URL), "https://app3.harness.io");
        assert_eq!(kept(old, "").texts(&fields::ENV), ["MY_TOKEN=x"]);
    }

    #[test]
    fn a_secret_that_stands_twice_is_not_shown() {
        let query = "manager_url=https://u:hidden@a.b&manager_url=https://c.d&token=hidden&token=hidden";
        for finding in parse(query, Secrets::Honour).1 {
            assert!(!finding.message.contains("hidden"), "{}", finding.message);
        }
    }

    #[test]
    fn secrets_are_honoured_or_ignored_and_never_written() {
        let query = "token=abc&env=A=1&env=MY_PASSWORD=x&manager_url=https://u:p@app.harness.io";
        let (form, findings) = parse(query, Secrets::Honour);
        assert_eq!(rules(&findings).len(), 3);
        assert_eq!(form.text(&fields::TOKEN), "abc");
        assert_eq!(
            write(&form),
            "v=1&manager_url=https%3A%2F%2Fapp.harness.io&env=A%3D1"
        );
        let (form, findings) = parse(query, Secrets::Ignore);
        assert_eq!(rules(&findings).len(), 3);
        assert_eq!(form.text(&fields::TOKEN), "");
    }

    #[test]
    fn a_tag_that_is_named_like_a_secret_is_in_the_link() {
        let (form, findings) = parse("tags=token-owner=blue", Secrets::Ignore);
        assert!(findings.is_empty());
        assert_eq!(form.texts(&fields::TAGS), ["token-owner=blue"]);
        assert_eq!(write(&form), "v=1&tags=token-owner%3Dblue");
        let (form, findings) = parse("tags=docs=https://u:p@example.com", Secrets::Honour);
        assert_eq!(rules(&findings), [("secret-in-link", "tags")]);
        assert_eq!(write(&form), "v=1&tags=docs%3Dhttps%3A%2F%2Fexample.com");
    }

    #[test]
    fn what_is_said_of_a_link_names_what_stands_there() {
        let said = |query: &str| {
            let findings = parse(query, Secrets::Honour).1;
            findings
                .into_iter()
                .map(|finding| finding.message)
                .collect::<Vec<_>>()
        };
        let long = "x".repeat(81);
        let cut = "x".repeat(80);
        let unknown = parse(&format!("{long}=1"), Secrets::Honour).1.remove(0);
        assert_eq!(unknown.field, cut);
        assert!(
            unknown.message.contains(&format!("`{cut}`")),
            "{}",
            unknown.message
        );
        assert!(said("v=2")[0].contains("version `2`"));
        assert!(said("v=1&theme=dark&lock=cpu&fields=cpu").is_empty());
        assert!(said("delegate_tags=%EF%BF%BD").is_empty(), "it was meant");
        assert_eq!(
            said("cpu=1&cpu=2"),
            ["The link has this twice, `1` and `2`; the last one counts."]
        );
        assert_eq!(
            said("token=a&token=b")[2],
            "The link has this twice; the last one counts."
        );
        assert!(said("token=a")[0].contains("in the form"));
        assert!(parse("token=a", Secrets::Ignore).1[0].message.contains("ignored"));
        assert!(said("token=").is_empty());
    }

    #[test]
    fn of_what_stands_twice_the_first_can_be_taken_unless_it_is_secret() {
        let fixes = |query: &str| {
            let findings = parse(query, Secrets::Honour).1.into_iter();
            findings
                .filter(|finding| finding.rule == "repeated-key")
                .map(|finding| finding.fix)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            fixes("cpu=1&cpu=2"),
            [Some(Fix::set("Take the first one", &fields::CPU, "1"))]
        );
        assert_eq!(fixes("token=a&token=b"), [None]);
        assert!(fixes("env=A=1&env=A=1").is_empty(), "rows are several");
    }

    #[test]
    fn a_link_says_what_it_leaves_out() {
        let leaves = |query: &str| leaves_out(&parse(query, Secrets::Honour).0);
        assert!(leaves("token=a") && leaves("env=MY_TOKEN=x") && leaves("manager_url=https://u:p@h"));
        assert!(!leaves("") && !leaves("cpu=512&env=A=1"));
        assert!(is_form("a=b") && !is_form("a"));
    }
}
