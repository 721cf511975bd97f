//! Terraform's language: a small tree of blocks and attributes, and its printer. `terraform fmt` leaves the result
//! unchanged. Only this file quotes texts for HCL.

use super::comment::Comment;
use super::unicode::unicode;
use crate::document::text::{Piece, Resolve, Text};
use crate::document::tree::Tree;
use crate::document::written::Written;

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// A reference, a number or a keyword, printed as it is.
    Raw(String),
    /// A quoted template of words and references.
    Template(Vec<Piece>),
    /// `[…]`
    List(Vec<Expression>),
    /// `{…}`
    Object(Vec<(String, Expression)>),
    /// `jsonencode(…)`
    Json(Box<Expression>),
}

/// An item of a file or of a block's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// `name = expression`
    Attribute(&'static str, Expression),
    /// `name = expression`, where a document gives the name.
    Member(String, Expression),
    /// A block: type, labels and body.
    Block(String, Vec<&'static str>, Vec<Item>),
    /// A comment of one or several lines.
    Comment(Comment),
}

impl Expression {
    /// Makes a quoted text.
    pub fn text(text: impl Into<Text>) -> Self {
        Self::Template(vec![Piece::Words(text.into().shown())])
    }

    /// Makes an expression that is printed as it is.
    pub fn raw(reference: impl Into<String>) -> Self {
        Self::Raw(reference.into())
    }

    /// Makes a list of references.
    pub fn references(items: impl IntoIterator<Item = &'static str>) -> Self {
        Self::List(items.into_iter().map(Self::raw).collect())
    }

    fn is_scalar(&self) -> bool {
        matches!(self, Self::Raw(_) | Self::Template(_))
    }
}

/// Makes a block.
pub fn block(kind: &str, labels: &[&'static str], body: Vec<Item>) -> Item {
    Item::Block(kind.to_owned(), labels.to_vec(), body)
}

/// Converts a text of a document, including its references.
pub fn template(text: &Text, resolve: Resolve) -> Expression {
    match text.pieces(resolve).as_slice() {
        [Piece::Reference(reference)] => Expression::raw(*reference),
        pieces => Expression::Template(pieces.to_vec()),
    }
}

/// Converts a document.
pub fn expression(tree: &Tree, resolve: Resolve) -> Expression {
    match tree {
        Tree::Flag(flag) => Expression::Raw(flag.to_string()),
        Tree::Number(number) => Expression::Raw(number.to_string()),
        Tree::Literal(literal) => Expression::Raw(literal.clone()),
        Tree::Text(text) => template(text, resolve),
        Tree::List(items) => Expression::List(items.iter().map(|item| expression(item, resolve)).collect()),
        Tree::Map(members) => Expression::Object(
            members
                .iter()
                .map(|(name, value)| (name.clone(), expression(value, resolve)))
                .collect(),
        ),
    }
}

/// Prints a file.
pub fn print(items: &[Item]) -> Written {
    let mut text = Written::default();
    body(&mut text, 0, items);
    text
}

/// Prints a text in quotes.
pub fn quote(text: &str) -> Written {
    escape(&text.into(), false).between("\"", "\"")
}

/// Escapes words for a quoted template. If `before_reference`, the `${` of a reference follows; a dollar sign directly
/// before it would make it a literal `${`.
fn escape(words: &Written, before_reference: bool) -> Written {
    let is_invisible = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}');
    // Beside a dollar sign or a percent sign, every character counts.
    let has_opening = words.text().contains(['$', '%']);
    let is_special = |c: char| has_opening || matches!(c, '"' | '\\') || is_invisible(c);
    let mut last = ' ';
    words.escaped(is_special, |quoted, rest| {
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { return };
        let next = chars.next();
        let is_opening = matches!(c, '$' | '%') && next == Some('{');
        match c {
            // `$${` is a literal `${`. After another `$` this would print `$$${`, which HCL parsers read differently.
            _ if is_opening && last == c => quoted.push_str(&unicode(c)),
            _ if is_opening => quoted.extend([c, c]),
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '$' | '%' if next.is_none() && before_reference => quoted.push_str(&unicode(c)),
            // HCL allows these characters, but they are invisible.
            c if is_invisible(c) => quoted.push_str(&unicode(c)),
            c => quoted.push(c),
        }
        last = c;
    })
}

fn body(text: &mut Written, depth: usize, items: &[Item]) {
    let mut rest = items;
    let mut is_first = true;
    while let Some(item) = rest.first() {
        text.push(if is_first { "" } else { "\n" });
        let run = match item {
            Item::Attribute(..) | Item::Member(..) => {
                let attributes: Vec<(Written, &Expression)> = rest.iter().map_while(attribute).collect();
                assignments(text, depth, &attributes, "");
                attributes.len()
            }
            Item::Block(kind, labels, inner) => {
                block_text(text, depth, (kind, labels), inner);
                1
            }
            Item::Comment(comment) => {
                for line in comment.lines() {
                    indent(text, depth);
                    text.push(&line);
                    text.push("\n");
                }
                1
            }
        };
        // A comment belongs to the next item, so no blank line separates them.
        is_first = matches!(item, Item::Comment(_));
        rest = &rest[run..];
    }
}

fn attribute(item: &Item) -> Option<(Written, &Expression)> {
    match item {
        Item::Attribute(name, value) => Some(((*name).into(), value)),
        Item::Member(name, value) => Some((name.as_str().into(), value)),
        Item::Block(..) | Item::Comment(_) => None,
    }
}

fn block_text(text: &mut Written, depth: usize, (kind, labels): (&str, &[&'static str]), inner: &[Item]) {
    indent(text, depth);
    text.push(kind);
    for label in labels {
        text.push(" ");
        text.append(&quote(label));
    }
    if inner.is_empty() {
        text.push(" {}\n");
        return;
    }
    text.push(" {\n");
    body(text, depth + 1, inner);
    indent(text, depth);
    text.push("}\n");
}

/// Prints attributes or the members of an object. The equals signs of adjacent ones with one line each are aligned.
fn assignments(text: &mut Written, depth: usize, all: &[(Written, &Expression)], end: &str) {
    // `terraform fmt` counts grapheme clusters when it aligns equals signs, which takes a Unicode table. It does not
    // align colons, so all names get colons if one of them has other characters than ASCII.
    let is_equals = all.iter().all(|(name, _)| name.text().is_ascii());
    let values: Vec<Written> = all.iter().map(|(_, value)| value_text(value, depth)).collect();
    let is_line = |at: usize| values.get(at).is_some_and(|value| !value.text().contains('\n'));
    for (at, (name, _)) in all.iter().enumerate() {
        indent(text, depth);
        text.append(name);
        if is_equals && is_line(at) {
            let first = (0..=at).rev().take_while(|at| is_line(*at)).last().unwrap_or(at);
            let run = (first..all.len()).take_while(|at| is_line(*at));
            let width = run.map(|at| all[at].0.text().len()).max().unwrap_or(0);
            text.push(&" ".repeat(width - name.text().len()));
        }
        text.push(if is_equals { " = " } else { " : " });
        text.append(&values[at]);
        text.push(end);
        text.push("\n");
    }
}

fn value_text(value: &Expression, depth: usize) -> Written {
    let mut text = Written::default();
    print_value(&mut text, depth, value);
    text
}

fn print_value(text: &mut Written, depth: usize, value: &Expression) {
    match value {
        Expression::Raw(raw) => text.push(raw),
        Expression::Template(pieces) => template_text(text, pieces),
        Expression::Json(inner) => {
            text.push("jsonencode(");
            print_value(text, depth, inner);
            text.push(")");
        }
        Expression::List(items) => list(text, depth, items),
        Expression::Object(members) => object(text, depth, members),
    }
}

fn template_text(text: &mut Written, pieces: &[Piece]) {
    text.push("\"");
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Words(words) => text.append(&escape(words, at + 1 < pieces.len())),
            Piece::Reference(reference) => {
                text.push("${");
                text.push(reference);
                text.push("}");
            }
        }
    }
    text.push("\"");
}

fn list(text: &mut Written, depth: usize, items: &[Expression]) {
    if let Some(line) = short_list(depth, items) {
        text.append(&line);
        return;
    }
    text.push("[\n");
    for item in items {
        indent(text, depth + 1);
        print_value(text, depth + 1, item);
        text.push(",\n");
    }
    indent(text, depth);
    text.push("]");
}

fn object(text: &mut Written, depth: usize, members: &[(String, Expression)]) {
    let members: Vec<(Written, &Expression)> =
        members.iter().map(|(name, value)| (key(name), value)).collect();
    match members.as_slice() {
        [] => text.push("{}"),
        // A pair such as an environment variable is easier to read on one line.
        [(name, first), (second_name, second)] if name.text() == "name" && second.is_scalar() => {
            text.push("{ name = ");
            print_value(text, depth, first);
            text.push(", ");
            text.append(second_name);
            text.push(" = ");
            print_value(text, depth, second);
            text.push(" }");
        }
        members => {
            text.push("{\n");
            assignments(text, depth + 1, members, "");
            indent(text, depth);
            text.push("}");
        }
    }
}

/// Prints a list on one line if it contains only scalars and is short or has at most one item. Otherwise returns
/// `None`.
fn short_list(depth: usize, items: &[Expression]) -> Option<Written> {
    let line: Vec<Written> = items
        .iter()
        .map(|item| item.is_scalar().then(|| value_text(item, depth)))
        .collect::<Option<_>>()?;
    let line = Written::joined(&line, ", ").between("[", "]");
    (items.len() < 2 || line.text().len() <= 60).then_some(line)
}

/// Prints an object's key: bare if it is a plain name and not a keyword, otherwise in quotes.
fn key(name: &str) -> Written {
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    if is_name && !matches!(name, "for" | "if" | "in" | "null" | "true" | "false") {
        name.into()
    } else {
        quote(name)
    }
}

fn indent(text: &mut Written, depth: usize) {
    text.push(&"  ".repeat(depth));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::supplied::Supplied;

    #[test]
    fn what_nobody_sees_or_what_begins_a_template_is_written_otherwise() {
        for (text, quoted) in [
            ("a\"b\\c", r#""a\"b\\c""#),
            ("a\nb\tc\rd", r#""a\nb\tc\rd""#),
            (
                "\u{0}\u{2028}\u{2029}\u{feff}\u{7f}",
                r#""\u0000\u2028\u2029\ufeff\u007f""#,
            ),
            ("${a} %{b} $5 100%", r#""$${a} %%{b} $5 100%""#),
            ("\u{1f980} é", "\"\u{1f980} é\""),
        ] {
            assert_eq!(quote(text).text(), quoted);
        }
    }

    #[test]
    fn values_are_laid_out_as_terraform_fmt_does_it() {
        let pair = |name: &str| {
            Expression::Object(vec![
                ("name".to_owned(), Expression::text(name)),
                ("value".to_owned(), Expression::raw("1")),
            ])
        };
        let items = [block(
            "resource",
            &["a", "b"],
            vec![
                Item::Attribute("empty", Expression::Object(vec![])),
                Item::Attribute("none", Expression::List(vec![])),
                Item::Attribute("ids", Expression::references(["a.id", "b.id"])),
                Item::Attribute("env", Expression::List(vec![pair("A"), pair("B")])),
                Item::Attribute(
                    "tags",
                    Expression::Object(vec![("a b".to_owned(), Expression::text("c"))]),
                ),
            ],
        )];
        let printed = [
            "resource \"a\" \"b\" {",
            "  empty = {}",
            "  none  = []",
            "  ids   = [a.id, b.id]",
            "  env = [",
            "    { name = \"A\", value = 1 },",
            "    { name = \"B\", value = 1 },",
            "  ]",
            "  tags = {",
            "    \"a b\" = \"c\"",
            "  }",
            "}",
            "",
        ];
        assert_eq!(print(&items).text(), printed.join("\n"));
    }

    #[test]
    fn references_stand_in_texts_and_alone() {
        let resolve = |what| (what == Supplied::Region).then_some("var.region");
        let print = |text: &Text| value_text(&template(text, &resolve), 0).text().to_owned();
        let region = || Text::supplied(Supplied::Region, "r");
        assert_eq!(print(&region()), "var.region");
        assert_eq!(
            print(&Text::from("a").then(region()).then("b")),
            r#""a${var.region}b""#
        );
        let shown = Text::from("a")
            .then(Text::supplied(Supplied::LogGroup, "b"))
            .then("c");
        assert_eq!(template(&shown, &resolve), Expression::text("abc"));
        // A dollar sign before a reference would turn it into a literal.
        assert_eq!(
            print(&Text::from("a$").then(region()).then("b$")),
            r#""a\u0024${var.region}b$""#
        );
        assert_eq!(
            print(&Text::from("$${x} %%{y} $%{z}").then(region())),
            r#""$\u0024{x} %\u0025{y} $%%{z}${var.region}""#
        );
    }

    #[test]
    fn keys_are_quoted_where_they_are_no_names() {
        for bare in ["a", "aB_9", "format", "iff"] {
            assert_eq!(key(bare).text(), bare);
        }
        for quoted in [
            "", "9a", "_a", "a-b", "é", "for", "if", "in", "null", "true", "false",
        ] {
            assert_eq!(key(quoted).text(), format!("\"{quoted}\""));
        }
    }

    #[test]
    fn a_short_list_is_one_line() {
        let list = |lengths: &[usize]| {
            let items = lengths.iter().map(|length| Expression::raw("a".repeat(*length)));
            value_text(&Expression::List(items.collect()), 0)
                .text()
                .lines()
                .count()
        };
        assert_eq!(list(&[]), 1);
        assert_eq!(list(&[99]), 1);
        assert_eq!([list(&[28, 28]), list(&[28, 29])], [1, 4]);
    }

    #[test]
    fn equals_signs_stand_in_the_column_of_their_neighbours() {
        let pair = |first: &str, second: Expression| {
            Expression::Object(vec![
                (first.to_owned(), Expression::raw("1")),
                ("value".to_owned(), second),
            ])
        };
        let document = |name: &str| {
            Expression::Object(vec![
                (name.to_owned(), Expression::raw("1")),
                ("bb".to_owned(), Expression::raw("2")),
                (
                    "cccc".to_owned(),
                    Expression::Object(vec![("d".to_owned(), Expression::raw("3"))]),
                ),
                ("e".to_owned(), Expression::raw("4")),
                ("fff".to_owned(), pair("name", Expression::text("x"))),
                ("gg".to_owned(), pair("names", Expression::text("x"))),
                ("hh".to_owned(), pair("name", Expression::List(vec![]))),
            ])
        };
        let items = [
            Item::Comment("why\n\nand how ".into()),
            Item::Attribute("a", document("a")),
            Item::Member("bbb".to_owned(), Expression::Json(Box::new(document("é")))),
            Item::Comment("inner".into()),
            block(
                "one",
                &[],
                vec![
                    block("two", &["x"], vec![]),
                    block(
                        "three",
                        &[],
                        vec![
                            Item::Comment("deep".into()),
                            Item::Attribute("c", Expression::raw("1")),
                            block("four", &[], vec![]),
                        ],
                    ),
                ],
            ),
        ];
        insta::assert_snapshot!(print(&items).text(), @r#"
        # why
        #
        # and how
        a = {
          a  = 1
          bb = 2
          cccc = {
            d = 3
          }
          e   = 4
          fff = { name = 1, value = "x" }
          gg = {
            names = 1
            value = "x"
          }
          hh = {
            name  = 1
            value = []
          }
        }
        bbb = jsonencode({
          "é" : 1
          bb : 2
          cccc : {
            d = 3
          }
          e : 4
          fff : { name = 1, value = "x" }
          gg : {
            names = 1
            value = "x"
          }
          hh : {
            name  = 1
            value = []
          }
        })

        # inner
        one {
          two "x" {}

          three {
            # deep
            c = 1

            four {}
          }
        }
        "#);
    }
}
