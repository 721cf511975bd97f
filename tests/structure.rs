//! The structure of the sources: no circular imports, one direction of flow, files and functions of a readable size,
//! and no code that recognises a placeholder by its text. Each test prints every offender with its file and line.

#[path = "structure/circles.rs"]
mod circles;
#[path = "structure/measure.rs"]
mod measure;
#[path = "structure/modules.rs"]
mod modules;
#[path = "structure/references.rs"]
mod references;
#[path = "structure/sources.rs"]
mod sources;

use modules::{Import, Modules};
use sources::Source;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The rooms of `src/` in the order of the flow: a file imports from its own room and from those above it. A room is
/// `src/NAME.rs` and what is below `src/NAME/`.
const ROOMS: &[&str] = &[
    "date",
    "words",
    "facts",
    "aws",
    "harness",
    "secrets",
    "clean",
    "choices",
    "document",
    "carried",
    "config",
    "fields",
    "finding",
    "notices",
    "form",
    "secrecy",
    "read",
    "deployment",
    "rules",
    "outputs",
    "highlight",
    "lines",
    "history",
    "spoken",
    "link",
    "mend",
    "presets",
    "import",
    "ui",
    "lib",
    "bin",
    "main",
];

/// The crates that need a browser, and the only files that may use them.
const BROWSER: &[&str] = &[
    "console_error_panic_hook",
    "gloo",
    "js_sys",
    "leptos",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
];
const IN_BROWSER: &[&str] = &["src/ui/", "src/main.rs"];

/// A file is short enough to read in one sitting.
const LINES_OF_FILE: usize = 400;
/// A function fits on a screen.
const LINES_OF_FUNCTION: usize = 60;

/// The files in which a literal may begin with `<`, and why.
const ANGLES: &[(&str, &str)] = &[
    ("src/link/embedding/snippet.rs", "writes HTML"),
    (
        "src/rules/placeholder",
        "the rules about placeholders that a user typed",
    ),
    ("src/fields/", "the field table defines the placeholders"),
    ("src/import/yaml.rs", "the name with which YAML merges objects"),
    (
        "src/secrets/",
        "a placeholder and an expression of Harness are no secret, and a redirection ends one",
    ),
    ("src/highlight/", "the tokenisers know the languages' own `<<`"),
];

#[test]
fn no_circle_of_imports() {
    let sources = sources::below("src");
    let imports = Modules::of(&sources).imports();
    let pairs = imports.iter().map(|import| (import.from, import.to));
    assert!(
        imports.len() > sources.len(),
        "the imports are not found any more"
    );
    let mut said = String::new();
    for circle in circles::circles(sources.len(), pairs) {
        let names: Vec<&str> = circle.iter().map(|file| sources[*file].path.as_str()).collect();
        let _ = writeln!(said, "a circle of {} files: {}", names.len(), names.join(" "));
        let tie = |import: &&Import| circle.contains(&import.from) && circle.contains(&import.to);
        said.push_str(&shown(&sources, imports.iter().filter(tie)));
    }
    assert!(said.is_empty(), "\n{said}");
}

/// Every way to name something in another file counts as an import; a module alone and test code do not.
#[test]
fn imports_are_found() {
    let file = |(path, text): (&str, &str)| Source::of(path, text.to_owned());
    let sources: Vec<Source> = [
        ("src/lib.rs", "mod a; mod b; mod star; mod tests_only;"),
        ("src/main.rs", "fn main() { configurator::a::run() }"),
        ("src/bin/generate.rs", ""),
        ("src/a/mod.rs", "mod deep; pub use deep::Deep; pub fn run() {}"),
        ("src/a/deep.rs", "pub struct Deep; made! { pub Made { x } }"),
        (
            "src/b.rs",
            "use crate::a; fn f(x: a::Deep) { print!(\"{}\", super::star::VALUE) }",
        ),
        (
            "src/star.rs",
            "use crate::a::*; use super::a::deep::Made; pub const VALUE: Deep = Deep;",
        ),
        ("src/tests_only.rs", "#[cfg(test)] mod tests { use crate::b::f; }"),
    ]
    .into_iter()
    .map(file)
    .collect();
    let imports = Modules::of(&sources).imports();
    let pairs: BTreeSet<(&str, &str)> = imports
        .iter()
        .map(|import| {
            (
                sources[import.from].path.as_str(),
                sources[import.to].path.as_str(),
            )
        })
        .collect();
    let expected = [
        ("src/a/mod.rs", "src/a/deep.rs"),
        ("src/b.rs", "src/a/deep.rs"),
        ("src/b.rs", "src/star.rs"),
        ("src/main.rs", "src/a/mod.rs"),
        ("src/star.rs", "src/a/deep.rs"),
    ];
    assert_eq!(pairs, BTreeSet::from(expected));
    let circles = circles::circles(5, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)].into_iter());
    assert_eq!(circles, [[0, 1, 2]]);
}

#[test]
fn nothing_imports_what_stands_to_its_right() {
    let sources = sources::below("src");
    let imports = Modules::of(&sources).imports();
    let is_back = |import: &&Import| room(&sources[import.from].path) < room(&sources[import.to].path);
    let said = shown(&sources, imports.iter().filter(is_back));
    assert!(said.is_empty(), "\n{said}");
}

