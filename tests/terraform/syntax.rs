//! The syntax: terraform and other parsers read every file, and a file declares what it refers to.

use crate::files::{all_files, written};
use crate::formats::{case, command, is_installed, run};
use crate::hcl_reader::Reader;
use std::collections::BTreeSet;

#[test]
fn the_files_are_formatted_as_terraform_fmt_does_it() {
    if !is_installed("terraform") {
        println!("terraform is not installed: `terraform fmt` was not asked.");
        return;
    }
    let directory = written("terraform-fmt");
    let (is_formatted, difference) = run(command("terraform")
        .args(["fmt", "-check", "-diff"])
        .arg(&directory));
    assert!(is_formatted, "{difference}");
}

#[test]
fn python_hcl2_reads_every_file() {
    let directory = written("python-hcl2");
    let (is_read, message) = run(command("python3").arg("tests/terraform/read.py").arg(&directory));
    assert!(is_read, "{message}");
}

#[test]
fn which_file_there_is() {
    let names = |query: &str| case(query).files.iter().map(|file| file.name).collect::<Vec<_>>();
    assert_eq!(names("way=terraform"), ["standalone.tf"]);
    assert_eq!(names("way=terraform&start=docs"), ["main.tf"]);
    assert_eq!(names("way=terraform&terraform_source=module"), ["main.tf"]);
    assert_eq!(
        names("way=terraform&terraform_source=module&launch_type=EC2"),
        ["standalone.tf"]
    );
}

/// A file declares every variable, data source and resource that it refers to, once, and uses every variable.
#[test]
fn what_is_referred_to_is_declared() {
    for (text, case) in all_files() {
        let reader = Reader::new(&text, &case.deployment);
        let mut declared = BTreeSet::from(["local.tags".to_owned()]);
        for (kind, prefix) in [
            ("variable", "var."),
            ("data", "data."),
            ("resource", ""),
            ("module", "module."),
        ] {
            for (labels, _) in reader.blocks(kind) {
                let name = format!("{prefix}{}", labels.join("."));
                assert!(declared.insert(name.clone()), "{name} twice in {}", case.query);
            }
        }
        let mut rest = text.as_str();
        let mut referred = BTreeSet::new();
        while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic()) {
            let word: String = rest[at..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "._".contains(*c))
                .collect();
            let parts: Vec<&str> = word.split('.').collect();
            let name = match parts.as_slice() {
                ["var" | "local" | "module", name, ..] => format!("{}.{name}", parts[0]),
                ["data", kind, name, ..] => format!("data.{kind}.{name}"),
                [kind, name, ..] if kind.starts_with("aws_") => format!("{kind}.{name}"),
                _ => String::new(),
            };
            referred.insert(name);
            rest = &rest[at + word.len()..];
        }
        referred.remove("");
        // Terraform forgets what such a block names, because the file no longer has it.
        for (_, block) in reader.blocks("removed") {
            let forgotten = block
                .body()
                .attributes()
                .find(|attribute| attribute.key() == "from");
            let name = forgotten.expect("a name").expr().to_string();
            assert!(referred.remove(&name), "{name} in {}", case.query);
            assert!(!declared.contains(&name), "{name} in {}", case.query);
        }
        assert_eq!(
            referred.difference(&declared).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "{}",
            case.query
        );
        let variables = declared
            .iter()
            .filter(|name| name.starts_with("var.") || name.starts_with("data."));
        let unused: Vec<_> = variables.filter(|name| !referred.contains(*name)).collect();
        assert_eq!(
            unused,
            Vec::<&String>::new(),
            "declared and not used, {}",
            case.query
        );
    }
}
