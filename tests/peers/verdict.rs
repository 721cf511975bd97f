//! What the page and the peers say of one configuration.

use crate::cases::Case;
use crate::common::Outcome;
use crate::related::related;
use configurator::Severity;
use serde_json::Value;

/// What the page says: rule and field, above info.
pub type Said = Vec<(String, String)>;

/// The page's warnings and errors, and the missing fields. Findings about the link itself do not count.
pub fn page_says(outcome: &Outcome) -> Said {
    let of_link = ["secret-in-link", "broken-encoding"];
    let loud = outcome
        .findings
        .iter()
        .filter(|f| f.severity != Severity::Info && !of_link.contains(&f.rule));
    let mut said: Said = loud.map(|f| (f.rule.to_owned(), f.field.to_string())).collect();
    said.extend(
        outcome
            .missing()
            .into_iter()
            .map(|key| ("missing".to_owned(), key.to_owned())),
    );
    said
}

/// The reports of one peer on one case.
pub fn reports(answer: &Value, peer: &str) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = answer[peer].as_array().into_iter().flatten();
    all.map(|report| (text(&report[0]), text(&report[1]))).collect()
}

pub const PEERS: [&str; 3] = ["botocore", "moto", "cfn-lint"];

/// The result of one case.
pub struct Verdict {
    /// The page's rules on the field that it must name.
    pub rules: Vec<String>,
    /// The first report of each peer.
    pub cells: Vec<Option<String>>,
    /// Whether a peer reports something that the page does not.
    pub is_miss: bool,
    /// Every fault.
    pub wrong: Vec<String>,
}

pub fn judge(case: &Case, outcome: &Outcome, answer: &Value) -> Verdict {
    let (name, said) = (&case.name, page_says(outcome));
    let on_field = said.iter().filter(|(_, field)| *field == case.field);
    let rules: Vec<String> = on_field.map(|(rule, _)| rule.clone()).collect();
    let mut wrong = Vec::new();
    let silent: Vec<_> = case.rules.iter().filter(|rule| !rules.contains(rule)).collect();
    if rules.is_empty() || !silent.is_empty() {
        wrong.push(format!(
            "{name}: on `{}` {rules:?}, without {silent:?}; in all {said:?}",
            case.field
        ));
    }
    let mut cells = Vec::new();
    let mut is_miss = false;
    for peer in PEERS {
        let reports = reports(answer, peer);
        for (place, message) in &reports {
            let related = related(place, message);
            if !said.iter().any(|(_, field)| related.contains(&field.as_str())) {
                is_miss = true;
                wrong.push(format!(
                    "{name}: {peer}: `{place}: {message}`, about {related:?}; the page {said:?}"
                ));
            }
        }
        cells.push(reports.into_iter().next().map(|(_, message)| message));
    }
    // The AWS CLI fails exactly where boto3 fails.
    if !answer["aws"].is_null() {
        let of_documents = reports(answer, "moto").iter().any(|(place, _)| place.is_empty());
        if reports(answer, "aws").is_empty() == of_documents {
            wrong.push(format!(
                "{name}: the AWS CLI says {}, boto3 {}",
                answer["aws"], answer["moto"]
            ));
        }
    }
    Verdict {
        rules,
        cells,
        is_miss,
        wrong,
    }
}
