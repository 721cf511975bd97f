//! Snapshots the message, title and edits of every finding on the examples and at the thresholds. `INSTA_UPDATE=always
//! cargo test --lib said` accepts intended changes.

use super::thresholds::cases;
use super::{findings, form};
use crate::rules::RULES;
use std::fmt::Write as _;

#[test]
fn what_the_rules_say_and_do() {
    let examples = RULES.iter().map(|rule| (rule.fires, Some(rule.id)));
    let at_thresholds = cases().map(|(parameters, ..)| (*parameters, None));
    let mut said = String::new();
    for (parameters, wanted) in examples.chain(at_thresholds) {
        let _ = writeln!(said, "\n?{parameters}");
        for finding in findings(&form(parameters)) {
            if wanted.is_some_and(|rule| rule != finding.rule) {
                continue;
            }
            let row = finding.row.map_or(String::new(), |row| format!("[{row}]"));
            let _ = writeln!(
                said,
                "  {} {}{row}: {}",
                finding.rule, finding.field, finding.message
            );
            if let Some(fix) = &finding.fix {
                let edits: Vec<String> = fix
                    .edits
                    .iter()
                    .map(|edit| format!("{}={:?}", edit.field.key, edit.texts))
                    .collect();
                let _ = writeln!(said, "    {}: {}", fix.title, edits.join(" "));
            }
        }
    }
    insta::with_settings!({
        snapshot_path => "../../../tests/snapshots", omit_expression => true, prepend_module_to_snapshot => false
    }, {
        insta::assert_snapshot!("findings", said);
    });
}
