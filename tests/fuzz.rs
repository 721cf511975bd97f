//! Fuzzes the parsers of untrusted text: links, rows of variables, tags, image names. Nothing panics, writing and
//! reading a link again changes nothing, and every offered fix applies.
//!
//! The ordinary run replays `tests/corpus/<target>/`. `make fuzz` looks for more, for `FUZZ_SECONDS` per target,
//! seeded by `FUZZ_SEED`. It mutates known inputs and continues with those that make the page say something new. It
//! writes a failing input into the corpus, where it stays as a test. `FUZZ_KEEP=1` keeps other new inputs too.

mod common;

use common::forms::{HOSTILE, text};
use common::{FARGATE, Outcome, programs};
use configurator::fields::{self, Field};
use configurator::link::{self, Secrets};
use configurator::{Finding, Form, Severity};
use proptest::prelude::RngExt as _;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Separates two rows in an input.
const NEXT_ROW: &str = "\n---\n";

/// A parser as a function from an input to a form.
struct Target {
    name: &'static str,
    form: fn(&str) -> Form,
    /// Words that reach more code than random text.
    words: &'static [&'static str],
}

const TARGETS: [Target; 4] = [
    Target {
        name: "link",
        form: |input| {
            link::parse(input, Secrets::Ignore);
            link::parse(input, Secrets::Honour).0
        },
        words: &[
            "&",
            "=",
            "%",
            "+",
            "v=1&",
            "env=",
            "tags=",
            "start=docs&",
            "launch_type=EC2&",
            "cpu=",
            "token=x&",
            "image=",
            "%FF",
            "&&",
            "region=cn-north-1&",
            "way=terraform&",
        ],
    },
    Target {
        name: "env",
        form: |input| {
            let mut form = rows(&fields::ENV, input);
            form.set(
                &fields::SECRET_ENV,
                input.split(NEXT_ROW).skip(1).map(str::to_owned).collect(),
            );
            form
        },
        words: &[
            NEXT_ROW,
            "=",
            "A=1",
            "DELEGATE_TOKEN=",
            "NEXT_GEN=",
            "PROXY_HOST=",
            "MY_SECRET=",
            "arn:aws:secretsmanager:us-west-2:012345678901:secret:x-a1B2c3",
            ":key::",
            "parameter/x",
            "<X>",
            "true",
            "$",
        ],
    },
    Target {
        name: "tags",
        form: |input| rows(&fields::TAGS, input),
        words: &[
            NEXT_ROW,
            "=",
            "team=blue",
            "aws:",
            "AWS:",
            "<TEAM>",
            "é",
            "!",
            "\u{a0}",
        ],
    },
    Target {
        name: "image",
        form: |input| {
            let mut form = good();
            form.set(&fields::IMAGE, vec![input.to_owned()]);
            form
        },
        words: &[
            "/",
            ":",
            "@",
            "@sha256:",
            "harness/delegate",
            "26.10.87203",
            ".minimal",
            "-fips",
            "latest",
            "https://",
            "us-docker.pkg.dev/",
            "012345678901.dkr.ecr.us-west-2.amazonaws.com/",
            "yy.mm.verno",
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        ],
    },
];

fn good() -> Form {
    link::parse(FARGATE, Secrets::Honour).0
}

fn rows(field: &'static Field, input: &str) -> Form {
    let mut form = good();
    form.set(field, input.split(NEXT_ROW).map(str::to_owned).collect());
    form
}

/// What the page says about an input. Panics if a property that must hold does not.
fn try_it(target: &Target, input: &str) -> BTreeSet<(&'static str, String)> {
    let form = (target.form)(input);
    let written = link::write(&form);
    let (again, _) = link::parse(&written, Secrets::Honour);
    assert_eq!(again, form.without_secrets(), "a link does not survive");
    let (_, findings) = link::parse(&link::write(&again), Secrets::Honour);
    assert_eq!(
        findings,
        vec![],
        "a link that leaves nothing out has something to say"
    );

    let outcome = Outcome::of_form(form);
    for file in &outcome.files {
        if file.name.contains(".json") {
            outcome.json(file.name);
        }
    }
    // A hundred rows can have a hundred findings. A few per rule are enough.
    let mut seen = BTreeSet::new();
    let once = outcome
        .findings
        .iter()
        .filter(|finding| seen.insert((finding.rule, finding.field.to_string())));
    for finding in once {
        assert_fix_applies(&outcome, finding);
    }
    seen
}

fn assert_fix_applies(outcome: &Outcome, finding: &Finding) {
    let Some(fix) = &finding.fix else { return };
    let mut form = outcome.form.clone();
    form.apply(&fix.edits);
    let mended = form.clone();
    form.apply(&fix.edits);
    assert_eq!(form, mended, "{}: applied twice it is another form", finding.rule);
    let after = Outcome::of_form(mended);
    let count = |all: &[Finding]| {
        all.iter()
            .filter(|f| f.rule == finding.rule && f.field == finding.field)
            .count()
    };
    assert!(
        count(&after.findings) < count(&outcome.findings),
        "{} stays after {fix:?}",
        finding.rule
    );
    let is_new = |f: &&Finding| {
        f.severity == Severity::Error
            && !outcome
                .findings
                .iter()
                .any(|b| b.rule == f.rule && b.field == f.field)
    };
    let new = after.findings.iter().find(is_new);
    // The rules could not judge an unreadable value before.
    assert!(
        finding.rule == "unreadable-value" || new.is_none(),
        "{}: {fix:?} adds {new:?}",
        finding.rule
    );
}

