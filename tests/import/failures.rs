//! What cannot be read: a sentence that says what is wrong and where.

use super::token;
use configurator::Form;
use configurator::import::{LENGTH_MAX, bytes::decoded, read};
use std::fmt::Write as _;

fn failure(text: &str) -> String {
    let failure = read(text, &Form::default()).map(|import| import.what);
    failure.expect_err(text).to_string()
}

#[test]
fn each_fault_is_a_sentence() {
    let mut said = String::new();
    let deep = format!("{}{}", "[".repeat(30_000), "]".repeat(30_000));
    let deep_yaml = format!("a: {}", "[".repeat(5_000));
    let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";
    let long = "x".repeat(10 * LENGTH_MAX);
    let two = r#"{"containerDefinitions": [{"name": "a", "image": "harness/delegate:1"}, {"name": "b", "image": "harness/delegate:2"}]}"#;
    let cases = [
        ("nothing", ""),
        ("blanks", " \n "),
        ("prose", "hello there"),
        ("another image", "docker run -d -p 80:80 nginx:1.27"),
        ("no image", "docker run -d"),
        ("no run", "docker container prune"),
        ("services without a container", "services:\n  a:\n    build: .\n"),
        ("an open quote", "docker run \\\n -e 'A=1 harness/delegate:1"),
        (
            "truncated JSON",
            "{\n  \"family\": \"a\",\n  \"containerDefinitions\": [\n    {\"name\": \"d\"",
        ),
        ("an open string", "{\n  \"family\": \"a"),
        ("a missing comma", "{\n  \"family\": \"a\"\n  \"cpu\": \"256\"\n}"),
        ("YAML with a brace", "{family: a}"),
        ("broken YAML", "family: a\n  cpu: b\n c: ["),
        ("another object", "{\"a\": 1}"),
        ("an empty list", "[]"),
        (
            "no service",
            "{\"services\": [], \"failures\": [{\"reason\": \"MISSING\"}]}",
        ),
        ("two delegates", two),
        ("deep JSON", &deep),
        ("deep YAML", &deep_yaml),
        ("a bomb of aliases", bomb),
        ("10 MiB", &long),
        ("a binary", "PK\u{0}\u{3}"),
        (
            "other Terraform",
            "resource \"aws_ecs_cluster\" \"a\" {\n  name = \"b\"\n}\n",
        ),
        ("broken Terraform", "module \"a\" {\n  source = \n}\n"),
        ("a manifest without a workload", "apiVersion: v1\nkind: Service\n"),
    ];
    for (what, text) in cases {
        let _ = writeln!(said, "{what}: {}", failure(text));
    }
    insta::assert_snapshot!(said);
}

#[test]
fn a_failure_tells_no_secret() {
    let token = token();
    for text in [
        format!("docker run -e MY_TOKEN={token} nginx"),
        format!("docker run -e DELEGATE_TOKEN='{token} harness/delegate:1"),
        format!("{{\"DELEGATE_TOKEN\": \"{token}\" \"{token}\"}}"),
        format!("a: {token}\n b: {token}: ["),
        format!("docker run {token}"),
    ] {
        let failure = failure(&text);
        assert!(!failure.contains(&token[..20]), "{failure}");
    }
}

#[test]
fn files_are_utf_8_or_utf_16() {
    let text = "docker run \u{e9}";
    let utf_16 = |of: fn(u16) -> [u8; 2], mark: [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(of)).collect()
    };
    assert_eq!(decoded(text.as_bytes()).as_deref(), Ok(text));
    assert_eq!(
        decoded(&utf_16(u16::to_le_bytes, [0xFF, 0xFE])).as_deref(),
        Ok(text)
    );
    assert_eq!(
        decoded(&utf_16(u16::to_be_bytes, [0xFE, 0xFF])).as_deref(),
        Ok(text)
    );
    for bytes in [&[0xFF, 0xFE, 0][..], &[0xC3, 0x28], &[0xFF, 0xFE, 0, 0xD8]] {
        assert!(decoded(bytes).expect_err("no text").to_string().contains("UTF-8"));
    }
}
