//! The parts of the program that the page fetches when it needs them, and their states.

use crate::choices::Way;
use crate::date::Date;
use crate::import::{Failure, Import};
use crate::outputs::OutputFile;
use crate::read::Reading;
use crate::{Config, Deployment, Finding, Form};
use leptos::prelude::{Get as _, GetUntracked as _, RwSignal, Set as _, With as _, WithUntracked as _};

/// Reads what somebody pasted.
pub type ReadImport = fn(&str, &Form) -> Result<Import, Failure>;

/// Checks a configuration.
pub type Check = fn(&Config, &Reading, &Deployment, Date) -> Vec<Finding>;

/// What the other tabs and the archive need. These are pointers, so that the page calls them like any other function
/// once the part is here.
#[derive(Clone, Copy)]
pub struct Formats {
    /// Generates the files of one of the other ways, or only the one with a name.
    pub files: fn(&Deployment, Way, Option<&str>) -> Vec<OutputFile>,
    /// Generates the README of the archive.
    pub readme: fn(&Deployment, &[OutputFile], Option<&str>, &str) -> String,
}

/// The state of a part. A running fetch has no state: the page shows nothing about it, and requests for the same part
/// share one fetch.
#[derive(Clone, Copy)]
pub enum Part<T> {
    /// Nothing has asked for it, or the fetch is under way.
    Lacking,
    /// It is here, and stays.
    Here(T),
    /// The last fetch failed: the connection is down, or the site has a newer build.
    Failed,
}

impl<T: Copy> Part<T> {
    /// The part, if it is here.
    pub fn here(self) -> Option<T> {
        match self {
            Self::Here(part) => Some(part),
            Self::Lacking | Self::Failed => None,
        }
    }
}

impl<T> Part<T> {
    /// Whether it is here.
    pub fn is_here(&self) -> bool {
        matches!(self, Self::Here(_))
    }

    /// Whether the last fetch failed.
    pub fn has_failed(&self) -> bool {
        matches!(self, Self::Failed)
    }
}

/// All parts.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The rules.
    pub rules: RwSignal<Part<Check>>,
    /// What the other tabs and the archive need.
    pub formats: RwSignal<Part<Formats>>,
    /// What reads the import box.
    pub import: RwSignal<Part<ReadImport>>,
    /// Whether the code that packs the archive could not be fetched. The browser calls that code by itself.
    pub packer_failed: RwSignal<bool>,
}

impl Parts {
    /// Nothing has asked for any of them.
    pub fn new() -> Self {
        Self {
            rules: RwSignal::new(Part::Lacking),
            formats: RwSignal::new(Part::Lacking),
            import: RwSignal::new(Part::Lacking),
            packer_failed: RwSignal::new(false),
        }
    }

    /// Whether a fetch of any part failed.
    pub fn has_failed(self) -> bool {
        self.rules.with(Part::has_failed)
            || self.formats.with(Part::has_failed)
            || self.import.with(Part::has_failed)
            || self.packer_failed.get()
    }

    /// Forgets every failure, before the page tries again.
    pub fn forget_failures(self) {
        forget_failure(self.rules);
        forget_failure(self.formats);
        forget_failure(self.import);
        self.packer_failed.set(false);
    }
}

fn forget_failure<T: Copy + Send + Sync + 'static>(part: RwSignal<Part<T>>) {
    if part.with_untracked(Part::has_failed) {
        part.set(Part::Lacking);
    }
}

/// Records how a fetch ended. Notifies only if this changes the state of the part, because each notice regenerates the
/// files.
pub fn record<T: Copy + Send + Sync + 'static>(part: RwSignal<Part<T>>, fetched: Option<T>) {
    let now = part.get_untracked();
    match fetched {
        Some(fetched) if !now.is_here() => part.set(Part::Here(fetched)),
        None if !now.has_failed() && !now.is_here() => part.set(Part::Failed),
        _ => {}
    }
}
