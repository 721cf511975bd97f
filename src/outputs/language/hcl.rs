//! Terraform's language as a small tree of blocks and attributes, and its printer: what comes out is what
//! `terraform fmt` would leave alone. The one place where a text is quoted for HCL.

use crate::document::text::{Part, Supplied, Text};
use crate::document::tree::Tree;

/// What stands behind an equals sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// A reference, a number or a keyword, as it stands.
    Raw(String),
    /// A quoted text: literals and references.
    Template(Vec<Piece>),
    /// `[…]`
    List(Vec<Expression>),
    /// `{…}`
    Object(Vec<(String, Expression)>),
    /// `jsonencode(…)`
    Json(Box<Expression>),
}

/// A stretch of a quoted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words as they stand.
    Literal(String),
    /// `${…}`
    Reference(String),
}

/// What stands in a file or a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// `name = expression`
    Attribute(&'static str, Expression),
    /// The same, named by a document.
    Member(String, Expression),
    /// A block: its type, its labels, its body.
    Block(String, Vec<&'static str>, Vec<Item>),
    /// Lines of comment.
    Comment(String),
}

impl Expression {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Template(vec![Piece::Literal(text.into())])
    }

    /// A reference.
    pub fn raw(reference: impl Into<String>) -> Self {
        Self::Raw(reference.into())
    }

    /// A list of references.
    pub fn references(items: impl IntoIterator<Item = &'static str>) -> Self {
        Self::List(items.into_iter().map(Self::raw).collect())
    }

    fn is_scalar(&self) -> bool {
        matches!(self, Self::Raw(_) | Self::Template(_))
    }
}

/// A block with labels.
pub fn block(kind: &str, labels: &[&'static str], body: Vec<Item>) -> Item {
    Item::Block(kind.to_owned(), labels.to_vec(), body)
}

/// How a format says what another resource supplies; `None` for the text that JSON shows.
pub type Resolve<'a> = &'a dyn Fn(Supplied) -> Option<&'static str>;

/// A text of a document with its references.
pub fn template(text: &Text, resolve: Resolve) -> Expression {
    let mut pieces: Vec<Piece> = Vec::new();
    for part in &text.0 {
        let piece = match part {
            Part::Supplied(what, shown) => match resolve(*what) {
                Some(reference) => Piece::Reference(reference.to_owned()),
                None => Piece::Literal(shown.clone()),
            },
            Part::Literal(text) => Piece::Literal(text.clone()),
        };
        match (pieces.last_mut(), piece) {
            (Some(Piece::Literal(last)), Piece::Literal(more)) => last.push_str(&more),
            (_, piece) => pieces.push(piece),
        }
    }
    match pieces.as_mut_slice() {
        [Piece::Reference(reference)] => Expression::Raw(std::mem::take(reference)),
        _ => Expression::Template(pieces),
    }
}

/// A document as an expression.
pub fn expression(tree: &Tree, resolve: Resolve) -> Expression {
    match tree {
        Tree::Flag(flag) => Expression::Raw(flag.to_string()),
        Tree::Number(number) => Expression::Raw(number.to_string()),
        Tree::Carried(value) => Expression::Raw(value.to_string()),
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

/// The file of these items.
pub fn print(items: &[Item]) -> String {
    let mut text = String::new();
    body(&mut text, 0, items);
    text
}

/// A text between quotes.
pub fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    escape(&mut quoted, text, false);
    quoted.push('"');
    quoted
}

/// Escapes a literal; `before_reference` where `${` of a reference follows, which a dollar sign before it would turn
/// into a literal.
fn escape(quoted: &mut String, text: &str, before_reference: bool) {
    let mut chars = text.chars().peekable();
    let mut last = ' ';
    while let Some(c) = chars.next() {
        let is_opening = matches!(c, '$' | '%') && chars.peek() == Some(&'{');
        match c {
            // `$${` is a literal `${`; what `$$${` is, readers do not agree on.
            _ if is_opening && last == c => quoted.push_str(unicode(c).as_str()),
            _ if is_opening => quoted.extend([c, c]),
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '$' | '%' if chars.peek().is_none() && before_reference => quoted.push_str(unicode(c).as_str()),
            // Line and paragraph separators and the like would be kept, but nobody sees them.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                quoted.push_str(unicode(c).as_str());
            }
            c => quoted.push(c),
        }
        last = c;
    }
}

/// A character by its number, which HCL and YAML write alike.
pub fn unicode(c: char) -> String {
    format!("\\u{:04x}", u32::from(c))
}

fn body(text: &mut String, depth: usize, items: &[Item]) {
    let mut rest = items;
    let mut is_first = true;
    while let Some(item) = rest.first() {
        let run = match item {
            Item::Attribute(..) | Item::Member(..) => {
                let attributes = rest
                    .iter()
                    .map_while(attribute)
                    .collect::<Vec<(String, &Expression)>>();
                if !is_first {
                    text.push('\n');
                }
                assignments(text, depth, &attributes, "");
                attributes.len()
            }
            Item::Block(kind, labels, inner) => {
                if !is_first {
                    text.push('\n');
                }
                indent(text, depth);
                text.push_str(kind);
                for label in labels {
                    text.push(' ');
                    text.push_str(&quote(label));
                }
                if inner.is_empty() {
                    text.push_str(" {}\n");
                } else {
                    text.push_str(" {\n");
                    body(text, depth + 1, inner);
                    indent(text, depth);
                    text.push_str("}\n");
                }
                1
            }
            Item::Comment(comment) => {
                if !is_first {
                    text.push('\n');
                }
                for line in super::shell::comment(comment).lines() {
                    indent(text, depth);
                    text.push_str(line.trim_end());
                    text.push('\n');
                }
                1
            }
        };
        // A comment belongs to what follows it: no blank line between them.
        is_first = matches!(item, Item::Comment(_));
        rest = &rest[run..];
    }
}

fn attribute(item: &Item) -> Option<(String, &Expression)> {
    match item {
        Item::Attribute(name, value) => Some(((*name).to_owned(), value)),
        Item::Member(name, value) => Some((name.clone(), value)),
        _ => None,
    }
}

/// Attributes, or the members of an object. The equals signs of neighbours that take one line each stand in a column.
fn assignments(text: &mut String, depth: usize, all: &[(String, &Expression)], end: &str) {
    // `terraform fmt` counts what a person sees as one character, which takes a table of Unicode; a colon is not
    // put into a column.
    let sign = if all.iter().all(|(name, _)| name.is_ascii()) {
        '='
    } else {
        ':'
    };
    let values: Vec<String> = all.iter().map(|(_, value)| value_text(value, depth)).collect();
    let is_line = |at: usize| values.get(at).is_some_and(|value| !value.contains('\n'));
    for (at, (name, _)) in all.iter().enumerate() {
        indent(text, depth);
        text.push_str(name);
        if sign == '=' && is_line(at) {
            let first = (0..=at).rev().take_while(|at| is_line(*at)).last().unwrap_or(at);
            let run = (first..all.len()).take_while(|at| is_line(*at));
            let width = run.map(|at| all[at].0.len()).max().unwrap_or(0);
            text.extend(std::iter::repeat_n(' ', width - name.len()));
        }
        text.extend([' ', sign, ' ']);
        text.push_str(&values[at]);
        text.push_str(end);
        text.push('\n');
    }
}

fn value_text(value: &Expression, depth: usize) -> String {
    let mut text = String::new();
    print_value(&mut text, depth, value);
    text
}

fn print_value(text: &mut String, depth: usize, value: &Expression) {
    match value {
        Expression::Raw(raw) => text.push_str(raw),
        Expression::Template(pieces) => {
            text.push('"');
            for (at, piece) in pieces.iter().enumerate() {
                match piece {
                    Piece::Literal(literal) => escape(text, literal, at + 1 < pieces.len()),
                    Piece::Reference(reference) => text.extend(["${", reference, "}"]),
                }
            }
            text.push('"');
        }
        Expression::Json(inner) => {
            text.push_str("jsonencode(");
            print_value(text, depth, inner);
            text.push(')');
        }
        Expression::List(items) => {
            if let Some(line) = short_list(depth, items) {
                text.push_str(&line);
                return;
            }
            text.push_str("[\n");
            for item in items {
                indent(text, depth + 1);
                print_value(text, depth + 1, item);
                text.push_str(",\n");
            }
            indent(text, depth);
            text.push(']');
        }
        Expression::Object(members) if members.is_empty() => text.push_str("{}"),
        // A pair such as an environment variable's is read in one line.
        Expression::Object(members)
            if members.len() == 2 && members[0].0 == "name" && members[1].1.is_scalar() =>
        {
            text.push_str("{ ");
            for (at, (name, value)) in members.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                text.push_str(&key(name));
                text.push_str(" = ");
                print_value(text, depth, value);
            }
            text.push_str(" }");
        }
        Expression::Object(members) => {
            text.push_str("{\n");
            let members: Vec<(String, &Expression)> =
                members.iter().map(|(name, value)| (key(name), value)).collect();
            assignments(text, depth + 1, &members, "");
            indent(text, depth);
            text.push('}');
        }
    }
}

