//! The values that only AWS knows, and that a step puts into a document as it hands the document over: the AWS account ID
//! and the ARNs of secrets that an earlier step created. The JSON files stay as shown.

use crate::deployment::Deployment;
use crate::document::json;
use crate::document::supplied::Supplied;
use crate::document::text::{Piece, Text};
use crate::document::tree::Tree;
use crate::document::written::Written;
use crate::outputs::language::{sed, shell};
use crate::outputs::script::variables;

/// What a step replaces in one JSON file.
#[derive(Debug, Default)]
pub struct Substitution {
    file: &'static str,
    /// Expressions for sed, each a word of the shell.
    expressions: Vec<Written>,
    needs: Vec<Supplied>,
}

impl Substitution {
    /// Finds the placeholders that the commands replace in a document. `file` contains the document.
    ///
    /// Each expression names the text up to its placeholder, together with the quotation mark that begins it and what
    /// stands before that mark. Within a text, JSON writes a backslash before a quotation mark, so an expression cannot match
    /// a placeholder in a text of the user.
    pub fn of(deployment: &Deployment, file: &'static str, document: &Tree) -> Self {
        let mut all = Self {
            file,
            ..Self::default()
        };
        let values = found_values(deployment);
        if !values.is_empty() {
            all.tree(&values, " ", document);
        }
        all
    }

    /// Returns whether the file is handed over as it is.
    pub fn is_empty(&self) -> bool {
        self.expressions.is_empty()
    }

    /// Returns whether the file needs this value.
    pub fn needs(&self, what: Supplied) -> bool {
        self.needs.contains(&what)
    }

    /// Returns the name of the file.
    pub fn file(&self) -> &'static str {
        self.file
    }

    /// Returns the command that prints the file with the values.
    pub fn command(&self) -> Written {
        let file = shell::word(self.file);
        if self.is_empty() {
            return file.between("cat ", "");
        }
        let mut words: Vec<Written> = vec!["sed".into()];
        words.extend(self.expressions.iter().map(|one| one.between("-e ", "")));
        words.push(file);
        Written::joined(&words, " ")
    }

    fn tree(&mut self, values: &[FoundValue], before: &str, tree: &Tree) {
        match tree {
            Tree::Text(text) => self.text(values, before, text),
            Tree::List(items) => items.iter().for_each(|item| self.tree(values, " ", item)),
            Tree::Map(members) => {
                for (name, value) in members {
                    let name = json::quoted(&name.into());
                    self.tree(values, &format!("{}: ", name.text()), value);
                }
            }
            Tree::Flag(_) | Tree::Number(_) | Tree::Literal(_) => {}
        }
    }

    /// `before` is what stands before the quotation mark of the text.
    fn text(&mut self, values: &[FoundValue], before: &str, text: &Text) {
        let variable = |what| {
            let value = values.iter().find(|value| value.what == what);
            value.map(|value| value.variable)
        };
        let pieces = text.pieces(&variable);
        let is_reference = |piece: &Piece| matches!(piece, Piece::Reference(_));
        let Some(at) = pieces.iter().position(is_reference) else {
            return;
        };
        let value = values
            .iter()
            .find(|value| pieces[at] == Piece::Reference(value.variable));
        let Some(value) = value else { return };
        let mut words = Written::from(format!("{before}\""));
        if let Some(Piece::Words(first)) = pieces[..at].first() {
            words.append(&json::escaped(first));
        }
        let behind = if at + 1 == pieces.len() { "\"" } else { "" };
        let expression = sed::replacement(&words, &value.placeholder, behind, value.variable);
        if !self.expressions.contains(&expression) {
            self.expressions.push(expression);
        }
        if !self.needs(value.what) {
            self.needs.push(value.what);
        }
    }
}

/// A value that the commands find at AWS.
struct FoundValue {
    what: Supplied,
    /// The variable of the shell that holds it.
    variable: &'static str,
    /// What the JSON files show for it.
    placeholder: Written,
}

/// Returns the values that the user did not give and that the commands find.
fn found_values(deployment: &Deployment) -> Vec<FoundValue> {
    let account = deployment.given_account().is_none().then(|| FoundValue {
        what: Supplied::AccountId,
        variable: "account",
        placeholder: deployment.account.shown(),
    });
    let secrets = deployment.created_secrets().map(|secret| FoundValue {
        what: Supplied::SecretArn(secret.kind),
        variable: variables::secret_arn(secret.kind),
        placeholder: secret.value_from().shown(),
    });
    account.into_iter().chain(secrets).collect()
}
