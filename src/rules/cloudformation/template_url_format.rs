//! CloudFormation does not accept this template URL.

use crate::aws::region;
use crate::aws::url::Url;
use crate::facts::cloudformation::TEMPLATE_URL_MAX;
use crate::facts::regions;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};
use crate::rules::subject::Subject;

/// `template-url-format`
pub const RULE: Rule = Rule {
    id: "template-url-format",
    severity: Severity::Error,
    what: "The template's address is not an `https` address of an object in S3.",
    consequence: "The console says *TemplateURL must be a supported URL*, and creates no stack.",
    source: sources::CREATE_STACK,
    check: |subject, problems| {
        let field = &fields::TEMPLATE_URL;
        let Some(given) = subject.typed(field).filter(|given| !is_s3(given)) else {
            return;
        };
        let message = if given.len() > TEMPLATE_URL_MAX {
            format!(
                "It has {} characters; {TEMPLATE_URL_MAX} are allowed.",
                given.len()
            )
        } else {
            format!(
                "`{}` is no address such as `https://bucket.s3.us-west-2.amazonaws.com/template.yaml`.",
                short(given)
            )
        };
        let fix = meant(subject, given)
            .map(|meant| Fix::set(format!("Use {}", short(&meant)), field, meant.as_str()));
        problems.push(Problem::new(field, message).fix_if(fix));
    },
    fires: "way=cloudformation&template_url=s3://templates-of-mine/template.yaml",
    quiet: "way=cloudformation&template_url=https://templates-of-mine.s3.us-west-2.amazonaws.com/template.yaml",
};

/// Returns the URL of the same object that CloudFormation accepts.
fn meant(subject: &Subject, given: &str) -> Option<String> {
    let meant = if let Some(rest) = given.strip_prefix("http://") {
        format!("https://{rest}")
    } else {
        let (bucket, key) = given.strip_prefix("s3://")?.split_once('/')?;
        let region = subject.known_region()?;
        format!(
            "https://{bucket}.s3.{region}.{}/{key}",
            region::dns_suffix(region)
        )
    };
    is_s3(&meant).then_some(meant)
}

/// Whether the text is an `https` URL of an S3 object, with the bucket in the host name or in the path.
fn is_s3(given: &str) -> bool {
    let is_service = |host: &str| {
        let host = host.to_ascii_lowercase();
        let suffixes = regions::PARTITIONS.iter().map(|(.., suffix)| *suffix);
        let rest = suffixes
            .chain([regions::STANDARD.2])
            .find_map(|suffix| host.strip_suffix(suffix)?.strip_suffix('.').map(str::to_owned));
        rest.is_some_and(|rest| {
            rest.split('.')
                .any(|label| label == "s3" || label.starts_with("s3-"))
        })
    };
    let path = given.splitn(4, '/').nth(3).unwrap_or_default();
    given.len() <= TEMPLATE_URL_MAX
        && !given.contains(char::is_whitespace)
        && !given.contains('@')
        && Url::parse(given).is_some_and(|url| url.is_secure && is_service(url.host))
        && !path.is_empty()
        && !path.starts_with(['?', '#'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_objects() {
        for good in [
            "https://b.s3.us-west-2.amazonaws.com/template.yaml",
            "https://b.s3.amazonaws.com/a/template.yaml?versionId=1",
            "https://s3.amazonaws.com/b/template.yaml",
            "https://s3-us-west-2.amazonaws.com/b/t",
            "https://a.b.s3.dualstack.eu-west-1.amazonaws.com/t",
            "https://b.s3.cn-north-1.amazonaws.com.cn/t",
            "https://b.s3.eusc-de-east-1.amazonaws.eu/t",
        ] {
            assert!(is_s3(good), "{good}");
        }
        let long = format!("https://b.s3.amazonaws.com/{}", "x".repeat(TEMPLATE_URL_MAX));
        for bad in [
            "s3://b/t",
            "http://b.s3.amazonaws.com/t",
            "https://example.com/t.yaml",
            "https://b.s3.amazonaws.com",
            "https://b.s3.amazonaws.com/",
            "https://b.s3.amazonaws.com/?x",
            "https://b.s3.amazonaws.com.example.com/t",
            "https://b.example.com/s3.amazonaws.com",
            "https://xs3.amazonaws.com/t",
            "https://u:p@b.s3.amazonaws.com/t",
            "https://b.s3.amazonaws.com/a b",
            "template.yaml",
            &long,
        ] {
            assert!(!is_s3(bad), "{bad}");
        }
    }
}