/// A list that is read in one line: of one text, or of several short ones.
fn short_list(depth: usize, items: &[Expression]) -> Option<String> {
    let line: Vec<String> = items
        .iter()
        .map(|item| item.is_scalar().then(|| value_text(item, depth)))
        .collect::<Option<_>>()?;
    let line = format!("[{}]", line.join(", "));
    (items.len() < 2 || line.len() <= 60).then_some(line)
}

/// A key of an object: bare where it is a plain name and no word of the language.
fn key(name: &str) -> String {
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    if is_name && !matches!(name, "for" | "if" | "in" | "null" | "true" | "false") {
        name.to_owned()
    } else {
        quote(name)
    }
}

fn indent(text: &mut String, depth: usize) {
    text.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(quote(text), quoted);
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
        assert_eq!(print(&items), printed.join("\n"));
    }

    #[test]
    fn references_stand_in_texts_and_alone() {
        let resolve = |what| (what == Supplied::Region).then_some("var.region");
        let print = |text: &Text| value_text(&template(text, &resolve), 0);
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
        // A dollar sign before a reference would make a literal of it.
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
            assert_eq!(key(bare), bare);
        }
        for quoted in [
            "", "9a", "_a", "a-b", "é", "for", "if", "in", "null", "true", "false",
        ] {
            assert_eq!(key(quoted), format!("\"{quoted}\""));
        }
    }

    #[test]
    fn a_short_list_is_one_line() {
        let list = |lengths: &[usize]| {
            let items = lengths.iter().map(|length| Expression::raw("a".repeat(*length)));
            value_text(&Expression::List(items.collect()), 0).lines().count()
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
            Item::Comment("why\n\nand how ".to_owned()),
            Item::Attribute("a", document("a")),
            Item::Member("bbb".to_owned(), Expression::Json(Box::new(document("é")))),
            Item::Comment("inner".to_owned()),
            block(
                "one",
                &[],
                vec![
                    block("two", &["x"], vec![]),
                    block(
                        "three",
                        &[],
                        vec![
                            Item::Comment("deep".to_owned()),
                            Item::Attribute("c", Expression::raw("1")),
                            block("four", &[], vec![]),
                        ],
                    ),
                ],
            ),
        ];
        insta::assert_snapshot!(print(&items), @r#"
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
