//! The settings of an embedding page besides the values of fields: which fields are shown, and which are locked.

use crate::fields::{self, Field};
use crate::finding::{Finding, Fix};
use crate::form::Form;
use crate::notices;
use crate::secrets;

/// The name of the import box among `fields`.
const IMPORT: &str = "import";

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
            let key = match &*key {
                "theme" => {
                    if !THEMES.contains(&&*value) {
                        findings.push(bad_theme(&value));
                    }
                    continue;
                }
                "fields" => "fields",
                "lock" => "lock",
                _ => continue,
            };
            // A link that hides the values it sets could mislead the person who opens it.
            if !is_framed {
                findings.push(not_here(key));
                continue;
            }
            let mut named = Vec::new();
            for name in value
                .split(|c: char| c == ',' || c.is_whitespace())
                .filter(|name| !name.is_empty())
            {
                if name == IMPORT && key == "fields" {
                    embedding.imports = true;
                    continue;
                }
                match fields::field(&name.replace('-', "_")) {
                    Some(field) if field.is_secret() && key == "lock" => findings.push(secret(field)),
                    Some(field) => named.push(field),
                    None => findings.push(no_field(key, name)),
                }
            }
            if key == "lock" {
                embedding.locked = named;
            } else {
                embedding.shown = Some(named);
            }
        }
        (embedding, findings)
    }

    /// Returns the settings as parameters, to append to those of a form.
    pub fn write(&self) -> String {
        let mut text = String::new();
        let keys = |fields: &[&'static Field]| fields.iter().map(|field| field.key).collect::<Vec<_>>();
        let mut shown = self.shown.as_deref().map(keys);
        if self.imports {
            shown.get_or_insert_default().push(IMPORT);
        }
        let locked = Some(keys(&self.locked)).filter(|locked| !locked.is_empty());
        for (key, keys) in [("fields", shown), ("lock", locked)] {
            let Some(keys) = keys else { continue };
            // The keys of fields contain nothing that a URL must encode.
            text.push('&');
            text.push_str(key);
            text.push('=');
            text.push_str(&keys.join(","));
        }
        text
    }

    /// Whether the embedding page chooses which fields are shown.
    pub fn picks(&self) -> bool {
        self.shown.is_some()
    }

    /// Whether the field is shown: the embedding page shows all fields, or names or locks this one.
    pub fn shows(&self, field: &Field) -> bool {
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
        let changed: Vec<_> = fields::FIELDS
            .iter()
            .copied()
            .filter(|field| {
                let of = |form: &Form| form.is_touched(field).then(|| form.texts(field));
                of(&self.form) != of(&old.form)
            })
            .collect();
        form.take(&changed, &self.form);
        // A field that is locked now has the host's text, also if the host gave it before.
        self.hold(form);
    }
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

/// Returns what a message shows of a name that the page does not know.
fn named(name: &str) -> String {
    if secrets::is_in(name) {
        return "…".to_owned();
    }
    name.chars().take(80).collect()
}

fn bad_theme(theme: &str) -> Finding {
    let theme = named(theme);
    let message = format!("`theme` is `{theme}`; it can be `light`, `dark` or `auto`.");
    notices::UNKNOWN_THEME.of_parameter("theme", message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Edit, Severity};
    use crate::link::{self, Secrets};

    fn embedded(query: &str) -> (Embedding, Vec<(&'static str, String)>) {
        let (form, _) = link::parse(query, Secrets::Ignore);
        let (embedding, findings) = Embedding::parse(query, &form, true);
        let findings = findings.into_iter().map(|one| (one.rule, one.message)).collect();
        (embedding, findings)
    }

    #[test]
    fn by_default_everything_is_shown_and_nothing_locked() {
        let (embedding, findings) = embedded("v=1&region=us-west-2&theme=dark");
        assert!(findings.is_empty());
        assert!(embedding.is_framed && !Embedding::default().is_framed);
        assert!(
            fields::FIELDS
                .iter()
                .all(|field| embedding.shows(field) && !embedding.is_locked(field))
        );
        assert_eq!(embedding.write(), "");
    }

    #[test]
    fn names_may_have_dashes_and_stand_between_commas_or_spaces() {
        let (embedding, findings) = embedded("fields=region,+delegate-name%0Acpu&lock=launch-type");
        assert!(findings.is_empty());
        for field in [
            &fields::REGION,
            &fields::DELEGATE_NAME,
            &fields::CPU,
            &fields::LAUNCH_TYPE,
        ] {
            assert!(embedding.shows(field), "{}", field.key);
        }
        assert!(!embedding.shows(&fields::MEMORY) && !embedding.shows(&fields::WAY));
        assert!(embedding.is_locked(&fields::LAUNCH_TYPE) && !embedding.is_locked(&fields::REGION));
        assert_eq!(embedded(&embedding.write()[1..]).0.write(), embedding.write());
    }

    #[test]
    fn a_new_lock_takes_the_text_that_the_host_gave_before() {
        let (old, _) = embedded("region=us-west-2");
        let mut form = old.form.clone();
        form.set(&fields::REGION, vec!["eu-west-1".to_owned()]);
        embedded("region=us-west-2&fields=region")
            .0
            .follow(&old, &mut form);
        assert_eq!(form.text(&fields::REGION), "eu-west-1");
        embedded("region=us-west-2&lock=region").0.follow(&old, &mut form);
        assert_eq!(form.text(&fields::REGION), "us-west-2");
    }

    #[test]
    fn blank_fields_shows_none() {
        let (embedding, _) = embedded("fields=");
        assert!(!fields::FIELDS.iter().any(|field| embedding.shows(field)));
    }

    #[test]
    fn what_it_cannot_use_it_reports() {
        let (embedding, findings) = embedded("fields=region,widht&lock=token&theme=blue");
        let rules: Vec<_> = findings.iter().map(|(rule, _)| *rule).collect();
        assert_eq!(rules, ["unknown-key", "unknown-key", "unknown-theme"]);
        for (part, (_, message)) in ["`widht`", "`token`", "`blue`"].iter().zip(&findings) {
            assert!(message.contains(part), "{message}");
        }
        assert!(!embedding.is_locked(&fields::TOKEN));
    }

    #[test]
    fn a_link_to_the_page_itself_can_neither_hide_nor_lock() {
        let query = "fields=region&lock=image&image=harness/delegate:1&theme=dark";
        let (form, _) = link::parse(query, Secrets::Honour);
        let (embedding, findings) = Embedding::parse(query, &form, false);
        assert_eq!(embedding, Embedding::default());
        assert_eq!(findings.len(), 2);
    }

    #[test]
    fn what_is_locked_stays_whatever_moves() {
        let (embedding, _) = embedded("start=docs&lock=start,memory,tags,cpu&cpu=512");
        let mut form = embedding.form.clone();
        let memory = form.text(&fields::MEMORY);
        for (field, text) in [
            (&fields::LAUNCH_TYPE, "EC2"),
            (&fields::START, "recommended"),
            (&fields::MEMORY, "9000"),
            (&fields::TAGS, "a=b"),
        ] {
            form.set(field, vec![text.to_owned()]);
            embedding.hold(&mut form);
            assert_eq!(form.text(&fields::MEMORY), memory, "{}", field.key);
            assert_eq!(form.text(&fields::START), "docs");
            assert_eq!(form.text(&fields::CPU), "512");
            assert_eq!(form.texts(&fields::TAGS), embedding.form.texts(&fields::TAGS));
        }
        assert_eq!(form.text(&fields::LAUNCH_TYPE), "EC2");
        form = Form::default();
        embedding.hold(&mut form);
        assert_eq!(
            (form.text(&fields::START), form.text(&fields::CPU)),
            ("docs".into(), "512".into())
        );
    }

    #[test]
    fn a_fix_of_what_is_locked_is_none() {
        let (embedding, _) = embedded("lock=cpu");
        let finding = |field| {
            let edits = vec![Edit::set(&fields::MEMORY, "2048"), Edit::set(field, "512")];
            notices::UNKNOWN_THEME
                .of_parameter("memory", "")
                .fix(Some(Fix::new("x", edits)))
        };
        let mut findings = [finding(&fields::CPU), finding(&fields::REGION)];
        assert!(!embedding.offers(findings[0].fix.as_ref().expect("it has one")));
        assert!(embedding.offers(findings[1].fix.as_ref().expect("it has one")));
        embedding.keep_allowed(&mut findings);
        assert!(findings[0].fix.is_none() && findings[1].fix.is_some());
        assert_eq!(findings[0].severity, Severity::Warning);
    }

    #[test]
    fn a_change_of_the_page_around_keeps_what_was_typed() {
        let (old, _) = embedded("region=us-west-2&delegate_name=blue&cluster=a");
        let mut form = old.form.clone();
        form.set(&fields::IMAGE, vec!["harness/delegate:26.10.87203".into()]);
        form.set(&fields::REGION, vec!["eu-west-1".into()]);
        form.set(&fields::TOKEN, vec!["not-a-real-token".into()]);
        let (new, _) = embedded("region=us-west-2&delegate_name=green&launch_type=EC2");
        new.follow(&old, &mut form);
        let text = |field| form.text(field);
        assert_eq!(text(&fields::DELEGATE_NAME), "green");
        assert_eq!(text(&fields::LAUNCH_TYPE), "EC2");
        assert_eq!(text(&fields::CLUSTER), "harness-delegate");
        assert_eq!(text(&fields::REGION), "eu-west-1");
        assert_eq!(text(&fields::IMAGE), "harness/delegate:26.10.87203");
        assert_eq!(text(&fields::TOKEN), "not-a-real-token");
    }
}
