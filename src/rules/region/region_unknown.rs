//! The Region is not one in which ECS is known to run.

use crate::aws::region;
use crate::facts::regions::REGIONS;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `region-unknown`
pub const RULE: Rule = Rule {
    id: "region-unknown",
    severity: Severity::Warning,
    what: "This page does not know the Region.",
    consequence: "For a Region that does not exist the AWS CLI says *Could not connect to the endpoint URL*. A Region newer than this page is fine.",
    source: sources::ENDPOINTS,
    check: |subject, problems| {
        let Some(region) = subject.typed(&fields::REGION) else {
            return;
        };
        // No public list contains the Regions of the isolated partitions.
        if region::is_known(region) || region::partition(region).starts_with("aws-iso") {
            return;
        }
        let lower = region.to_ascii_lowercase();
        let zone = lower
            .strip_suffix(|c: char| c.is_ascii_lowercase())
            .unwrap_or(&lower);
        let mut codes = REGIONS.iter().map(|(code, _)| *code);
        let meant = codes.find(|known| [lower.as_str(), zone].contains(known));
        let message = format!("`{}` is no Region that this page knows.", short(region));
        let fix = meant.map(|meant| Fix::set(format!("Use {meant}"), &fields::REGION, meant));
        problems.push(Problem::new(&fields::REGION, message).fix_if(fix));
    },
    fires: "region=us-west-2a",
    quiet: "region=eu-central-1",
};
