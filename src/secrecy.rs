//! Decides which texts of a form are secret: those that their own field says are (see
//! [`Field::is_secret_text`]), and those that contain the text of a secret field, for example because a token was pasted
//! into another field too. What holds a secret is left out whole.

use crate::clean::clean;
use crate::fields::{FIELDS, Field};
use crate::finding::{Edit, Finding};
use crate::form::Form;
use crate::secrets::{self, Found};

/// The shortest secret, in bytes, to look for in other fields. A shorter one could occur in them by chance.
const LENGTH_MIN: usize = 8;

/// The shortest part of a secret text, in bytes, to look for in a message about its own field.
const PART_MIN: usize = 3;

/// What stands in a message in place of a secret.
const HIDDEN: &str = "…";

/// The message of a finding in which a secret cannot be told from the other words.
const NOT_SHOWN: &str = "The text is not right here. It holds a secret, so this message does not show it.";

/// The texts of a form's secret fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Secrecy(Vec<String>);

impl Secrecy {
    /// Collects the secrets of a form.
    pub fn of(form: &Form) -> Self {
        let told = FIELDS
            .iter()
            .filter(|field| field.is_secret() && form.is_touched(field));
        let texts = told.flat_map(|field| form.texts(field));
        let texts = texts.map(|text| clean(&text).into_owned());
        Self(texts.filter(|text| text.len() >= LENGTH_MIN).collect())
    }

    /// Whether a text of this field is a secret or holds one. A field with rows has a text for each row.
    pub fn is_secret(&self, field: &Field, text: &str) -> bool {
        field.is_secret_text(text) || self.is_repeated_in(text)
    }

    /// Whether a text repeats that of a secret field.
    pub fn is_repeated_in(&self, text: &str) -> bool {
        self.0.iter().any(|secret| text.contains(secret))
    }

    /// Returns the texts of a field that are secret.
    pub fn secret_texts(&self, field: &'static Field, texts: &[String]) -> Vec<SecretText> {
        let texts = texts.iter().enumerate();
        texts
            .filter(|(_, text)| self.is_secret(field, text))
            .map(|(at, text)| SecretText::new(field, at, text))
            .collect()
    }

    /// Returns the texts of a field without those that are secret. `None` if nothing is left to say of the field.
    pub fn public_texts(&self, field: &Field, texts: &[String]) -> Option<Vec<String>> {
        let mut public = texts.to_vec();
        public.retain(|text| !self.is_secret(field, text));
        let is_whole = public.len() == texts.len();
        (!field.is_secret() && (is_whole || field.kind.has_rows())).then_some(public)
    }
}

/// A secret text, for finding it in what is said about the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretText {
    /// Key of its field.
    pub field: &'static str,
    /// The index of its row, if the field has rows.
    pub row: Option<usize>,
    /// The kind of secret. `None` if the text repeats that of a secret field.
    kind: Option<Found>,
    /// The [`letters`] of the text; of a row of `NAME=value`, those of the value.
    letters: String,
}

impl SecretText {
    /// Makes one of a text of a field.
    fn new(field: &'static Field, at: usize, text: &str) -> Self {
        Self {
            field: field.key,
            row: field.kind.has_rows().then_some(at),
            kind: field.secret_in(text),
            letters: letters(field.value_in(text)),
        }
    }

    /// Says what the text holds, for use in a sentence.
    pub fn what(&self) -> &'static str {
        self.kind.map_or("the text of a secret field", Found::what)
    }

    /// Whether words hold the text or, if they are about its own field, a part of it; also in other letters, since a name
    /// that a rule makes of it has lower case and dashes.
    fn is_told(&self, words: &Words, is_own: bool) -> bool {
        let least = if is_own { PART_MIN } else { LENGTH_MIN };
        let has_whole = self.letters.len() >= least && words.letters.contains(&self.letters);
        let is_part = is_own && words.letters.len() >= PART_MIN && self.letters.contains(&words.letters);
        has_whole || is_part || is_own && secrets::is_in(words.text)
    }
}

/// Words that may hold a secret.
struct Words<'a> {
    text: &'a str,
    letters: String,
}

