//! Describes what a fix would do, and applies all fixes at once.

use crate::choices::{self, Choice};
use crate::fields::{self, FIELDS, Field, Kind};
use crate::finding::{Edit, Finding, Fix, Severity, short};
use crate::form::Form;
use crate::secrecy::Secrecy;
use crate::{read, rules};

/// The most fixes to apply in one go. Without a limit, two fixes that undo each other would go on forever.
const ROUNDS_MAX: usize = 100;

/// How often to apply the same fix: another fix may bring the same bad value back.
const TIMES_MAX: usize = 3;

/// What an edit changes in one field, in the page's own words. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The field.
    pub field: &'static Field,
    /// The value before. `None` if it is or was a secret.
    from: Option<String>,
    /// The value afterwards, as above.
    to: Option<String>,
}

impl Change {
    /// Returns the values before and afterwards, whole. A secret is not shown.
    pub fn values(&self) -> [String; 2] {
        [&self.from, &self.to].map(|value| value.clone().unwrap_or_else(|| "given, and secret".to_owned()))
    }

    /// Describes the value afterwards: `CPU of the task: 1024 (1 vCPU)`.
    pub fn value_words(&self) -> String {
        let label = self.field.label;
        match &self.to {
            Some(to) if to.is_empty() => format!("{label}: blank"),
            Some(to) => format!("{label}: {}", short(to)),
            None => format!("{label}: given, and secret"),
        }
    }

    /// Describes the change: `CPU of the task: 256 → 1024`.
    pub fn words(&self) -> String {
        let label = self.field.label;
        match (&self.from, &self.to) {
            (_, Some(to)) if to.is_empty() => format!("{label}: cleared"),
            (Some(from), Some(to)) if !from.is_empty() => format!("{label}: {} → {}", short(from), short(to)),
            (_, Some(to)) => format!("{label}: {}", short(to)),
            (_, None) => format!("{label}: changed"),
        }
    }
}

/// Returns what differs between two forms: only values in effect, so that a choice that stays as it is, or a default
/// that is now spelled out, is no change.
pub fn changes(before: &Form, after: &Form) -> Vec<Change> {
    changes_where(|_| true, before, after)
}

/// Returns what edits would change in a form.
pub fn preview(form: &Form, edits: &[Edit]) -> Vec<Change> {
    let mut after = form.clone();
    after.apply(edits);
    // Only these two move the defaults of other fields.
    let moves_others = |edit: &Edit| [&fields::START, &fields::LAUNCH_TYPE].contains(&edit.field);
    let can_move = edits.iter().any(moves_others);
    changes_where(
        |field| can_move || edits.iter().any(|edit| edit.field == field),
        form,
        &after,
    )
}

/// Returns what differs in the fields that can differ.
fn changes_where(can_differ: impl Fn(&Field) -> bool, before: &Form, after: &Form) -> Vec<Change> {
    let secrecy = [Secrecy::of(before), Secrecy::of(after)];
    let change = |field: &'static Field| {
        if !can_differ(field) {
            return None;
        }
        let texts = [before.texts(field), after.texts(field)];
        if texts[0] == texts[1] {
            return None;
        }
        let is_public = |text: &String| {
            !field.is_secret_text(text) && !secrecy.iter().any(|secrecy| secrecy.is_repeated_in(text))
        };
        let words = |texts: &[String]| {
            let is_shown = texts.iter().all(|text| text.is_empty() || is_public(text));
            is_shown.then(|| value(field, texts))
        };
        let (from, to) = (words(&texts[0]), words(&texts[1]));
        (from.is_none() || from != to).then_some(Change { field, from, to })
    };
    FIELDS.iter().copied().filter_map(change).collect()
}

/// Describes changes in one line.
pub fn described(changes: &[Change]) -> String {
    let words: Vec<String> = changes.iter().map(Change::words).collect();
    words.join("; ")
}

/// A value as the page shows it: the label of a choice, the unit of a number.
fn value(field: &Field, texts: &[String]) -> String {
    if field.kind.has_rows() {
        return match texts.len() {
            0 => String::new(),
            1 => texts[0].clone(),
            count => format!("{count} rows"),
        };
    }
    let text = read::canonical(field, texts.first().map_or("", String::as_str));
    match &field.kind {
        Kind::Choice(choices, _) => called(choices, &text),
        Kind::Flag(_) => called(choices::FLAG, &text),
        Kind::Number(unit, _) => match text.parse() {
            Ok(number) => unit.described(number),
            Err(_) => text,
        },
        _ => text,
    }
}

fn called(choices: &[Choice], text: &str) -> String {
    choices::label(choices, text).unwrap_or(text).to_owned()
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
        let (form, _) = link::parse("cpu=256&token=not-a-real-token&env=A=1", Secrets::Honour);
        let described = |edits: &[Edit]| described(&preview(&form, edits));
        for (edit, words) in [
            (
                Edit::set(&fields::CPU, "1024"),
                "CPU of the task: 256 (0.25 vCPU) → 1024 (1 vCPU)",
            ),
            (
                Edit::set(&fields::CIRCUIT_BREAKER, "false"),
                "Deployment circuit breaker: Yes → No",
            ),
            (
                Edit::set(&fields::TOKEN_SOURCE, "plain"),
                "Delegate token comes from: AWS Secrets Manager → Plain text in the task definition",
            ),
            (Edit::set(&fields::REGION, "us-west-2"), "AWS Region: us-west-2"),
            (Edit::clear(&fields::TOKEN), "Delegate token: cleared"),
            (Edit::set(&fields::TOKEN, "s3cret"), "Delegate token: changed"),
            (
                Edit::set(&fields::CLUSTER, "a not-a-real-token"),
                "ECS cluster: changed",
            ),
            (
                Edit::rows(&fields::ENV, vec!["A=1".into(), "B=2".into()]),
                "More environment variables: A=1 → 2 rows",
            ),
            (
                Edit::rows(&fields::ENV, vec!["DB_PASSWORD=notreal".into()]),
                "More environment variables: changed",
            ),
            (Edit::clear(&fields::TAGS), "AWS tags: cleared"),
        ] {
            assert_eq!(described(&[edit]), words);
        }
    }

    #[test]
    fn only_what_really_changes_is_a_change() {
        let (form, _) = link::parse("cpu=1+vCPU&memory=2048", Secrets::Honour);
        let edits = [
            Edit::set(&fields::CPU, "1024"),
            Edit::set(&fields::MEMORY, "2048"),
            Edit::set(&fields::CIRCUIT_BREAKER, "true"),
            Edit::clear(&fields::CONTAINER_CPU),
        ];
        assert_eq!(preview(&form, &edits), []);
        assert_eq!(changes(&form, &form), []);
        let more = preview(&form, &[Edit::set(&fields::START, "docs")]);
        assert!(
            more.iter().any(|change| change.field == &fields::LOGS),
            "a moved default is a change"
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
