//! Terraform itself plans and applies the files, and then finds nothing to change. A stub provider with the real schema
//! of `hashicorp/aws` takes AWS's place: see `tests/terraform_stub/`.

#[path = "terraform_plan/capacity.rs"]
mod capacity;
mod common;
#[path = "terraform_plan/forms.rs"]
mod forms;
#[path = "terraform_plan/judge.rs"]
mod judge;

#[path = "terraform_plan/imported.rs"]
mod imported;
#[path = "terraform_plan/second_run.rs"]
mod second_run;

use common::Outcome;
use forms::{FINISHED, Source, fixed_forms, random_forms};
use judge::{TOKEN, Workspace};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// Returns whether Terraform is installed, and says what is left out if it is not.
fn has_terraform(what: &str) -> bool {
    let is_installed = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join("terraform").is_file()));
    if !is_installed {
        println!("terraform is not installed: {what} was left out.");
    }
    is_installed
}

/// Runs the cases on all processors. Returns what went wrong.
fn judged<T: Sync>(cases: &[T], judge: impl Fn(&T) -> Result<(), String> + Sync) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut wrong = Vec::new();
        while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            wrong.extend(judge(case).err());
        }
        wrong
    };
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().expect("it ends"))
            .collect()
    })
}

/// Random configurations, each with both sources: plan, apply, and a second plan without a change.
/// `TERRAFORM_CONFIGURATIONS` sets how many.
#[test]
fn every_configuration_is_applied_once() {
    if !has_terraform("planning and applying random configurations") {
        return;
    }
    let wanted = std::env::var("TERRAFORM_CONFIGURATIONS").map_or(20, |n| n.parse().expect("a number"));
    let mut forms = fixed_forms();
    forms.extend(random_forms(wanted));
    let cases: Vec<_> = forms
        .iter()
        .flat_map(|form| Source::ALL.map(|source| source.of(form)))
        .collect();
    let start = Instant::now();
    let wrong = judged(&cases, |form| {
        let outcome = Outcome::of_form(form.clone());
        let mut workspace = Workspace::new();
        workspace.put(&outcome.files[0]);
        let query = configurator::link::write(form);
        workspace.settle().map_err(|error| format!("{query}\n{error}"))?;
        if outcome.deployment.created_secrets().next().is_some() && workspace.state_text().contains(TOKEN) {
            return Err(format!("{query}\nthe state holds the token"));
        }
        Ok(())
    });
    println!(
        "{} files of {wanted} random configurations and the fixed ones in {:.0?}",
        cases.len(),
        start.elapsed()
    );
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n\n")
    );
}

/// The module creates what the form says where that differs from the module's own defaults.
#[test]
fn the_module_gets_the_size_of_the_form() {
    if !has_terraform("applying the module with the form's size") {
        return;
    }
    for (more, expected) in [
        ("start=docs", ("1024", "6144", 1)),
        ("cpu=2048&memory=4096&desired_count=3", ("2048", "4096", 3)),
        ("cpu=1024&memory=2048", ("1024", "2048", 1)),
    ] {
        let form =
            configurator::link::parse(&format!("{FINISHED}&{more}"), configurator::link::Secrets::Honour).0;
        let mut workspace = Workspace::new();
        workspace.put(&Outcome::of_form(Source::Module.of(&form)).files[0]);
        workspace
            .settle()
            .unwrap_or_else(|error| panic!("{more}: {error}"));
        let task = workspace
            .resource("aws_ecs_task_definition")
            .expect("a task definition");
        let service = workspace.resource("aws_ecs_service").expect("a service");
        let size = (
            task["cpu"].as_str(),
            task["memory"].as_str(),
            service["desired_count"].as_u64(),
        );
        assert_eq!(
            size,
            (Some(expected.0), Some(expected.1), Some(expected.2)),
            "{more}"
        );
    }
}
