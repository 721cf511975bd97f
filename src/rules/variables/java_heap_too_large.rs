//! The Java heap leaves too little of the container's memory for everything else.

use crate::facts::delegate::{HEAP_PERCENT, JAVA_OPTIONS_VARIABLE};
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// The maximum percentage of the container's memory for the heap. Threads, classes and buffers need the rest.
const MAX: u64 = 75;

/// `java-heap-too-large`
pub const RULE: Rule = Rule {
    id: "java-heap-too-large",
    severity: Severity::Warning,
    what: "JAVA_OPTS lets the heap grow to more than the container has room for.",
    consequence: "Under load the container is killed (*OutOfMemoryError: Container killed due to memory usage*, exit code 137), and the tasks that it ran fail.",
    source: sources::VARIABLES,
    check: |subject, problems| {
        let field = &fields::ENV;
        let Some(memory) = subject.config.container_memory.number() else {
            return;
        };
        for row in subject
            .rows(field)
            .iter()
            .filter(|row| row.name == JAVA_OPTIONS_VARIABLE)
        {
            // Java uses the last `-Xmx` option.
            let mut options = row.value.split_whitespace().rev();
            let Some((option, heap)) = options.find_map(|one| Some((one, heap(one)?))) else {
                continue;
            };
            if heap * 100 <= memory * MAX {
                continue;
            }
            let instead = format!("-Xmx{}m", memory * HEAP_PERCENT / 100);
            let value: String = row
                .value
                .split_inclusive(char::is_whitespace)
                .map(|piece| match heap_of(piece) {
                    Some(option) => piece.replacen(option, &instead, 1),
                    None => piece.to_owned(),
                })
                .collect();
            let message = format!(
                "`{}` is a heap of `{heap}` MiB; the container has `{memory}` for everything.",
                short(option)
            );
            let fix = Fix::new(
                format!("Write {instead}"),
                vec![subject.with_row(field, row.index, format!("{JAVA_OPTIONS_VARIABLE}={value}"))],
            );
            problems.push(Problem::new(field, message).row(row.index).fix(fix));
        }
    },
    fires: "memory=2048&env=JAVA_OPTS=-Xms64M+-Xmx2g",
    quiet: "memory=4096&env=JAVA_OPTS=-Xms64M+-Xmx2g",
};

/// Returns the text without white space at its end, if it is an option that limits the heap.
fn heap_of(text: &str) -> Option<&str> {
    let option = text.trim_end();
    heap(option).map(|_| option)
}

/// Parses an option such as `-Xmx2g`. Returns the size in MiB.
fn heap(option: &str) -> Option<u64> {
    let size = option.strip_prefix("-Xmx")?;
    let end = size.find(|c: char| !c.is_ascii_digit()).unwrap_or(size.len());
    let (number, unit) = size.split_at(end);
    let number: u64 = number.parse().ok().filter(|number| *number <= 1 << 40)?;
    Some(match unit {
        "" => number >> 20,
        "k" | "K" => number >> 10,
        "m" | "M" => number,
        "g" | "G" => number << 10,
        "t" | "T" => number << 20,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::heap;
    use crate::date::Date;
    use crate::link::{Secrets, parse};
    use crate::rules::findings;

    #[test]
    fn a_heap_has_a_unit() {
        for (option, expected) in [
            ("-Xmx2g", Some(2048)),
            ("-Xmx1T", Some(1 << 20)),
            ("-Xmx1500M", Some(1500)),
            ("-Xmx2097152k", Some(2048)),
            ("-Xmx2147483648", Some(2048)),
            ("-Xmx", None),
            ("-Xmx2gb", None),
            ("-Xmx99999999999999999999g", None),
            ("-Xms2g", None),
        ] {
            assert_eq!(heap(option), expected, "{option}");
        }
    }

    /// Returns the row after the fix, or `None` if the rule finds nothing.
    fn mended(query: &str) -> Option<String> {
        let found = findings(&parse(query, Secrets::Honour).0, Date::from_days(0));
        let one = found.into_iter().find(|one| one.rule == "java-heap-too-large")?;
        Some(one.fix?.edits[0].texts.concat())
    }

    #[test]
    fn the_last_heap_counts_and_the_rest_stays() {
        for (row, expected) in [
            ("-Xmx1536m", None),
            ("-Xmx1537m", Some("JAVA_OPTS=-Xmx1433m")),
            ("-Xmx9g -Xmx1g", None),
            (
                "-Da=b  -Xmx1g\t-Xmx9g -Dc",
                Some("JAVA_OPTS=-Da=b  -Xmx1433m\t-Xmx1433m -Dc"),
            ),
            ("-Xmxlots", None),
        ] {
            let row: String =
                form_urlencoded::byte_serialize(format!("JAVA_OPTS={row}").as_bytes()).collect();
            assert_eq!(
                mended(&format!("memory=2048&env={row}")).as_deref(),
                expected,
                "{row}"
            );
        }
        // The container's own limit takes precedence over the task's memory.
        assert!(mended("memory=8192&container_memory=1024&env=JAVA_OPTS=-Xmx1g").is_some());
        assert!(mended("memory=8192&env=JAVA_OPTS=-Xmx1g&env=MY_OPTS=-Xmx99g").is_none());
    }

    #[test]
    fn each_unit_in_both_cases() {
        for (option, expected) in [
            ("-Xmx5m", 5),
            ("-Xmx5G", 5 << 10),
            ("-Xmx2t", 2 << 20),
            ("-Xmx3145728K", 3072),
            ("-Xmx5242880", 5),
            ("-Xmx1099511627776m", 1 << 40),
        ] {
            assert_eq!(heap(option), Some(expected), "{option}");
        }
        assert_eq!(heap("-Xmx1099511627777m"), None);
    }
}
