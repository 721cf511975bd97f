//! The pattern that the names of the things at ECS all follow.

use crate::facts::limits;
use crate::fields::Field;
use crate::finding::{Fix, short};
use crate::rules::rule::Problem;
use crate::rules::subject::Subject;

/// Judges a name that was given or derived: letters, digits, `-` and `_`, 1 to 255 of them.
pub fn judge(subject: &Subject, field: &'static Field, problems: &mut Vec<Problem>) {
    let Some(name) = subject.known(field).filter(|name| !limits::is_ecs_name(&name)) else {
        return;
    };
    let message = if name.len() > 255 {
        format!("It has {} characters; 255 are allowed.", name.chars().count())
    } else {
        format!("`{}` is not only letters, digits, `-` and `_`.", short(&name))
    };
    let legal = limits::ecs_name(&name);
    let fix = (!legal.is_empty()).then(|| Fix::set(format!("Use {}", short(&legal)), field, legal.as_str()));
    problems.push(Problem::new(field, message).fix_if(fix));
}
