//! The list of hosts that the delegate reaches without the proxy contains an address range.

use super::no_proxy;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `no-proxy-cidr`
pub const RULE: Rule = Rule {
    id: "no-proxy-cidr",
    severity: Severity::Warning,
    what: "The list of hosts to reach without the proxy contains an address range.",
    consequence: "The delegate compares host names with the list and understands no ranges: these hosts are asked through the proxy.",
    source: sources::PROXY,
    check: |subject, problems| {
        let field = &fields::NO_PROXY;
        let Some(list) = subject.typed(field) else { return };
        let is_range = |item: &&str| {
            item.trim().split_once('/').is_some_and(|(_, bits)| {
                !bits.is_empty() && bits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            })
        };
        if let Some(range) = list.split(',').find(is_range) {
            // A range is often there for the credentials of the task role.
            let lacking = no_proxy::lacking(subject.config, list);
            let title = match lacking[..] {
                [] => "Take the ranges out".to_owned(),
                _ => format!("Put {} in its place", lacking.join(" and ")),
            };
            let rest = list.split(',').filter(|item| !is_range(item));
            let all: Vec<&str> = rest.chain(lacking).collect();
            let message = format!(
                "`{}` is an address range; hosts and suffixes such as `.internal` are understood.",
                short(range.trim())
            );
            problems.push(Problem::new(field, message).fix(Fix::set(title, field, all.join(","))));
        }
    },
    fires: "proxy_host=proxy.example.com&proxy_port=3128&no_proxy=localhost,10.0.0.0/8",
    quiet: "proxy_host=proxy.example.com&proxy_port=3128&no_proxy=localhost,.internal,10.0.0.1,169.254.170.2",
};
