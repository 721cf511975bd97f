//! The task definition and the service that a text has, and how they fill the form.

use super::failure::Failure;
use super::kept::kept;
use super::note::{Note, quoted};
use super::shown::{self, Shown};
use super::{service, spelling, task_definition, template};
use crate::aws::arn::Arn;
use crate::aws::names::is_account_id;
use crate::carried::{Base, Carried, Imported};
use crate::deployment::build;
use crate::deployment::imported::generated;
use crate::document::json;
use crate::document::text::Text;
use crate::document::tree::Tree;
use crate::facts::api::OF_DESCRIBED_TASK_DEFINITION;
use crate::facts::api_service::SERVICE;
use crate::facts::api_task_definition::TASK_DEFINITION;
use crate::fields;
use crate::form::Form;
use crate::read::read;
use crate::secrets;

/// Documents of ECS, in the API's spelling, as its calls take them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Documents {
    task_definition: Option<Tree>,
    service: Option<Tree>,
    shown: Shown,
    /// The Region and the account of what was described.
    place: Option<(String, String)>,
    notes: Vec<Note>,
}

impl Documents {
    /// Takes a document. Returns whether it is one of ECS.
    ///
    /// # Errors
    ///
    /// It holds several task definitions or services.
    pub fn add(&mut self, document: &Tree) -> Result<bool, Failure> {
        if let (Some(inner @ Tree::Map(_)), None) =
            (document.get("taskDefinition"), document.get("serviceName"))
        {
            let mut described = inner.clone();
            if let Some(tags) = document.get("tags").filter(|_| inner.get("tags").is_none()) {
                described.put("tags", tags.clone());
            }
            return self.add(&described);
        }
        if let Some(Tree::List(services)) = document.get("services") {
            return match services.as_slice() {
                [service] => self.add(service),
                [] => Err(Failure::of(
                    "The answer of describe-services holds no service: the name or the cluster was another.",
                )),
                several => Err(Failure::of(format!(
                    "The answer of describe-services holds {} services. Ask for one of them.",
                    several.len()
                ))),
            };
        }
        if let Some(inner @ Tree::Map(_)) = document.get("service") {
            return self.add(inner);
        }
        let is_of_cloudformation = spelling::is_of_cloudformation(document);
        let has = |names: &[&str]| {
            names.iter().any(|name| {
                document
                    .members()
                    .iter()
                    .any(|(member, _)| member.eq_ignore_ascii_case(name))
            })
        };
        if has(&["containerDefinitions", "requiresCompatibilities", "family"]) && !has(&["serviceName"]) {
            let document = self.in_api_spelling(document, is_of_cloudformation, true);
            self.put_task_definition(&document)?;
        } else if has(&[
            "serviceName",
            "desiredCount",
            "launchType",
            "schedulingStrategy",
            "capacityProviderStrategy",
        ]) {
            let document = self.in_api_spelling(document, is_of_cloudformation, false);
            self.put_service(&document)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// Takes the task definition and the service of a template of CloudFormation.
    ///
    /// # Errors
    ///
    /// The template has none of them, or several.
    pub fn add_template(&mut self, document: &Tree) -> Result<(), Failure> {
        let definition = template::properties(document, "AWS::ECS::TaskDefinition")?;
        let service = template::properties(document, "AWS::ECS::Service")?;
        if definition.is_none() && service.is_none() {
            return Err(Failure::of(
                "The template has neither a task definition nor a service of ECS.",
            ));
        }
        if let Some(definition) = definition {
            let definition = self.in_api_spelling(definition, true, true);
            self.put_task_definition(&definition)?;
        }
        if let Some(service) = service {
            let service = self.in_api_spelling(service, true, false);
            self.put_service(&service)?;
        }
        Ok(())
    }

    fn in_api_spelling(&mut self, document: &Tree, is_other: bool, is_task_definition: bool) -> Tree {
        if !is_other {
            return document.clone();
        }
        let shape = if is_task_definition {
            TASK_DEFINITION
        } else {
            SERVICE
        };
        let (document, notes) = spelling::of_api(document, shape);
        self.notes.extend(notes);
        document
    }

    /// Notes where AWS has what it describes.
    fn note_place(&mut self, arn: Option<&Tree>) {
        let arn = arn.and_then(Tree::words).unwrap_or_default();
        if let Some(arn) = Arn::parse(&arn).filter(|arn| is_account_id(arn.account)) {
            self.place = Some((arn.region.to_owned(), arn.account.to_owned()));
        }
    }

    fn put_task_definition(&mut self, document: &Tree) -> Result<(), Failure> {
        if self.task_definition.is_some() {
            return Err(Failure::of(
                "The text holds two task definitions. Paste one of them.",
            ));
        }
        self.note_place(document.get("taskDefinitionArn"));
        let mut definition = Tree::default();
        let mut dropped = Vec::new();
        for (name, value) in document.members() {
            if OF_DESCRIBED_TASK_DEFINITION.contains(&name.as_str()) {
                dropped.push(quoted(name));
            } else {
                definition.put(name, value.clone());
            }
        }
        self.note_dropped(&dropped);
        self.task_definition = Some(definition);
        Ok(())
    }

    fn put_service(&mut self, document: &Tree) -> Result<(), Failure> {
        if self.service.is_some() {
            return Err(Failure::of("The text holds two services. Paste one of them."));
        }
        if !service::is_described(document) {
            self.service = Some(document.clone());
            return Ok(());
        }
        self.note_place(document.get("serviceArn"));
        let service = service::of_described(document);
        let dropped = document
            .members()
            .iter()
            .filter(|(name, _)| service.get(name).is_none());
        let dropped: Vec<String> = dropped.map(|(name, _)| quoted(name)).collect();
        self.note_dropped(&dropped);
        self.service = Some(service);
        Ok(())
    }

    fn note_dropped(&mut self, names: &[String]) {
        if !names.is_empty() {
            let note = format!("What only a description has: {}.", names.join(", "));
            self.notes.push(Note::left_out(note));
        }
    }

    /// Returns the documents if the form can hold them.
    ///
    /// # Errors
    ///
    /// The text has none, or two of their containers look like a delegate.
    pub fn judged(mut self) -> Result<Self, Failure> {
        if let Some(definition) = &self.task_definition {
            self.shown = shown::container(definition)?;
        } else if self.service.is_none() {
            return Err(Failure::of("There is nothing to read."));
        }
        Ok(self)
    }

    /// Says what the documents are.
    pub fn what(&self) -> String {
        match (&self.task_definition, &self.service) {
            (Some(_), Some(_)) => "a task definition and a service",
            (Some(_), None) => "a task definition",
            (None, _) => "a service",
        }
        .to_owned()
    }

    /// Whether the task definition is that of a delegate.
    pub fn has_delegate(&self) -> bool {
        self.shown.is_delegate
    }

    /// Returns the documents as JSON, by the names of the files that hold them here.
    pub fn texts(&self) -> Vec<(&'static str, String)> {
        let documents = [
            ("task-spec.json", &self.task_definition),
            ("service.json", &self.service),
        ];
        let text = |(name, document): (&'static str, &Option<Tree>)| {
            Some((name, json::pretty(document.as_ref()?).into_text()))
        };
        documents.into_iter().filter_map(text).collect()
    }

    /// Fills a form, which then carries the documents. Returns what has no field.
    pub fn fill(&self, form: &mut Form) -> Vec<Note> {
        let earlier = form.carried.imported().cloned();
        // Edits since an earlier import stay edits: they are no part of what this import compares with.
        let mut base = match &earlier {
            Some(earlier) => {
                let texts = earlier.texts.iter();
                Form::from_texts(texts.filter_map(|(key, texts)| Some((fields::field(key)?, texts.clone()))))
            }
            None => form.clone(),
        };
        let mut imported = Imported {
            task_definition: self.task_definition.as_ref().map(marked),
            service: self.service.as_ref().map(marked),
            container: self.shown.at,
            is_delegate: self.shown.is_delegate,
            not_derived: Vec::new(),
            texts: Vec::new(),
            base: Base::default(),
        };
        let has_other = form.carried.task_definition().is_some();
        imported.not_derived = self.set_fields(form, has_other);
        self.set_fields(&mut base, has_other);
        if let Some(earlier) = earlier {
            keep(&mut imported, earlier, self.task_definition.is_some());
        }
        imported.texts = base
            .touched()
            .map(|(field, texts)| (field.key, texts.to_vec()))
            .collect();
        base.carried = Carried::new(imported.clone());
        let deployment = build(&read(&base).0);
        imported.base = generated(&deployment.task_definition, &deployment.service);
        let mut notes = self.notes.clone();
        if self.task_definition.is_some() && !self.shown.is_delegate {
            notes.push(Note::advice(self.not_a_delegate()));
        }
        notes.extend(kept(
            &imported,
            self.task_definition.is_some(),
            self.service.is_some(),
        ));
        form.carried = Carried::new(imported);
        notes
    }

    fn not_a_delegate(&self) -> String {
        let containers = self
            .task_definition
            .as_ref()
            .and_then(|document| document.get("containerDefinitions"));
        let name = containers.and_then(|containers| containers.items().get(self.shown.at)?.text_of("name"));
        match name {
            Some(name) => format!(
                "No container looks like a delegate. The form shows {}.",
                quoted(&name)
            ),
            None => "The task definition has no container.".to_owned(),
        }
    }

    fn set_fields(&self, form: &mut Form, has_other: bool) -> Vec<&'static str> {
        let mut not_derived = Vec::new();
        if let Some((region, account)) = &self.place {
            for (field, text) in [(&fields::REGION, region), (&fields::AWS_ACCOUNT_ID, account)] {
                if form.text(field).trim().is_empty() {
                    form.set(field, vec![text.clone()]);
                }
            }
        }
        if let Some(definition) = &self.task_definition {
            not_derived = task_definition::fill(definition, self.shown, form);
        }
        if let Some(service) = &self.service {
            service::fill(service, has_other || self.task_definition.is_some(), form);
        }
        not_derived
    }
}

/// Keeps the document of an earlier import that this one does not replace.
fn keep(imported: &mut Imported, earlier: Imported, has_task_definition: bool) {
    if !has_task_definition {
        imported.task_definition = earlier.task_definition;
        imported.container = earlier.container;
        imported.is_delegate = earlier.is_delegate;
        imported.not_derived = earlier.not_derived;
    }
    if imported.service.is_none() {
        imported.service = earlier.service;
    }
}

/// Marks the secrets of a document, so that what contains it says that it does.
fn marked(tree: &Tree) -> Tree {
    let secret = |text: &Text| Tree::Text(Text::secret(fields::ENV.key, text.to_string()));
    match tree {
        Tree::Text(text) if secrets::is_in(&text.to_string()) => secret(text),
        Tree::List(items) => Tree::List(items.iter().map(marked).collect()),
        Tree::Map(members) => {
            let name = tree.text_of("name");
            let is_named = name.is_some_and(|name| secrets::is_secret_name(&name));
            let members = members.iter().map(|(name, value)| match value {
                // A name is no secret.
                Tree::Text(_) if name == "name" => (name.clone(), value.clone()),
                Tree::Text(text) if is_named && name == "value" => (name.clone(), secret(text)),
                _ => (name.clone(), marked(value)),
            });
            Tree::Map(members.collect())
        }
        other => other.clone(),
    }
}
