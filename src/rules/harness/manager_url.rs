//! The format of a manager URL.

use crate::aws::url::Url;
use crate::facts::harness::PATHS_BEHIND_MANAGER;

/// Returns what is wrong with a manager URL, and the URL that the user probably meant. Returns `None` for a valid one.
pub fn wrong(manager: &str) -> Option<(&'static str, Option<String>)> {
    if Url::parse(manager).is_none() {
        // Users leave the scheme out, because the variable is called `MANAGER_HOST_AND_PORT`.
        let meant = format!("https://{manager}");
        let meant =
            (!manager.contains("://") && manager.contains('.') && wrong(&meant).is_none()).then_some(meant);
        return Some(("is no URL such as `https://app.harness.io`.", meant));
    }
    if manager.contains(char::is_whitespace) {
        let first = manager.split_whitespace().next().unwrap_or("").to_owned();
        return Some((
            "has white space in it.",
            Some(first).filter(|first| wrong(first).is_none()),
        ));
    }
    let path = manager.find("://").map_or(0, |at| at + 3);
    let path = manager[path..]
        .find(['/', '?', '#'])
        .map_or(manager.len(), |at| path + at);
    let cut = manager[path..]
        .match_indices(['/', '?', '#'])
        .map(|(at, _)| path + at)
        .find(|at| {
            let rest = &manager[*at..];
            let segment = rest[1..].split(['/', '?', '#']).next().unwrap_or("");
            let starts = PATHS_BEHIND_MANAGER
                .iter()
                .any(|part| rest.starts_with(part) && part[1..] == *segment);
            starts || !rest.starts_with('/') || segment.contains(':')
        })?;
    let meant = manager[..cut].trim_end_matches('/').to_owned();
    Some((
        "leads further than the manager.",
        Some(meant).filter(|meant| wrong(meant).is_none()),
    ))
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn only_the_manager_itself() {
        for good in [
            "https://app.harness.io",
            "https://app.harness.io/gratis",
            "https://app3.harness.io/",
            "https://acme.harness.io:8443",
            "http://harness.internal/nginx",
        ] {
            assert_eq!(wrong(good), None, "{good}");
        }
        for (bad, meant) in [
            ("app.harness.io", Some("https://app.harness.io")),
            ("app.harness.io/gratis", Some("https://app.harness.io/gratis")),
            (
                "https://app.harness.io/gratis/ng/#/account/x",
                Some("https://app.harness.io/gratis"),
            ),
            ("https://app.harness.io/ng", Some("https://app.harness.io")),
            ("https://app.harness.io/#/login", Some("https://app.harness.io")),
            ("https://app.harness.io?x=1", Some("https://app.harness.io")),
            (
                "https://app.harness.io/log-service/",
                Some("https://app.harness.io"),
            ),
            (
                "https://app.harness.io/delegate:23.09.80505",
                Some("https://app.harness.io"),
            ),
            ("https://app.harness.io harness/delegate:1", None),
            (
                "https://app.harness.io/gratis x",
                Some("https://app.harness.io/gratis"),
            ),
            ("nonsense", None),
            ("wss://app.harness.io", None),
        ] {
            assert_eq!(wrong(bad).expect(bad).1.as_deref(), meant, "{bad}");
        }
    }
}
