//! With a proxy user, only the delegate itself uses the proxy.

use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `proxy-user-children`
pub const RULE: Rule = Rule {
    id: "proxy-user-children",
    severity: Severity::Info,
    what: "With a proxy user, the programs that the delegate starts get no proxy.",
    consequence: "The image's start script sets `http_proxy` and `https_proxy` only for a proxy without a user. Git, Helm, Terraform and the AWS CLI connect directly; a step that needs the proxy sets it itself.",
    source: sources::PROXY,
    check: |subject, problems| {
        let config = subject.config;
        if !config.proxy_host.is_blank() && !config.proxy_user.is_blank() {
            let message = "Only the delegate itself uses this proxy; the programs that it starts do not.";
            problems.push(Problem::new(&fields::PROXY_USER, message));
        }
    },
    fires: "proxy_host=proxy.example.com&proxy_port=3128&proxy_user=delegate&proxy_password=not-a-real-password",
    quiet: "proxy_host=proxy.example.com&proxy_port=3128&no_proxy=169.254.170.2",
};
