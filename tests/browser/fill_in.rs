//! From the empty form to finished files, and back.

use crate::common::{self, EC2, FARGATE, Outcome};
use crate::driver::{Tab, in_browser};
use crate::files::{assert_shows, files, generated};
use configurator::fields::field;
use configurator::link;
use std::time::Duration;

/// Types or chooses every value of these parameters in the form.
pub async fn type_in(tab: &Tab, parameters: &str) {
    for (key, value) in form_urlencoded::parse(parameters.as_bytes()) {
        assert!(field(&key).is_some(), "{key} is no field");
        // A field can be a choice in one form and an input in another.
        let chosen = format!("select[name={key}], [type=radio][name={key}]");
        if tab.all(&chosen).await.is_empty() {
            tab.fill(&key, &value).await;
        } else {
            tab.choose(&key, &value).await;
        }
    }
}

/// Goes from the empty form to finished files.
async fn fill_in_as_a_person(tab: &Tab, start: &str, parameters: &str) {
    tab.visit(start).await;
    let blank = Outcome::of(start.trim_start_matches(['?', '#']));
    assert_eq!(tab.missing().await, blank.missing());
    assert_shows(
        tab,
        &blank
            .files
            .iter()
            .map(|f| (f.name.to_owned(), f.text.clone()))
            .collect::<Vec<_>>(),
    )
    .await;

    type_in(tab, parameters).await;
    tab.until("nothing is missing", async || tab.missing().await.is_empty())
        .await;
    let query = format!("{}&{parameters}", start.trim_start_matches(['?', '#']));
    assert_shows(tab, &files(&query)).await;
    tab.leave().await;
    // The address holds the same form, and the command writes the same files for it.
    let expected = link::write(&Outcome::of(&query).form);
    tab.until("the address holds the form", async || {
        tab.fragment().await == expected
    })
    .await;
    assert_eq!(tab.panes().await, generated(&tab.fragment().await));
    for (_, text) in tab.panes().await {
        assert_eq!(common::placeholders(&text), Vec::<&str>::new());
    }
}

#[test]
fn fargate_from_the_empty_form_to_files() {
    let more = "desired_count=2&cpu=2048&memory=8192&circuit_breaker=false\
        &delegate_description=O'Brien's \"$x\" \\ </script>";
    in_browser(async |tab| {
        fill_in_as_a_person(tab, "", &format!("{FARGATE}&{more}")).await;
    });
}

#[test]
fn ec2_from_the_empty_form_to_files() {
    in_browser(async |tab| fill_in_as_a_person(tab, "", EC2).await);
}

#[test]
fn the_documentations_start_from_the_empty_form_to_files() {
    let finished = "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io\
        &region=us-west-2&cluster=delegates&hostname=build-blue";
    in_browser(async |tab| {
        tab.visit("?start=docs&launch_type=EC2").await;
        type_in(tab, finished).await;
        tab.fill("token", "not-a-real-token").await;
        tab.until("nothing is missing", async || tab.missing().await.is_empty())
            .await;
        assert_shows(
            tab,
            &files(&format!(
                "start=docs&launch_type=EC2&{finished}&token=not-a-real-token"
            )),
        )
        .await;
        // The file contains the token, and Copy and Download say so. The address does not contain it.
        let note = tab
            .run(
                "const b = document.querySelector('[data-copy=\"task-spec.json\"]');
            return b.closest('article, section, div').textContent",
            )
            .await;
        assert!(
            note.as_str()
                .unwrap_or_default()
                .to_lowercase()
                .contains("secret"),
            "{note}"
        );
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert!(!tab.address().await.contains("not-a-real"));
    });
}

/// Switching changes untouched fields and keeps typed ones. Switching back restores the first state.
#[test]
fn launch_type_and_start_switch_back_and_forth() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}")).await;
        let before = tab.panes().await;
        for (key, there, back) in [
            ("launch_type", "EC2", "FARGATE"),
            ("start", "docs", "recommended"),
        ] {
            tab.choose(key, there).await;
            assert_shows(tab, &files(&format!("{FARGATE}&{key}={there}"))).await;
            tab.choose(key, back).await;
            assert_shows(tab, &before).await;
        }
    });
}

#[test]
fn start_over_leaves_nothing() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}&token_source=plain")).await;
        tab.fill("token", "not-a-real-token").await;
        tab.click("[data-action=start-over]").await;
        assert_shows(tab, &files("")).await;
        tab.until("the address is bare", async || tab.address().await == tab.page)
            .await;
        tab.choose("token_source", "plain").await;
        assert_eq!(tab.values("token").await, [""]);
    });
}
