//! Any form without its secrets becomes a link and then the same form again, and reading fails on no link.

mod common;

use common::forms::{any_form, cases, text};
use configurator::facts::ecs::VARIABLES_MAX;
use configurator::fields::{self, FIELDS};
use configurator::link::{self, Secrets};
use configurator::{Form, read};
use proptest::prelude::*;

fn parse(query: &str) -> (Form, Vec<configurator::Finding>) {
    link::parse(query, Secrets::Honour)
}

fn rules(query: &str) -> Vec<(String, String)> {
    let (_, findings) = parse(query);
    findings
        .iter()
        .map(|f| (f.rule.to_owned(), f.field.to_string()))
        .collect()
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_form_survives_its_link(form in any_form()) {
        let link = link::write(&form);
        let (again, findings) = parse(&link);
        prop_assert_eq!(&again, &form.without_secrets(), "through {}", link);
        // Nothing is said but which fields it leaves out.
        let said: Vec<_> = findings.iter().map(|finding| (finding.rule, finding.field.as_ref())).collect();
        let left_out: Vec<_> = form.left_out().iter().map(|field| ("left-out", field.key)).collect();
        prop_assert_eq!(said, left_out, "through {}", link);
        prop_assert!(link.is_empty() || link::is_form(&link));
        // A written link is stable, ASCII, and safe after `#` and `?`.
        let (whole, _) = link.split_once("left_out=").unwrap_or((&link, ""));
        let again = link::write(&again);
        prop_assert!(whole.trim_end_matches('&') == again || whole == "v=1&" && again.is_empty(), "{} {}", again, link);
        prop_assert!(link.bytes().all(|b| b.is_ascii_alphanumeric() || b"=&%+*-._".contains(&b)), "{}", link);
    }

    #[test]
    fn a_link_says_whether_it_leaves_something_out(form in any_form()) {
        let (again, _) = parse(&link::write(&form));
        prop_assert_eq!(link::leaves_out(&form), again != form);
    }

    #[test]
    fn no_secret_is_in_a_link(form in any_form(), secret in "[a-z]{20}") {
        let mut form = form;
        form.set(&fields::TOKEN, vec![secret.clone()]);
        form.set(&fields::PROXY_PASSWORD, vec![secret.clone()]);
        form.set(&fields::ENV, vec!["A=1".into(), format!("MY_API_KEY={secret}"), format!("npm_token={secret}")]);
        form.set(&fields::MANAGER_URL, vec![format!("https://me:{secret}@app.harness.io")]);
        form.set(&fields::INIT_SCRIPT, vec![format!("git clone https://{secret}@example.com/x.git")]);
        form.set(&fields::DELEGATE_TAGS, vec![format!("a,{secret}")]);
        let link = link::write(&form);
        prop_assert!(!link.contains(&secret), "{}", link);
        prop_assert!(link::leaves_out(&form));
    }

    #[test]
    fn any_text_at_all_is_read(query in text()) {
        let (form, _) = parse(&query);
        read(&form);
    }

    #[test]
    fn any_bytes_at_all_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200), keyed in any::<bool>()) {
        let key = if keyed { "init_script=" } else { "" };
        // A browser passes text; it percent-encodes what is not UTF-8.
        let encoded = bytes.iter().fold(key.to_owned(), |text, byte| text + &format!("%{byte:02X}"));
        read(&parse(&encoded).0);
        read(&parse(&String::from_utf8_lossy(&bytes)).0);
    }

    #[test]
    fn any_pairs_at_all_are_read(pairs in prop::collection::vec((prop::sample::select(FIELDS), text()), 0..12)) {
        let raw = pairs.iter().fold(String::new(), |raw, (field, text)| raw + field.key + "=" + text + "&");
        read(&parse(&raw).0);
        let mut encoded = form_urlencoded::Serializer::new(String::new());
        for (field, text) in &pairs {
            encoded.append_pair(field.key, text);
        }
        let (form, _) = parse(&encoded.finish());
        read(&form);
        // For a field without rows, the last value counts, unchanged.
        for (field, text) in pairs.iter().rev() {
            if *field == &fields::INIT_SCRIPT {
                prop_assert_eq!(&form.text(&fields::INIT_SCRIPT), text);
                break;
            }
        }
    }
}

