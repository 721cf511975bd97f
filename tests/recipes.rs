//! Carries out the recipes of CONTRIBUTING.md: each is a patch in `tests/recipes/`, applied to a copy of the sources. The
//! copy compiles and passes its tests, each recipe edits few files, and the guide shows what the patches contain.
//!
//! To change a recipe, apply it to a clean checkout (`git apply --recount -C1 tests/recipes/field.patch`), edit the
//! sources, `git add -N .` for new files, and write `git diff -U1 -- src > tests/recipes/field.patch`.

mod common;

use common::programs;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

struct Recipe {
    /// The patch is `tests/recipes/NAME.patch`.
    name: &'static str,
    /// The most files that the recipe may edit by hand.
    files: usize,
    /// Its heading in CONTRIBUTING.md, if it has one.
    section: Option<&'static str>,
}

const RECIPES: &[Recipe] = &[
    Recipe {
        name: "field",
        files: 4,
        section: Some("Add a field"),
    },
    Recipe {
        name: "rule",
        files: 2,
        section: Some("Add a rule"),
    },
    Recipe {
        name: "output",
        files: 2,
        section: Some("Add an output"),
    },
    Recipe {
        name: "fact",
        files: 1,
        section: None,
    },
];

/// Whether the tests write this file on request: the reference, the snapshots, and what insta notes about snapshots
/// inside sources.
fn is_generated(path: &str) -> bool {
    let extension = Path::new(path).extension();
    path.starts_with("docs/")
        || extension.is_some_and(|extension| extension == "snap" || extension == "pending-snap")
}

impl Recipe {
    fn patch(&self) -> PathBuf {
        programs::root().join(format!("tests/recipes/{}.patch", self.name))
    }

    /// The files that it edits.
    fn touched(&self) -> BTreeSet<String> {
        let patch = std::fs::read_to_string(self.patch()).expect("the recipe has a patch");
        let names = patch.lines().filter_map(|line| line.strip_prefix("+++ b/"));
        names.map(str::to_owned).collect()
    }

    fn apply(&self, tree: &Path) {
        let output = programs::run(
            programs::command("git")
                // Git must not take the tree for a part of the repository around it.
                .env(
                    "GIT_CEILING_DIRECTORIES",
                    tree.parent().expect("a directory above"),
                )
                .current_dir(tree)
                .args(["apply", "--recount", "-C1"])
                .arg(self.patch()),
        );
        assert!(
            output.status.success(),
            "tests/recipes/{}.patch does not apply; the head of tests/recipes.rs says how to write it anew:\n{}",
            self.name,
            programs::said(&output)
        );
    }
}

/// The files of the checkout, committed or not, without the ignored ones.
fn files() -> BTreeSet<String> {
    let output = programs::run(programs::command("git").current_dir(programs::root()).args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]));
    assert!(output.status.success(), "{}", programs::said(&output));
    let names = String::from_utf8(output.stdout).expect("names in UTF-8");
    names
        .split_terminator('\0')
        .filter(|name| programs::root().join(name).is_file())
        .map(str::to_owned)
        .collect()
}

/// Copies the checkout and applies all recipes. Leaves unchanged files alone, so that cargo compiles less.
fn carry_out(tree: &Path) {
    let files = files();
    for name in below(tree).keys().filter(|name| !files.contains(*name)) {
        std::fs::remove_file(tree.join(name)).expect("a copy can be removed");
    }
    for name in &files {
        let bytes = std::fs::read(programs::root().join(name)).expect("a file of the checkout");
        let copy = tree.join(name);
        if std::fs::read(&copy).is_ok_and(|old| old == bytes) {
            continue;
        }
        std::fs::create_dir_all(copy.parent().expect("a directory above")).expect("a directory");
        std::fs::write(copy, bytes).expect("a copy");
    }
    for recipe in RECIPES {
        recipe.apply(tree);
    }
}

/// Every file below a directory, by its name from there.
fn below(tree: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut directories = vec![tree.to_owned()];
    while let Some(directory) = directories.pop() {
        for entry in std::fs::read_dir(directory).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                directories.push(path);
            } else {
                let name = path.strip_prefix(tree).expect("it is below the tree");
                let name = name.to_string_lossy().into_owned();
                found.insert(name, std::fs::read(&path).unwrap_or_default());
            }
        }
    }
    found
}

