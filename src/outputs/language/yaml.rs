//! YAML: a small tree, and its printer in block style. Only this file quotes texts for YAML.

use super::unicode::unicode;
use crate::document::text::Text;
use crate::document::tree::Tree;
use crate::document::written::Written;

/// A node of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A number, a flag or a keyword, printed as it is.
    Plain(String),
    /// A text.
    Text(Written),
    /// A list.
    List(Vec<Node>),
    /// An object: its members and their values.
    Map(Vec<(String, Node)>),
    /// A node after a tag such as `!Sub`.
    Tagged(&'static str, Box<Node>),
}

impl Node {
    /// Makes a text.
    pub fn text(text: impl Into<Text>) -> Self {
        Self::Text(text.into().shown())
    }

    /// Makes an object with fixed member names.
    pub fn map<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Map(
            members
                .into_iter()
                .map(|(name, node)| (name.to_owned(), node))
                .collect(),
        )
    }

    /// Makes a tagged text, such as `!Ref Cluster`.
    pub fn tagged(tag: &'static str, text: &str) -> Self {
        Self::Tagged(tag, Box::new(Self::text(text)))
    }

    /// Returns a member's value, so that the caller can replace it.
    pub fn member(&mut self, name: &str) -> Option<&mut Self> {
        match self {
            Self::Map(members) => members
                .iter_mut()
                .find(|(member, _)| member == name)
                .map(|(_, node)| node),
            _ => None,
        }
    }

    /// Converts a document. `text` converts a text, and `name` returns the name of a member from the name of its parent
    /// and its own. `parent` is the name of the member that contains `tree`.
    pub fn of(
        tree: &Tree,
        parent: &str,
        text: &dyn Fn(&Text) -> Self,
        name: &dyn Fn(&str, &str) -> String,
    ) -> Self {
        match tree {
            Tree::Flag(flag) => Self::Plain(flag.to_string()),
            Tree::Number(number) => Self::Plain(number.to_string()),
            Tree::Literal(literal) => Self::Plain(literal.clone()),
            Tree::Text(words) => text(words),
            Tree::List(items) => match items.as_slice() {
                [Tree::Text(list)] if Tree::supplied_list(items).is_some() => text(list),
                items => Self::List(
                    items
                        .iter()
                        .map(|item| Self::of(item, parent, text, name))
                        .collect(),
                ),
            },
            Tree::Map(members) => Self::Map(
                members
                    .iter()
                    .map(|(member, value)| (name(parent, member), Self::of(value, member, text, name)))
                    .collect(),
            ),
        }
    }
}

/// Prints a document of these members, with a blank line between them.
pub fn print(members: &[(String, Node)]) -> Written {
    let mut all = Written::default();
    for (at, member) in members.iter().enumerate() {
        if at > 0 {
            all.push("\n");
        }
        map(&mut all, 0, std::slice::from_ref(member));
    }
    all
}

fn map(all: &mut Written, depth: usize, members: &[(String, Node)]) {
    for (at, (name, node)) in members.iter().enumerate() {
        // The first member of a list item is on the same line as the dash.
        if at > 0 || all.text().is_empty() || all.text().ends_with('\n') {
            indent(all, depth);
        }
        all.append(&scalar(&name.as_str().into()));
        all.push(":");
        value(all, depth + 1, node);
    }
}

/// Prints a node after a colon, a dash or a tag. `depth` is the indentation of its items or members.
fn value(all: &mut Written, depth: usize, node: &Node) {
    match node {
        Node::Plain(plain) => line(all, &plain.as_str().into()),
        Node::Text(text) => line(all, &scalar(text)),
        Node::List(items) if items.is_empty() => line(all, &"[]".into()),
        Node::Map(members) if members.is_empty() => line(all, &"{}".into()),
        Node::Tagged(tag, inner) => {
            all.push(" ");
            all.push(tag);
            value(all, depth, inner);
        }
        Node::List(items) => {
            all.push("\n");
            self::items(all, depth, items);
        }
        Node::Map(members) => {
            all.push("\n");
            map(all, depth, members);
        }
    }
}

fn items(all: &mut Written, depth: usize, items: &[Node]) {
    for item in items {
        indent(all, depth);
        all.push("-");
        match item {
            Node::Map(members) if !members.is_empty() => {
                all.push(" ");
                map(all, depth + 1, members);
            }
            item => value(all, depth + 1, item),
        }
    }
}

