//! Both Terraform files of every configuration.

use crate::formats::{self, HOSTILE, case, configurations, scratch};

/// Both files of every configuration.
pub fn all_files() -> Vec<(String, formats::Case)> {
    let mut all = Vec::new();
    for query in configurations() {
        for source in ["module", "standalone"] {
            let case = case(&format!("{query}&way=terraform&terraform_source={source}"));
            assert_eq!(
                case.files.len(),
                1,
                "terraform reads a folder whole: one file, {}",
                case.query
            );
            all.push((case.files[0].text.clone(), case));
        }
    }
    all
}

/// Writes every file into one directory. Returns the directory.
pub fn written(name: &str) -> std::path::PathBuf {
    let directory = scratch(name);
    for (at, (text, _)) in all_files().iter().enumerate() {
        std::fs::write(directory.join(format!("{at}.tf")), text).unwrap();
    }
    for (at, hostile) in HOSTILE.iter().enumerate() {
        for source in ["module", "standalone"] {
            let text = case(&hostile_query(hostile, source)).files[0].text.clone();
            std::fs::write(directory.join(format!("hostile-{at}-{source}.tf")), text).unwrap();
        }
    }
    directory
}

/// The query of a file with a hostile text in every field.
pub fn hostile_query(hostile: &str, source: &str) -> String {
    format!(
        "{}&way=terraform&terraform_source={source}&aws_account_id=012345678901",
        formats::hostile_query(hostile)
    )
}
