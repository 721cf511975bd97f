//! A delegate is supported for six months, and stops working after eight.

use super::{Reference, release};
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::native;
use crate::rules::{Date, Problem, Rule, links};

/// `image-expired`
pub static RULE: Rule = Rule {
    id: "image-expired",
    severity: Severity::Warning,
    what: native("The image's release is past Harness's support."),
    consequence: "Six months after its release a delegate is no longer supported, and after eight months Harness may refuse it. Delegates on ECS don't upgrade themselves.",
    source: links::INSTALL,
    check: |subject, problems| {
        let field = &fields::IMAGE;
        let Some(parts) = subject
            .typed(field)
            .map(Reference::of)
            .filter(Reference::is_harness)
        else {
            return;
        };
        let Some((tag, released)) = parts.tag.and_then(|tag| Some((tag, release(tag)?))) else {
            return;
        };
        let (support, life) = (months_after(released, 6), months_after(released, 8));
        let said = if life < subject.today {
            format!("is past its end of life, {}-{:02}", life.year, life.month)
        } else if support < subject.today {
            format!(
                "is past its end of support, {}-{:02}",
                support.year, support.month
            )
        } else {
            return;
        };
        let fix = Fix::clear("Clear it, to choose a newer release", field);
        problems.push(Problem::new(field, format!("`{}` {said}.", short(tag))).fix(fix));
    },
    fires: native("start=docs&image=harness/delegate:26.05.86000"),
    quiet: native("image=harness/delegate:26.06.86400"),
};

/// The first day of the month so many months later.
fn months_after((year, month): (u16, u8), months: u8) -> Date {
    let month = month - 1 + months;
    Date {
        year: year + u16::from(month / 12),
        month: month % 12 + 1,
        day: 1,
    }
}
