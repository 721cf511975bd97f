//! What a second run needs: the form changes in one place after an apply, and plan and apply succeed again.

use crate::common::Outcome;
use crate::forms::{FINISHED, Source, set};
use crate::judge::Workspace;
use crate::{has_terraform, judged};
use configurator::Form;
use configurator::fields::{FIELDS, Field, Kind};
use configurator::link::{Secrets, parse};
use configurator::outputs::step::Step;

/// Applied first. Together they create every resource that a file can contain.
const FIRST: &[&str] = &[
    "",
    "capacity=FARGATE_SPOT&task_role_permissions=read-ecr&tags=team=blue",
    "launch_type=EC2&proxy_host=proxy.example.com&proxy_port=3128&proxy_user=delegate&enable_execute_command=true",
    "start=docs&task_role_permissions=all-s3&s3_bucket=b",
];

/// The legal texts of a field that change a form.
fn changes(field: &'static Field, form: &Form) -> Vec<String> {
    let mut texts = vec![field.sample.to_owned()];
    match field.kind {
        Kind::Choice(choices, _) => texts = choices.iter().map(|choice| choice.value.to_owned()).collect(),
        Kind::Flag(_) => texts = vec!["true".to_owned(), "false".to_owned()],
        _ => {}
    }
    texts.retain(|text| form.texts(field) != [text.as_str()]);
    texts
}

/// Every field, changed after an apply of every form: Terraform accepts the change, and then has nothing left to do.
/// Each change is a run of its own, so this takes minutes: `make terraform-plan` runs it.
#[test]
#[ignore = "it takes minutes: make terraform-plan"]
fn any_field_can_change_after_an_apply() {
    if !has_terraform("changing each field after an apply") {
        return;
    }
    let mut cases = Vec::new();
    for first in FIRST {
        let form = parse(&format!("{FINISHED}&{first}"), Secrets::Honour).0;
        for source in Source::ALL {
            for field in FIELDS {
                // These make another file, or belong to another account or Region: that is no second run.
                if ["way", "terraform_source", "start", "region", "aws_account_id"].contains(&field.key) {
                    continue;
                }
                let changes = changes(field, &form).into_iter();
                cases.extend(changes.map(|text| (form.clone(), source, *field, text)));
            }
        }
    }
    let wrong = judged(&cases, |(first, source, field, text)| {
        let mut second = first.clone();
        set(&mut second, field, text);
        run(first, &second, *source).map_err(|error| format!("{source:?}, {}={text}: {error}", field.key))
    });
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n\n")
    );
}

/// Returns what a step takes out of the state.
fn forgotten(step: &Step) -> Option<&str> {
    let command = step.command.as_ref()?.text();
    command.strip_prefix("terraform state rm '")?.strip_suffix('\'')
}

/// Applies one form after the other. A change that leaves the file as it is needs no run.
fn run(first: &Form, second: &Form, source: Source) -> Result<(), String> {
    let [first, second] = [first, second].map(|form| Outcome::of_form(source.of(form)).files.remove(0));
    if first.text == second.text {
        return Ok(());
    }
    let mut workspace = Workspace::new();
    workspace.put(&first);
    workspace.settle().map_err(|error| format!("at first: {error}"))?;
    // A step of the file says so, and the user does it.
    let addresses = second.steps.iter().filter_map(forgotten);
    addresses.for_each(|address| workspace.forget(address));
    workspace.put(&second);
    workspace.settle()
}

/// A task reads its secrets only when it starts, so a new token needs a new deployment.
#[test]
fn a_new_token_starts_a_deployment() {
    if !has_terraform("raising the version of a secret") {
        return;
    }
    let form = parse(FINISHED, Secrets::Honour).0;
    let file = Outcome::of_form(Source::Standalone.of(&form)).files.remove(0);
    let mut workspace = Workspace::new();
    let mut apply = |text: &str| {
        workspace.put_text(text);
        workspace.settle().unwrap_or_else(|error| panic!("{error}"));
        let service = workspace.resource("aws_ecs_service").expect("a service");
        (
            service["force_new_deployment"].clone(),
            service["triggers"]["delegate_token"].clone(),
        )
    };
    assert_eq!(apply(&file.text), (true.into(), "1".into()));
    let (old, new) = ("secret_string_wo_version = 1", "secret_string_wo_version = 2");
    assert!(file.text.contains(old), "{}", file.text);
    assert_eq!(apply(&file.text.replace(old, new)), (true.into(), "2".into()));
}

/// Terraform does not delete a cluster that the form no longer creates: AWS refuses that while services are in it, and
/// the delegate's own service is.
#[test]
fn a_cluster_can_stop_being_ours() {
    if !has_terraform("leaving a cluster to others") {
        return;
    }
    let form = |more: &str| parse(&format!("{FINISHED}&{more}"), Secrets::Honour).0;
    for more in ["", "&capacity=FARGATE_SPOT"] {
        let [ours, theirs] =
            ["create_cluster=true", "create_cluster=false"].map(|first| form(&format!("{first}{more}")));
        for source in Source::ALL {
            run(&ours, &theirs, source).unwrap_or_else(|error| panic!("{source:?}: {error}"));
        }
    }
}

/// The page's own fix for Fargate Spot, and the way back.
#[test]
fn capacity_can_change_after_an_apply() {
    if !has_terraform("changing the capacity after an apply") {
        return;
    }
    let form = |more: &str| parse(&format!("{FINISHED}&{more}"), Secrets::Honour).0;
    let [on_demand, spot] = ["", "capacity=FARGATE_SPOT"].map(form);
    for (first, second) in [(&spot, &on_demand), (&on_demand, &spot)] {
        run(first, second, Source::Standalone).unwrap_or_else(|error| panic!("{error}"));
    }
}
