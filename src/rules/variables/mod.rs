//! The user's own variables: `env` and `secret_env`.

pub mod bool_string;
pub mod env_name_format;
pub mod env_secret_duplicate;
pub mod env_secret_plain;
pub mod java_heap_too_large;
pub mod legacy_env;
pub mod logging_level;
pub mod reserved;
pub mod reserved_env;
pub mod reserved_env_token;
pub mod upgrader_on_ecs;

use super::{Problem, Subject};
use crate::config::Row;
use crate::fields::{self, Field};
use crate::finding::Fix;

/// Every row of both fields.
fn all<'a>(subject: &'a Subject) -> impl Iterator<Item = (&'static Field, &'a Row)> {
    let of = |field: &'static Field| subject.rows(field).iter().map(move |row| (field, row));
    of(&fields::ENV).chain(of(&fields::SECRET_ENV))
}

/// A problem of a row that is best taken out.
fn out(subject: &Subject, field: &'static Field, row: &Row, message: String) -> Problem {
    let edits = vec![subject.without_row(field, row.index)];
    Problem::new(field, message).row(row.index).fix(Fix {
        title: "Remove the row".into(),
        edits,
    })
}
