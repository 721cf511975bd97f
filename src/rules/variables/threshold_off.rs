//! A threshold for new tasks has no effect without its switch.

use super::rows;
use crate::facts::delegate::{THRESHOLD_SWITCH, THRESHOLDS};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `threshold-off`
pub const RULE: Rule = Rule {
    id: "threshold-off",
    severity: Severity::Warning,
    what: "A threshold of the delegate has no effect without its switch.",
    consequence: "Without `DYNAMIC_REQUEST_HANDLING=true` the delegate ignores the threshold and takes tasks until it runs out of memory.",
    source: sources::METRICS,
    check: |subject, problems| {
        let mut switches = rows::all(subject).filter(|(_, row)| row.name == THRESHOLD_SWITCH);
        // `bool-string` judges another value than `false`; that of a secret is unknown.
        let is_off = |value: &str| value.trim().eq_ignore_ascii_case("false");
        if switches.any(|(field, row)| field == &fields::SECRET_ENV || !is_off(&row.value)) {
            return;
        }
        for (field, row) in rows::all(subject).filter(|(_, row)| THRESHOLDS.contains(&row.name.as_str())) {
            let message = format!("`{}` has no effect without `{THRESHOLD_SWITCH}=true`.", row.name);
            let is_switch = |index: usize| {
                let mut rows = subject.rows(&fields::ENV).iter();
                rows.any(|row| row.index == index && row.name == THRESHOLD_SWITCH)
            };
            let mut texts = subject.without_rows(&fields::ENV, is_switch).texts;
            texts.push(format!("{THRESHOLD_SWITCH}=true"));
            let fix = Fix::new(
                format!("Add {THRESHOLD_SWITCH}=true"),
                vec![Edit::rows(&fields::ENV, texts)],
            );
            problems.push(Problem::new(field, message).row(row.index).fix(fix));
        }
    },
    fires: "env=DELEGATE_CPU_THRESHOLD=80",
    quiet: "env=DELEGATE_CPU_THRESHOLD=80&env=DYNAMIC_REQUEST_HANDLING=true",
};
