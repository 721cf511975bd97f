//! A part of the proxy is missing: the host, the port, or the user to whom a password belongs.

use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::rule::{Problem, Rule};

/// `proxy-incomplete`
pub const RULE: Rule = Rule {
    id: "proxy-incomplete",
    severity: Severity::Error,
    what: "A part of the proxy is missing.",
    consequence: "The delegate builds the proxy's URL from all of the parts; without one it starts without the proxy or with a broken URL, and cannot reach Harness.",
    source: sources::PROXY,
    check: |subject, problems| {
        let config = subject.config;
        let (host, port) = (!config.proxy_host.is_blank(), !config.proxy_port.is_blank());
        if host && !port {
            problems.push(Problem::new(
                &fields::PROXY_PORT,
                "The proxy has a host and no port.",
            ));
        } else if port && !host {
            let fix = Fix::clear("Clear it", &fields::PROXY_PORT);
            problems.push(Problem::new(&fields::PROXY_PORT, "A port without a proxy host.").fix(fix));
        }
        let has_password = !config.proxy_password.is_blank() || !config.proxy_password_secret_arn.is_blank();
        if host && has_password && config.proxy_user.is_blank() {
            problems.push(Problem::new(
                &fields::PROXY_USER,
                "The proxy has a password and no user.",
            ));
        }
    },
    fires: "proxy_host=proxy.example.com",
    quiet: "proxy_host=proxy.example.com&proxy_port=3128",
};
