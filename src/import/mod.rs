//! Fills the form from what people have: a `docker run` command, a compose file, a task definition, a service, a link.
//! What no field holds of a document is carried ([`Carried`](crate::carried::Carried)); everything else that was not
//! taken over is said.

pub mod bytes;
mod command;
mod compose;
mod described;
mod docker;
mod documents;
mod failure;
mod helm;
mod json;
mod kept;
mod kubernetes;
mod note;
mod recognised;
mod service;
mod shown;
mod spelling;
mod task_definition;
mod template;
mod terraform;
mod upgrade;
mod yaml;

use crate::carried::Carried;
use crate::form::Form;
use crate::mend::{self, Change};
pub use docker::is_command;
pub use failure::Failure;
pub use note::{Note, Outcome};
use recognised::Recognised;

/// The longest text that is read, in bytes. AWS takes 64 KiB of a task definition.
pub const LENGTH_MAX: usize = 1 << 20;

/// What an import would do. Nothing has happened yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// What the text is: `a docker run command`.
    pub what: String,
    /// The form with what was read.
    pub form: Form,
    /// The form of a recommended deployment of the same delegate, if what was read is a document that can be upgraded.
    pub upgraded: Option<Form>,
    /// What changes in the form, field by field.
    pub changes: Vec<Change>,
    /// What was not taken over into a field, and why.
    pub notes: Vec<Note>,
    /// The imported documents, as JSON: the name of the file, and its text.
    pub documents: Vec<(&'static str, String)>,
}

impl Import {
    /// Takes over the fields alone. Other frames of an embedding page share the form, and no message between them holds a
    /// document: their files would lack what this one has.
    pub fn keep_fields_only(&mut self) {
        if self.documents.is_empty() {
            return;
        }
        self.form.carried = Carried::default();
        for note in &mut self.notes {
            if note.outcome == Outcome::Kept {
                note.outcome = Outcome::LeftOut;
            }
        }
        let text =
            "The parts of this page share the form, not the document: what no field holds is left out.";
        self.notes.push(Note::advice(text));
    }
}

/// Reads a text. `form` is the form that it would change.
///
/// # Errors
///
/// Says in a sentence what is wrong, and where: the form stays as it is.
pub fn read(text: &str, form: &Form) -> Result<Import, Failure> {
    if text.len() > LENGTH_MAX {
        return Err(Failure::too_long(text.len()));
    }
    let text = bytes::without_mark(text);
    let recognised = recognised::recognise(&text)?;
    Ok(applied(recognised, form))
}

fn applied(recognised: Recognised, form: &Form) -> Import {
    let mut filled = form.clone();
    let what = recognised.what();
    let mut documents = Vec::new();
    let (notes, can_upgrade) = match recognised {
        Recognised::Delegate(delegate) => (delegate.fill(&mut filled), false),
        Recognised::Link { form, notes } => {
            filled = *form;
            (notes, false)
        }
        Recognised::Documents(found) => {
            documents = found.texts();
            let notes = found.fill(&mut filled);
            (notes, found.has_delegate())
        }
    };
    let upgraded = can_upgrade.then(|| upgrade::upgraded(&filled));
    Import {
        what,
        changes: mend::changes(form, &filled),
        form: filled,
        upgraded,
        notes,
        documents,
    }
}
