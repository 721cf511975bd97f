//! The rows of the two fields that hold variables, `env` and `secret_env`.

use crate::config::Row;
use crate::fields::{self, Field};
use crate::finding::Fix;
use crate::rules::rule::Problem;
use crate::rules::subject::Subject;

/// Every row of both fields.
pub fn all<'a>(subject: &'a Subject) -> impl Iterator<Item = (&'static Field, &'a Row)> {
    let of = |field: &'static Field| subject.rows(field).iter().map(move |row| (field, row));
    of(&fields::ENV).chain(of(&fields::SECRET_ENV))
}

/// Creates a problem whose fix removes the row.
pub fn out(subject: &Subject, field: &'static Field, row: &Row, message: String) -> Problem {
    let edits = vec![subject.without_row(field, row.index)];
    Problem::new(field, message)
        .row(row.index)
        .fix(Fix::new("Remove the row", edits))
}
