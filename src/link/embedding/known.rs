//! What `embed.js` knows of files before a frame tells it anything, to reserve their height.

use super::blocks::notes;
use crate::build;
use crate::choices::{LaunchType, Start, Way};
use crate::fields;
use crate::form::Form;
use crate::outputs;
use crate::read::read;
use serde_json::{Map, Value, json};

/// Returns `LINES`: the number of lines of each file at the start, and whether something is said of it, by starting point and
/// launch type.
pub fn known() -> Value {
    let lines: Map<_, _> = Start::ALL
        .iter()
        .map(|start| {
            let of_types: Map<_, _> = LaunchType::ALL
                .iter()
                .map(|launch_type| (launch_type.value().to_owned(), lines(*start, *launch_type)))
                .collect();
            (start.value().to_owned(), of_types.into())
        })
        .collect();
    json!({ "LINES": lines })
}

fn lines(start: Start, launch_type: LaunchType) -> Value {
    let mut lines = Map::new();
    for way in Way::ALL {
        let texts = [
            (&fields::START, start.value()),
            (&fields::LAUNCH_TYPE, launch_type.value()),
            (&fields::WAY, way.value()),
        ];
        let form = Form::from_texts(texts.map(|(field, text)| (field as _, vec![text.to_owned()])));
        for file in outputs::files(&build(&read(&form).0), *way) {
            let notes = usize::from(!notes(&file).is_empty());
            lines.insert(file.name.to_owned(), json!([file.text.lines().count(), notes]));
        }
    }
    lines.into()
}