#[test]
fn each_recipe_touches_few_files() {
    let mut said = String::new();
    for recipe in RECIPES {
        let touched = recipe.touched();
        let names: Vec<&str> = touched.iter().map(String::as_str).collect();
        // Written past the test's output capture, so that the numbers always show.
        let _ = writeln!(
            std::io::stdout(),
            "== Recipe `{}`: {} files by hand ({})",
            recipe.name,
            names.len(),
            names.join(", ")
        );
        assert!(!names.is_empty(), "{} has no patch", recipe.name);
        for name in names.iter().filter(|name| is_generated(name)) {
            let _ = writeln!(
                said,
                "{}: {name} is generated, it belongs in no patch",
                recipe.name
            );
        }
        if names.len() > recipe.files {
            let _ = writeln!(
                said,
                "{}: {} files, {} are allowed",
                recipe.name,
                names.len(),
                recipe.files
            );
        }
    }
    assert!(said.is_empty(), "\n{said}");
}

#[test]
fn the_guide_shows_what_the_recipes_do() {
    let tree = tempfile::tempdir().expect("a temporary directory");
    carry_out(tree.path());
    let guide = std::fs::read_to_string(programs::root().join("CONTRIBUTING.md")).expect("the guide");
    let mut said = String::new();
    for recipe in RECIPES {
        let Some(heading) = recipe.section else { continue };
        let section = section(&guide, heading);
        let touched = recipe.touched();
        for name in touched.iter().filter(|name| !section.contains(*name)) {
            let _ = writeln!(said, "`{heading}` does not name {name}, which its recipe touches");
        }
        let texts: Vec<String> = touched
            .iter()
            .map(|name| std::fs::read_to_string(tree.path().join(name)).expect("a touched file"))
            .collect();
        let blocks = blocks(section);
        if blocks.is_empty() {
            let _ = writeln!(said, "`{heading}` shows no Rust");
        }
        for block in blocks {
            if !texts.iter().any(|text| holds(text, &block)) {
                let _ = writeln!(said, "`{heading}` shows what its recipe does not write:\n{block}");
            }
        }
    }
    assert!(said.is_empty(), "\n{said}");
}

/// The text from a heading to the next one of its depth.
fn section<'a>(guide: &'a str, heading: &str) -> &'a str {
    let start = format!("\n## {heading}\n");
    let Some((_, rest)) = guide.split_once(&start) else {
        panic!("CONTRIBUTING.md has no section `{heading}`")
    };
    rest.split("\n## ").next().unwrap_or(rest)
}

/// The blocks of Rust in a section.
fn blocks(section: &str) -> Vec<String> {
    section
        .split("```rust\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .map(str::to_owned)
        .collect()
}

/// Whether a text contains the lines of a block in sequence, at any indentation.
fn holds(text: &str, block: &str) -> bool {
    fn lines(text: &str) -> Vec<&str> {
        text.lines().map(str::trim).collect()
    }
    let (text, block) = (lines(text), lines(block.trim()));
    text.windows(block.len()).any(|window| window == block)
}

/// Applies all recipes together, because compiling takes the time.
#[test]
fn the_recipes_compile_and_their_tests_pass() {
    // The same place each time, so that cargo reuses what it compiled before. A separate target directory, because cargo
    // takes a copy of a package for the package itself.
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("recipes");
    let (tree, target) = (place.join("tree"), place.join("target"));
    carry_out(&tree);
    let before = below(&tree);
    // The first run writes the generated files. Any other failure shows in the second run.
    test(
        &tree,
        &target,
        &[
            ("BLESS", "1"),
            ("INSTA_UPDATE", "always"),
            ("INSTA_FORCE_PASS", "1"),
        ],
    );
    let after = below(&tree);
    let written: Vec<&str> = after
        .iter()
        .filter(|(name, bytes)| before.get(*name) != Some(bytes))
        .map(|(name, _)| name.as_str())
        .collect();
    let _ = writeln!(
        std::io::stdout(),
        "== Recipes: generated besides: {}",
        written.join(", ")
    );
    let by_hand: Vec<_> = written.iter().filter(|name| !is_generated(name)).collect();
    assert!(by_hand.is_empty(), "the tests wrote other files too: {by_hand:?}");
    let (is_ok, said) = test(&tree, &target, &[("INSTA_UPDATE", "no")]);
    assert!(is_ok, "{said}");
}

/// Runs the tests of the library and the snapshots. Returns whether they pass, and what they say.
fn test(tree: &Path, target: &Path, environment: &[(&str, &str)]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO"));
    // These variables describe this package, not the copy.
    for (name, _) in std::env::vars()
        .filter(|(name, _)| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"))
    {
        command.env_remove(name);
    }
    command
        .current_dir(tree)
        .args([
            "test",
            "--offline",
            "--locked",
            "--quiet",
            "--lib",
            "--test",
            "snapshots",
        ])
        .env("CARGO_TARGET_DIR", target)
        .envs(environment.iter().copied());
    let output = programs::run(&mut command);
    (output.status.success(), programs::said(&output))
}