/// Whether words about a field hold one of these secrets.
fn is_told(secrets: &[SecretText], text: &str, field: &str) -> bool {
    let text = text.trim_end_matches(HIDDEN);
    let words = Words {
        text,
        letters: letters(text),
    };
    let mut secrets = secrets.iter();
    secrets.any(|secret| secret.is_told(&words, secret.field == field))
}

impl Form {
    /// Splits the form into what a link can hold and the fields that have a text which it leaves out.
    pub fn split_secrets(&self) -> (Self, Vec<&'static Field>) {
        let secrecy = Secrecy::of(self);
        let (mut public, mut left_out) = (Vec::new(), Vec::new());
        for (field, texts) in self.touched() {
            let rest = secrecy.public_texts(field, texts);
            let is_whole = rest.as_ref().is_some_and(|rest| rest.len() == texts.len());
            // White space alone in a secret field is not in the link, and no secret.
            if !is_whole && texts.iter().any(|text| secrecy.is_secret(field, text)) {
                left_out.push(field);
            }
            public.extend(rest.map(|rest| (field, rest)));
        }
        (Self::from_texts(public), left_out)
    }

    /// Returns the form without its secrets, as a link can hold it.
    #[must_use]
    pub fn without_secrets(&self) -> Self {
        self.split_secrets().0
    }

    /// Returns the form without its secrets, for the history of the page: with its imported documents, unless they hold
    /// one.
    #[must_use]
    pub fn forget_secrets(&self) -> Self {
        let mut form = self.without_secrets();
        if !self.carried.holds_secret() {
            form.carried = self.carried.clone();
        }
        form
    }

    /// Returns the fields that have a text which a link leaves out.
    pub fn left_out(&self) -> Vec<&'static Field> {
        self.split_secrets().1
    }
}

/// Takes the secrets of a form out of findings: each quotation that holds one, or a part of one, becomes `…`. A fix that
/// would make another text of a secret is dropped, because no one would recognise the secret in it.
pub fn hide(secrets: &[SecretText], findings: &mut [Finding]) {
    if secrets.is_empty() {
        return;
    }
    for finding in findings {
        let is_told = |words: &str| is_told(secrets, words, &finding.field);
        let is_derived = |edit: &Edit| {
            let mut texts = edit.texts.iter();
            texts.any(|text| !edit.field.is_secret_text(text) && is_told(edit.field.value_in(text)))
        };
        if finding
            .fix
            .as_ref()
            .is_some_and(|fix| fix.edits.iter().any(is_derived))
        {
            finding.fix = None;
        }
        if let Some(fix) = &mut finding.fix
            && is_told(&fix.title)
        {
            fix.title = "Apply the fix".into();
        }
        if is_told(&finding.message) {
            let quotations = finding.message.split('`').enumerate();
            let words: Vec<&str> = quotations
                .map(|(at, words)| {
                    if at % 2 == 1 && is_told(words) {
                        HIDDEN
                    } else {
                        words
                    }
                })
                .collect();
            let message = words.join("`");
            // A value that has backticks itself, or that stands without them.
            finding.message = if is_told(&message) {
                NOT_SHOWN.to_owned()
            } else {
                message
            };
        }
    }
}

/// Drops the fixes that hold a secret, so that findings can be printed: a fix of one row holds the other rows too.
pub fn drop_secret_fixes(secrets: &[SecretText], findings: &mut [Finding]) {
    let is_secret =
        |edit: &Edit, text: &String| edit.field.is_secret_text(text) || is_told(secrets, text, "");
    for finding in findings {
        let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
        let mut texts = edits.flat_map(|edit| edit.texts.iter().map(move |text| (edit, text)));
        if texts.any(|(edit, text)| is_secret(edit, text)) {
            finding.fix = None;
        }
    }
}

/// Returns the letters and digits of a text in lower case; of other alphabets than that of names at AWS, as they stand.
fn letters(text: &str) -> String {
    let letters = text
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || !c.is_ascii());
    letters.map(|c| c.to_ascii_lowercase()).collect()
}
