//! The rules find what AWS or Harness would reject, and what would fail or cause problems at run time. Each rule has a
//! file, named after the problem, in a folder that lists its rules.

mod arns;
mod cloudformation;
mod form;
mod harness;
mod iam;
mod image;
mod imported;
mod logs;
mod names;
mod network;
mod pasted;
mod placeholder;
mod region;
pub mod rule;
mod secrets;
mod service;
mod size;
pub mod subject;
mod task_definition;
mod terraform;
mod variables;

use crate::config::Config;
use crate::date::Date;
use crate::deployment::{Deployment, build};
use crate::finding::{Finding, Severity};
use crate::form::Form;
use crate::read::{Reading, read};
use crate::secrecy;
use rule::Rule;
use subject::Subject;

/// The list of each folder, in the order in which the page shows their findings.
const LISTS: &[&[Rule]] = &[
    form::RULES,
    pasted::RULES,
    names::RULES,
    harness::RULES,
    secrets::RULES,
    image::RULES,
    region::RULES,
    network::RULES,
    size::RULES,
    variables::RULES,
    service::RULES,
    logs::RULES,
    iam::RULES,
    task_definition::RULES,
    terraform::RULES,
    cloudformation::RULES,
    imported::RULES,
];

/// The id of the rule about values that have no effect. The page loads the rules later, so it compares ids only.
pub const DOES_NOT_APPLY: &str = form::does_not_apply::RULE.id;

/// Every rule, in the order in which the page shows their findings.
pub static RULES: [Rule; count(LISTS)] = joined(LISTS);

const fn count(lists: &[&[Rule]]) -> usize {
    let (mut sum, mut list) = (0, 0);
    while list < lists.len() {
        sum += lists[list].len();
        list += 1;
    }
    sum
}

/// Joins the lists at compile time, which leaves in the program only what is copied here, not the whole constants.
const fn joined<const N: usize>(lists: &[&[Rule]]) -> [Rule; N] {
    let mut all = [lists[0][0].shipped(); N];
    let (mut list, mut at, mut next) = (0, 0, 0);
    while list < lists.len() {
        if at < lists[list].len() {
            all[next] = lists[list][at].shipped();
            at += 1;
            next += 1;
        } else {
            list += 1;
            at = 0;
        }
    }
    all
}

/// Returns the findings about a form: first those of reading, then those of the rules.
pub fn findings(form: &Form, today: Date) -> Vec<Finding> {
    let (config, mut reading) = read(form);
    let mut findings = std::mem::take(&mut reading.findings);
    findings.extend(check(&config, &reading, &build(&config), today));
    findings
}

/// Returns the findings of the rules about a configuration.
pub fn check(config: &Config, reading: &Reading, deployment: &Deployment, today: Date) -> Vec<Finding> {
    let subject = Subject {
        pasted: &pasted::all(config),
        config,
        reading,
        deployment,
        today,
    };
    let mut findings = Vec::new();
    for rule in &RULES {
        let mut problems = Vec::new();
        (rule.check)(&subject, &mut problems);
        // A warning about a value that `main.tf` leaves out does not matter. An error stays, because the user can
        // switch from the module to plain resources.
        if rule.severity != Severity::Error && rule.id != DOES_NOT_APPLY {
            let is_in_no_file = |field| terraform::tf_module_unsupported::leaves_out(config, field);
            problems.retain(|problem| !is_in_no_file(problem.field));
        }
        let problems = problems.into_iter();
        findings.extend(problems.map(|problem| problem.finding(rule)));
    }
    secrecy::hide(&reading.secrets, &mut findings);
    findings
}

#[cfg(test)]
mod tests;
