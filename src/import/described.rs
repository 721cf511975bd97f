//! A delegate as any tool but ECS describes it: variables, an image, a size. Fills the form from it.

use super::failure::Failure;
use super::note::{Note, quoted};
use crate::aws::fargate_size;
use crate::aws::image::Image;
use crate::choices::{LaunchType, TokenSource};
use crate::clean::clean;
use crate::facts::delegate::{FIXED_VARIABLES, IMAGE, LEGACY_VARIABLES, UPGRADER_PREFIX, VARIABLES};
use crate::fields::{self, Field};
use crate::form::Form;
use crate::harness::image::{may_be_delegate, release};
use crate::harness::log_service_url;

/// A delegate.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Described {
    /// What describes it, in words.
    pub what: &'static str,
    /// The image.
    pub image: Option<String>,
    /// The environment variables, in order.
    pub variables: Vec<(String, String)>,
    /// CPU units.
    pub cpu: Option<u64>,
    /// MiB.
    pub memory: Option<u64>,
    /// How many replicas.
    pub replicas: Option<u64>,
    /// The host name.
    pub hostname: Option<String>,
    /// Other fields with their texts.
    pub edits: Vec<(&'static Field, String)>,
    /// What of it has no field.
    pub notes: Vec<Note>,
}

/// The variables that have a field of their own, except the token.
pub const FIELDS_OF_VARIABLES: [(&str, &Field); 13] = [
    (VARIABLES.account_id, &fields::ACCOUNT_ID),
    (VARIABLES.manager_url, &fields::MANAGER_URL),
    (VARIABLES.log_service_url, &fields::LOG_SERVICE_URL),
    (VARIABLES.name, &fields::DELEGATE_NAME),
    (VARIABLES.tags, &fields::DELEGATE_TAGS),
    (VARIABLES.description, &fields::DELEGATE_DESCRIPTION),
    (VARIABLES.init_script, &fields::INIT_SCRIPT),
    (VARIABLES.proxy_host, &fields::PROXY_HOST),
    (VARIABLES.proxy_port, &fields::PROXY_PORT),
    (VARIABLES.proxy_scheme, &fields::PROXY_SCHEME),
    (VARIABLES.proxy_user, &fields::PROXY_USER),
    (VARIABLES.proxy_password, &fields::PROXY_PASSWORD),
    (VARIABLES.no_proxy, &fields::NO_PROXY),
];

/// What the token was called before 2022.
const OLD_TOKEN: &str = "ACCOUNT_SECRET";

/// Returns the field of a variable.
pub fn field_of(variable: &str) -> Option<&'static Field> {
    let mut all = FIELDS_OF_VARIABLES.iter();
    all.find(|(name, _)| *name == variable).map(|(_, field)| *field)
}

/// Returns the delegate among containers, and says what the others are.
///
/// # Errors
///
/// None of them is a delegate, or more than one is.
pub fn only_delegate(all: Vec<Described>) -> Result<Described, Failure> {
    let (upgraders, others): (Vec<_>, Vec<_>) = all.into_iter().partition(Described::is_upgrader);
    let (mut delegates, others): (Vec<_>, Vec<_>) = others.into_iter().partition(Described::is_delegate);
    if delegates.len() > 1 {
        let images: Vec<String> = delegates.iter().map(Described::image_words).collect();
        return Err(Failure::of(format!(
            "Two containers look like a delegate: {}. Paste one of them.",
            images.join(" and ")
        )));
    }
    let Some(mut delegate) = delegates.pop() else {
        return Err(Failure::of(match others.first() {
            Some(other) if other.image.is_some() => format!(
                "{} is no image of a delegate. Paste the command that Harness shows.",
                other.image_words()
            ),
            Some(_) => "The text names no image. Was all of it copied?".to_owned(),
            None if upgraders.is_empty() => "The text starts no container. Was all of it copied?".to_owned(),
            None => UPGRADER_ALONE.to_owned(),
        }));
    };
    if !upgraders.is_empty() {
        delegate.notes.push(Note::left_out(UPGRADER));
    }
    for other in &others {
        let note = format!("Another container, with {}.", other.image_words());
        delegate.notes.push(Note::left_out(note));
    }
    Ok(delegate)
}

