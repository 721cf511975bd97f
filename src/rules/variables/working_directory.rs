//! The image has no such working directory, or its user cannot write there.

use super::rows;
use crate::aws::image::Image;
use crate::facts::delegate::{USER, WORKING_DIRECTORY, WORKING_DIRECTORY_VARIABLE};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::harness::image::is_of_harness;
use crate::rules::rule::Rule;

/// `working-directory`
pub const RULE: Rule = Rule {
    id: "working-directory",
    severity: Severity::Warning,
    what: "The delegate's image has no such working directory.",
    consequence: "The start script changes to the directory first: if it does not exist, or user 1001 cannot write there, the delegate stops before it starts. The task definition has no volume; build the directory into an image.",
    source: sources::READ_ONLY,
    check: |subject, problems| {
        // An image of the user's own can have the directory.
        let is_own = |image: &str| !is_of_harness(&Image::parse(image));
        if subject.typed(&fields::IMAGE).is_some_and(is_own) {
            return;
        }
        let field = &fields::ENV;
        for row in subject
            .rows(field)
            .iter()
            .filter(|row| row.name == WORKING_DIRECTORY_VARIABLE)
        {
            let directory = row.value.trim().trim_end_matches('/');
            if !["", WORKING_DIRECTORY, "/tmp"].contains(&directory) {
                let message = format!(
                    "The image has no `{}` in which user {USER} can write.",
                    short(&row.value)
                );
                problems.push(rows::out(subject, field, row, message));
            }
        }
    },
    fires: "env=WORKING_DIR=/data",
    quiet: "env=WORKING_DIR=/opt/harness-delegate/",
};
