//! The text of every field as the user typed it: the only state of the page.

use crate::carried::Carried;
use crate::choices::{LaunchType, Start};
use crate::fields::{self, FIELDS, Field, Kind};
use crate::finding::Edit;

/// What the user typed. Keeps only the texts that differ from the defaults of the current start and launch type:
/// switching either then changes the untouched fields and no others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// Sorted by key, because forms with the same texts must compare equal.
    edited: Vec<(&'static Field, Vec<String>)>,
    /// Imported documents: what no field holds of them, and their order.
    pub carried: Carried,
}

impl Form {
    /// Makes a form with these texts, and the defaults everywhere else. The order of the texts does not matter.
    pub fn from_texts(texts: impl IntoIterator<Item = (&'static Field, Vec<String>)>) -> Self {
        let mut form = Self::default();
        for (field, texts) in texts {
            form.insert(field, texts);
        }
        form.forget_defaults();
        form
    }

    /// Returns the start whose defaults apply. A text that does not name a start means the default one.
    pub fn start(&self) -> Start {
        self.edit(&fields::START)
            .and_then(|t| Start::from_value(t.first()?.trim()))
            .unwrap_or_default()
    }

    /// Returns the launch type whose defaults apply. A text that does not name a launch type means the default one.
    pub fn launch_type(&self) -> LaunchType {
        self.edit(&fields::LAUNCH_TYPE)
            .and_then(|t| LaunchType::from_value(t.first()?.trim()))
            .unwrap_or_default()
    }

    /// Returns the field's default for the current start and launch type: one text, or its rows.
    pub fn default_texts(&self, field: &Field) -> Vec<String> {
        field.default_texts(self.start(), self.launch_type())
    }

    /// Returns the field's texts: one, or one per row.
    pub fn texts(&self, field: &Field) -> Vec<String> {
        self.edit(field)
            .map_or_else(|| self.default_texts(field), <[String]>::to_vec)
    }

    /// Returns the text of a field without rows.
    pub fn text(&self, field: &Field) -> String {
        self.texts(field).pop().unwrap_or_default()
    }

    /// Whether the field's text differs from its default.
    pub fn is_touched(&self, field: &Field) -> bool {
        self.edit(field).is_some()
    }

    /// Returns the fields that differ from their defaults, with their texts, in the order of the field table.
    pub fn touched(&self) -> impl Iterator<Item = (&'static Field, &[String])> {
        FIELDS
            .iter()
            .filter_map(|field| Some((*field, self.edit(field)?)))
    }

    /// Sets a field's texts. Drops blank rows at the end. A blank choice or flag returns to its default.
    pub fn set(&mut self, field: &'static Field, texts: Vec<String>) {
        self.insert(field, texts);
        self.forget_defaults();
    }

    fn insert(&mut self, field: &'static Field, mut texts: Vec<String>) {
        if field.kind.has_rows() {
            while texts.last().is_some_and(String::is_empty) {
                texts.pop();
            }
        } else {
            texts.truncate(1);
            if texts.is_empty() {
                texts.push(String::new());
            }
        }
        if matches!(field.kind, Kind::Choice(..) | Kind::Flag(_)) && texts[0].trim().is_empty() {
            self.edited.retain(|(other, _)| *other != field);
            return;
        }
        match self.edited.iter().position(|(other, _)| other.key >= field.key) {
            Some(at) if self.edited[at].0 == field => self.edited[at].1 = texts,
            Some(at) => self.edited.insert(at, (field, texts)),
            None => self.edited.push((field, texts)),
        }
    }

    /// Returns what the user typed into a field. `None` if it has its default.
    fn edit(&self, field: &Field) -> Option<&[String]> {
        self.edited
            .iter()
            .find(|(other, _)| *other == field)
            .map(|(_, texts)| texts.as_slice())
    }

    /// Sets the text of one row of a field. Adds the row if the field does not have it yet.
    pub fn set_row(&mut self, field: &'static Field, row: usize, text: String) {
        let mut texts = self.texts(field);
        if texts.len() <= row {
            texts.resize(row + 1, String::new());
        }
        texts[row] = text;
        self.set(field, texts);
    }

    /// Puts rows into a field in the place of one.
    pub fn set_rows(&mut self, field: &'static Field, at: usize, rows: Vec<String>) {
        let mut texts = self.texts(field);
        let end = (at + 1).min(texts.len());
        texts.splice(at.min(end)..end, rows);
        self.set(field, texts);
    }

    /// Copies the texts of these fields from another form.
    pub fn take(&mut self, fields: &[&'static Field], other: &Self) {
        for field in fields {
            self.insert(field, other.texts(field));
        }
        self.forget_defaults();
    }

    /// Returns the fields with other texts than in another form, and those that are touched in only one of the two.
    pub fn differing(&self, other: &Self) -> Vec<&'static Field> {
        let is_other = |field: &&'static Field| self.edit(field) != other.edit(field);
        FIELDS.iter().copied().filter(is_other).collect()
    }

    /// Makes these fields as they are in another form: with its texts, or untouched.
    pub fn follow(&mut self, fields: &[&'static Field], other: &Self) {
        for field in fields {
            match other.edit(field) {
                Some(texts) => self.insert(field, texts.to_vec()),
                None => self.edited.retain(|(own, _)| own != field),
            }
        }
        self.forget_defaults();
    }

    /// Applies the edits of a fix.
    pub fn apply(&mut self, edits: &[Edit]) {
        for edit in edits {
            self.set(edit.field, edit.texts.clone());
        }
    }

    /// Drops the texts that equal their defaults: such a field counts as untouched.
    fn forget_defaults(&mut self) {
        let (start, launch_type) = (self.start(), self.launch_type());
        self.edited
            .retain(|(field, texts)| field.default_texts(start, launch_type) != *texts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(form: &mut Form, field: &'static Field, text: &str) {
        form.set(field, vec![text.to_owned()]);
    }

    #[test]
    fn a_switch_moves_untouched_fields_only() {
        let mut form = Form::default();
        set(&mut form, &fields::START, "docs");
        assert_eq!(form.text(&fields::MEMORY), "6144");
        set(&mut form, &fields::CPU, "2048");
        set(&mut form, &fields::LAUNCH_TYPE, "EC2");
        assert_eq!(
            (
                form.text(&fields::MEMORY).as_str(),
                form.text(&fields::CPU).as_str()
            ),
            ("2048", "2048")
        );
        assert!(form.is_touched(&fields::CPU) && !form.is_touched(&fields::MEMORY));
    }

    #[test]
    fn a_text_that_equals_the_default_is_untouched_and_moves() {
        let mut form = Form::default();
        set(&mut form, &fields::START, "docs");
        set(&mut form, &fields::MEMORY, "2048");
        set(&mut form, &fields::LAUNCH_TYPE, "EC2");
        assert!(!form.is_touched(&fields::MEMORY));
        set(&mut form, &fields::LAUNCH_TYPE, "FARGATE");
        assert_eq!(form.text(&fields::MEMORY), "6144");
    }

    #[test]
    fn blank_rows_at_the_end_are_no_rows() {
        let mut form = Form::default();
        form.set_row(&fields::ENV, 1, "B=2".into());
        assert_eq!(form.texts(&fields::ENV), ["", "B=2"]);
        form.set_row(&fields::ENV, 1, String::new());
        assert!(form.texts(&fields::ENV).is_empty() && !form.is_touched(&fields::ENV));
        assert_eq!(form.texts(&fields::TAGS).len(), 1);
        form.set(&fields::TAGS, vec![]);
        assert!(form.is_touched(&fields::TAGS));
    }

    #[test]
    fn an_unreadable_start_keeps_its_text_and_means_the_default() {
        let mut form = Form::default();
        set(&mut form, &fields::START, "prod");
        assert_eq!(
            (form.start(), form.text(&fields::START).as_str()),
            (Start::Recommended, "prod")
        );
    }

    #[test]
    fn a_field_without_rows_has_one_text_and_a_blank_choice_its_default() {
        let mut form = Form::default();
        form.set(&fields::CPU, vec!["1".to_owned(), "2".to_owned()]);
        assert_eq!(form.texts(&fields::CPU), ["1"]);
        form.set(&fields::CPU, vec![]);
        assert_eq!(form.texts(&fields::CPU), [""]);
        for field in [&fields::LAUNCH_TYPE, &fields::CREATE_CLUSTER] {
            set(&mut form, field, field.sample);
            assert!(form.is_touched(field));
            set(&mut form, field, " ");
            assert!(!form.is_touched(field), "{}", field.key);
        }
    }

    #[test]
    fn rows_are_set_one_by_one_and_taken_from_another_form() {
        let mut form = Form::default();
        form.set_row(&fields::ENV, 0, "A=1".into());
        form.set_row(&fields::ENV, 2, "C=3".into());
        form.set_row(&fields::ENV, 0, "A=2".into());
        assert_eq!(form.texts(&fields::ENV), ["A=2", "", "C=3"]);
        let mut pasted = form.clone();
        pasted.set_rows(&fields::ENV, 1, vec!["X=1".into(), "Y=2".into()]);
        assert_eq!(pasted.texts(&fields::ENV), ["A=2", "X=1", "Y=2", "C=3"]);
        pasted.set_rows(&fields::ENV, 4, vec!["Z=3".into()]);
        assert_eq!(pasted.texts(&fields::ENV).len(), 5);
        let mut other = Form::default();
        set(&mut other, &fields::CPU, "512");
        other.take(&[&fields::ENV], &form);
        assert_eq!(
            (other.texts(&fields::ENV).len(), other.text(&fields::CPU).as_str()),
            (3, "512")
        );
        other.take(&[&fields::ENV, &fields::CPU], &Form::default());
        assert_eq!(other, Form::default());
    }
}
