//! The check that the rules about the names of ECS resources share.

use crate::aws::names;
use crate::facts::ecs::NAME_MAX;
use crate::fields::Field;
use crate::finding::{Fix, short};
use crate::rules::rule::Problem;
use crate::rules::subject::Subject;

/// Checks a typed or derived name: 1 to 255 letters, digits, `-` and `_`.
pub fn judge(subject: &Subject, field: &'static Field, problems: &mut Vec<Problem>) {
    let Some(name) = subject.known(field).filter(|name| !names::is_ecs_name(name)) else {
        return;
    };
    let message = if name.len() > NAME_MAX {
        format!(
            "It has {} characters; {NAME_MAX} are allowed.",
            name.chars().count()
        )
    } else {
        format!("`{}` is not only letters, digits, `-` and `_`.", short(&name))
    };
    let legal = names::ecs_name(&name);
    let fix = (!legal.is_empty()).then(|| Fix::set(format!("Use {}", short(&legal)), field, legal.as_str()));
    problems.push(Problem::new(field, message).fix_if(fix));
}
