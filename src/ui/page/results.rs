//! Everything computed from the form, by the functions of the domain in order.

use crate::date::Date;
use crate::deployment::Deployment;
use crate::finding::Finding;
use crate::read::{Reading, read};
use crate::ui::parts::{Check, Formats};
use crate::{Config, Form, OutputFile, build, outputs};

/// Everything computed from the form, except the files.
pub struct Results {
    pub config: Config,
    pub reading: Reading,
    pub findings: Vec<Finding>,
    pub deployment: Deployment,
}

impl Results {
    /// Computes everything. Without the rules, the findings are those of reading.
    pub fn of(form: &Form, mut findings: Vec<Finding>, today: Date, check: Option<Check>) -> Self {
        let (config, mut reading) = read(form);
        let deployment = build(&config);
        findings.append(&mut reading.findings);
        if let Some(check) = check {
            findings.extend(check(&config, &reading, &deployment, today));
        }
        Self {
            config,
            reading,
            findings,
            deployment,
        }
    }

    /// The files of the way. Without the formats, only the first way has files.
    pub fn files(&self, formats: Option<Formats>) -> Vec<OutputFile> {
        self.rendered(formats, None)
    }

    /// The files as they were, but for the one that is open. All anew if that one is not among them.
    pub fn with_open(
        &self,
        mut files: Vec<OutputFile>,
        open: &str,
        formats: Option<Formats>,
    ) -> Vec<OutputFile> {
        let place = files.iter_mut().find(|file| file.name == open);
        let Some(place) = place else {
            return self.files(formats);
        };
        let Some(now) = self.rendered(formats, Some(place.name)).pop() else {
            return self.files(formats);
        };
        *place = now;
        files
    }

    fn rendered(&self, formats: Option<Formats>, only: Option<&str>) -> Vec<OutputFile> {
        let way = self.config.way;
        if outputs::is_first(way) {
            outputs::first_files(&self.deployment, only)
        } else {
            formats.map_or_else(Vec::new, |formats| (formats.files)(&self.deployment, way, only))
        }
    }
}
