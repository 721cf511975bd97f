//! Bash 3.2, which a Mac has, runs the scripts. There is no Bash 3.2 here, so this test forbids what it does not have.
//! Source: the file `NEWS` of Bash, versions 4.0 to 5.2, <https://git.savannah.gnu.org/cgit/bash.git/tree/NEWS>, read 2026-11.

mod common;

use common::{Outcome, programs};
use configurator::outputs::Language;

/// What a script must not contain: words around which no letter stands, and what they are.
const LATER: &[(&str, &str)] = &[
    ("mapfile", "4.0"),
    ("readarray", "4.0"),
    ("coproc", "4.0"),
    ("declare -A", "4.0: an associative array"),
    ("local -A", "4.0: an associative array"),
    ("typeset -A", "4.0: an associative array"),
    ("declare -g", "4.2"),
    ("declare -n", "4.3: a reference"),
    ("local -n", "4.3: a reference"),
    ("declare -l", "4.0"),
    ("declare -u", "4.0"),
    ("wait -n", "4.3"),
    ("[[ -v", "4.2"),
    ("[ -v", "4.2"),
    ("test -v", "4.2"),
    ("read -N", "4.1"),
    ("read -i", "4.0"),
    ("read -t 0", "4.0: it waits for nothing"),
    ("shopt -s globstar", "4.0"),
    ("shopt -s lastpipe", "4.2"),
    ("&>>", "4.0"),
    ("|&", "4.0"),
    (";&", "4.0"),
    (";;&", "4.0"),
    ("%(", "4.2: a time of `printf`"),
    ("EPOCHSECONDS", "5.0"),
    ("EPOCHREALTIME", "5.0"),
    ("SRANDOM", "5.1"),
    ("BASHPID", "4.0"),
    ("\\u", "4.2: a character by its number"),
    ("exec {", "4.1: a variable for a descriptor"),
];

/// Returns what a line of a script has that Bash 3.2 does not have.
fn later(line: &str) -> Option<String> {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let has = |word: &str| {
        line.match_indices(word).any(|(at, _)| {
            let (before, after) = (
                line[..at].chars().next_back(),
                line[at + word.len()..].chars().next(),
            );
            let begins = word.starts_with(|c: char| c.is_alphanumeric());
            let ends = word.ends_with(|c: char| c.is_alphanumeric());
            let is_within = (begins && is_letter(before)) || (ends && is_letter(after));
            !is_within
        })
    };
    let word = LATER.iter().find(|(word, _)| has(word));
    word.map(|(word, since)| format!("`{word}`, {since}"))
        .or_else(|| expansions(line).find_map(|inside| later_expansion(line, inside)))
}

/// Returns the texts between `${` and `}`.
fn expansions(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("${").map(|(at, _)| {
        let rest = &line[at + 2..];
        &rest[..rest.find('}').unwrap_or(rest.len())]
    })
}

fn later_expansion(line: &str, inside: &str) -> Option<String> {
    let name = inside.trim_start_matches(['!', '#']);
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .unwrap_or(name.len());
    let operator = &name[end..];
    let is_case = operator.starts_with(['^', ',', '@']);
    let is_negative =
        operator.starts_with(':') && operator.matches(':').count() == 2 && operator.contains(":-");
    let is_from_end = operator.starts_with("[-");
    // An empty array is an unset variable to Bash before 4.4, which `set -u` rejects: `${a[@]+"${a[@]}"}`.
    let is_bare_array = operator.starts_with("[@]")
        && operator.len() == 3
        && !line.contains(&format!("${{{name}+\"${{{name}}}\"}}"));
    (is_case || is_negative || is_from_end || is_bare_array).then(|| format!("`${{{inside}}}`"))
}

#[test]
fn scripts_have_nothing_that_bash_3_2_lacks() {
    let mut read = 0;
    let mut check = |name: &str, text: &str| {
        for (number, line) in text.lines().enumerate() {
            read += 1;
            let found = later(line);
            assert_eq!(found, None, "{name}, line {}: {line}", number + 1);
        }
    };
    for way in ["way=script", "way=cli"] {
        for more in [
            "",
            "&token_source=plain",
            "&proxy_host=p&proxy_user=u&kms_key_id=arn:aws:kms:us-west-2:012345678901:key/x",
            "&create_cluster=false&create_roles=false&logs=none",
            "&capacity=FARGATE_SPOT&subnets=subnet-0a&security_groups=sg-0a",
        ] {
            for launch in ["", "&launch_type=EC2"] {
                for file in Outcome::of(&format!("{way}{more}{launch}")).files {
                    if file.language == Language::Shell {
                        check(file.name, &file.text);
                    }
                }
            }
        }
    }
    let parts = programs::root().join("src/outputs/script/parts");
    for part in std::fs::read_dir(parts).expect("a directory").flatten() {
        check(
            &part.path().display().to_string(),
            &std::fs::read_to_string(part.path()).expect("a file"),
        );
    }
    assert!(read > 3000, "{read} lines");
}

/// The check itself works.
#[test]
fn the_check_sees_what_bash_3_2_lacks() {
    for line in [
        "x=${x:1:-1}",
        "mapfile -t lines",
        "declare -A all",
        "echo ${x@Q} ${x^^}",
        "y=${x,,}",
        "aws \"${key[@]}\"",
        "a=${list[-1]}",
        "x |& y",
        "read -t 0",
        "case x in x) a ;;& esac",
    ] {
        assert!(later(line).is_some(), "{line}");
    }
    for line in [
        "x=${x#?}",
        "y=${x:-a}",
        "aws ${key[@]+\"${key[@]}\"}",
        "x=${x%%)*}",
        "z=${x:1:2}",
        "IFS= read -r -s value",
    ] {
        assert_eq!(later(line), None, "{line}");
    }
}
