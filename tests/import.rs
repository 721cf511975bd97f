//! What people have becomes a form: each kind of input in the shapes in which it is found, and what is wrong with some.

#[allow(dead_code)] // other tests use the rest of it
#[path = "common/forms.rs"]
mod forms;

#[path = "import/documents.rs"]
mod documents;
#[path = "import/failures.rs"]
mod failures;
#[path = "import/generated.rs"]
mod generated;
#[path = "import/limits.rs"]
mod limits;
#[path = "import/tools.rs"]
mod tools;

use configurator::import::{Import, Outcome, read};
use configurator::{Form, build, files, read as read_form};

/// Reads a text into the default form.
fn import(text: &str) -> Import {
    read(text, &Form::default()).unwrap_or_else(|failure| panic!("{failure}\n{text}"))
}

/// The texts of fields, by their keys.
fn texts(form: &Form, keys: &[&str]) -> Vec<String> {
    let text = |key: &&str| {
        let field = configurator::fields::field(key).expect("a field");
        form.texts(field).join("|")
    };
    keys.iter().map(text).collect()
}

/// The parts of the text with an outcome.
fn notes(import: &Import, outcome: Outcome) -> Vec<&str> {
    let notes = import.notes.iter().filter(|note| note.outcome == outcome);
    notes.map(|note| note.text.as_str()).collect()
}

/// A file that a form generates.
fn file(form: &Form, name: &str) -> String {
    let (config, _) = read_form(form);
    let files = files(&build(&config), config.way);
    let file = files.into_iter().find(|file| file.name == name);
    file.unwrap_or_else(|| panic!("no {name}")).text
}

/// The keys of what the files lack.
fn missing(form: &Form) -> Vec<&'static str> {
    let deployment = build(&read_form(form).0);
    deployment.missing.iter().map(|field| field.key).collect()
}

/// A token that is not real: 43 letters and a sign.
fn token() -> String {
    format!("{}=", "ab".repeat(21) + "c")
}
