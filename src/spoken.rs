//! What screen readers hear when the findings change: which field, and what is wrong, each once.

use crate::fields;
use crate::finding::Finding;
use crate::words::counted;

/// How many findings are said in full. The others are counted.
const SAID_MAX: usize = 2;

/// What has been said.
#[derive(Debug, Default)]
pub struct Spoken(Vec<String>);

impl Spoken {
    /// Returns what is to be said of the present findings: those that are new, errors first. `None` if there is nothing
    /// to say.
    pub fn next(&mut self, findings: &[Finding]) -> Option<String> {
        let mut new: Vec<&Finding> = findings
            .iter()
            .filter(|finding| !self.0.contains(&words(finding)))
            .collect();
        // Only some are said in full: of these, the ones that stop a deployment.
        new.sort_by_key(|finding| finding.severity);
        let is_over = findings.is_empty() && !self.0.is_empty();
        let said = match new.as_slice() {
            // Not said at the start, where there was nothing.
            [] => is_over.then(|| "No findings.".to_owned()),
            new => Some(in_words(new)),
        };
        self.0 = findings.iter().map(words).collect();
        said
    }
}

fn in_words(new: &[&Finding]) -> String {
    let mut said: Vec<String> = new.iter().take(SAID_MAX).map(|finding| words(finding)).collect();
    if new.len() > SAID_MAX {
        let more = counted(new.len() - SAID_MAX, "more finding", "more findings");
        said.push(format!("And {more}."));
    }
    said.join(" ")
}

/// `Harness account ID: …`
fn words(finding: &Finding) -> String {
    let label = fields::field(&finding.field).map_or("The link", |field| field.label);
    format!("{label}: {}", finding.message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::link::{Secrets, parse};
    use crate::{build, read::read, rules};

    fn findings(query: &str) -> Vec<Finding> {
        let form = parse(query, Secrets::Ignore).0;
        let (config, reading) = read(&form);
        rules::check(&config, &reading, &build(&config), Date::from_days(20_000))
    }

    #[test]
    fn each_finding_is_said_once_and_errors_come_first() {
        let mut spoken = Spoken::default();
        assert_eq!(spoken.next(&[]), None);
        let mut all = findings("delegate_name=A_&subnets=x&stop_timeout=200");
        // The error comes last, as it may when the page checks many fields at once.
        all.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        assert!(all.len() > SAID_MAX + 1, "{all:#?}");
        let said = spoken.next(&all).expect("there is something to say");
        assert!(said.contains("Stop timeout: "), "{said}");
        assert!(
            said.ends_with(&format!("And {} more findings.", all.len() - SAID_MAX)),
            "{said}"
        );
        assert_eq!(spoken.next(&all), None, "nothing is new");
        assert_eq!(spoken.next(&[]).as_deref(), Some("No findings."));
        assert_eq!(spoken.next(&[]), None);
    }
}