fn corpus(target: &Target) -> PathBuf {
    programs::root().join("tests/corpus").join(target.name)
}

fn inputs(target: &Target) -> Vec<(PathBuf, String)> {
    let files = std::fs::read_dir(corpus(target)).expect("there is a corpus");
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("it can be listed").path()).collect();
    files.sort();
    let read = |file: PathBuf| {
        let text = std::fs::read_to_string(&file).expect("an input is UTF-8");
        (file, text)
    };
    files.into_iter().map(read).collect()
}

#[test]
fn the_corpus_is_replayed() {
    for target in &TARGETS {
        let inputs = inputs(target);
        assert!(!inputs.is_empty(), "{}: no corpus", target.name);
        for (file, input) in inputs {
            let tried = catch_unwind(AssertUnwindSafe(|| try_it(target, &input)));
            assert!(tried.is_ok(), "{} (see above)", file.display());
        }
    }
}

/// Changes the input in a few places.
fn changed(
    input: &str,
    target: &Target,
    known: &[String],
    rng: &mut TestRng,
    runner: &mut TestRunner,
) -> String {
    let mut chars: Vec<char> = input.chars().collect();
    for _ in 0..=rng.random_range(0..4) {
        let at = rng.random_range(0..=chars.len());
        let to = rng.random_range(at..=chars.len().min(at + 20));
        let other: Vec<char> = match rng.random_range(0..8) {
            0 => vec![],
            1 | 2 => target.words[rng.random_range(0..target.words.len())]
                .chars()
                .collect(),
            3 => HOSTILE[rng.random_range(0..HOSTILE.len())].chars().collect(),
            4 => known[rng.random_range(0..known.len())].chars().collect(),
            5 => chars[at..to].to_vec().repeat(rng.random_range(1..40)),
            6 => text()
                .new_tree(runner)
                .expect("texts can be made")
                .current()
                .chars()
                .collect(),
            _ => vec![char::from(rng.random_range(32..127_u8))],
        };
        let end = if rng.random_bool(0.5) { at } else { to };
        chars.splice(at..end, other);
        chars.truncate(3000);
    }
    chars.into_iter().collect()
}

fn number(variable: &str, default: u64) -> u64 {
    let given = std::env::var(variable).ok().filter(|text| !text.is_empty());
    given.map_or(default, |text| {
        text.parse()
            .unwrap_or_else(|_| panic!("{variable} wants a number, not `{text}`"))
    })
}

fn fuzz(target: &Target) {
    let (seconds, seed) = (number("FUZZ_SECONDS", 30), number("FUZZ_SEED", 1));
    let bytes: Vec<u8> = seed.to_le_bytes().repeat(4);
    let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        TestRng::from_seed(RngAlgorithm::ChaCha, &bytes),
    );
    let mut known: Vec<String> = inputs(target).into_iter().map(|(_, input)| input).collect();
    let mut said: BTreeSet<_> = known.iter().flat_map(|input| try_it(target, input)).collect();
    let (start, mut tried, mut kept) = (Instant::now(), 0_u64, 0_u64);
    while start.elapsed() < Duration::from_secs(seconds) {
        let base = known[rng.random_range(0..known.len())].clone();
        let input = changed(&base, target, &known, &mut rng, &mut runner);
        tried += 1;
        let file = |kind: &str| corpus(target).join(format!("{kind}-{seed}-{tried}"));
        match catch_unwind(AssertUnwindSafe(|| try_it(target, &input))) {
            Ok(new) if !new.is_subset(&said) => {
                said.extend(new);
                if std::env::var_os("FUZZ_KEEP").is_some() {
                    std::fs::write(file("new"), &input).expect("the corpus can be written");
                }
                known.push(input);
                kept += 1;
            }
            Ok(_) => {}
            Err(_) => {
                std::fs::write(file("fails"), &input).expect("the corpus can be written");
                panic!(
                    "{}, seed {seed}: {} (see above)",
                    target.name,
                    file("fails").display()
                );
            }
        }
    }
    println!(
        "{}: {tried} inputs in {seconds} s with seed {seed}, {kept} of them new; {} findings seen",
        target.name,
        said.len()
    );
}

#[test]
#[ignore = "make fuzz"]
fn fuzz_link() {
    fuzz(&TARGETS[0]);
}

#[test]
#[ignore = "make fuzz"]
fn fuzz_env() {
    fuzz(&TARGETS[1]);
}

#[test]
#[ignore = "make fuzz"]
fn fuzz_tags() {
    fuzz(&TARGETS[2]);
}

#[test]
#[ignore = "make fuzz"]
fn fuzz_image() {
    fuzz(&TARGETS[3]);
}
