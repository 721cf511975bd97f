//! The files that an embedding page names: which of them there are.

use super::named;
use crate::choices::Way;
use crate::outputs;

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
