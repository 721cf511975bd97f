//! What `embed.js` knows of files and fields before a frame tells it anything, to reserve their height.

use crate::choices::{LaunchType, Start, Way};
use crate::fields::{self, FIELDS, Group};
use crate::form::Form;
use crate::outputs;
use crate::read::read;
use crate::build;
use serde_json::{Map, Value, json};

/// Returns `LINES`, the number of lines of each file at the start, by starting point and launch type; and `PLACES`, for each
/// field the number of the group in which it stands.
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
    json!({ "LINES": lines, "PLACES": places() })
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
            lines.insert(file.name.to_owned(), file.text.lines().count().into());
        }
    }
    lines.into()
}

/// The groups of the questions come first, then the sections.
fn places() -> Value {
    let place = |field: &fields::Field| {
        let group = field.asked_group();
        let group = Group::ALL.iter().position(|other| Some(*other) == group);
        let section = || {
            let mut sections = fields::SECTIONS.iter();
            sections.position(|section| section.fields.contains(&field)).map(|at| at + Group::ALL.len())
        };
        group.or_else(section)
    };
    let places = FIELDS.iter().map(|field| (field.key.to_owned(), place(field).into()));
    Value::Object(places.collect())
}
