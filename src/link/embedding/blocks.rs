//! The files that an embedding page names: which of them there are, and what is said of each.

use super::names::named;
use crate::choices::Way;
use crate::fields;
use crate::outputs::{self, OutputFile};

/// Says of a file where the secrets go that it lacks, because they stay in the form where they were typed; and what
/// `commands.sh` fills in.
pub fn notes(file: &OutputFile) -> Vec<String> {
    let mut notes = Vec::new();
    for mark in &file.missing {
        let Some(field) = fields::field(mark.field).filter(|field| field.is_secret()) else {
            continue;
        };
        let placeholder = &file.text[mark.at.clone()];
        let note = format!("Replace {placeholder} with your {}", field.label.to_lowercase());
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    let found = file.found_placeholders().join(", ");
    if !found.is_empty() {
        notes.push(format!("commands.sh fills in {found}"));
    }
    notes
}

/// Says in place of a file that the way and the configuration do not have, why it is not there, and what is. `there` are
/// the names of the files that there are.
pub fn absent(name: &str, way: Way, there: &[&'static str]) -> String {
    let there = there.join(", ");
    let label = crate::choices::label(Way::CHOICES, way.value()).unwrap_or_default();
    let mut kinds = outputs::all_kinds().filter(|kind| kind.name == name);
    let name = named(name);
    match kinds.next() {
        None => format!("There is no file `{name}`. The files of {label} are {there}."),
        Some(kind) if kind.way == way => {
            format!("This configuration has no `{name}`. It has {there}.")
        }
        Some(kind) => {
            let other = crate::choices::label(Way::CHOICES, kind.way.value()).unwrap_or_default();
            format!("`{name}` is a file of {other}. The files of {label}, which is open here, are {there}.")
        }
    }
}
