//! The rules: what AWS or Harness would refuse, or what would fail or hurt at run time. One file each, named after
//! the problem.

mod does_not_apply;
pub mod exclusions;
mod harness;
mod iam;
mod image;
mod links;
mod logs;
mod names;
mod network;
mod partition_region;
mod placeholder;
mod placeholder_left;
mod region_unknown;
mod secrets;
mod service;
mod size;
mod subject;
mod task_def_too_large;
mod task_def_too_large_hint;
mod template_too_large;
mod template_url_format;
mod terraform;
mod variables;

use crate::config::Config;
use crate::deployment::Deployment;
use crate::fields::Field;
use crate::finding::{Finding, Fix, Severity};
use std::borrow::Cow;

pub use subject::Subject;

/// A text that only the reference and the tests want: in the page they would be a tenth of it.
pub(crate) const fn native(text: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { text }
}

/// A rule: everything that is said about one kind of problem.
pub struct Rule {
    /// Stable: documentation links to it.
    pub id: &'static str,
    /// Honest: an error is what AWS or the delegate refuses or what cannot run.
    pub severity: Severity,
    /// The problem in one line.
    pub what: &'static str,
    /// What happens at AWS, and why.
    pub consequence: &'static str,
    /// Where that is documented.
    pub source: &'static str,
    /// Finds it.
    pub check: fn(&Subject, &mut Vec<Problem>),
    /// URL parameters of a configuration in which it fires; `{n}` stands for n characters.
    pub fires: &'static str,
    /// URL parameters of a similar one in which it doesn't.
    pub quiet: &'static str,
}

/// What a rule found: the field, the offending value and what is allowed, and a way out.
pub struct Problem {
    /// The field that it concerns.
    pub field: &'static Field,
    /// Which of its rows.
    pub row: Option<usize>,
    /// The offending value and what is allowed.
    pub message: String,
    /// The edits that mend it.
    pub fix: Option<Fix>,
}

impl Problem {
    /// A problem of a field, without a fix.
    pub fn new(field: &'static Field, message: impl Into<String>) -> Self {
        Self {
            field,
            row: None,
            message: message.into(),
            fix: None,
        }
    }

    /// The same with a fix.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// The same with a fix, if there is one.
    #[must_use]
    pub fn fix_if(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// The same about one row of the field.
    #[must_use]
    pub fn row(mut self, row: usize) -> Self {
        self.row = Some(row);
        self
    }
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day that is so many days after 1970-01-01.
    pub fn from_days(days: u64) -> Self {
        let is_leap =
            |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let (mut year, mut rest) = (1970, days);
        while rest >= 365 + u64::from(is_leap(year)) {
            rest -= 365 + u64::from(is_leap(year));
            year += 1;
        }
        let lengths = [
            31,
            28 + u64::from(is_leap(year)),
            31,
            30,
            31,
            30,
            31,
            31,
            30,
            31,
            30,
            31,
        ];
        let mut month = 0;
        while rest >= lengths[month] {
            rest -= lengths[month];
            month += 1;
        }
        let small = |number: u64| u8::try_from(number).unwrap_or(u8::MAX);
        Self {
            year: u16::try_from(year).unwrap_or(u16::MAX),
            month: small(month as u64 + 1),
            day: small(rest + 1),
        }
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(str::parse::<u16>);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Self { year, month, day })
    }
}

