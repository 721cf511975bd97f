//! `http` and `https` URLs, hosts and ports.

use crate::facts::network::HOST_NAME_MAX;

/// An `http` or `https` URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Url<'a> {
    /// Whether the scheme is `https`.
    pub is_secure: bool,
    /// The host, without the user and the port.
    pub host: &'a str,
}

impl<'a> Url<'a> {
    /// Parses an `http` or `https` URL. Returns `None` for another scheme, for a missing or invalid host and for an
    /// invalid port.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (is_secure, rest) = match text.strip_prefix("https://") {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix("http://")?),
        };
        let authority = rest.split(['/', '?', '#']).next()?;
        let host_and_port = authority.rsplit('@').next()?;
        let (host, port) = host_and_port.split_once(':').unwrap_or((host_and_port, "443"));
        (is_host(host) && is_port(port)).then_some(Self { is_secure, host })
    }

    /// Whether the host is this domain or one of its subdomains.
    pub fn is_in(&self, domain: &str) -> bool {
        let rest = self.host.strip_suffix(domain);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }
}

/// Whether the text is a port number.
pub fn is_port(text: &str) -> bool {
    text.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Whether the text is a host name or an IPv4 address: labels of letters, digits, `-` and `_` between dots.
pub fn is_host(host: &str) -> bool {
    !host.is_empty()
        && host.len() <= HOST_NAME_MAX
        && host.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(url: &str) -> Option<&str> {
        Url::parse(url).map(|url| url.host)
    }

    #[test]
    fn a_url_has_a_host() {
        for (url, expected) in [
            ("https://app.harness.io/gratis", Some("app.harness.io")),
            ("http://u:p@h:8443/x", Some("h")),
            ("https://h:65536", None),
            ("https://h:0", None),
            ("https://", None),
            ("https://a..b", None),
            ("https://a b", None),
            ("app.harness.io", None),
            ("ftp://a", None),
        ] {
            assert_eq!(host(url), expected, "{url}");
        }
    }

    #[test]
    fn hosts_have_labels_and_ports_numbers() {
        let long = format!("{}a", "a.".repeat(126));
        assert_eq!(long.len(), 253);
        assert!(is_host(&long) && !is_host(&format!("{long}a")));
        assert!(is_host("a-b_c.9") && !is_host("") && !is_host("a.") && !is_host("a+b"));
        for (url, expected) in [
            ("https://h:1", Some("h")),
            ("https://h:65535?x", Some("h")),
            ("https://h#x/y", Some("h")),
            ("https://h?x@y", Some("h")),
            ("https://a@b@h", Some("h")),
            ("https://h:", None),
            ("https://h:x", None),
        ] {
            assert_eq!(host(url), expected, "{url}");
        }
    }

    #[test]
    fn a_host_is_in_its_domain() {
        let is_in = |url: &str| Url::parse(url).unwrap().is_in("harness.io");
        assert!(is_in("https://harness.io") && is_in("https://app.harness.io/gratis"));
        assert!(!is_in("https://myharness.io") && !is_in("https://harness.io.example.com"));
        assert!(Url::parse("https://a").unwrap().is_secure && !Url::parse("http://a").unwrap().is_secure);
    }
}
