//! Random forms for proptest: legal texts, hostile texts, and any Unicode.

use configurator::Form;
use configurator::choices::{LaunchType, Start};
use configurator::fields::{self, FIELDS, Field, Kind};
use configurator::read;
use proptest::collection::vec;
use proptest::prelude::*;

/// Texts that break out of a language's quoting where it has a gap.
pub const HOSTILE: &[&str] = &[
    "O'Brien",
    "O’Brien “quoted”",
    "\\'",
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned; #",
    "' ; touch pwned ; '",
    "\" ; touch pwned ; \"",
    "a && touch pwned || b",
    "> pwned",
    "a;b",
    "a&b",
    "a|b",
    "a>pwned",
    "<pwned",
    "<(id)",
    "(a)",
    "a#b",
    "a^b",
    "$1",
    "| tee pwned",
    "\n\ntouch pwned\n",
    "two\r\nlines\r",
    "\n#",
    "\\",
    "\\\\'\\\"",
    "trailing\\",
    "${HOME}",
    "${var.token}",
    "%{ if true }",
    "$$",
    "!Ref AWS::Region",
    "!!",
    "!x",
    "</script><script>alert(1)</script>",
    "<!-- -->",
    "]]>",
    "EOF",
    "\nEOF\n",
    "*",
    "~",
    "{a,b}",
    "[x]",
    "-rf",
    "--help",
    "--region=eu-west-1",
    "file:///etc/passwd",
    "http://example.com/",
    "NAME=value",
    "=",
    "a=b=c",
    "true",
    "null",
    "yes",
    "0123",
    "1e3",
    "99999999999999999999",
    "-1",
    "2 GB",
    "\0",
    "a\0b",
    "\u{202E}gnp.exe",
    "\u{200B}",
    "\u{FEFF}x",
    "e\u{301}",
    "🦀👩‍👩‍👧",
    "\u{10FFFF}",
    "\u{FFFD}",
    "\u{2028}",
    "\u{85}",
    "\t",
    " ",
    "  blank  ",
    "a,b, c ,,",
    "&amp;",
    "%41%",
    "+",
    "#",
    "?",
    "<script>",
];

/// Any text: any characters, a hostile text, or both together.
pub fn text() -> BoxedStrategy<String> {
    let any = vec(any::<char>(), 0..24).prop_map(|chars| chars.into_iter().collect::<String>());
    let hostile = || prop::sample::select(HOSTILE).prop_map(str::to_owned);
    prop_oneof![
        3 => any.clone(),
        4 => hostile(),
        1 => (hostile(), any, hostile()).prop_map(|(a, b, c)| a + &b + &c),
        1 => Just(String::new()),
    ]
    .boxed()
}

/// A legal text of the field: its example, a default, or one of its choices.
fn legal(field: &'static Field) -> BoxedStrategy<String> {
    let mut texts = vec![field.sample];
    for start in Start::ALL {
        for launch_type in LaunchType::ALL {
            texts.push((field.default)(*start, *launch_type).as_str());
        }
    }
    if let Kind::Choice(choices, _) = field.kind {
        texts.extend(choices.iter().map(|choice| choice.value));
    }
    if let Kind::Flag(_) = field.kind {
        texts.extend(["true", "false"]);
    }
    let number = matches!(field.kind, Kind::Number(..));
    let texts = prop::sample::select(texts).prop_map(str::to_owned);
    if number {
        prop_oneof![
            texts,
            (0..5000_u32).prop_map(|n| n.to_string()),
            Just(String::new())
        ]
        .boxed()
    } else {
        texts.boxed()
    }
}

fn row() -> BoxedStrategy<String> {
    let name = prop_oneof![4 => "[A-Z][A-Z_]{0,12}".boxed(), 1 => text()];
    prop_oneof![4 => (name, text()).prop_map(|(name, value)| format!("{name}={value}")), 1 => text()].boxed()
}

/// The texts of a field: one, or one per row. `hostile` out of 8 need not be legal.
fn texts(field: &'static Field, hostile: u32) -> BoxedStrategy<Vec<String>> {
    if field.kind.has_rows() {
        vec(prop_oneof![hostile + 1 => row(), 3 => legal(field)], 0..4).boxed()
    } else {
        prop_oneof![hostile => text(), 8 - hostile => legal(field)]
            .prop_map(|text| vec![text])
            .boxed()
    }
}

/// Any form.
pub fn any_form() -> BoxedStrategy<Form> {
    form(0.3, 3, |_| true)
}

/// Forms whose choices, flags and numbers are legal and which open the files for the AWS CLI, with any text
/// elsewhere.
pub fn cli_form() -> BoxedStrategy<Form> {
    let closed = |field: &Field| matches!(field.kind, Kind::Choice(..) | Kind::Flag(_) | Kind::Number(..));
    let open = form(0.4, 4, move |field| !closed(field));
    let closed = form(0.3, 0, move |field| closed(field) && *field != fields::WAY);
    (open, closed)
        .prop_map(|(open, closed)| {
            let both = closed.touched().chain(open.touched());
            Form::from_texts(both.map(|(field, texts)| (field, texts.to_vec())))
        })
        .boxed()
}

/// The same forms with every required field given.
pub fn finished_form() -> BoxedStrategy<Form> {
    cli_form().prop_map(finished).boxed()
}

/// Forms whose texts are legal, except in rows.
pub fn legal_form() -> BoxedStrategy<Form> {
    form(0.35, 0, |field| *field != fields::WAY)
}

/// Gives every required field.
pub fn finished(mut form: Form) -> Form {
    // A given field can make others required.
    for _ in 0..3 {
        for field in fields::missing(&read(&form).0) {
            form.set(field, vec![field.sample.to_owned()]);
        }
    }
    form
}

fn form(given: f64, hostile: u32, wanted: impl Fn(&Field) -> bool) -> BoxedStrategy<Form> {
    let all: Vec<_> = FIELDS
        .iter()
        .copied()
        .filter(|field| wanted(field))
        .map(|field| {
            let texts = texts(field, hostile).prop_map(move |texts| (field, texts));
            proptest::option::weighted(given, texts)
        })
        .collect();
    all.prop_map(|texts| Form::from_texts(texts.into_iter().flatten()))
        .boxed()
}

/// Runs this many cases. A failure shows the smallest case that fails; proptest writes no file beside the sources.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 2000,
        ..ProptestConfig::default()
    }
}