#[test]
fn every_field_alone_survives() {
    for field in FIELDS {
        let mut form = Form::default();
        form.set(field, vec![field.sample.to_owned()]);
        let link = link::write(&form);
        assert_eq!(parse(&link).0, form.without_secrets(), "{}", field.key);
        let is_left_out = link == format!("v=1&left_out={}", field.key);
        assert_eq!(is_left_out, field.is_secret(), "{}: {link}", field.key);
        form.set(field, vec![String::new()]);
        assert_eq!(parse(&link::write(&form)).0, form, "{}, blank", field.key);
    }
}

#[test]
fn a_hundred_kilobytes() {
    let text: String = "'$x🦀\"\\\n".chars().cycle().take(100_000).collect();
    let mut form = Form::default();
    form.set(&fields::INIT_SCRIPT, vec![text.clone()]);
    let (again, findings) = parse(&link::write(&form));
    assert_eq!(
        (again.text(&fields::INIT_SCRIPT), findings),
        (text.clone(), vec![])
    );
    // Many rows, a long key, only separators, and unencoded text.
    form.set(&fields::ENV, vec!["A=1".to_owned(); VARIABLES_MAX]);
    assert_eq!(parse(&link::write(&form)).0, form);
    let (_, findings) = parse(&format!("{}=1&cpu=512", "k".repeat(100_000)));
    assert_eq!(findings.len(), 1);
    assert!(findings[0].message.len() < 400, "a finding repeats the whole key");
    for odd in ["&", "=", "%", "+", "%FF", "\0", "&cpu=1"] {
        read(&parse(&odd.repeat(100_000 / odd.len())).0);
    }
    let (form, _) = parse(&format!("cpu={}", "9".repeat(100_000)));
    let findings = read(&form).1.findings;
    assert_eq!(findings[0].rule, "unreadable-value");
    assert!(
        findings[0].message.len() < 1000,
        "a finding repeats the whole value"
    );
}

#[test]
fn broken_percent_encoding_is_kept_or_reported() {
    for (query, text) in [
        ("delegate_tags=100%", "100%"),
        ("delegate_tags=%zz", "%zz"),
        ("delegate_tags=%4", "%4"),
    ] {
        let (form, findings) = parse(query);
        assert_eq!(
            (form.text(&fields::DELEGATE_TAGS).as_str(), findings),
            (text, vec![])
        );
    }
    assert_eq!(
        rules("delegate_tags=%FF%FE"),
        [("broken-encoding".to_owned(), "delegate_tags".to_owned())]
    );
    let (form, _) = parse("delegate_tags=%FF&cpu=512");
    assert_eq!(form.text(&fields::CPU), "512");
}

#[test]
fn unknown_keys_are_reported_and_lose_nothing_else() {
    let (form, findings) = parse("memroy=2048&cpu=512&<script>=1&v=1");
    let reported: Vec<_> = findings
        .iter()
        .map(|f| (f.rule, f.field.as_ref(), f.severity.name()))
        .collect();
    assert_eq!(
        reported,
        [
            ("unknown-key", "memroy", "warning"),
            ("unknown-key", "<script>", "warning")
        ]
    );
    assert_eq!(form.text(&fields::CPU), "512");
}

#[test]
fn a_token_in_a_link_is_taken_or_left_and_always_said() {
    for (secrets, token) in [(Secrets::Honour, "abc="), (Secrets::Ignore, "")] {
        let (form, findings) = link::parse("token=abc%3D&cpu=512&token_source=plain", secrets);
        assert_eq!(form.text(&fields::TOKEN), token);
        assert_eq!(form.text(&fields::CPU), "512");
        let [finding] = &findings[..] else {
            panic!("{findings:#?}")
        };
        assert_eq!(
            (finding.rule, finding.severity.name()),
            ("secret-in-link", "warning")
        );
        assert!(
            !format!("{findings:?}").contains("abc="),
            "the finding tells the secret"
        );
        assert!(!link::write(&form).contains("abc"));
    }
}
