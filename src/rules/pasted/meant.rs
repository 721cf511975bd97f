//! Decides what a pasted text means. It errs on the side of silence: each word of the text must be known, and a text that
//! is right as it is means itself.

use super::paste::{Meant, Pasted};
use super::places::{PLACES, Place, is_name, of};
use super::region;
use super::shape::{Shape, is_image_or_url};
use super::words::{Part, parts};
use crate::aws::region::is_known as is_known_region;
use crate::config::Config;
use crate::fields::{Field, Kind};
use crate::rules::placeholder;

/// How an expression begins that a shell, a chart or a pipeline would replace. Its value is not in the text.
const EXPRESSIONS: &[&str] = &["${", "$(", "{{", "%{"];

/// Returns the fields with a text that has more than the value.
pub fn all(config: &Config) -> Vec<Pasted> {
    let pasted = |place: &'static Place| {
        let field = place.field;
        let text = match &field.kind {
            Kind::Identifier(slot) | Kind::Secret(slot) => (slot.get)(config).typed()?.to_owned(),
            Kind::List(slot) => (slot.get)(config).items.join(" "),
            _ => return None,
        };
        let meant = meant(field, &text).filter(|_| (field.applies)(config))?;
        Some(Pasted { field, meant })
    };
    PLACES.iter().filter_map(pasted).collect()
}

/// Returns what a text of a field means if it has more than the value. The text of a list has white space or commas
/// between its items.
pub fn meant(field: &Field, text: &str) -> Option<Meant> {
    let place = of(field)?;
    let text = text.trim();
    let is_right = || {
        let mut items = text
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter(|item| !item.is_empty());
        place.shape.is_legal(text) || place.shape.is_list() && items.all(|item| place.shape.is_legal(item))
    };
    let is_expression = || EXPRESSIONS.iter().any(|start| text.contains(start));
    if text.is_empty() || is_right() || placeholder::of_identifier(text).is_some() || is_expression() {
        return None;
    }
    if place.shape == Shape::Region {
        let code = region::meant(text);
        if code.is_some() || region::is_code(text) {
            return code.map(Meant::Region);
        }
    }
    let found = parts(text);
    let is_stranger = |part: &Part| part.name.is_none() && !is_known(place.shape, part.value);
    if !found.is_docker && !found.is_word && found.all.iter().any(is_stranger) {
        return None;
    }
    if found.all.iter().any(|part| is_own(place, part)) {
        let own = found
            .all
            .iter()
            .filter(|part| is_own(place, part) || is_item(place, part));
        return value(place.shape, own).map(Meant::Value);
    }
    let bare = found
        .all
        .iter()
        .filter(|part| is_bare(place, part, found.is_word, text));
    value(place.shape, bare)
        .map(Meant::Value)
        .or_else(|| other(place, &found.all))
}

/// Whether a part has a name of the field, and a value that the field takes.
fn is_own(place: &Place, part: &Part) -> bool {
    let is_named = part.name.as_deref().is_some_and(|name| place.has(name));
    is_named && place.shape.value(part.value).is_some() && !is_name(part.value)
}

/// Whether a part is a further item of a list, without a name.
fn is_item(place: &Place, part: &Part) -> bool {
    place.shape.is_list() && part.name.is_none() && place.shape.picks(part.value)
}

/// Whether a part without a name is the value. A text without anything around it is judged by the rule about its format,
/// which knows what is meant by half a value; only an account ID is picked from an address, and joined IDs are separated.
fn is_bare(place: &Place, part: &Part, is_word: bool, text: &str) -> bool {
    let shape = place.shape;
    let is_whole = part.value == text && shape != Shape::AccountId && !shape.is_list();
    let is_value = shape.picks(part.value)
        || is_word && shape != Shape::Token && shape.value(part.value).is_some() && !is_name(part.value);
    part.name.is_none() && !is_whole && is_value
}

/// Whether a word can be beside a value: a value itself, an image, a URL, or another variable with its value.
fn is_known(shape: Shape, word: &str) -> bool {
    let is_of_name = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    let variable = word.split_once('=').map_or("", |(name, _)| name);
    shape.picks(word) || is_image_or_url(word) || !variable.is_empty() && variable.bytes().all(is_of_name)
}

/// Returns the value of these parts: the items of a list between commas, and otherwise the only value.
fn value<'a>(shape: Shape, parts: impl Iterator<Item = &'a Part<'a>>) -> Option<String> {
    let mut values: Vec<String> = parts.filter_map(|part| shape.value(part.value)).collect();
    if !shape.is_list() {
        values.dedup();
        return values.pop().filter(|_| values.is_empty());
    }
    (!values.is_empty()).then(|| values.join(","))
}

/// Returns the field to which the first named part belongs, if it is another field.
fn other(place: &Place, parts: &[Part]) -> Option<Meant> {
    let part = parts.iter().find(|part| part.name.is_some())?;
    let name = part.name.as_deref()?;
    let taken = |other: &Place| match other.shape {
        Shape::Foreign | Shape::Token => None,
        Shape::Region => is_known_region(part.value).then(|| part.value.to_owned()),
        shape => value(shape, parts.iter()),
    };
    let owners = || {
        PLACES
            .iter()
            .filter(|other| other.field != place.field && other.owns(name))
    };
    let owner = owners().find(|other| taken(other).is_some());
    let owner = owner.or_else(|| owners().find(|_| !place.has(name)))?;
    let is_alone = parts.len() == 1 || owner.shape.is_list();
    Some(Meant::Other {
        field: owner.field,
        name: name.trim_start_matches('-').to_owned(),
        value: taken(owner).filter(|_| is_alone),
    })
}