fn line(all: &mut Written, text: &Written) {
    all.push(" ");
    all.append(text);
    all.push("\n");
}

fn indent(all: &mut Written, depth: usize) {
    all.push(&"  ".repeat(depth));
}

/// Prints a text as a scalar: bare if every YAML parser reads it as a string, otherwise in double quotes.
pub fn scalar(text: &Written) -> Written {
    let words = text.text();
    let is_bare = words.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
        && !words.ends_with(':')
        && words
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_./:+=".contains(&b))
        && !KEYWORDS.iter().any(|word| words.eq_ignore_ascii_case(word));
    if is_bare {
        return text.clone();
    }
    let is_special = |c: char| {
        matches!(c, '"' | '\\') || c.is_control() || "\u{2028}\u{2029}\u{feff}\u{fffe}\u{ffff}".contains(c)
    };
    let quoted = text.escaped(is_special, |quoted, rest| match rest.chars().next() {
        Some(c @ ('"' | '\\')) => quoted.extend(['\\', c]),
        Some('\n') => quoted.push_str("\\n"),
        Some('\t') => quoted.push_str("\\t"),
        // YAML does not allow these characters, or takes them for line breaks.
        Some(c) => quoted.push_str(&unicode(c)),
        None => {}
    });
    quoted.between("\"", "\"")
}

/// Words that some version of YAML reads as a flag or as null.
const KEYWORDS: &[&str] = &["true", "false", "yes", "no", "on", "off", "y", "n", "null"];

#[cfg(test)]
mod tests {
    use super::*;

    fn scalar(text: &str) -> String {
        super::scalar(&text.into()).text().to_owned()
    }

    #[test]
    fn a_text_stands_bare_only_where_no_reader_can_mistake_it() {
        for bare in ["a", "/ecs/a_b-c.d", "A:b", "a=b+c", "noon", "nullable"] {
            assert_eq!(scalar(bare), bare);
        }
        for quoted in [
            "", "1", "-a", ".a", "=", "a:", "a b", "a#b", "é", "true", "False", "YES", "no", "on", "Off",
            "y", "N", "null", "~", "*a", "a,b",
        ] {
            assert_eq!(scalar(quoted), format!("\"{quoted}\""));
        }
        for (text, quoted) in [
            ("a\"b\\c", r#""a\"b\\c""#),
            ("a\nb\tc\r", r#""a\nb\tc\u000d""#),
            ("\u{85}\u{2028}\u{feff}\u{ffff}", r#""\u0085\u2028\ufeff\uffff""#),
            ("\u{1f980}", "\"\u{1f980}\""),
        ] {
            assert_eq!(scalar(text), quoted);
        }
    }

    #[test]
    fn members_and_items_stand_in_their_columns() {
        let names = |names: [&str; 2]| Node::List(names.map(Node::text).into());
        let pair = Node::map([("Name", Node::text("a")), ("Values", names(["b", "c"]))]);
        let document = [
            ("First".to_owned(), Node::Plain("1".to_owned())),
            (
                "a b".to_owned(),
                Node::map([
                    ("None", Node::List(vec![])),
                    ("Nothing", Node::Map(vec![])),
                    (
                        "Items",
                        Node::List(vec![
                            pair.clone(),
                            Node::Map(vec![]),
                            names(["d", "e"]),
                            Node::text("f g"),
                        ]),
                    ),
                    (
                        "Chosen",
                        Node::Tagged("!If", Box::new(Node::List(vec![Node::tagged("!Ref", "A"), pair]))),
                    ),
                    (
                        "Deep",
                        Node::map([("Er", Node::map([("Still", Node::text("x"))]))]),
                    ),
                ]),
            ),
        ];
        insta::assert_snapshot!(print(&document).text(), @r#"
        First: 1

        "a b":
          None: []
          Nothing: {}
          Items:
            - Name: a
              Values:
                - b
                - c
            - {}
            -
              - d
              - e
            - "f g"
          Chosen: !If
            - !Ref A
            - Name: a
              Values:
                - b
                - c
          Deep:
            Er:
              Still: x
        "#);
    }

    #[test]
    fn a_member_is_found_by_its_name() {
        let mut node = Node::map([("a", Node::text("1")), ("b", Node::text("2"))]);
        assert_eq!(node.member("b"), Some(&mut Node::text("2")));
        assert_eq!(node.member("c"), None);
        assert_eq!(Node::text("a").member("a"), None);
    }
}
