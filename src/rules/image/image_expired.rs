//! Harness no longer supports the image's release.

use crate::aws::image::Image;
use crate::date::Date;
use crate::facts::harness::SUPPORT_MONTHS;
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
    consequence: "Harness supports a release for six months, and then marks the delegate as expired: it goes on, and gets no fixes. A delegate on ECS does not upgrade itself.",
    source: sources::EXPIRATION,
    check: |subject, problems| {
        let field = &fields::IMAGE;
        let Some(parts) = subject.typed(field).map(Image::parse).filter(is_delegate) else {
            return;
        };
        let Some((tag, released)) = parts.tag.and_then(|tag| Some((tag, release(tag)?))) else {
            return;
        };
        // The tag names the month of the release and not its day, so the last day of the month counts.
        if subject.today < first_day_after(released, SUPPORT_MONTHS) {
            return;
        }
        let (year, month) = months_after(released, SUPPORT_MONTHS);
        let message = format!("Harness supported `{}` until {year}-{month:02}.", short(tag));
        let fix = Fix::clear("Clear it, to choose a newer release", field);
        problems.push(Problem::new(field, message).fix(fix));
    },
    fires: "start=docs&image=harness/delegate:26.04.85000",
    quiet: "image=harness/delegate:26.06.86400",
};

/// Returns the month that is `months` months later.
fn months_after((year, month): (u16, u8), months: u8) -> (u16, u8) {
    let month = month - 1 + months;
    (year + u16::from(month / 12), month % 12 + 1)
}

/// Returns the day after the last one of the month that is `months` months later.
fn first_day_after(released: (u16, u8), months: u8) -> Date {
    let (year, month) = months_after(released, months + 1);
    Date { year, month, day: 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Secrets, parse};
    use crate::rules::subject::Subject;
    use crate::{build, read};

    fn said(image: &str, today: &str) -> Option<String> {
        let (config, reading) = read(&parse(&format!("image={image}"), Secrets::Honour).0);
        let deployment = build(&config);
        let subject = Subject {
            config: &config,
            reading: &reading,
            deployment: &deployment,
            pasted: &[],
            today: Date::parse(today).unwrap(),
        };
        let mut problems = Vec::new();
        (RULE.check)(&subject, &mut problems);
        problems.pop().map(|problem| problem.message)
    }

    #[test]
    fn support_ends_six_months_after_the_month_of_the_release() {
        let image = "harness/delegate:26.06.86400";
        assert_eq!(said(image, "2026-12-31"), None);
        let message = Some("Harness supported `26.06.86400` until 2026-12.".to_owned());
        assert_eq!(said(image, "2027-01-01"), message);
        // 24.07.83503 was released on 2024-07-17 and supported until 2025-01-16.
        assert_eq!(said("harness/delegate:24.07.83503", "2025-01-31"), None);
        assert!(said("harness/delegate:24.07.83503", "2025-02-01").is_some());
        assert!(said("harnesssecure/delegate:25.08.86600", "2026-11-26").is_some());
    }

    #[test]
    fn months_go_on_in_the_next_year() {
        for (released, months, expected) in [
            ((2026, 1), 6, (2026, 7)),
            ((2026, 5), 8, (2027, 1)),
            ((2026, 6), 6, (2026, 12)),
            ((2026, 12), 7, (2027, 7)),
        ] {
            assert_eq!(months_after(released, months), expected);
        }
    }
}
