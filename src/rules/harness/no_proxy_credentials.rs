//! The programs that the delegate starts would ask the proxy for the credentials of the task role.

use super::no_proxy;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `no-proxy-credentials`
pub const RULE: Rule = Rule {
    id: "no-proxy-credentials",
    severity: Severity::Warning,
    what: "The task role's credentials would be fetched through the proxy.",
    consequence: "The image's start script sets `http_proxy` for every program that the delegate starts. The AWS CLI, Terraform and other SDKs then ask the proxy for the role's credentials, and fail: *NoCredentialProviders*, *Unable to locate credentials*.",
    source: sources::HTTP_PROXY,
    check: |subject, problems| {
        let config = subject.config;
        // With a user, the script sets no proxy for other programs.
        if config.proxy_host.is_blank() || !config.proxy_user.is_blank() {
            return;
        }
        let field = &fields::NO_PROXY;
        // `placeholder-left` judges a placeholder.
        let list = match subject.typed(field) {
            Some(list) => list,
            None if config.no_proxy.is_blank() => "",
            None => return,
        };
        let lacking = no_proxy::lacking(config, list);
        if lacking.is_empty() {
            return;
        }
        let all: Vec<&str> = no_proxy::items(list).chain(lacking.iter().copied()).collect();
        let addresses = lacking.join("` and `");
        let message = format!("The credentials at `{addresses}` would be fetched through the proxy.");
        let fix = Fix::set(format!("Add {}", lacking.join(" and ")), field, all.join(","));
        problems.push(Problem::new(field, message).fix(fix));
    },
    fires: "proxy_host=proxy.example.com&proxy_port=3128",
    quiet: "proxy_host=proxy.example.com&proxy_port=3128&no_proxy=.internal,169.254.170.2",
};
