//! Prints documents as JSON: either indented by two spaces with a line feed at the end, or on one line. A reference is
//! printed as what a JSON file shows for it.

use super::declare::Document;
use super::text::{Part, Piece, Resolve, Text};
use super::tree::Tree;
use super::written::Written;
use std::fmt::Write as _;

/// Prints a document as a file.
pub fn document(document: &impl Document) -> Written {
    pretty(&Tree::of(document))
}

/// Prints a document on one line, for use as a command's argument.
pub fn compact(document: &impl Document) -> Written {
    line(&Tree::of(document))
}

/// Prints a tree as a file.
pub fn pretty(tree: &Tree) -> Written {
    let mut written = alone(tree, false);
    written.push("\n");
    written
}

/// Prints a tree on one line.
pub fn line(tree: &Tree) -> Written {
    alone(tree, true)
}

/// Prints a tree as indented JSON without a line feed at the end, for a format that has its own references.
pub fn pieces(tree: &Tree, resolve: Resolve) -> Vec<Piece> {
    let mut json = Json {
        pieces: Vec::new(),
        words: Written::default(),
        resolve,
        is_line: false,
    };
    json.tree(tree, 0);
    if !json.words.text().is_empty() {
        json.pieces.push(Piece::Words(json.words));
    }
    json.pieces
}

fn alone(tree: &Tree, is_line: bool) -> Written {
    let mut json = Json {
        pieces: Vec::new(),
        words: Written::default(),
        resolve: &|_| None,
        is_line,
    };
    json.tree(tree, 0);
    // Nothing was resolved to a reference, so there are no pieces before.
    json.words
}

/// Prints a text as a JSON string, with its quotes.
pub fn quoted(text: &Text) -> Written {
    escaped(&text.shown()).between("\"", "\"")
}

/// Escapes a text for the inside of a JSON string.
pub fn escaped(text: &Written) -> Written {
    text.escaped(is_special, |out, rest| {
        if let Some(c) = rest.chars().next() {
            write_special(out, c);
        }
    })
}

/// Whether a JSON file shows the character otherwise.
fn is_special(c: char) -> bool {
    c.is_control() || matches!(c, '"' | '\\' | '\u{2028}' | '\u{2029}')
}

fn write_special(out: &mut String, c: char) {
    if c.is_ascii() {
        // serde_json chooses the escape sequence.
        let quoted = serde_json::Value::from(c.to_string()).to_string();
        out.push_str(
            quoted
                .trim_start_matches('"')
                .strip_suffix('"')
                .unwrap_or_default(),
        );
    } else {
        // JSON allows these characters. Editors and many programs take some of them for line ends.
        let _ = write!(out, "\\u{:04x}", u32::from(c));
    }
}

/// Appends a text as the inside of a JSON string.
fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(is_special) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut special = special.chars();
        if let Some(c) = special.next() {
            write_special(out, c);
        }
        rest = special.as_str();
    }
    out.push_str(rest);
}

struct Json<'a> {
    /// What is printed up to the last reference.
    pieces: Vec<Piece>,
    /// The words after it.
    words: Written,
    resolve: Resolve<'a>,
    is_line: bool,
}

impl Json<'_> {
    fn push(&mut self, words: &str) {
        self.words.push(words);
    }

    fn refer(&mut self, reference: &'static str) {
        let words = std::mem::take(&mut self.words);
        if !words.text().is_empty() {
            self.pieces.push(Piece::Words(words));
        }
        self.pieces.push(Piece::Reference(reference));
    }

    fn tree(&mut self, tree: &Tree, depth: usize) {
        match tree {
            Tree::Flag(flag) => self.push(if *flag { "true" } else { "false" }),
            Tree::Number(number) => self.push(&number.to_string()),
            Tree::Literal(literal) => self.push(literal),
            Tree::Text(text) => self.text(text),
            Tree::List(items) => match Tree::supplied_list(items).and_then(self.resolve) {
                Some(reference) => self.refer(reference),
                None => self.members(["[", "]"], depth, items.iter().map(|item| (None, item))),
            },
            Tree::Map(members) => {
                let members = members.iter().map(|(name, value)| (Some(name), value));
                self.members(["{", "}"], depth, members);
            }
        }
    }

    fn text(&mut self, text: &Text) {
        self.push("\"");
        self.parts(text);
        self.push("\"");
    }

    fn parts(&mut self, text: &Text) {
        for part in text.parts() {
            match part {
                Part::Literal(text) => self.words.push_escaped(text, escape),
                Part::Missing(missing) => self.words.push_missing(missing),
                Part::Secret(secret) => self.words.push_secret_escaped(secret, escape),
                Part::Supplied(what, shown) => match (self.resolve)(*what) {
                    Some(reference) => self.refer(reference),
                    None => self.parts(shown),
                },
            }
        }
    }

    fn members<'a>(
        &mut self,
        [open, close]: [&str; 2],
        depth: usize,
        members: impl ExactSizeIterator<Item = (Option<&'a String>, &'a Tree)>,
    ) {
        let is_empty = members.len() == 0;
        self.push(open);
        for (at, (name, value)) in members.enumerate() {
            self.push(if at > 0 { "," } else { "" });
            self.new_line(depth + 1);
            if let Some(name) = name {
                self.push("\"");
                self.words.push_escaped(name, escape);
                self.push(if self.is_line { "\":" } else { "\": " });
            }
            self.tree(value, depth + 1);
        }
        if !is_empty {
            self.new_line(depth);
        }
        self.push(close);
    }

    fn new_line(&mut self, depth: usize) {
        if !self.is_line {
            self.push("\n");
            for _ in 0..depth {
                self.push("  ");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree_of(value: &serde_json::Value) -> Tree {
        use serde_json::Value;
        match value {
            Value::Bool(flag) => Tree::Flag(*flag),
            Value::String(text) => Tree::Text(text.into()),
            Value::Array(items) => Tree::List(items.iter().map(tree_of).collect()),
            Value::Object(members) => {
                let members = members.iter().map(|(name, value)| (name.clone(), tree_of(value)));
                Tree::Map(members.collect())
            }
            Value::Number(_) | Value::Null => Tree::Literal(value.to_string()),
        }
    }

    /// Besides, it escapes the characters that some programs take for line ends.
    #[test]
    fn it_is_what_serde_json_writes() {
        let escaped = |text: String| text.replace('\u{2028}', "\\u2028").replace('\u{85}', "\\u0085");
        let value = serde_json::json!({
            "a\"\\\n\u{7f}\u{1}é\u{85}\u{2028}🦀": [1, -1.5, null, true, {}, [], {"b": ["c"]}],
            "/": "\u{8}\u{c}\t\r\u{0}\"\"",
        });
        let tree = tree_of(&value);
        assert_eq!(line(&tree).text(), escaped(value.to_string()));
        assert_eq!(
            pretty(&tree).text(),
            escaped(serde_json::to_string_pretty(&value).unwrap()) + "\n"
        );
    }

    #[test]
    fn what_is_missing_is_marked() {
        let text = Text::from("\"").then(Text::missing("region", "<REGION>"));
        let written = compact(&[&text]);
        assert_eq!(written.text(), r#"["\"<REGION>"]"#);
        assert_eq!(written.missing()[0].at, 4..12);
    }
}
