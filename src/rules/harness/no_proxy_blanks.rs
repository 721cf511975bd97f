//! The list of hosts that the delegate reaches without the proxy contains white space.

use super::no_proxy;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `no-proxy-blanks`
pub const RULE: Rule = Rule {
    id: "no-proxy-blanks",
    severity: Severity::Error,
    what: "The list of hosts to reach without the proxy contains white space.",
    consequence: "The image's start script turns the list into one option of Java. White space splits the option, Java takes the rest for the name of a class, and the delegate does not start.",
    source: sources::PROXY,
    check: |subject, problems| {
        let field = &fields::NO_PROXY;
        let Some(list) = subject.typed(field) else { return };
        if list.contains(char::is_whitespace) {
            let hosts: Vec<&str> = list.split_whitespace().flat_map(no_proxy::items).collect();
            let fix = Fix::set("Take the blanks out", field, hosts.join(","));
            let message = format!(
                "`{}` contains blanks; separate hosts with commas only.",
                short(list)
            );
            problems.push(Problem::new(field, message).fix(fix));
        }
    },
    fires: "proxy_host=proxy.example.com&proxy_port=3128&no_proxy=169.254.170.2,+.internal",
    quiet: "proxy_host=proxy.example.com&proxy_port=3128&no_proxy=169.254.170.2,.internal",
};
