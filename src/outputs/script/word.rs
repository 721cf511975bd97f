//! A document as one word of the shell: quoted JSON, with variables for texts that another resource supplies.

use super::variables::variable;
use crate::document::json;
use crate::document::text::Piece;
use crate::document::tree::Tree;
use crate::document::written::Written;
use crate::outputs::language::shell;

/// Prints a document as one word. The values of the variables need no escaping in JSON: they are ARNs, IDs, or lists
/// that are already JSON.
pub fn of(tree: &Tree) -> Written {
    let mut word = Written::default();
    for piece in json::pieces(tree, &variable) {
        match piece {
            Piece::Words(words) => word.append(&shell::quote(&words)),
            Piece::Reference(variable) => word.append(&Written::from(variable).between("\"$", "\"")),
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::supplied::Supplied;
    use crate::document::text::Text;

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
        let word = word.text();
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
            shlex::split(of(&tree).text()).unwrap(),
            [json::pretty(&tree).text().trim_end()]
        );
    }
}
