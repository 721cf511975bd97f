//! Generates the reference pages, `docs/rules.md` and `docs/fields.md`, from the tables.

use super::exclusions::{ERRATA, EXCLUSIONS};
use crate::choices::{LaunchType, Start};
use crate::fields::{Blank, Field, Kind, SECTIONS};
use crate::finding::Entry;
use crate::notices::NOTICES;
use crate::rules::RULES;
use std::fmt::Write as _;
use std::path::Path;

const MADE: &str = "<!-- Made from the code by `BLESS=1 cargo test --lib reference`. Don't edit it. -->";

/// Checks that a page in `docs/` has this text. If `BLESS` is set, writes the page first.
fn compare(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stands == text,
        "docs/{name} is not what the tables say; `BLESS=1 cargo test --lib reference` writes it"
    );
}

/// Escapes a text for a table cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;").replace('\n', " ")
}

#[test]
fn the_reference_of_rules_is_current() {
    let mut page =
        format!("# Rules\n\n{MADE}\n\nWhat the page says about a configuration, while it is typed. ");
    page.push_str(
        "An *error* is what AWS or the delegate refuses or what cannot run, a *warning* what will hurt in ",
    );
    page.push_str("production, an *info* advice. The examples are");
    page.push_str(" URL parameters on top of a finished configuration; `{n}` stands for n characters.\n\n");
    page.push_str("| Rule | Severity | Problem |\n|---|---|---|\n");
    for rule in &RULES {
        let _ = writeln!(
            page,
            "| [{0}](#{0}) | {1} | {2} |",
            rule.id,
            rule.severity.name(),
            cell(rule.what)
        );
    }
    for rule in &RULES {
        let _ = write!(
            page,
            "\n## {}\n\n**{}.** {}\n\n{}\n\n- Fires: {}\n- Doesn't: {}\n- [Source]({})\n",
            rule.id,
            rule.severity.name(),
            cell(rule.what),
            cell(rule.consequence),
            example(rule.fires),
            example(rule.quiet),
            rule.source
        );
    }
    page.push_str("\n## Findings of reading\n\n");
    page.push_str("Not rules, but said in the same way, of a field's text or of a link.\n");
    for notice in NOTICES {
        let (id, severity, what) = (notice.id(), notice.severity().name(), notice.what());
        let _ = write!(page, "\n### {id}\n\n**{severity}.** {what}\n");
    }
    // The page links to `rules.html#unknown-theme`, as it does for every finding.
    assert!(page.contains("\n### unknown-theme\n"));
    page.push_str("\n## What no rule covers\n\n");
    let mut whys: Vec<&str> = EXCLUSIONS.iter().map(|exclusion| exclusion.why).collect();
    whys.dedup();
    for why in whys {
        let what: Vec<String> = EXCLUSIONS
            .iter()
            .filter(|other| other.why == why)
            .map(|other| format!("`{}`", other.what))
            .collect();
        let _ = writeln!(page, "- {} ({})", cell(why), what.join(", "));
    }
    for (why, _) in ERRATA {
        let _ = writeln!(page, "- {}", cell(why));
    }
    compare("rules.md", &page);
}

#[test]
fn the_reference_of_fields_is_current() {
    let mut page = format!("# Fields\n\n{MADE}\n\nEach is a URL parameter of this name, an attribute of ");
    page.push_str("`<ecs-delegate-configurator>` with `-` for `_`, and an input of the page. An absent parameter means ");
    page.push_str("the default, an empty one blank. Fields with rows are repeated once per row.\n");
    for section in SECTIONS {
        let _ = write!(page, "\n## {}\n", section.title);
        for field in section.fields {
            of_field(&mut page, field);
        }
    }
    compare("fields.md", &page);
}

fn of_field(page: &mut String, field: &Field) {
    let _ = write!(
        page,
        "\n### {}\n\n**{}.** {}",
        field.key,
        cell(field.label),
        cell(field.help)
    );
    if !field.find.is_empty() {
        let _ = write!(page, " {}", cell(field.find));
    }
    page.push_str("\n\n");
    if !field.command.is_empty() {
        let _ = writeln!(page, "- Printed by: `{}`", field.command);
    }
    match &field.kind {
        Kind::Choice(choices, _) => {
            let all: Vec<String> = choices
                .iter()
                .map(|c| format!("`{}` ({})", c.value, cell(c.label)))
                .collect();
            let _ = writeln!(page, "- One of: {}", all.join(", "));
        }
        Kind::Flag(_) => page.push_str("- `true` or `false`\n"),
        Kind::List(_) => page.push_str("- Items between commas\n"),
        Kind::Rows(_) => page.push_str("- Rows of `NAME=value`\n"),
        Kind::Number(..) => page.push_str("- A whole number\n"),
        Kind::Identifier(_) | Kind::FreeText(_) | Kind::Secret(_) => {}
    }
    let blank = match &field.blank {
        Blank::Required { placeholder, .. } => {
            format!("required: where it is missing, the files show `{placeholder}`")
        }
        Blank::Found { placeholder } => {
            format!("the commands and scripts find it; the JSON files show `{placeholder}`")
        }
        Blank::Derived | Blank::DerivedOr { .. } => "it follows from other fields".to_owned(),
        Blank::Empty => "the empty text is written".to_owned(),
        Blank::Absent => "it is left out".to_owned(),
        Blank::Default => "the default takes effect".to_owned(),
    };
    let _ = writeln!(page, "- Blank: {blank}");
    let _ = writeln!(page, "- Default: {}", defaults(field));
    if field.is_secret() {
        page.push_str("- Secret: it is in no link, no storage and no message\n");
    }
    let _ = writeln!(
        page,
        "- Example: `{}`\n- [Documentation]({})",
        field.sample, field.docs
    );
}

/// Returns the default, or one per start and launch type if they differ.
fn defaults(field: &Field) -> String {
    let shown = |text: &str| {
        if text.is_empty() {
            "blank".to_owned()
        } else {
            format!("`{text}`")
        }
    };
    let all: Vec<(Start, LaunchType, &str)> = Start::ALL
        .iter()
        .flat_map(|start| {
            LaunchType::ALL
                .iter()
                .map(|launch| (*start, *launch, (field.default)(*start, *launch).as_str()))
        })
        .collect();
    if all.iter().all(|(.., text)| *text == all[0].2) {
        return shown(all[0].2);
    }
    let of_start = |start: Start| {
        let both: Vec<&(Start, LaunchType, &str)> =
            all.iter().filter(|(other, ..)| *other == start).collect();
        if both[0].2 == both[1].2 {
            format!("{} with `{}`", shown(both[0].2), start.value())
        } else {
            let each: Vec<String> = both
                .iter()
                .map(|(_, launch, text)| format!("{} on {}", shown(text), launch.value()))
                .collect();
            format!("{} with `{}`", each.join(" and "), start.value())
        }
    };
    let starts: Vec<String> = Start::ALL.iter().map(|start| of_start(*start)).collect();
    starts.join(", ")
}

/// The parameters of an example, and the document that is imported first.
fn example(example: &str) -> String {
    match example.split_once('\n') {
        Some(("", document)) => format!("`{document}`, imported"),
        Some((parameters, document)) => format!("`?{parameters}`, and `{document}`, imported"),
        None => format!("`?{example}`"),
    }
}
