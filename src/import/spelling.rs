//! Turns CloudFormation's spelling of a document into the API's: other names, and values that a template may write
//! otherwise.

use super::note::{Note, quoted};
use crate::document::conform::within;
use crate::document::tree::Tree;
use crate::facts::api::{Kind, Shape};

/// CloudFormation's names that differ from the API's by more than upper and lower case.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html>; read 2026-11.
const NAMES: [(&str, &str); 2] = [
    ("PlacementStrategies", "placementStrategy"),
    ("ProxyConfigurationProperties", "properties"),
];

/// Whether a document has CloudFormation's spelling.
pub fn is_of_cloudformation(document: &Tree) -> bool {
    let names = [
        "ContainerDefinitions",
        "Family",
        "ServiceName",
        "TaskDefinition",
        "RequiresCompatibilities",
    ];
    names.iter().any(|name| document.get(name).is_some())
}

/// Returns the document in the API's spelling, and what a template fills in elsewhere.
pub fn of_api(document: &Tree, shape: Shape) -> (Tree, Vec<Note>) {
    let mut notes = Vec::new();
    let document = object(document, shape, "", &mut notes);
    (document, notes)
}

fn object(document: &Tree, shape: Shape, path: &str, notes: &mut Vec<Note>) -> Tree {
    let mut map = Tree::default();
    for (name, own) in document.members() {
        let api = NAMES
            .iter()
            .find(|(other, _)| other == name)
            .map_or(name.as_str(), |(_, api)| api);
        let known = shape.iter().find(|(member, _)| member.eq_ignore_ascii_case(api));
        let path = within(path, name);
        let (name, kind) = known.map_or((name.as_str(), Kind::Any), |(member, kind)| (*member, *kind));
        if let Some(own) = value(own, kind, &path, notes) {
            map.put(name, own);
        }
    }
    map
}

/// Returns a value, or notes that a function of the template fills it in.
fn value(own: &Tree, kind: Kind, path: &str, notes: &mut Vec<Note>) -> Option<Tree> {
    if is_function(own) {
        let note = format!("{}: the template fills it in. Give the value.", quoted(path));
        notes.push(Note::not_understood(note));
        return None;
    }
    let items = |notes: &mut Vec<Note>, kind: Kind| {
        Tree::List(
            own.items()
                .iter()
                .filter_map(|item| value(item, kind, path, notes))
                .collect(),
        )
    };
    Some(match (kind, own) {
        (Kind::One(shape), Tree::Map(_)) => object(own, shape, path, notes),
        (Kind::Many(shape), Tree::List(_)) => items(notes, Kind::One(shape)),
        (Kind::Texts, Tree::List(_)) => items(notes, Kind::Text),
        (Kind::Numbers, Tree::List(_)) => items(notes, Kind::Number),
        (Kind::Map, Tree::Map(_)) => {
            let mut map = Tree::default();
            for (name, own) in own.members() {
                if let Some(own) = value(own, Kind::Text, &within(path, name), notes) {
                    map.put(name, own);
                }
            }
            map
        }
        (Kind::Text, Tree::Number(number)) => Tree::Text(number.to_string().into()),
        (Kind::Text, Tree::Flag(flag)) => Tree::Text(flag.to_string().into()),
        (Kind::Number, Tree::Text(text)) => match text.to_string().parse() {
            Ok(number) => Tree::Number(number),
            Err(_) => own.clone(),
        },
        (Kind::Flag, Tree::Text(text)) if text.is_literal("true") => Tree::Flag(true),
        (Kind::Flag, Tree::Text(text)) if text.is_literal("false") => Tree::Flag(false),
        _ => own.clone(),
    })
}

/// Whether a value is a function of CloudFormation: `{"Ref": …}`, `{"Fn::Sub": …}`.
fn is_function(value: &Tree) -> bool {
    matches!(value.members(), [(name, _)] if name == "Ref" || name.starts_with("Fn::"))
}
