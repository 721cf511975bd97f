//! Undo and redo: typing, rows, choices, fixes, presets, Start over; and what a fix says before and after.

use crate::driver::{Tab, in_browser};
use crate::files::{assert_shows, files};
use serde_json::json;

const STATE: &str =
    "return ['undo', 'redo'].map(a => document.querySelector(`[data-action=${a}]`).ariaDisabled)";

async fn undo(tab: &Tab) {
    tab.click("[data-action=undo]").await;
}

async fn redo(tab: &Tab) {
    tab.click("[data-action=redo]").await;
}

async fn shows(tab: &Tab, key: &str, values: &[&str]) {
    tab.until(&format!("{key} is {values:?}"), async || {
        tab.values(key).await == values
    })
    .await;
}

#[test]
fn every_kind_of_edit_is_undone_and_done_again() {
    in_browser(async |tab| {
        tab.visit("").await;
        assert_eq!(tab.run(STATE).await, json!(["true", "true"]));
        tab.fill("delegate_name", "build-blue").await;
        tab.fill("env", "A=1").await;
        tab.choose("launch_type", "EC2").await;
        tab.click("[data-preset=high-availability]").await;
        tab.click("[data-way=script]").await;
        let all = "delegate_name=build-blue&env=A=1&launch_type=EC2&desired_count=2&minimum_healthy_percent=100&maximum_percent=200&way=script";
        assert_shows(tab, &files(all)).await;
        assert_eq!(tab.run(STATE).await, json!(["false", "true"]));
        undo(tab).await;
        assert_eq!(
            tab.run("return document.querySelector('[data-way=cli]').ariaSelected")
                .await,
            "true"
        );
        undo(tab).await;
        shows(tab, "desired_count", &[""]).await;
        undo(tab).await;
        shows(tab, "launch_type", &["FARGATE"]).await;
        undo(tab).await;
        shows(tab, "env", &[""]).await;
        // One run in one field is one step.
        undo(tab).await;
        shows(tab, "delegate_name", &[""]).await;
        assert_eq!(tab.run(STATE).await, json!(["true", "false"]));
        assert_shows(tab, &files("")).await;
        undo(tab).await;
        assert_eq!(tab.notice().await, "There is nothing to undo.");
        for _ in 0..5 {
            redo(tab).await;
        }
        assert_shows(tab, &files(all)).await;
        assert_eq!(tab.run(STATE).await, json!(["false", "true"]));
    });
}

#[test]
fn a_fix_says_what_it_changes_and_undo_stands_beside_it() {
    in_browser(async |tab| {
        tab.visit("#cpu=256&memory=8192").await;
        let preview = "return document.querySelector('[data-rule=fargate-size-pair] .preview').textContent";
        let will = tab.run(preview).await;
        let will = will.as_str().unwrap_or_default();
        assert!(
            will.contains("CPU of the task: 256 (0.25 vCPU) → 1024 (1 vCPU)"),
            "{will}"
        );
        // The memory stays as it is: only real changes are said.
        assert!(!will.contains("Memory"), "{will}");
        tab.click("[data-fix=fargate-size-pair]").await;
        shows(tab, "cpu", &["1024"]).await;
        assert_eq!(tab.notice().await, will);
        tab.click("[data-undo]").await;
        shows(tab, "cpu", &["256"]).await;
        // After another edit, the button would undo something else, so it is gone.
        tab.click("[data-fix=fargate-size-pair]").await;
        tab.until("the button is there", async || {
            tab.all("[data-undo]").await.len() == 1
        })
        .await;
        tab.choose("launch_type", "EC2").await;
        tab.until("the button is gone", async || {
            tab.all("[data-undo]").await.is_empty()
        })
        .await;
    });
}

#[test]
fn fix_all_says_what_it_changes_and_what_it_leaves() {
    in_browser(async |tab| {
        tab.visit("#start=docs&stop_timeout=300").await;
        // It stands in the status, unfolded.
        tab.element(".fix-all .preview").await;
        let preview = "return document.querySelector('.fix-all .preview').textContent";
        tab.until("it says what changes", async || {
            tab.run(preview)
                .await
                .as_str()
                .is_some_and(|text| text.contains("values change: "))
        })
        .await;
        let will = tab.run(preview).await.as_str().unwrap_or_default().to_owned();
        assert!(
            will.contains("Stop timeout: ") && will.contains("Delegate image: cleared"),
            "{will}"
        );
        let before = tab.panes().await;
        tab.click("[data-action=fix-all]").await;
        tab.until("it is done", async || {
            tab.notice().await.contains(" changed. Left: ")
        })
        .await;
        let said = tab.notice().await;
        let count = will.split(' ').next().unwrap_or_default();
        assert!(
            said.starts_with(&format!("{count} values changed. Left: ")) && said.contains("to fill in"),
            "{said}"
        );
        undo(tab).await;
        assert_shows(tab, &before).await;
    });
}

#[test]
fn start_over_is_one_step_and_takes_the_secrets_out_of_every_earlier_state() {
    in_browser(async |tab| {
        tab.visit("#token_source=plain").await;
        tab.fill("token", "not-a-real-token").await;
        tab.fill("env", "DB_PASSWORD=notreal").await;
        tab.fill("cluster", "blue").await;
        tab.click("[data-action=start-over]").await;
        shows(tab, "cluster", &["harness-delegate"]).await;
        undo(tab).await;
        shows(tab, "cluster", &["blue"]).await;
        assert_eq!(tab.values("token").await, [""]);
        assert_eq!(tab.values("env").await, [""]);
        for _ in 0..6 {
            undo(tab).await;
            let body = tab.run("return document.body.textContent + [...document.querySelectorAll('[name]')].map(e => e.value)").await;
            let body = body.as_str().unwrap_or_default();
            assert!(!body.contains("not-a-real-token") && !body.contains("notreal"));
        }
    });
}

#[test]
fn the_keys_are_the_browsers_until_a_text_is_as_it_was() {
    in_browser(async |tab| {
        tab.visit("").await;
        tab.choose("launch_type", "EC2").await;
        let name = tab.element("[name=delegate_name]").await;
        name.send_keys("ab").await.expect("it can be typed into");
        // The browser's own: the text goes, the launch type stays.
        let mut keys = 0;
        while tab.values("delegate_name").await != [""] {
            tab.press_undo(false).await;
            keys += 1;
            assert!(keys < 5, "the browser does not undo");
            assert_eq!(tab.values("launch_type").await, ["EC2"]);
        }
        // Now the text is as it was, so the form's.
        tab.press_undo(false).await;
        shows(tab, "launch_type", &["FARGATE"]).await;
        tab.press_undo(true).await;
        shows(tab, "launch_type", &["EC2"]).await;
        // It is in the address at once, although the field still has the focus.
        tab.until("the address follows", async || {
            tab.fragment().await == "v=1&launch_type=EC2"
        })
        .await;
    });
}
