//! Colours, language by language.

use super::*;

/// The lines of a text in which each of these placeholders is missing.
fn lines(language: Language, text: &str) -> Vec<Vec<Span>> {
    let found = ["<A_B>", "<CPU>", "<A>", "<B>"]
        .into_iter()
        .flat_map(|placeholder| {
            let found = text.match_indices(placeholder);
            found.map(move |(at, _)| Mark {
                at: at..at + placeholder.len(),
                field: "x".into(),
            })
        });
    let mut marks: Vec<Mark> = found.collect();
    marks.sort_by_key(|mark| mark.at.start);
    super::lines(language, text, &marks)
}

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

/// A text with its stretches in brackets, each with what it is.
fn marked(language: Language, text: &str) -> String {
    let spans = lines(language, text).into_iter().flatten();
    spans.fold(String::new(), |all, span| {
        match span.class.name().strip_prefix("t-") {
            None => all + &span.text,
            Some(name) => match span.text.strip_suffix('\n') {
                Some(text) => all + &format!("[{name} {text}]\n"),
                None => all + &format!("[{name} {}]", span.text),
            },
        }
    })
}

#[test]
fn a_script_in_colours() {
    let text = r#"#!/usr/bin/env bash
# A 'comment' with $this
NAME=$(aws ecs wait --region us-west-2 -x) # end
if [ "$a" = 'b "c"' ] && ! x#y; then echo "a \" ${b:-c} $1 $? \$d <A_B> \\"; fi
let a=1; my-if=2 x=if ifs \$e $(true)
cat <<-'EOF' >f
 if "a" $b
  EOF
done <<<"$x" | for i in; do(if
cat << EOF2
EOF
EOF2
echo 'open
"#;
    insta::assert_snapshot!(marked(Language::Shell, text), @r#"
    [comment #!/usr/bin/env bash]
    [comment # A 'comment' with $this]
    [variable NAME]=$(aws ecs wait [key --region] us-west-2 [key -x]) [comment # end]
    [word if] [ [text "][variable $a][text "] = [text 'b "c"'] ] && ! x#y; [word then] echo [text "a \" ][variable ${b:-c}][text  ][variable $1][text  ][variable $?][text  \$d ][missing <A_B>][text  \\"]; [word fi]
    let [variable a]=1; [variable my-if]=2 [variable x]=if ifs \$e $(true)
    cat <<-[text 'EOF'] >f
    [text  if "a" $b]
    [text   EOF]
    [word done] <<<[text "][variable $x][text "] | [word for] i [word in]; [word do]([word if]
    cat << EOF2
    [text EOF]
    [text EOF2]
    echo [text 'open]
    "#);
}

#[test]
fn a_module_in_colours() {
    let text = r#"# A "comment"
resource "aws_x" "y" { // z
  name = "a\"${var.b["c"]}$${d}%{e}\\" / 2
  a-b   = [true, false, null, 1.5, var.x, local.y, each.value, data.z, module.q]
  c     == d
  tags {
  }
  long = <<-EOT
    if "x"
  EOT
  other = aws_y.z .w
  in = { x = resource }
  f = jsonencode("${a}${b{c}d}") << 1
  g = "5$ $x {y}"
  "open ${x
"#;
    insta::assert_snapshot!(marked(Language::Hcl, text), @r#"
    [comment # A "comment"]
    [word resource] [text "aws_x"] [text "y"] { [comment // z]
      [key name] = [text "a\"][variable ${var.b["c"]}][text $${d}%{e}\\"] / [number 2]
      [key a-b]   = [[word true], [word false], [word null], [number 1.5], [variable var].x, [variable local].y, [variable each].value, [variable data].z, [variable module].q]
      c     == d
      [word tags] {
      }
      [key long] = <<-EOT
    [text     if "x"]
    [text   EOT]
      [key other] = [variable aws_y].[variable z] .w
      [key in] = { [key x] = resource }
      [key f] = jsonencode([text "][variable ${a}${b{c}d}][text "]) << [number 1]
      [key g] = [text "5$ $x {y}"]
      [text "open ][variable ${][text x]
    "#);
}

#[test]
fn a_template_in_colours() {
    let text = r#"# A: comment
Key: value # c
  "a b": "x \" y" z
- - List: 1024
  - !Ref Name#x
  - 'it: is' true, null
- 1.2.3
- 1a
- a:b
- AWS::X: false
Empty:
Block: |-
  # text
  a: b

Next: >
 x
Not: a|
  Deep: !Sub "${A}" # <A>
"open: x
:
a!b: c
"#;
    insta::assert_snapshot!(marked(Language::Yaml, text), @r#"
    [comment # A: comment]
    [key Key]: value [comment # c]
      [key "a b"]: [text "x \" y"] z
    - - [key List]: [number 1024]
      - [variable !Ref] Name#x
      - [text 'it: is'] [word true], [word null]
    - [number 1.2.3]
    - 1a
    - a:b
    - [key AWS::X]: [word false]
    [key Empty]:
    [key Block]: |-
    [text   # text]
    [text   a: b]
    [text ]
    [key Next]: >
    [text  x]
    [key Not]: a|
      [key Deep]: [variable !Sub] [text "${A}"] [comment # ][missing <A>]
    [text "open: x]
    [text :]
    [text a!b: c]
    "#);
}

#[test]
fn a_document_in_colours() {
    let text =
        r#"{"a\"b": "c: <A_B>", "n": [-1.5e+3, true, false, null, "x"] , "d" : {}, "<>": "<a> <A <B>"}"#;
    insta::assert_snapshot!(marked(Language::Json, text), @r#"{[key "a\"b"]: [text "c: ][missing <A_B>][text "], [key "n"]: [[number -1.5e+3], [word true], [word false], [word null], [text "x"]] , [key "d"] : {}, [key "<>"]: [text "<a> <A ][missing <B>][text "]}"#);
    // What looks like a placeholder and is not one is a text.
    insta::assert_snapshot!(marked(Language::Text, "a \"b\" <C> <A_B> 1\n"), @r#"a "b" <C> [missing <A_B>] 1"#);
}
