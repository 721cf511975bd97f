//! The settings of an embedding page besides the values of fields: which fields and files are shown, which fields are
//! locked, and of which form on that page this one is a part.

mod blocks;
mod known;
mod names;
pub mod snippet;
mod values;

pub use blocks::{absent, notes};
pub use known::known;
pub use values::values;

use crate::fields::{self, Field};
use crate::finding::{Finding, Fix};
use crate::form::Form;
use crate::notices;
use names::{named, names};

/// The name of the import box among `fields`.
const IMPORT: &str = "import";

/// The parameter with which `embed.js` names the attributes that it leaves out, because the first element of the group
/// sets the form.
const IDLE: &str = "idle";

/// The settings that only a page around this one can give.
const SETTINGS: &[&str] = &["fields", "lock", "files", "group"];

/// The valid values of `theme`.
const THEMES: &[&str] = &["light", "dark", "auto", ""];

/// The settings of an embedding page. The default is for a page that nothing embeds: all fields are shown, and the
/// user can change them all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Embedding {
    /// Whether another page shows this one in a frame.
    pub is_framed: bool,
    /// Whether the embedding page wants the import box.
    pub imports: bool,
    /// The form that the embedding page gave. Start over returns to it, and locked fields keep its texts.
    pub form: Form,
    /// The fields to show. `None` shows all.
    shown: Option<Vec<&'static Field>>,
    /// The fields that are shown but that the user cannot change.
    locked: Vec<&'static Field>,
    /// The names of the files to show, as the embedding page gave them. `None` shows the output as a page of its own has it.
    files: Option<Vec<String>>,
    /// The name of the form that several frames of the embedding page share. Blank if this one has a form of its own.
    group: String,
}

