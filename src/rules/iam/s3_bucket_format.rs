//! The S3 bucket name is malformed.

use crate::aws::names::is_bucket;
use crate::facts::s3::BUCKET_NAME;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `s3-bucket-format`
pub const RULE: Rule = Rule {
    id: "s3-bucket-format",
    severity: Severity::Warning,
    what: "The S3 bucket's name is malformed.",
    consequence: "The policy then allows reading a bucket that cannot exist, and the delegate gets *AccessDenied* from yours.",
    source: sources::BUCKET_NAMES,
    check: |subject, problems| {
        let field = &fields::S3_BUCKET;
        let Some(given) = subject.typed(field).filter(|name| !is_bucket(name)) else {
            return;
        };
        let meant = given
            .strip_prefix("s3://")
            .or_else(|| given.split_once(":s3:::").map(|(_, name)| name))
            .unwrap_or(given);
        let meant = meant.split('/').next().unwrap_or(meant).to_ascii_lowercase();
        let fix = is_bucket(&meant).then(|| Fix::set(format!("Use {meant}"), field, meant.as_str()));
        let (shortest, longest) = (BUCKET_NAME.start(), BUCKET_NAME.end());
        let message = format!(
            "`{}`: {shortest} to {longest} of `a-z`, `0-9`, `-` and `.`.",
            short(given)
        );
        problems.push(Problem::new(field, message).fix_if(fix));
    },
    fires: "task_role_permissions=read-s3&s3_bucket=s3://build-artifacts/x",
    quiet: "task_role_permissions=read-s3&s3_bucket=build-artifacts",
};