#[test]
fn every_file_has_a_room_and_every_room_has_a_file() {
    let sources = sources::below("src");
    let mut empty: BTreeSet<&str> = ROOMS.iter().copied().collect();
    let mut said = String::new();
    for source in &sources {
        match room(&source.path) {
            Some(at) => _ = empty.remove(ROOMS[at]),
            None => _ = writeln!(said, "{} has no room in ROOMS", source.path),
        }
    }
    for room in empty {
        let _ = writeln!(said, "the room {room} in ROOMS has no file");
    }
    assert!(said.is_empty(), "\n{said}");
}

#[test]
fn only_the_page_knows_a_browser() {
    let sources = sources::below("src");
    let modules = Modules::of(&sources);
    let mut said = BTreeSet::new();
    for (file, reference) in modules.references() {
        let path = &sources[file].path;
        let is_browser = reference.path.len() > 1 && BROWSER.contains(&reference.path[0].as_str());
        if is_browser && !IN_BROWSER.iter().any(|start| path.starts_with(start)) {
            said.insert(format!("{path}:{} {}", reference.line, reference.path.join("::")));
        }
    }
    fail(said);
}

#[test]
fn files_fit_one_reading() {
    let mut said = BTreeSet::new();
    for directory in ["src", "benches", "tests"] {
        for source in sources::below(directory) {
            let lines = measure::lines_of_code(&source);
            if lines > LINES_OF_FILE {
                said.insert(format!(
                    "{}:1 {lines} lines of code, {LINES_OF_FILE} are allowed",
                    source.path
                ));
            }
        }
    }
    fail(said);
}

#[test]
fn functions_fit_one_screen() {
    let sources = sources::below("src");
    let files = Modules::of(&sources).files();
    let mut said = BTreeSet::new();
    for source in files.iter().map(|file| &sources[*file]) {
        for function in measure::functions(source) {
            if function.lines > LINES_OF_FUNCTION {
                said.insert(format!(
                    "{}:{} {}: {} lines, {LINES_OF_FUNCTION} are allowed",
                    source.path, function.line, function.name, function.lines
                ));
            }
        }
    }
    fail(said);
}

#[test]
fn no_text_is_recognised_by_its_angle_bracket() {
    let sources = sources::below("src");
    let files = Modules::of(&sources).files();
    let mut said = BTreeSet::new();
    for source in files.iter().map(|file| &sources[*file]) {
        if ANGLES.iter().any(|(start, _)| source.path.starts_with(start)) {
            continue;
        }
        for (line, literal) in measure::angle_literals(source) {
            said.insert(format!("{}:{line} {literal}", source.path));
        }
    }
    fail(said);
}

#[test]
fn every_file_says_what_it_is_for() {
    let mut said = BTreeSet::new();
    for directory in ["src", "tests", "benches", "examples"] {
        for source in sources::below(directory) {
            if !source.text.starts_with("//! ") {
                said.insert(format!("{}:1 begins without `//!`", source.path));
            }
        }
    }
    fail(said);
}

/// The position of a file's room in the flow.
fn room(path: &str) -> Option<usize> {
    let path = path.strip_prefix("src/")?;
    let name = match path.split_once('/') {
        Some((directory, _)) => directory,
        None => path.strip_suffix(".rs")?,
    };
    ROOMS.iter().position(|room| *room == name)
}

/// One line per pair of files, with the first import.
fn shown<'a>(sources: &[Source], imports: impl Iterator<Item = &'a Import>) -> String {
    let mut first: Vec<&Import> = Vec::new();
    for import in imports {
        match first
            .iter_mut()
            .find(|other| (other.from, other.to) == (import.from, import.to))
        {
            Some(other) if import.line < other.line => *other = import,
            Some(_) => {}
            None => first.push(import),
        }
    }
    first.sort_by_key(|import| (import.from, import.line));
    first
        .iter()
        .map(|import| {
            let (from, to) = (&sources[import.from].path, &sources[import.to].path);
            format!("  {from}:{} {} → {to}\n", import.line, import.name)
        })
        .collect()
}

fn fail(said: BTreeSet<String>) {
    let said: Vec<String> = said.into_iter().collect();
    assert!(said.is_empty(), "\n{}\n", said.join("\n"));
}

/// Hosts of documentation. An address of theirs stands in `src/facts/sources.rs`, so that a page that moves is one edit.
const DOCUMENTATION: &[&str] = &[
    "https://docs.aws.amazon.com/",
    "https://developer.harness.io/",
    "https://developer.hashicorp.com/",
    "https://repost.aws/",
];

#[test]
fn addresses_of_documentation_stand_in_one_table() {
    let mut said = BTreeSet::new();
    for source in sources::below("src") {
        if source.path == "src/facts/sources.rs" {
            continue;
        }
        for (at, line) in source.text.lines().enumerate() {
            let is_harness = line.contains("https://developer.harness.io/");
            let is_comment = line.trim_start().starts_with("//");
            if is_harness || !is_comment && DOCUMENTATION.iter().any(|host| line.contains(host)) {
                said.insert(format!("{}:{} {}", source.path, at + 1, line.trim()));
            }
        }
    }
    fail(said);
    for source in configurator::facts::sources::SOURCES {
        let (year, month) = source.read.split_once('-').expect("YYYY-MM");
        let is_day = year.len() == 4
            && month.len() == 2
            && source.read.bytes().filter(u8::is_ascii_digit).count() == 6;
        assert!(is_day && source.address.starts_with("https://"), "{source:?}");
    }
}