impl Embedding {
    /// Reads the settings from the parameters that also gave the form. Reports what it cannot use.
    pub fn parse(query: &str, form: &Form, is_framed: bool) -> (Self, Vec<Finding>) {
        let mut embedding = Self {
            is_framed,
            ..Self::default()
        };
        let mut findings = Vec::new();
        if is_framed {
            embedding.form = form.clone();
        }
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*key {
                "theme" if !THEMES.contains(&&*value) => findings.push(bad_theme(&value)),
                _ if is_framed && (SETTINGS.contains(&&*key) || key == IDLE) => {
                    embedding.take(&key, &value, &mut findings);
                }
                // A link that hides the values it sets could mislead the person who opens it.
                _ => findings.extend(
                    SETTINGS
                        .iter()
                        .find(|name| **name == key)
                        .map(|name| not_here(name)),
                ),
            }
        }
        (embedding, findings)
    }

    /// Takes one setting. Reports the names that it cannot use.
    fn take(&mut self, key: &str, value: &str, findings: &mut Vec<Finding>) {
        match key {
            "files" => self.files = Some(names(value).map(str::to_owned).collect()),
            "group" => value.clone_into(&mut self.group),
            IDLE => findings.extend(names(value).map(idle)),
            "lock" => self.locked = self.fields_in("lock", value, findings),
            _ => self.shown = Some(self.fields_in("fields", value, findings)),
        }
    }

    /// Returns the fields in a list.
    fn fields_in(
        &mut self,
        key: &'static str,
        list: &str,
        findings: &mut Vec<Finding>,
    ) -> Vec<&'static Field> {
        let mut named = Vec::new();
        for name in names(list) {
            if name == IMPORT && key == "fields" {
                self.imports = true;
                continue;
            }
            match fields::field(&name.replace('-', "_")) {
                Some(field) if field.is_secret() && key == "lock" => findings.push(secret(field)),
                Some(field) => named.push(field),
                None => findings.push(no_field(key, name)),
            }
        }
        named
    }

    /// Returns the settings as parameters, to append to those of a form.
    pub fn write(&self) -> String {
        let keys = |fields: &[&'static Field]| fields.iter().map(|field| field.key).collect::<Vec<_>>();
        let mut shown = self.shown.as_deref().map(keys);
        if self.imports {
            shown.get_or_insert_default().push(IMPORT);
        }
        let locked = Some(keys(&self.locked)).filter(|locked| !locked.is_empty());
        let mut text = String::new();
        for (key, keys) in [("fields", shown), ("lock", locked)] {
            let Some(keys) = keys else { continue };
            // The keys of fields contain nothing that a URL must encode.
            text.push('&');
            text.push_str(key);
            text.push('=');
            text.push_str(&keys.join(","));
        }
        let mut rest = form_urlencoded::Serializer::new(String::new());
        if let Some(files) = &self.files {
            rest.append_pair("files", &files.join(" "));
        }
        if self.is_shared() {
            rest.append_pair("group", &self.group);
        }
        let rest = rest.finish();
        if !rest.is_empty() {
            text.push('&');
            text.push_str(&rest);
        }
        text
    }

    /// The names of the files that the embedding page wants shown alone, without status and steps. `None` if it leaves the
    /// output as it is.
    pub fn files(&self) -> Option<&[String]> {
        self.files.as_deref()
    }

    /// Whether several frames of the embedding page share this form.
    pub fn is_shared(&self) -> bool {
        !self.group.is_empty()
    }

    /// Whether the embedding page wants files without a form: code blocks of that page.
    pub fn is_block(&self) -> bool {
        let has_files = self.files.as_ref().is_some_and(|files| !files.is_empty());
        has_files && self.shown.as_ref().is_none_or(Vec::is_empty) && !self.imports
    }

    /// Whether the embedding page chooses which fields are shown.
    pub fn picks(&self) -> bool {
        self.shown.is_some()
    }

    /// The fields that the embedding page picks and those that it locks, in its order. `None` if it shows all.
    pub fn picked(&self) -> Option<Vec<&'static Field>> {
        let shown = self.shown.as_ref().filter(|_| !self.is_block())?;
        let mut picked: Vec<&'static Field> = Vec::new();
        for field in shown.iter().chain(&self.locked) {
            if !picked.contains(field) {
                picked.push(field);
            }
        }
        Some(picked)
    }

    /// Whether the field is shown: the embedding page shows all fields, or names or locks this one.
    pub fn shows(&self, field: &Field) -> bool {
        if self.is_block() {
            return false;
        }
        self.shown.as_ref().is_none_or(|shown| shown.contains(&field)) || self.is_locked(field)
    }

    /// Whether the field is locked: the user cannot change it.
    pub fn is_locked(&self, field: &Field) -> bool {
        self.locked.contains(&field)
    }

    /// Whether to offer a fix that no finding asks for, such as a preset: only if the user sees and can change every
    /// field that it edits.
    pub fn offers(&self, fix: &Fix) -> bool {
        fix.edits
            .iter()
            .all(|edit| self.shows(edit.field) && !self.is_locked(edit.field))
    }

    /// Removes the fixes that would change a locked field. Their findings stay.
    pub fn keep_allowed(&self, findings: &mut [Finding]) {
        let is_forbidden = |fix: &Fix| fix.edits.iter().any(|edit| self.is_locked(edit.field));
        for finding in findings {
            if finding.fix.as_ref().is_some_and(is_forbidden) {
                finding.fix = None;
            }
        }
    }

    /// Restores the texts of locked fields after any change, even one that moves their defaults.
    pub fn hold(&self, form: &mut Form) {
        form.take(&self.locked, &self.form);
    }

    /// Applies what the embedding page has changed since `old`. Everything else stays as the user left it.
    pub fn follow(&self, old: &Self, form: &mut Form) {
        let changed = self.form.differing(&old.form);
        form.take(&changed, &self.form);
        // A field that is locked now has the host's text, also if the host gave it before.
        self.hold(form);
    }
}

/// An element of a group that is not its first one gives a value that is not locked.
fn idle(name: &str) -> Finding {
    let name = named(name);
    let message = format!("`{name}` has no effect here: the first element of the group sets its form.");
    let finding = notices::UNKNOWN_KEY.of_parameter(name, message);
    finding.because("Lock the field here, or give the first element its value.")
}

fn no_field(key: &'static str, name: &str) -> Finding {
    let name = named(name);
    let message = format!("`{key}` names `{name}`, which is no field of this page; it was left out.");
    let finding = notices::UNKNOWN_KEY.of_parameter(key, message);
    finding.because("What the page around meant to say of it has no effect.")
}

fn secret(field: &'static Field) -> Finding {
    let message = format!(
        "`lock` names `{}`, which is secret: no page can set it, so it is not locked.",
        field.key
    );
    let finding = notices::UNKNOWN_KEY.of_parameter("lock", message);
    finding.because("Locked, it could never be given.")
}

fn not_here(key: &'static str) -> Finding {
    let message =
        format!("The link has `{key}`, which only a page that embeds this one can say; it was ignored.");
    let finding = notices::UNKNOWN_KEY.of_parameter(key, message);
    finding.because("All fields are shown, and all can be changed.")
}

fn bad_theme(theme: &str) -> Finding {
    let theme = named(theme);
    let message = format!("`theme` is `{theme}`; it can be `light`, `dark` or `auto`.");
    notices::UNKNOWN_THEME.of_parameter("theme", message)
}

#[cfg(test)]
mod tests;
