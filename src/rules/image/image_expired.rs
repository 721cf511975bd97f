//! Harness no longer supports the image's release: support ends after six months, and Harness may reject the delegate
//! after eight.

use crate::aws::image::Image;
use crate::date::Date;
use crate::facts::harness::{LIFE_MONTHS, SUPPORT_MONTHS};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::harness::image::{is_delegate, release};
use crate::rules::rule::{Problem, Rule};

/// `image-expired`
pub const RULE: Rule = Rule {
    id: "image-expired",
    severity: Severity::Warning,
    what: "The image's release is past Harness's support.",
    consequence: "Six months after its release a delegate is no longer supported, and after eight months Harness may refuse it. Delegates on ECS don't upgrade themselves.",
    source: sources::INSTALL,
    check: |subject, problems| {
        let field = &fields::IMAGE;
        let Some(parts) = subject.typed(field).map(Image::parse).filter(is_delegate) else {
            return;
        };
        let Some((tag, released)) = parts.tag.and_then(|tag| Some((tag, release(tag)?))) else {
            return;
        };
        let (support, life) = (
            months_after(released, SUPPORT_MONTHS),
            months_after(released, LIFE_MONTHS),
        );
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
    fires: "start=docs&image=harness/delegate:26.05.86000",
    quiet: "image=harness/delegate:26.06.86400",
};

/// Returns the first day of the month that is `months` months later.
fn months_after((year, month): (u16, u8), months: u8) -> Date {
    let month = month - 1 + months;
    Date {
        year: year + u16::from(month / 12),
        month: month % 12 + 1,
        day: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Secrets, parse};
    use crate::rules::subject::Subject;
    use crate::{build, read};

    #[test]
    fn support_ends_after_six_months_and_life_after_eight() {
        let (config, reading) = read(&parse("image=harness/delegate:26.06.86400", Secrets::Honour).0);
        let deployment = build(&config);
        let said = |today: &str| {
            let mut problems = Vec::new();
            let today = Date::parse(today).unwrap();
            (RULE.check)(
                &Subject {
                    config: &config,
                    reading: &reading,
                    deployment: &deployment,
                    today,
                },
                &mut problems,
            );
            problems.pop().map(|problem| problem.message)
        };
        assert_eq!(said("2026-12-01"), None);
        let support = Some("`26.06.86400` is past its end of support, 2026-12.".to_owned());
        assert_eq!(
            (said("2026-12-02"), said("2027-02-01")),
            (support.clone(), support)
        );
        assert_eq!(
            said("2027-02-02").unwrap(),
            "`26.06.86400` is past its end of life, 2027-02."
        );
    }

    #[test]
    fn months_go_on_in_the_next_year() {
        for (released, months, (year, month)) in [
            ((2026, 1), 6, (2026, 7)),
            ((2026, 5), 8, (2027, 1)),
            ((2026, 4), 8, (2026, 12)),
            ((2026, 12), 8, (2027, 8)),
        ] {
            assert_eq!(months_after(released, months), Date { year, month, day: 1 });
        }
    }
}
