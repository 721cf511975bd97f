use super::*;

const ALL: &[Language] = &[
    Language::Json,
    Language::Shell,
    Language::Hcl,
    Language::Yaml,
    Language::Text,
];

fn classes(language: Language, text: &str) -> Vec<(Class, String)> {
    lines(language, text)
        .into_iter()
        .flatten()
        .filter(|span| span.class != Class::Plain)
        .map(|span| (span.class, span.text))
        .collect()
}

fn one(language: Language, text: &str, class: Class, wanted: &str) {
    let found = classes(language, text);
    assert!(found.contains(&(class, wanted.to_owned())), "{text}: {found:?}");
}

#[test]
fn the_stretches_are_the_text_whatever_it_is() {
    let texts = [
        "",
        "\n",
        "a",
        "a\n\nb",
        "\"",
        "\"\\",
        "'",
        "$",
        "${",
        "$(",
        "<<EOF",
        "<<EOF\nx",
        "<A",
        "<A>",
        "<<A>>",
        "é\"ü$é",
        "\\",
        "a: |\n  b\nc",
        "- - a:",
        "\"a\"b: c",
        "!Ref x\n",
        "😀 # 😀\n",
        "${\"",
        "$${",
        "x = <<-EOT\n  a\n  EOT\n",
        "\r\n\t\u{0}",
        "-",
        "--",
        "#",
        "/",
        "//",
        ":",
        "::",
        "a::b",
        "\"\": x",
    ];
    for text in texts {
        for language in ALL {
            let all: String = lines(*language, text)
                .into_iter()
                .flatten()
                .map(|span| span.text)
                .collect();
            assert_eq!(all, text, "{language:?}");
        }
    }
}

#[test]
fn every_line_ends_with_its_line_feed() {
    for language in ALL {
        let lines = lines(*language, "a: \"b\n\nc\"\nd");
        assert_eq!(lines.len(), 4, "{language:?}");
        for line in &lines[..3] {
            assert!(line.last().is_some_and(|span| span.text.ends_with('\n')));
        }
    }
}

#[test]
fn json() {
    let found = classes(Language::Json, "{\"cpu\": \"<CPU>\", \"n\": [-1.5e3, true]}");
    assert_eq!(
        found
            .iter()
            .map(|(class, text)| (*class, text.as_str()))
            .collect::<Vec<_>>(),
        [
            (Class::Key, "\"cpu\""),
            (Class::Text, "\""),
            (Class::Missing, "<CPU>"),
            (Class::Text, "\""),
            (Class::Key, "\"n\""),
            (Class::Number, "-1.5e3"),
            (Class::Word, "true"),
        ]
    );
}

#[test]
fn shell() {
    let text = "# why\naws ecs run --region us-west-2 --x 'a b' \"$HOME/x\"\nNAME=1\nif x; then\n";
    one(Language::Shell, text, Class::Comment, "# why");
    one(Language::Shell, text, Class::Key, "--region");
    one(Language::Shell, text, Class::Text, "'a b'");
    one(Language::Shell, text, Class::Variable, "$HOME");
    one(Language::Shell, text, Class::Variable, "NAME");
    one(Language::Shell, text, Class::Word, "then");
    one(
        Language::Shell,
        "cat <<'EOF'\n# text\nEOF\n# why\n",
        Class::Text,
        "# text\n",
    );
    one(
        Language::Shell,
        "cat <<'EOF'\n# text\nEOF\n# why\n",
        Class::Comment,
        "# why",
    );
}

#[test]
fn hcl() {
    let text =
        "resource \"aws_ecs_service\" \"x\" {\n  name = \"a-${var.b}\" # c\n  count = 2\n  on = true\n}\n";
    one(Language::Hcl, text, Class::Word, "resource");
    one(Language::Hcl, text, Class::Key, "name");
    one(Language::Hcl, text, Class::Variable, "${var.b}");
    one(Language::Hcl, text, Class::Comment, "# c");
    one(Language::Hcl, text, Class::Number, "2");
}

#[test]
fn yaml() {
    let text = "Type: AWS::ECS::Service\nCpu: 1024 # c\nArn: !Ref Role\nRun: |\n  a: b\n\n  c\nEnd: \"x\"\n";
    one(Language::Yaml, text, Class::Key, "Type");
    one(Language::Yaml, text, Class::Number, "1024");
    one(Language::Yaml, text, Class::Comment, "# c");
    one(Language::Yaml, text, Class::Variable, "!Ref");
    one(Language::Yaml, text, Class::Text, "  a: b\n");
    one(Language::Yaml, text, Class::Key, "End");
}

#[test]
fn a_hidden_quote_does_not_end_a_string() {
    for language in [Language::Json, Language::Hcl, Language::Yaml] {
        let text = r#"a = "b \" c" 1"#;
        let found = classes(language, text);
        let whole: String = found
            .iter()
            .filter(|(class, _)| *class == Class::Text)
            .map(|(_, text)| text.as_str())
            .collect();
        assert_eq!(whole, r#""b \" c""#, "{language:?}: {found:?}");
    }
    one(Language::Json, r#"["a\\", 1]"#, Class::Number, "1");
}

#[test]
fn a_comparison_is_no_key_and_a_block_begins_a_line() {
    let of = |text: &str, word: &str| {
        let found = classes(Language::Hcl, text);
        found
            .into_iter()
            .find(|(_, stretch)| stretch == word)
            .map(|(class, _)| class)
    };
    assert_eq!(of("a == b\n", "a"), None);
    assert_eq!(of("a = b\n", "a"), Some(Class::Key));
    assert_eq!(of("custom {\n", "custom"), Some(Class::Word));
    assert_eq!(of("x = data.custom {\n", "custom"), None);
    assert_eq!(of("x = resource\n", "resource"), None);
    assert_eq!(of("x = var.b\n", "var"), Some(Class::Variable));
    assert_eq!(of("x = aws_iam_role.b\n", "aws_iam_role"), Some(Class::Variable));
}

#[test]
fn keys_of_yaml_end_in_a_colon_and_white_space() {
    for (text, key) in [
        ("a: 1\n", Some("a")),
        ("a:\n", Some("a")),
        ("a:b\n", None),
        ("\"a b\": 1\n", Some("\"a b\"")),
        ("- a: 1\n", Some("a")),
        ("a\n", None),
        ("\"a\n", None),
        ("aws:SourceArn: x\n", Some("aws:SourceArn")),
    ] {
        let found = classes(Language::Yaml, text);
        let found = found.iter().find(|(class, _)| *class == Class::Key);
        assert_eq!(found.map(|(_, text)| text.as_str()), key, "{text}");
    }
}
