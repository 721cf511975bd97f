//! Harness does not allow this delegate name.

use crate::facts::harness::DELEGATE_NAME_MAX as MAX;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `delegate-name-format`
pub const RULE: Rule = Rule {
    id: "delegate-name-format",
    severity: Severity::Warning,
    what: "Harness's interface does not allow this delegate name.",
    consequence: "Harness's interface takes lowercase letters, digits and dashes, beginning and ending with a letter, 63 at most. A delegate of another name may register and then not be selectable.",
    source: sources::INSTALL,
    check: |subject, problems| {
        let field = &fields::DELEGATE_NAME;
        let Some(name) = subject.typed(field).filter(|name| !is_allowed(name)) else {
            return;
        };
        let message = if name.len() > MAX {
            format!("It has {} characters; {MAX} are allowed.", name.chars().count())
        } else {
            format!(
                "`{}`: `a-z`, `0-9` and `-`, with a letter at both ends.",
                short(name)
            )
        };
        let legal = nearest(name);
        let fix = Fix::set(format!("Use {legal}"), field, legal);
        problems.push(Problem::new(field, message).fix(fix));
    },
    fires: "delegate_name=Build_Blue",
    quiet: "delegate_name=build-blue",
};

/// Whether the name has at most 63 characters and matches `^[a-z]([-a-z0-9]*[a-z])?(\.[a-z0-9]([-a-z0-9]*[a-z])?)*$`.
pub fn is_allowed(name: &str) -> bool {
    let is_label = |(at, label): (usize, &str)| {
        let bytes = label.as_bytes();
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else {
            return false;
        };
        (first.is_ascii_lowercase() || (at > 0 && first.is_ascii_digit()))
            && (last.is_ascii_lowercase() || bytes.len() == 1)
            && bytes
                .iter()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-')
    };
    name.len() <= MAX && name.split('.').enumerate().all(is_label)
}

/// Returns the nearest allowed name. It keeps a number at the end: without the number, two delegates would get the same
/// name.
fn nearest(name: &str) -> String {
    let legal = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let name: String = name.chars().map(legal).collect();
    let name = name.trim_matches('-');
    let (before, after) = (
        if name.starts_with(|c: char| c.is_ascii_lowercase()) {
            ""
        } else {
            "delegate-"
        },
        if name.ends_with(|c: char| c.is_ascii_lowercase()) {
            ""
        } else {
            "-delegate"
        },
    );
    if name.is_empty() {
        return "delegate".to_owned();
    }
    let name = &name[..name.len().min(MAX - before.len() - after.len())];
    let name = format!("{before}{}{after}", name.trim_end_matches('-'));
    if name.ends_with(|c: char| c.is_ascii_lowercase()) {
        return name;
    }
    // The cut left a digit at the end.
    format!("{}-x", &name[..name.len().min(MAX - 2)].trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_the_interface_has_them() {
        for good in ["a", "build-blue", "build.2.x", "b2b", "a.1", &"a".repeat(63)] {
            assert!(is_allowed(good), "{good}");
        }
        for (bad, near) in [
            ("Build_Blue", "build-blue"),
            ("build-2", "build-2-delegate"),
            ("2build", "delegate-2build"),
            ("-", "delegate"),
            ("a..b", "a--b"),
            ("a-", "a"),
        ] {
            assert!(!is_allowed(bad), "{bad}");
            assert_eq!(nearest(bad), near);
        }
        for long in [
            "a".repeat(64),
            "1".repeat(64),
            format!("{}1a", "a".repeat(62)),
            "é".repeat(64),
        ] {
            assert!(
                !is_allowed(&long) && is_allowed(&nearest(&long)),
                "{long}: {}",
                nearest(&long)
            );
        }
    }

    #[test]
    fn each_label_has_its_ends() {
        for (name, expected) in [
            ("1", false),
            ("a.1b", true),
            ("a.1b2", false),
            ("a.-b", false),
            ("a.b-", false),
            ("a_b", false),
            ("a.", false),
            (".a", false),
            ("aB", false),
            ("a1", false),
            ("a-1-b", true),
        ] {
            assert_eq!(is_allowed(name), expected, "{name}");
        }
        for (bad, near) in [
            (format!("{}-b", "a".repeat(62)), "a".repeat(62)),
            (
                format!("1{}", "a".repeat(62)),
                format!("delegate-1{}", "a".repeat(53)),
            ),
            (
                format!("{}1", "a".repeat(62)),
                format!("{}-delegate", "a".repeat(54)),
            ),
            (format!("{}1a", "a".repeat(62)), format!("{}-x", "a".repeat(61))),
            ("-1-".to_owned(), "delegate-1-delegate".to_owned()),
        ] {
            assert_eq!(nearest(&bad), near, "{bad}");
        }
    }
}
