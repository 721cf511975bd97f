//! What `embed.js` knows of files before a frame tells it anything, to reserve their height.

use super::blocks::notes;
use crate::choices::{LaunchType, Start, Way};
use crate::date::Date;
use crate::fields::{self, FIELDS};
use crate::form::Form;
use crate::outputs;
use crate::read::read;
use crate::{build, check};
use serde_json::{Map, Value, json};

/// Returns `LINES`: the number of lines of each file at the start, and whether something is said of it; and `FOUND`: the fields
/// with a finding. Both by starting point and launch type. And `HELP`: how many characters the help of each field has.
pub fn known() -> Value {
    let help = FIELDS
        .iter()
        .map(|field| (field.key.to_owned(), field.help.chars().count().into()));
    json!({ "LINES": of_each(lines), "FOUND": of_each(found), "HELP": Value::Object(help.collect()) })
}

fn of_each(known: fn(Start, LaunchType) -> Value) -> Value {
    let of_types = |start: Start| -> Value {
        let types = LaunchType::ALL.iter().copied();
        Value::Object(
            types
                .map(|launch_type| (launch_type.value().to_owned(), known(start, launch_type)))
                .collect(),
        )
    };
    let starts = Start::ALL.iter().copied();
    Value::Object(
        starts
            .map(|start| (start.value().to_owned(), of_types(start)))
            .collect(),
    )
}

fn form(start: Start, launch_type: LaunchType, way: Way) -> Form {
    let texts = [
        (&fields::START, start.value()),
        (&fields::LAUNCH_TYPE, launch_type.value()),
        (&fields::WAY, way.value()),
    ];
    Form::from_texts(texts.map(|(field, text)| (field as _, vec![text.to_owned()])))
}

fn lines(start: Start, launch_type: LaunchType) -> Value {
    let mut lines = Map::new();
    for way in Way::ALL {
        let form = form(start, launch_type, *way);
        for file in outputs::files(&build(&read(&form).0), *way) {
            let notes = usize::from(!notes(&file).is_empty());
            lines.insert(file.name.to_owned(), json!([file.text.lines().count(), notes]));
        }
    }
    lines.into()
}

/// When the facts were read. What the page is built from must not depend on the day of the build.
const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 1,
};

fn found(start: Start, launch_type: LaunchType) -> Value {
    let form = form(start, launch_type, Way::Cli);
    // The page does not judge the form that it starts with.
    if form == Form::default() {
        return json!([]);
    }
    let (config, reading) = read(&form);
    let mut found: Vec<_> = check(&config, &reading, &build(&config), DAY)
        .into_iter()
        .map(|finding| finding.field.into_owned())
        .filter(|key| fields::field(key).is_some())
        .collect();
    found.sort_unstable();
    found.dedup();
    json!(found)
}
