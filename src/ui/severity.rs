//! The words for each severity.

use crate::finding::Severity;
use crate::words::counted;

/// Every severity, the most severe first.
pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// The word before a finding.
pub fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error: ",
        Severity::Warning => "Warning: ",
        Severity::Info => "Note: ",
    }
}

/// A number of findings, in words.
pub fn number(severity: Severity, number: usize) -> String {
    match severity {
        Severity::Error => counted(number, "error", "errors"),
        Severity::Warning => counted(number, "warning", "warnings"),
        Severity::Info => counted(number, "note", "notes"),
    }
}
