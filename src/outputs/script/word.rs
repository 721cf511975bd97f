//! A document as one word of the shell: quoted JSON, with variables where another resource supplies a text.

use super::deploy::variable;
use crate::document::json;
use crate::document::text::{Part, Text};
use crate::document::tree::Tree;
use crate::outputs::language::shell;

/// The word. Variables hold texts that need no escaping in JSON: ARNs, IDs, and lists that are JSON already.
pub fn of(tree: &Tree) -> String {
    let mut word = Word {
        done: String::new(),
        literal: String::new(),
    };
    word.tree(tree, 0);
    word.flush();
    word.done
}

struct Word {
    done: String,
    literal: String,
}

impl Word {
    fn flush(&mut self) {
        if !self.literal.is_empty() {
            self.done.push_str(&shell::quote(&self.literal));
            self.literal.clear();
        }
    }

    fn variable(&mut self, name: &str) {
        self.flush();
        self.done.push_str("\"$");
        self.done.push_str(name);
        self.done.push('"');
    }

    fn line(&mut self, depth: usize) {
        self.literal.push('\n');
        self.literal.extend(std::iter::repeat_n("  ", depth));
    }

    fn tree(&mut self, tree: &Tree, depth: usize) {
        match tree {
            Tree::Flag(_) | Tree::Number(_) | Tree::Carried(_) => {
                self.literal.push_str(&json::line(tree));
            }
            Tree::Text(text) => self.text(text),
            Tree::List(items) => match Tree::supplied_list(items).and_then(variable) {
                Some(name) => self.variable(name),
                None => self.members('[', ']', depth, items.iter().map(|item| (None, item))),
            },
            Tree::Map(members) => {
                self.members(
                    '{',
                    '}',
                    depth,
                    members.iter().map(|(name, value)| (Some(name.as_str()), value)),
                );
            }
        }
    }

    fn members<'a>(
        &mut self,
        open: char,
        close: char,
        depth: usize,
        members: impl ExactSizeIterator<Item = (Option<&'a str>, &'a Tree)>,
    ) {
        let is_empty = members.len() == 0;
        self.literal.push(open);
        for (at, (name, value)) in members.enumerate() {
            if at > 0 {
                self.literal.push(',');
            }
            self.line(depth + 1);
            if let Some(name) = name {
                self.literal.push_str(&json::compact(&name));
                self.literal.push_str(": ");
            }
            self.tree(value, depth + 1);
        }
        if !is_empty {
            self.line(depth);
        }
        self.literal.push(close);
    }

    fn text(&mut self, text: &Text) {
        self.literal.push('"');
        for part in &text.0 {
            let (name, literal) = match part {
                Part::Literal(literal) => (None, literal),
                Part::Supplied(supplied, shown) => (variable(*supplied), shown),
            };
            if let Some(name) = name {
                self.variable(name);
            } else {
                let quoted = json::compact(literal);
                self.literal.push_str(&quoted[1..quoted.len() - 1]);
            }
        }
        self.literal.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text::Supplied;
    use crate::outputs::json;

    #[test]
    fn a_word_is_the_document_with_its_variables() {
        let role = Text::from("a'$(b)\"\\")
            .then(Text::supplied(Supplied::AccountId, "<X>"))
            .then("`\n🦀");
        let subnets = Tree::List(vec![Tree::Text(Text::supplied(Supplied::Subnets, "<SUBNET>"))]);
        let tree = Tree::Map(vec![
            ("role".into(), Tree::Text(role)),
            ("subnets".into(), subnets),
            ("none".into(), Tree::List(vec![])),
            ("on".into(), Tree::Flag(true)),
        ]);
        let word = of(&tree);
        let script = format!("account=0123\nsubnets='[\"a\"]'\nprintf %s {word}");
        let output = std::process::Command::new("bash")
            .args(["-c", &script])
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}"));
        assert_eq!(
            value,
            serde_json::json!({"role": "a'$(b)\"\\0123`\n🦀", "subnets": ["a"], "none": [], "on": true})
        );
    }

    #[test]
    fn without_variables_it_is_the_file() {
        let deployment = crate::build(&crate::read(&crate::Form::default()).0);
        let tree = Tree::of(&deployment.service.deployment_configuration);
        assert_eq!(
            shlex::split(&of(&tree)).unwrap(),
            [json::pretty(&tree).trim_end()]
        );
    }
}