/// Every rule, in the order in which their findings are shown.
pub static RULES: &[&Rule] = &[
    &does_not_apply::RULE,
    &placeholder_left::RULE,
    &names::cluster_name_format::RULE,
    &names::service_name_format::RULE,
    &names::family_format::RULE,
    &names::family_shared::RULE,
    &names::container_name_format::RULE,
    &harness::delegate_name_format::RULE,
    &harness::account_id_format::RULE,
    &harness::account_id_format_hint::RULE,
    &harness::account_ids_swapped::RULE,
    &harness::manager_url_format::RULE,
    &harness::manager_url_format_hint::RULE,
    &harness::manager_url_http::RULE,
    &harness::log_service_mismatch::RULE,
    &harness::delegate_tags_format::RULE,
    &harness::init_script_nonroot::RULE,
    &harness::proxy_incomplete::RULE,
    &harness::proxy_host_format::RULE,
    &harness::no_proxy_cidr::RULE,
    &secrets::token_plaintext::RULE,
    &secrets::token_format::RULE,
    &secrets::secret_arn_format::RULE,
    &secrets::secret_arn_partial::RULE,
    &secrets::secret_region::RULE,
    &secrets::secret_account::RULE,
    &secrets::kms_key_format::RULE,
    &image::image_format::RULE,
    &image::image_tag::RULE,
    &image::image_expired::RULE,
    &image::image_fips::RULE,
    &region_unknown::RULE,
    &partition_region::RULE,
    &network::subnet_id_format::RULE,
    &network::subnet_count::RULE,
    &network::sg_id_format::RULE,
    &network::sg_count::RULE,
    &network::public_ip_ec2::RULE,
    &network::public_ip_egress::RULE,
    &network::ec2_awsvpc::RULE,
    &network::ec2_cluster_empty::RULE,
    &network::hostname_awsvpc::RULE,
    &network::hostname_format::RULE,
    &network::port_range::RULE,
    &network::reserved_host_port::RULE,
    &network::ephemeral_host_port::RULE,
    &network::static_host_port::RULE,
    &network::port_8080_unused::RULE,
    &size::fargate_size_pair::RULE,
    &size::ec2_cpu_range::RULE,
    &size::ec2_memory_missing::RULE,
    &size::container_memory_min::RULE,
    &size::container_memory_over_task::RULE,
    &size::container_cpu_over_task::RULE,
    &size::container_cpu_one::RULE,
    &size::memory_unreachable::RULE,
    &size::delegate_too_small::RULE,
    &size::ephemeral_range::RULE,
    &size::arm64_image::RULE,
    &variables::reserved_env::RULE,
    &variables::reserved_env_token::RULE,
    &variables::env_name_format::RULE,
    &variables::env_secret_duplicate::RULE,
    &variables::env_secret_plain::RULE,
    &variables::bool_string::RULE,
    &variables::logging_level::RULE,
    &variables::java_heap_too_large::RULE,
    &variables::legacy_env::RULE,
    &variables::upgrader_on_ecs::RULE,
    &service::desired_count_zero::RULE,
    &service::desired_count_one::RULE,
    &service::deployment_percent::RULE,
    &service::deployment_blocked::RULE,
    &service::capacity_name_format::RULE,
    &service::launch_type_compat::RULE,
    &service::capacity_provider_association::RULE,
    &service::capacity_provider_new_cluster::RULE,
    &service::spot_interruption::RULE,
    &service::platform_version_format::RULE,
    &service::platform_version_old::RULE,
    &service::platform_version_old_hint::RULE,
    &service::stop_timeout_range::RULE,
    &service::stop_timeout_short::RULE,
    &service::stop_timeout_long_ec2::RULE,
    &service::health_check_absent::RULE,
    &service::health_check_port::RULE,
    &service::exec_requirements::RULE,
    &service::managed_tags_no_propagate::RULE,
    &service::tags_invalid::RULE,
    &logs::logs_missing::RULE,
    &logs::log_group_format::RULE,
    &logs::log_retention_unknown::RULE,
    &iam::aws_account_id_format::RULE,
    &iam::role_arn_format::RULE,
    &iam::execution_role_secrets::RULE,
    &iam::execution_role_given::RULE,
    &iam::s3_bucket_format::RULE,
    &task_def_too_large::RULE,
    &task_def_too_large_hint::RULE,
    &terraform::tf_module_ec2::RULE,
    &terraform::tf_module_name_length::RULE,
    &terraform::tf_module_memory::RULE,
    &terraform::tf_module_ecr::RULE,
    &terraform::tf_module_secret_suffix::RULE,
    &terraform::tf_module_unsupported::RULE,
    &template_url_format::RULE,
    &template_too_large::RULE,
];

/// Everything that is wrong with a configuration or could be better.
pub fn check(config: &Config, deployment: &Deployment, today: Date) -> Vec<Finding> {
    let subject = Subject {
        config,
        deployment,
        today,
    };
    let mut findings = Vec::new();
    for rule in RULES {
        let mut problems = Vec::new();
        (rule.check)(&subject, &mut problems);
        // What could hurt hurts nobody where main.tf leaves it out. What is wrong stays so: the way out of the module is
        // open.
        if rule.severity != Severity::Error && rule.id != does_not_apply::RULE.id {
            let is_in_no_file = |field| terraform::tf_module_unsupported::leaves_out(config, field);
            problems.retain(|problem| !is_in_no_file(problem.field));
        }
        findings.extend(problems.into_iter().map(|problem| Finding {
            rule: rule.id,
            severity: rule.severity,
            field: Cow::Borrowed(problem.field.key),
            row: problem.row,
            message: problem.message,
            consequence: rule.consequence,
            link: rule.source,
            fix: problem.fix,
        }));
    }
    findings
}

#[cfg(test)]
mod tests;
