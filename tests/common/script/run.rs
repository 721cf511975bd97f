//! What a run of `deploy.sh` did.

use super::super::programs;
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Output;

/// What a run did.
pub struct Run {
    pub output: Output,
    /// The calls of `aws` that the stub recorded.
    pub calls: Vec<Value>,
    /// Every program that ran, with its arguments.
    pub programs: Vec<Vec<String>>,
}

impl Run {
    /// The text on both outputs.
    pub fn said(&self) -> String {
        programs::said(&self.output)
    }

    /// The names of the calls that change a resource.
    pub fn changes(&self) -> Vec<&str> {
        let is_change = |call: &&str| programs::is_change(call.split(' ').nth(1).unwrap_or_default());
        self.calls
            .iter()
            .filter_map(|call| call["call"].as_str())
            .filter(is_change)
            .collect()
    }

    /// The inputs of a call.
    pub fn inputs(&self, name: &str) -> Vec<&Value> {
        self.calls
            .iter()
            .filter(|call| call["call"] == name)
            .map(|call| &call["input"])
            .collect()
    }

    /// Checks that it succeeded.
    pub fn assert_ok(self) -> Self {
        assert!(self.output.status.success(), "{}", self.said());
        assert!(
            !String::from_utf8_lossy(&self.output.stderr).contains("deploy.sh:"),
            "{}",
            self.said()
        );
        self
    }

    /// Checks that it failed with one sentence of its own that contains these words. Returns the text on both outputs.
    pub fn assert_stops(&self, words: &[&str]) -> String {
        let errors = String::from_utf8_lossy(&self.output.stderr).into_owned();
        assert_eq!(self.output.status.code(), Some(1), "{}", self.said());
        assert_eq!(errors.lines().count(), 1, "{errors}");
        assert!(
            errors.starts_with("deploy.sh: ") && errors.ends_with(".\n"),
            "{errors}"
        );
        for word in words {
            assert!(errors.contains(word), "it does not say `{word}`: {errors}");
        }
        self.said()
    }

    /// Checks that it failed and that its last line is a sentence of its own. Returns the text on both outputs.
    pub fn assert_stops_late(&self) -> String {
        let errors = String::from_utf8_lossy(&self.output.stderr).into_owned();
        assert_eq!(self.output.status.code(), Some(1), "{}", self.said());
        let last = errors.lines().last().unwrap_or_default();
        assert!(last.starts_with("deploy.sh: ") && last.ends_with('.'), "{errors}");
        self.said()
    }

    /// The names of the programs that ran.
    pub fn program_names(&self) -> BTreeSet<&str> {
        self.programs.iter().map(|program| program[0].as_str()).collect()
    }
}
