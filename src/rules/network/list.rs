//! The checks that the rules about subnets and security groups share.

use crate::aws::names;
use crate::facts::ec2::ID_DIGITS;
use crate::fields::Field;
use crate::finding::{Fix, short};
use crate::rules::placeholder;
use crate::rules::rule::Problem;
use crate::rules::subject::Subject;

/// Checks the IDs of a list. The fix writes uppercase IDs in lowercase.
pub fn judge_ids(
    subject: &Subject,
    field: &'static Field,
    prefix: &str,
    what: &str,
    problems: &mut Vec<Problem>,
) {
    let items = subject.items(field);
    let is_good = |id: &str| names::is_resource_id(prefix, id) || placeholder::of_identifier(id).is_some();
    let Some(bad) = items.iter().find(|id| !is_good(id)) else {
        return;
    };
    let [old, new] = ID_DIGITS;
    let message = format!(
        "`{}` is no {what} ID: `{prefix}` and {old} or {new} of `0-9a-f`.",
        short(bad)
    );
    let lower = items.join(",").to_ascii_lowercase();
    let is_case = lower
        .split(',')
        .zip(items)
        .all(|(low, item)| is_good(low) || is_good(item));
    let fix = is_case.then(|| Fix::set("Write it in lower case", field, lower));
    problems.push(Problem::new(field, message).fix_if(fix));
}

/// Checks the length of a list, and looks for duplicates in it.
pub fn judge_count(
    subject: &Subject,
    field: &'static Field,
    max: usize,
    what: &str,
    problems: &mut Vec<Problem>,
) {
    let items = subject.items(field);
    let mut once: Vec<&str> = Vec::with_capacity(items.len());
    for item in items {
        if !once.contains(&item.as_str()) {
            once.push(item);
        }
    }
    let message = if once.len() > max {
        format!("`{}` {what}; `{max}` are allowed.", once.len())
    } else if once.len() < items.len() {
        format!("{} of the {what} stand there twice.", items.len() - once.len())
    } else {
        return;
    };
    let fix = (once.len() <= max).then(|| Fix::set("Keep each once", field, once.join(",")));
    problems.push(Problem::new(field, message).fix_if(fix));
}