const UPGRADER: &str = "The upgrader, which Harness shows beside the delegate: it does not upgrade delegates on ECS. Register a newer image every few months.";
const UPGRADER_ALONE: &str = "This starts the upgrader, which does not upgrade delegates on ECS. Paste the command that starts the delegate.";

impl Described {
    fn image_words(&self) -> String {
        self.image
            .as_deref()
            .map_or_else(|| "no image".to_owned(), quoted)
    }

    /// Notes a word that the page does not understand, and why.
    pub fn not_understood(&mut self, word: &str, why: &str) {
        let note = format!("{}: {why}.", quoted(word));
        self.notes.push(Note::not_understood(note));
    }

    /// Returns the value of a variable.
    pub fn variable(&self, name: &str) -> Option<&str> {
        let mut all = self.variables.iter();
        all.find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether this is the program that upgrades a delegate, which Harness shows beside the delegate's.
    pub fn is_upgrader(&self) -> bool {
        let image = self.image.as_deref().map(Image::parse);
        image.is_some_and(|image| image.repository.rsplit('/').next() == Some("upgrader"))
            || self
                .variables
                .iter()
                .any(|(name, _)| name.starts_with(UPGRADER_PREFIX))
    }

    /// Whether this looks like a delegate: by its image, or by the variables that only a delegate has.
    pub fn is_delegate(&self) -> bool {
        let image = self.image.as_deref().map(Image::parse);
        image.is_some_and(|image| may_be_delegate(&image))
            || [VARIABLES.token, VARIABLES.name, VARIABLES.manager_url, OLD_TOKEN]
                .iter()
                .any(|name| self.variable(name).is_some())
    }

    /// Sets the fields of a form. Returns what was not taken over.
    pub fn fill(mut self, form: &mut Form) -> Vec<Note> {
        let mut notes = std::mem::take(&mut self.notes);
        self.fill_image(form, &mut notes);
        let mut rows: Vec<(String, String)> = Vec::new();
        // The URL of the log service follows from that of the manager.
        self.variables
            .sort_by_key(|(name, _)| name != VARIABLES.manager_url);
        for (name, value) in std::mem::take(&mut self.variables) {
            if name == VARIABLES.token || name == OLD_TOKEN {
                fill_token(form, value, &mut notes);
            } else if let Some(field) = field_of(&name) {
                fill_variable(form, field, &name, value, &mut notes);
            } else if let Some((_, fixed)) = FIXED_VARIABLES.iter().find(|(fixed, _)| *fixed == name) {
                if value != *fixed {
                    let note = format!("{}: on ECS it is `{fixed}`.", quoted(&format!("{name}={value}")));
                    notes.push(Note::left_out(note));
                }
            } else if LEGACY_VARIABLES.contains(&name.as_str()) {
                let note = format!("`{name}`: delegates of today do not read it.");
                notes.push(Note::left_out(note));
            } else {
                rows.push((name, value));
            }
        }
        fill_rows(form, rows);
        for (field, text) in std::mem::take(&mut self.edits) {
            set(form, field, text);
        }
        self.fill_size(form, &mut notes);
        notes
    }

    fn fill_image(&mut self, form: &mut Form, notes: &mut Vec<Note>) {
        if let Some(image) = self.image.take() {
            // Harness's page for Cloud Run shows a tag alone.
            let image = if release(&image).is_some() {
                format!("{IMAGE}:{image}")
            } else {
                image
            };
            set(form, &fields::IMAGE, image);
        } else if let Some(at) = self
            .variables
            .iter()
            .position(|(name, value)| name == VARIABLES.manager_url && holds_image(value))
        {
            self.variables.remove(at);
            notes.push(Note::not_understood(format!(
                "`{}`: the image stands behind its value without a blank. Give both.",
                VARIABLES.manager_url
            )));
        } else {
            notes.push(Note::not_understood("No image was found."));
        }
    }

    fn fill_size(&self, form: &mut Form, notes: &mut Vec<Note>) {
        let (mut cpu, mut memory) = (self.cpu, self.memory);
        if let (Some(wanted_cpu), Some(wanted_memory), LaunchType::Fargate) =
            (cpu, memory, form.launch_type())
        {
            let fitting = fargate_size::fitting(wanted_cpu, wanted_memory);
            if fitting != (wanted_cpu, wanted_memory) {
                notes.push(Note::advice(format!(
                    "{wanted_cpu} CPU units and {wanted_memory} MiB: the next size that Fargate has is {} and {}.",
                    fitting.0, fitting.1
                )));
            }
            (cpu, memory) = (Some(fitting.0), Some(fitting.1));
        }
        for (field, number) in [
            (&fields::CPU, cpu),
            (&fields::MEMORY, memory),
            (&fields::DESIRED_COUNT, self.replicas.filter(|count| *count != 1)),
        ] {
            if let Some(number) = number {
                set(form, field, number.to_string());
            }
        }
        if let Some(hostname) = &self.hostname {
            if form.launch_type() == LaunchType::Ec2 && !is_expansion(hostname) {
                set(form, &fields::HOSTNAME, hostname.clone());
            } else {
                let why = "ECS names the host of a task, and the delegate needs no other name";
                notes.push(Note::left_out(format!("`--hostname`: {why}.")));
            }
        }
    }
}

fn set(form: &mut Form, field: &'static Field, text: String) {
    form.set(field, vec![text]);
}

fn holds_image(value: &str) -> bool {
    let last = value.rsplit('/').next().unwrap_or(value);
    last.split_once(':')
        .is_some_and(|(_, tag)| release(tag).is_some())
}

/// The token goes into the form only where the user wants it in plain text.
fn fill_token(form: &mut Form, token: String, notes: &mut Vec<Note>) {
    if is_expansion(&token) {
        notes.push(Note::not_understood("The token: your shell fills it in."));
    } else if TokenSource::from_value(form.text(&fields::TOKEN_SOURCE).trim()) == Some(TokenSource::Plain) {
        set(form, &fields::TOKEN, token);
    } else {
        notes.push(Note::left_out(
            "The token: it belongs in AWS Secrets Manager. The script, or the commands, ask for it.",
        ));
    }
}

fn fill_variable(form: &mut Form, field: &'static Field, name: &str, value: String, notes: &mut Vec<Note>) {
    if is_expansion(&value) && *field != fields::INIT_SCRIPT {
        let note = format!("`{name}`: your shell fills in its value. Enter it.");
        notes.push(Note::not_understood(note));
        return;
    }
    // What follows from the manager URL anyway needs no text.
    if *field == fields::LOG_SERVICE_URL {
        let manager = form.text(&fields::MANAGER_URL);
        let derived = log_service_url(&clean(&manager));
        if !manager.is_empty() && derived.trim_end_matches('/') == value.trim_end_matches('/') {
            set(form, field, String::new());
            return;
        }
    }
    set(form, field, value);
}

/// Splits `NAME=value`. Harness's older pages print blanks around the sign; others belong to the value.
pub fn assignment(text: &str) -> Option<(String, String)> {
    let (name, value) = text.split_once('=')?;
    let is_spaced = name.ends_with(' ');
    let value = if is_spaced { value.trim() } else { value };
    Some((name.trim().to_owned(), value.to_owned()))
}

/// Whether a shell fills in the value: `$NAME`, `${NAME}`, `$(command)`, or a backquoted command.
fn is_expansion(value: &str) -> bool {
    let starts =
        |rest: &str| rest.starts_with(|c: char| c == '{' || c == '(' || c == '_' || c.is_ascii_alphabetic());
    value.match_indices('$').any(|(at, _)| starts(&value[at + 1..])) || value.matches('`').count() > 1
}

/// Adds variables to the form's, in the place of those with the same name.
fn fill_rows(form: &mut Form, rows: Vec<(String, String)>) {
    if rows.is_empty() {
        return;
    }
    let mut texts = form.texts(&fields::ENV);
    for (name, value) in rows {
        let row = format!("{name}={value}");
        let of_name = |text: &&mut String| {
            text.split_once('=')
                .is_some_and(|(other, _)| other.trim() == name)
        };
        match texts.iter_mut().find(of_name) {
            Some(place) => *place = row,
            None => texts.push(row),
        }
    }
    form.set(&fields::ENV, texts);
}
