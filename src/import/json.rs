//! Reads JSON as people have it: with comments and trailing commas too, and several documents one after the other.

use super::failure::Failure;
use crate::document::tree::Tree;
use jsonc_parser::ast::Value;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// Comments and trailing commas, which the documentation's samples have, but nothing that would only hide a mistake.
const OPTIONS: ParseOptions = ParseOptions {
    allow_comments: true,
    allow_loose_object_property_names: false,
    allow_trailing_commas: true,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Reads the documents of a text.
///
/// # Errors
///
/// The text is not JSON.
pub fn documents(text: &str) -> Result<Vec<Tree>, Failure> {
    let (mut found, mut rest, mut lines) = (Vec::new(), text, 0);
    while !rest.trim().is_empty() {
        match parse_to_ast(rest, &CollectOptions::default(), &OPTIONS) {
            Ok(parsed) => {
                found.extend(parsed.value.as_ref().map(tree));
                break;
            }
            Err(error) if matches!(error.kind(), ParseErrorKind::MultipleRootJsonValues) => {
                let (first, others) = rest.split_at(error.range().start);
                let parsed = parse_to_ast(first, &CollectOptions::default(), &OPTIONS)
                    .map_err(|error| failure(&error).below(lines))?;
                found.extend(parsed.value.as_ref().map(tree));
                lines += first.matches('\n').count();
                rest = others;
                if first.is_empty() {
                    return Err(failure(&error).below(lines));
                }
            }
            Err(error) => return Err(failure(&error).below(lines)),
        }
    }
    Ok(found)
}

fn failure(error: &ParseError) -> Failure {
    let message = match error.kind() {
        ParseErrorKind::UnterminatedObject | ParseErrorKind::UnterminatedArray => {
            "The JSON ends too early: a bracket that opens here is never closed. Was all of it copied?"
                .to_owned()
        }
        ParseErrorKind::String(_) => {
            "A text in the JSON has no closing quote, or holds a character that JSON does not take."
                .to_owned()
        }
        ParseErrorKind::ExpectedStringObjectProperty => {
            "A name in the JSON stands without quotes.".to_owned()
        }
        ParseErrorKind::NestingDepthExceeded => {
            "The JSON has more levels than any document of AWS.".to_owned()
        }
        kind => format!("This is not valid JSON: {}.", lowered(&kind.to_string())),
    };
    Failure::at(error.line_display(), error.column_display(), message)
}

fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(chars).collect()
}

fn tree(value: &Value) -> Tree {
    match value {
        Value::StringLit(text) => Tree::Text(text.value.as_ref().into()),
        Value::NumberLit(number) => self::number(number.value),
        Value::BooleanLit(flag) => Tree::Flag(flag.value),
        Value::NullKeyword(_) => Tree::null(),
        Value::Array(array) => Tree::List(array.elements.iter().map(tree).collect()),
        Value::Object(object) => {
            let members = object.properties.iter();
            Tree::object(
                members
                    .map(|member| (member.name.as_str().to_owned(), tree(&member.value)))
                    .collect(),
            )
        }
    }
}

/// A number with its spelling, unless it is a plain one.
pub fn number(text: &str) -> Tree {
    match text.parse::<u64>() {
        Ok(number) if number.to_string() == text => Tree::Number(number),
        _ => Tree::Literal(text.to_owned()),
    }
}
