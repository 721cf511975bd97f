//! The proxy host is a URL, or contains more than a host.

use crate::aws::url::{is_host, is_port};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Edit, Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `proxy-host-format`
pub const RULE: Rule = Rule {
    id: "proxy-host-format",
    severity: Severity::Error,
    what: "The proxy host is more than a name or an address.",
    consequence: "The delegate joins scheme, host and port itself: the result would be `http://http://proxy:3128:3128`, and the delegate cannot reach Harness.",
    source: sources::PROXY,
    check: |subject, problems| {
        let field = &fields::PROXY_HOST;
        let Some(given) = subject.typed(field).filter(|host| !is_host(host)) else {
            return;
        };
        let (scheme, rest) = match given.split_once("://") {
            Some((scheme @ ("http" | "https"), rest)) => (Some(scheme), rest),
            _ => (None, given),
        };
        let rest = rest.trim_end_matches('/');
        let (host, port) = rest
            .split_once(':')
            .map_or((rest, None), |(host, port)| (host, Some(port)));
        let fix = (is_host(host) && port.is_none_or(is_port)).then(|| {
            let mut fix = Fix::set("Put each part into its field", field, host);
            if let Some(port) = port {
                fix = fix.and(Edit::set(&fields::PROXY_PORT, port));
            }
            if let Some(scheme) = scheme {
                fix = fix.and(Edit::set(&fields::PROXY_SCHEME, scheme));
            }
            fix
        });
        let message = format!(
            "`{}`: only the name or address, without scheme and port.",
            short(given)
        );
        problems.push(Problem::new(field, message).fix_if(fix));
    },
    fires: "proxy_host=http://proxy.example.com:3128",
    quiet: "proxy_host=proxy.example.com&proxy_port=3128",
};
