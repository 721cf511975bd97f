//! The broken configurations.

use crate::common::{EC2, FARGATE, programs};
use configurator::fields::{self, FIELDS, Field, Kind};

/// One configuration that is broken in one place.
pub struct Case {
    pub name: String,
    pub query: String,
    /// The field that the page must name.
    pub field: String,
    /// The rules that must fire on the field. If there are none, any rule will do.
    pub rules: Vec<String>,
}

/// The good configuration with these parameters in place of its own.
pub fn over_good(good: &str, parameters: &str) -> String {
    let key = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
    let own: Vec<String> = parameters.split('&').map(key).collect();
    let rest = good.split('&').filter(|pair| !own.contains(&key(pair)));
    rest.chain([parameters]).collect::<Vec<_>>().join("&")
}

/// The parameters with each `{…}` written out.
fn written_out(parameters: &str) -> String {
    let Some((before, rest)) = parameters.split_once('{') else {
        return parameters.to_owned();
    };
    let (inside, after) = rest.split_once('}').expect("a closing brace");
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let count: usize = inside[..digits].parse().expect("a number");
    let text = match inside[digits..].chars().next() {
        None => "x".repeat(count),
        Some(separator) => {
            let item = |at: usize| inside[digits + 1..].replace('#', &format!("{at:08x}"));
            (0..count)
                .map(item)
                .collect::<Vec<_>>()
                .join(&separator.to_string())
        }
    };
    format!("{before}{text}{after}")
}

pub fn good(launch_type: &str) -> &'static str {
    if launch_type == "EC2" { EC2 } else { FARGATE }
}

/// The cases of the table.
pub fn of_table() -> Vec<Case> {
    let table =
        std::fs::read_to_string(programs::root().join("tests/peers/broken.tsv")).expect("the table is there");
    let mut cases = Vec::new();
    for line in table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let [on, parameters, field, rules, _what] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("five columns between tabs: {line}")
        };
        let launch_types = if on == "both" {
            vec!["FARGATE", "EC2"]
        } else {
            vec![on]
        };
        for launch_type in launch_types {
            cases.push(Case {
                name: format!("{launch_type} {parameters}"),
                query: over_good(good(launch_type), &written_out(parameters)),
                field: field.to_owned(),
                rules: rules
                    .split(',')
                    .filter(|rule| *rule != "?")
                    .map(str::to_owned)
                    .collect(),
            });
        }
    }
    cases
}

/// Texts that no field of this kind accepts: another type, an unknown choice, a placeholder.
fn bad_texts(field: &Field) -> &'static [&'static str] {
    match field.kind {
        Kind::Number(..) => &["-1", "many", "1.5"],
        Kind::Flag(_) => &["maybe"],
        Kind::Choice(..) => &["nonsense"],
        Kind::Rows(_) => &["neither name nor value", "%3Dvalue"],
        Kind::Identifier(_) | Kind::List(_) => &["<STILL_TO_DO>"],
        Kind::FreeText(_) | Kind::Secret(_) => &[],
    }
}

/// The cases that follow from the kinds of the fields.
pub fn of_fields(known: &[Case]) -> Vec<Case> {
    let mut cases = Vec::new();
    for launch_type in ["FARGATE", "EC2"] {
        // The template's address belongs to another way, so it is in none of these documents and no rule checks it.
        for field in FIELDS.iter().filter(|field| ***field != fields::TEMPLATE_URL) {
            for text in bad_texts(field) {
                let parameters = format!("{}={text}", field.key);
                let name = format!("{launch_type} {parameters}");
                if known.iter().all(|case| case.name != name) {
                    let query = over_good(good(launch_type), &parameters);
                    cases.push(Case {
                        name,
                        query,
                        field: field.key.to_owned(),
                        rules: vec![],
                    });
                }
            }
        }
    }
    cases
}
