//! The form as URL parameters, and back. A link holds only the texts that differ from the defaults, and no secret.

pub mod embedding;
mod reports;
pub mod shared;

pub use reports::{secret_as_name, secret_stays};

use crate::facts::ecs::VARIABLES_MAX;
use crate::fields::{self, Field};
use crate::finding::Finding;
use crate::form::Form;
use crate::notices;
use crate::secrecy::Secrecy;
use crate::secrets::{self, is_secret_name};

/// The version of the link format. Every link names it, because a later release must still read old links.
pub const VERSION: &str = "1";

/// The parameter that names the fields of which the link leaves something out, separated by commas.
const LEFT_OUT: &str = "left_out";

/// The parameters that are neither fields nor the version nor [`LEFT_OUT`]: the settings of an embedding page
/// ([`embedding`]).
const RESERVED: &[&str] = &["fields", "files", "group", "idle", "lock", "look", "theme"];

/// How many findings about parameters that are no fields a link has, at most. The others are counted.
const UNKNOWN_MAX: usize = 20;

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

/// Whether a fragment that holds no form holds a secret.
pub fn is_secret(fragment: &str) -> bool {
    form_urlencoded::parse(fragment.as_bytes()).any(|(key, value)| is_secret_parameter(&key, &value))
}

/// Whether a parameter that is no field holds a secret, in its value or in its name.
fn is_secret_parameter(key: &str, value: &str) -> bool {
    !value.is_empty() && is_secret_name(key)
        || secrets::is_in(value)
        || secrets::is_in(&format!("{key}={value}"))
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
        match given.iter_mut().find(|(other, _)| *other == field) {
            Some((_, texts)) => texts.push(value.into_owned()),
            None => given.push((field, vec![value.into_owned()])),
        }
    }
    keep_some(&mut findings);
    refuse_too_many(&mut given, &mut findings);
    // Every text is here first, because one is also secret if it repeats that of a secret field.
    let secrecy = Secrecy::of(&Form::from_texts(given.iter().cloned()));
    for (field, texts) in &mut given {
        texts.retain(|text| {
            let is_secret = secrecy.is_secret(field, text);
            if is_secret {
                findings.push(reports::secret(field, secrets == Secrets::Honour));
            }
            !is_secret || secrets == Secrets::Honour
        });
        if !field.kind.has_rows() {
            for pair in texts.windows(2) {
                findings.push(reports::repeated(field, &pair[0], &pair[1]));
            }
            texts.drain(..texts.len().saturating_sub(1));
        }
    }
    given.retain(|(_, texts)| !texts.is_empty());
    (Form::from_texts(given), findings)
}

/// Returns a form as URL parameters, without its secrets. Blank for the default form.
pub fn write(form: &Form) -> String {
    let (public, left_out) = form.split_secrets();
    let mut query = form_urlencoded::Serializer::new(String::new());
    if public != Form::default() || !left_out.is_empty() {
        query.append_pair("v", VERSION);
    }
    for (field, texts) in public.touched() {
        if texts.is_empty() {
            query.append_pair(field.key, "");
        }
        for text in texts {
            query.append_pair(field.key, text);
        }
    }
    if !left_out.is_empty() {
        let keys: Vec<&str> = left_out.iter().map(|field| field.key).collect();
        query.append_pair(LEFT_OUT, &keys.join(" "));
    }
    query.finish()
}

/// Whether the link leaves out a part of the form: a secret, or what an import carried.
pub fn leaves_out(form: &Form) -> bool {
    form.without_secrets() != *form
}

/// Copies what no link can hold from `old` into a form that a link gave: the secrets, rows that hold one, and any other
/// text that holds one unless the link gives the field another text.
pub fn keep_secrets(form: &mut Form, old: &Form) {
    let secrecy = Secrecy::of(old);
    for (field, texts) in old.touched() {
        if texts.iter().all(|text| !secrecy.is_secret(field, text)) {
            continue;
        }
        let public = secrecy.public_texts(field, texts);
        let mut kept = form.texts(field);
        if !field.kind.has_rows() {
            if field.is_secret() || !form.is_touched(field) {
                form.set(field, texts.to_vec());
            }
        } else if public.is_some_and(|public| public == kept) {
            form.set(field, texts.to_vec());
        } else {
            kept.extend(texts.iter().filter(|row| secrecy.is_secret(field, row)).cloned());
            form.set(field, kept);
        }
    }
}

/// Removes the secrets from a form that somebody else has changed since it was `old`, if the change decides where they go:
/// the user typed them for another manager, proxy, image or script. Returns what has changed, or nothing.
pub fn protect_secrets(form: &mut Form, old: &Form) -> Vec<&'static Field> {
    let is_changed = |field: &&&'static Field| form.texts(field) != old.texts(field);
    let changed: Vec<_> = fields::DECIDE_WHERE_SECRETS_GO
        .iter()
        .filter(is_changed)
        .copied()
        .collect();
    let public = form.without_secrets();
    if changed.is_empty() || public == *form {
        return Vec::new();
    }
    *form = public;
    changed
}

