//! The rules: what AWS or Harness would refuse, or what would fail or hurt at run time. One file each, named after
//! the problem, in a folder with its list.

mod arns;
mod cloudformation;
mod form;
mod harness;
mod iam;
mod image;
mod links;
mod logs;
mod names;
mod network;
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
use rule::Rule;
use subject::Subject;

/// The list of each folder, in the order in which their findings are shown.
const LISTS: &[&[Rule]] = &[
    form::RULES,
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
];

/// The id of the rule about values that have no effect. The page loads the rules later, so it compares ids only.
pub const DOES_NOT_APPLY: &str = form::does_not_apply::RULE.id;

/// Every rule, in the order in which their findings are shown.
pub static RULES: [Rule; count(LISTS)] = joined(LISTS);

const fn count(lists: &[&[Rule]]) -> usize {
    let (mut sum, mut list) = (0, 0);
    while list < lists.len() {
        sum += lists[list].len();
        list += 1;
    }
    sum
}

/// The lists as one. The compiler does it, so that of the constants in the lists only what is copied here is in the
/// program.
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

/// Everything that is wrong with a form or could be better: what reading finds, then what the rules find.
pub fn findings(form: &Form, today: Date) -> Vec<Finding> {
    let (config, mut reading) = read(form);
    let mut findings = std::mem::take(&mut reading.findings);
    findings.extend(check(&config, &reading, &build(&config), today));
    findings
}

/// Everything that is wrong with a configuration or could be better.
pub fn check(config: &Config, reading: &Reading, deployment: &Deployment, today: Date) -> Vec<Finding> {
    let subject = Subject {
        config,
        reading,
        deployment,
        today,
    };
    let mut findings = Vec::new();
    for rule in &RULES {
        let mut problems = Vec::new();
        (rule.check)(&subject, &mut problems);
        // What could hurt hurts nobody where main.tf leaves it out. What is wrong stays so: the way out of the module is
        // open.
        if rule.severity != Severity::Error && rule.id != DOES_NOT_APPLY {
            let is_in_no_file = |field| terraform::tf_module_unsupported::leaves_out(config, field);
            problems.retain(|problem| !is_in_no_file(problem.field));
        }
        let problems = problems.into_iter();
        findings.extend(problems.map(|problem| problem.finding(rule)));
    }
    findings
}

#[cfg(test)]
mod tests;
