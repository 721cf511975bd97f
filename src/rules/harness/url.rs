//! The parts of a URL that the rules ask about.

/// The host of an `http` or `https` URL, without user and port; `None` where it is none.
pub fn host(url: &str) -> Option<&str> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host_and_port = authority.rsplit('@').next()?;
    let (host, port) = host_and_port.split_once(':').unwrap_or((host_and_port, "443"));
    let is_port = port.parse::<u16>().is_ok_and(|port| port > 0);
    (is_host(host) && is_port).then_some(host)
}

/// Whether it is a name or an address: labels of letters, digits, `-` and `_` between dots.
pub fn is_host(host: &str) -> bool {
    !host.is_empty()
        && host.len() <= 253
        && host.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        })
}

#[cfg(test)]
mod tests {
    use super::host;

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
        assert!(super::is_host(&long) && !super::is_host(&format!("{long}a")));
        assert!(
            super::is_host("a-b_c.9")
                && !super::is_host("")
                && !super::is_host("a.")
                && !super::is_host("a+b")
        );
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
}
