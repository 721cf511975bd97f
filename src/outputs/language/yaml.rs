//! YAML as a small tree and its printer, in block style. The one place where a text is quoted for YAML.

use super::unicode::unicode;
use crate::document::text::Text;
use crate::document::tree::Tree;
use crate::document::written::Written;

/// A node of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A number, a flag or a keyword, as it stands.
    Plain(String),
    /// A text.
    Text(Written),
    /// A list.
    List(Vec<Node>),
    /// Members.
    Map(Vec<(String, Node)>),
    /// A node behind a tag such as `!Sub`.
    Tagged(&'static str, Box<Node>),
}

impl Node {
    /// A text.
    pub fn text(text: impl Into<Text>) -> Self {
        Self::Text(text.into().shown())
    }

    /// Members with fixed names.
    pub fn map<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Map(
            members
                .into_iter()
                .map(|(name, node)| (name.to_owned(), node))
                .collect(),
        )
    }

    /// A tagged text, such as `!Ref Cluster`.
    pub fn tagged(tag: &'static str, text: &str) -> Self {
        Self::Tagged(tag, Box::new(Self::text(text)))
    }

    /// A member, to be replaced.
    pub fn member(&mut self, name: &str) -> Option<&mut Self> {
        match self {
            Self::Map(members) => members
                .iter_mut()
                .find(|(member, _)| member == name)
                .map(|(_, node)| node),
            _ => None,
        }
    }

    /// A document; the caller says what a text is, and what a member is called that is in the member named first.
    pub fn of(
        tree: &Tree,
        parent: &str,
        text: &dyn Fn(&Text) -> Self,
        name: &dyn Fn(&str, &str) -> String,
    ) -> Self {
        match tree {
            Tree::Flag(flag) => Self::Plain(flag.to_string()),
            Tree::Number(number) => Self::Plain(number.to_string()),
            Tree::Carried(value) => Self::Plain(value.to_string()),
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

/// The document of these members; a blank line between those at the top.
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
        // The first member of an item stands behind its dash.
        if at > 0 || all.text().is_empty() || all.text().ends_with('\n') {
            indent(all, depth);
        }
        all.append(&scalar(&name.as_str().into()));
        all.push(":");
        value(all, depth + 1, node, depth);
    }
}

/// A node behind a colon or a tag. A list stands in the column `list` of the name before it.
fn value(all: &mut Written, depth: usize, node: &Node, list: usize) {
    match node {
        Node::Plain(plain) => line(all, &plain.as_str().into()),
        Node::Text(text) => line(all, &scalar(text)),
        Node::List(items) if items.is_empty() => line(all, &"[]".into()),
        Node::Map(members) if members.is_empty() => line(all, &"{}".into()),
        Node::Tagged(tag, inner) => {
            all.push(" ");
            all.push(tag);
            value(all, depth, inner, list);
        }
        Node::List(items) => {
            all.push("\n");
            self::items(all, list + 1, items);
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
            item => value(all, depth + 1, item, depth),
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

/// A text as one scalar: bare where no reader could take it for anything else, else between double quotes.
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
    let quoted = text.escaped(|quoted, rest| match rest.chars().next() {
        Some(c @ ('"' | '\\')) => quoted.extend(['\\', c]),
        Some('\n') => quoted.push_str("\\n"),
        Some('\t') => quoted.push_str("\\t"),
        // What YAML does not allow as it is, and what it takes for the end of a line.
        Some(c) if c.is_control() || "\u{2028}\u{2029}\u{feff}\u{fffe}\u{ffff}".contains(c) => {
            quoted.push_str(&unicode(c));
        }
        c => quoted.extend(c),
    });
    quoted.between("\"", "\"")
}

/// What some version of YAML takes for a flag or for nothing.
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
