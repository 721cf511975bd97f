//! Everything computed from the form, by the functions of the domain in order.

use crate::date::Date;
use crate::fields::Field;
use crate::finding::Finding;
use crate::read::{Reading, read};
use crate::ui::parts::{Check, Formats};
use crate::{Config, Form, OutputFile, build, outputs};

/// Everything computed from the form.
pub struct Results {
    pub config: Config,
    pub reading: Reading,
    pub findings: Vec<Finding>,
    pub missing: Vec<&'static Field>,
    pub files: Vec<OutputFile>,
}

impl Results {
    /// Computes everything. Without the rules, the findings are those of reading; without the formats, only the first way
    /// has files.
    pub fn of(
        form: &Form,
        mut findings: Vec<Finding>,
        today: Date,
        check: Option<Check>,
        formats: Option<Formats>,
    ) -> Self {
        let (config, mut reading) = read(form);
        let deployment = build(&config);
        findings.append(&mut reading.findings);
        if let Some(check) = check {
            findings.extend(check(&config, &reading, &deployment, today));
        }
        let files = if outputs::is_first(config.way) {
            outputs::first_files(&deployment)
        } else {
            formats.map_or_else(Vec::new, |formats| (formats.files)(&deployment, config.way))
        };
        Self {
            missing: deployment.missing,
            config,
            reading,
            findings,
            files,
        }
    }
}
