//! Tests of the settings of an embedding page.

use super::*;
use crate::choices::Way;
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

#[test]
fn files_alone_are_a_block_without_a_form() {
    for (query, is_block, files) in [
        ("", false, None),
        ("files=", false, Some(0)),
        ("files=task-spec.json,+service.json&lock=region", true, Some(2)),
        ("files=task-spec.json&fields=", true, Some(1)),
        ("files=task-spec.json&fields=region", false, Some(1)),
        ("files=task-spec.json&fields=import", false, Some(1)),
    ] {
        let (embedding, findings) = embedded(query);
        assert!(findings.is_empty(), "{query}: {findings:?}");
        assert_eq!(embedding.is_block(), is_block, "{query}");
        assert_eq!(embedding.files().map(<[_]>::len), files, "{query}");
        assert_eq!(
            embedded(embedding.write().trim_start_matches('&')).0.write(),
            embedding.write()
        );
    }
    // A block has no field, not even a locked one.
    let (embedding, _) = embedded("files=a&lock=region&region=us-west-2");
    assert!(!embedding.shows(&fields::REGION) && embedding.is_locked(&fields::REGION));
}

#[test]
fn an_idle_attribute_is_reported() {
    let (_, findings) = embedded("group=a&idle=region+cpu");
    assert_eq!(findings.len(), 2);
    assert!(
        findings[0].1.contains("`region` has no effect here"),
        "{findings:?}"
    );
}

#[test]
fn a_missing_file_is_explained_with_what_there_is() {
    let there = ["task-spec.json", "service.json"];
    for (name, way, part) in [
        (
            "task.json",
            Way::Cli,
            "There is no file `task.json`. The files of AWS CLI are task-spec.json, service.json.",
        ),
        ("main.tf", Way::Cli, "`main.tf` is a file of Terraform."),
        (
            "task-role-policy.json",
            Way::Cli,
            "This configuration has no `task-role-policy.json`.",
        ),
    ] {
        let said = absent(name, way, &there);
        assert!(said.starts_with(part) && said.contains("service.json"), "{said}");
    }
}