/// Says what [`protect_secrets`] did.
pub fn protected(changed: &[&'static Field]) -> String {
    let labels: Vec<&str> = changed.iter().map(|field| field.label).collect();
    format!(
        "Changed from outside this form: {}. The page removed the secrets that you typed for the earlier values.",
        labels.join(", ")
    )
}

/// Drops what is said of the fields that a link leaves out where the form has them all the same.
pub fn forget_left_out(findings: &mut Vec<Finding>, form: &Form) {
    let kept = form.left_out();
    let is_there = |finding: &Finding| kept.iter().any(|field| field.key == finding.field);
    findings.retain(|finding| !(finding.is(&notices::LEFT_OUT) && is_there(finding)));
}

/// Reports a parameter that is not a field.
/// Drops the rows of each field that has more than AWS can hold.
fn refuse_too_many(given: &mut Vec<(&'static Field, Vec<String>)>, findings: &mut Vec<Finding>) {
    given.retain(|(field, texts)| {
        let is_too_much = field.kind.has_rows() && texts.len() > VARIABLES_MAX;
        if is_too_much {
            findings.push(reports::too_many_rows(field, texts.len()));
        }
        !is_too_much
    });
}

/// Keeps as many findings about unknown parameters as somebody would read, those about secrets first, and counts the others.
fn keep_some(findings: &mut Vec<Finding>) {
    let is_of_field = |finding: &Finding| fields::field(&finding.field).is_some();
    let unknown = findings.iter().filter(|finding| !is_of_field(finding)).count();
    if unknown <= UNKNOWN_MAX {
        return;
    }
    findings.sort_by_key(|finding| !finding.is(&notices::SECRET_IN_LINK));
    let mut room = UNKNOWN_MAX;
    findings.retain(|finding| {
        let is_kept = is_of_field(finding) || room > 0;
        if !is_of_field(finding) {
            room = room.saturating_sub(1);
        }
        is_kept
    });
    findings.push(reports::more_unknown_keys(unknown - UNKNOWN_MAX));
}

fn unknown(key: &str, value: &str) -> Vec<Finding> {
    if is_secret_parameter(key, value) {
        // As happens to a token that is pasted behind the `#`.
        let is_in_name = secrets::is_in(&format!("{key}="));
        return vec![if is_in_name {
            secret_as_name()
        } else {
            reports::secret_parameter(key)
        }];
    }
    if key == LEFT_OUT {
        let named = value.split_whitespace().filter_map(fields::field);
        return named.map(reports::left_out).collect();
    }
    match key {
        "v" if value != VERSION => vec![reports::version(value, VERSION)],
        "v" => vec![],
        key if RESERVED.contains(&key) => vec![],
        key => vec![reports::unknown_key(key)],
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

    /// A host or an opener must not send a token that it cannot read to a manager of its own.
    #[test]
    fn secrets_do_not_follow_a_foreign_manager_proxy_image_or_script() {
        let form = |query: &str| {
            parse(
                &format!("token_source=plain&token=not-a-real-token&{query}"),
                Secrets::Honour,
            )
            .0
        };
        let own = form("cluster=one&env=A=1");
        for (query, label) in [
            ("manager_url=https://evil.example", "Manager URL"),
            ("image=evil/delegate:1", "Delegate image"),
            ("init_script=curl+evil", "Init script"),
            ("proxy_host=evil", "Proxy host"),
            ("env=A=2", "Environment variables"),
        ] {
            let mut new = form(&format!("cluster=two&env=A=1&{query}").replace("env=A=1&env", "env"));
            let changed = protect_secrets(&mut new, &own);
            assert_eq!(changed.len(), 1, "{query}");
            assert!(
                new.text(&fields::TOKEN).is_empty() && new.text(&fields::CLUSTER) == "two",
                "{query}"
            );
            let said = protected(&changed);
            assert!(said.to_lowercase().contains(&label.to_lowercase()), "{said}");
        }
        // Another cluster, the same manager, or no secret: nothing to protect.
        let mut new = form("cluster=two&env=A=1");
        assert!(protect_secrets(&mut new, &own).is_empty());
        assert_eq!(new.text(&fields::TOKEN), "not-a-real-token");
        let mut new = parse("image=evil/delegate:1", Secrets::Honour).0;
        assert!(protect_secrets(&mut new, &own).is_empty());
    }

    #[test]
    fn more_rows_than_aws_can_hold_are_refused() {
        let query = |rows: usize| format!("delegate_name=b{}", "&env=A".repeat(rows));
        let (form, findings) = parse(&query(VARIABLES_MAX), Secrets::Honour);
        assert_eq!(
            (form.texts(&fields::ENV).len(), findings.len()),
            (VARIABLES_MAX, 0)
        );
        let (form, findings) = parse(&query(VARIABLES_MAX + 1), Secrets::Honour);
        assert!(!form.is_touched(&fields::ENV) && form.is_touched(&fields::DELEGATE_NAME));
        assert_eq!(rules(&findings), [("too-many-rows", "env")]);
        assert!(findings[0].message.contains(&(VARIABLES_MAX + 1).to_string()));
    }

    #[test]
    fn of_many_unknown_parameters_some_are_named_and_a_secret_is_not_forgotten() {
        let many: String = (0..UNKNOWN_MAX + 5).map(|at| format!("&k{at}=x")).collect();
        let (_, findings) = parse(&format!("{many}&password=hunter2hunter2"), Secrets::Honour);
        assert_eq!(findings.len(), UNKNOWN_MAX + 1);
        assert_eq!(findings[0].rule, "secret-in-link");
        assert!(
            findings[UNKNOWN_MAX].message.contains(" 6 more "),
            "{:?}",
            findings[UNKNOWN_MAX]
        );
        assert_eq!(parse(&many[..20], Secrets::Honour).1.len(), 4);
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
                ("broken-encoding", "delegate_tags"),
                ("unknown-key", "v"),
                ("repeated-key", "cpu")
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
        let same = kept(old, "env=A=1&env=B=2");
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
        assert_eq!(write(&form), "v=1&env=A%3D1&left_out=manager_url+token+env");
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
        assert_eq!(write(&form), "v=1&tags=&left_out=tags");
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
