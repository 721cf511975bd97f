//! Describes what a fix would do, and applies all fixes at once.

use crate::finding::{Finding, Fix, Severity};
use crate::form::Form;
use crate::{read, rules};
use std::fmt::Write as _;

/// The most fixes to apply in one go. Without a limit, two fixes that undo each other would go on forever.
const ROUNDS_MAX: usize = 100;

/// How often to apply the same fix: another fix may bring the same bad value back.
const TIMES_MAX: usize = 3;

/// Describes what a fix would do. Never shows a secret.
pub fn preview(fix: &Fix) -> String {
    let mut words = String::new();
    for edit in &fix.edits {
        if !words.is_empty() {
            words.push_str("; ");
        }
        let text = edit.texts.join(", ");
        let _ = if text.is_empty() {
            write!(words, "Clear {}", edit.field.label)
        } else if edit.texts.iter().any(|text| edit.field.is_secret_text(text)) {
            write!(words, "Change {}", edit.field.label)
        } else {
            write!(
                words,
                "Set {} to {}",
                edit.field.label,
                text.chars().take(120).collect::<String>()
            )
        };
    }
    words
}

/// Whether Fix all fixes this finding. An info from a rule is advice about a choice, such as the processor or the
/// network mode: the user takes or leaves each one. An info about a text that reading cleaned is not advice.
pub fn is_mended(finding: &Finding) -> bool {
    finding.fix.is_some() && (finding.severity != Severity::Info || read::is_cleaning(finding))
}

/// Returns the form with all these fixes applied, one after the other, because one fix may make another unnecessary.
/// `findings` returns the findings about a form.
pub fn all(form: &Form, findings: impl Fn(&Form) -> Vec<Finding>) -> Form {
    let mut form = form.clone();
    let mut applied: Vec<Fix> = Vec::new();
    for _ in 0..ROUNDS_MAX {
        let findings = findings(&form).into_iter().filter(is_mended);
        // A value that has no effect is cleared last: another fix may give it an effect.
        let (last, first): (Vec<Finding>, Vec<Finding>) =
            findings.partition(|finding| finding.rule == rules::DOES_NOT_APPLY);
        let Some(fix) = first
            .into_iter()
            .chain(last)
            .filter_map(|finding| finding.fix)
            .find(|fix| applied.iter().filter(|other| *other == fix).count() < TIMES_MAX)
        else {
            break;
        };
        form.apply(&fix.edits);
        applied.push(fix);
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::fields;
    use crate::finding::Edit;
    use crate::link::{self, Secrets};
    use crate::notices;

    #[test]
    fn a_preview_names_values_but_no_secret() {
        let fix = Fix::set("x", &fields::MEMORY, "3072")
            .and(Edit::clear(&fields::TOKEN))
            .and(Edit::set(&fields::TOKEN, "s3cret"));
        assert_eq!(
            preview(&fix),
            "Set Memory of the task to 3072; Clear Delegate token; Change Delegate token"
        );
    }

    #[test]
    fn a_value_to_which_another_fix_gives_an_effect_is_not_cleared() {
        let arn = "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/build-blue-a1B2c3";
        let query = format!("start=docs&token_secret_arn={arn}");
        let (form, _) = link::parse(&query, Secrets::Honour);
        let findings = |form: &Form| rules::findings(form, Date::from_days(20_000));
        assert!(
            findings(&form)
                .iter()
                .any(|finding| finding.rule == rules::DOES_NOT_APPLY)
        );
        let mended = all(&form, findings);
        assert_eq!(mended.text(&fields::TOKEN_SOURCE), "secretsmanager");
        assert_eq!(mended.text(&fields::TOKEN_SECRET_ARN), arn);
    }

    #[test]
    fn all_fixes_leave_nothing_to_fix() {
        let today = Date {
            year: 2026,
            month: 11,
            day: 24,
        };
        let findings = |form: &Form| rules::findings(form, today);
        let query = "launch_type=EC2&platform_version=1.4.0&ephemeral_storage=50&region=us-west-2+";
        let (form, _) = link::parse(query, Secrets::Honour);
        assert!(
            findings(&form)
                .iter()
                .filter(|finding| finding.fix.is_some())
                .count()
                >= 3
        );
        let mended = all(&form, findings);
        assert!(!findings(&mended).iter().any(is_mended));
        assert_eq!(mended.text(&fields::REGION), "us-west-2");
    }

    #[test]
    fn a_fix_that_mends_nothing_is_applied_three_times() {
        let looked = std::cell::Cell::new(0);
        let findings = |_: &Form| {
            looked.set(looked.get() + 1);
            let fix = Fix::set("Use 512", &fields::CPU, "512");
            vec![notices::UNREADABLE_VALUE.of(&fields::CPU, "").fix(Some(fix))]
        };
        let mended = all(&Form::default(), findings);
        assert_eq!((mended.text(&fields::CPU).as_str(), looked.get()), ("512", 4));
    }
}
