//! What the user takes away: the steps, unfinished files, the link and what it has set.

use crate::common::{FARGATE, Outcome};
use crate::driver::in_browser;
use configurator::outputs::guide::Guide;
use serde_json::json;

/// The steps are those of the archive's README, and Copy copies their commands byte for byte.
#[test]
fn the_steps_copy_their_commands() {
    in_browser(async |tab| {
        for query in [
            format!("{FARGATE}&way=cli"),
            format!("{FARGATE}&way=terraform"),
            format!("{FARGATE}&way=cloudformation"),
            "way=script".to_owned(),
        ] {
            tab.visit_anew(&format!("#{query}")).await;
            tab.permit_clipboard().await;
            let outcome = Outcome::of(&query);
            let guide = Guide::of(&outcome.files);
            let mut expected: Vec<String> = Vec::new();
            let mut all = guide.prepare.clone();
            if guide.whole.is_none() {
                all.extend(&guide.run);
            }
            expected.extend(
                all.iter()
                    .filter_map(|step| Some(step.command.as_ref()?.text().to_owned())),
            );
            expected.extend(guide.whole.map(str::to_owned));
            let folded = guide
                .whole
                .map_or(&[][..], |_| &guide.run)
                .iter()
                .chain(&guide.later);
            expected.extend(folded.filter_map(|step| Some(step.command.as_ref()?.text().to_owned())));
            tab.run("document.querySelectorAll('.more-steps').forEach(d => d.open = true)")
                .await;
            let buttons = tab.all("[data-copy-step]").await.len();
            assert_eq!(buttons, expected.len(), "{query}");
            for (at, command) in expected.iter().enumerate() {
                tab.click_nth("[data-copy-step]", at).await;
                tab.until(&format!("{command} is on the clipboard"), async || {
                    tab.clipboard().await == *command
                })
                .await;
            }
            // Unfolded, a step shows the same command.
            let shown = "const d = [...document.querySelectorAll('.steps > ol > li:has([data-copy-step]) > details')][0];
                d.open = true; return d";
            tab.run(shown).await;
            let text =
                "return document.querySelector('.steps > ol > li:has([data-copy-step]) pre').textContent";
            tab.until("the step shows its command", async || {
                tab.run(text).await == json!(expected[0])
            })
            .await;
        }
    });
}

#[test]
fn copy_and_download_of_something_unfinished_say_so() {
    in_browser(async |tab| {
        tab.visit(&format!(
            "#{}",
            FARGATE.replace("&region=", "&x=").replace("&account_id=", "&y=")
        ))
        .await;
        tab.permit_clipboard().await;
        let missing = tab.missing().await;
        assert!(!missing.is_empty());
        tab.click("[data-copy=\"task-spec.json\"]").await;
        tab.until("it is said", async || {
            tab.notice().await.starts_with("task-spec.json copied, with ")
        })
        .await;
        tab.click("[data-download=\"task-spec.json\"]").await;
        tab.until("it is said", async || {
            tab.notice().await.starts_with("task-spec.json saved, with ")
        })
        .await;
        let label = format!(
            "Download all ({} value{} missing)",
            missing.len(),
            if missing.len() == 1 { "" } else { "s" }
        );
        assert_eq!(
            tab.run("return document.querySelector('.primary-action').textContent")
                .await,
            json!(label)
        );
        tab.click("[data-action=download-all]").await;
        tab.until("it is said", async || tab.notice().await.contains("missing"))
            .await;
        // A finished file is only copied.
        tab.visit_anew(&format!("#{FARGATE}")).await;
        tab.click("[data-copy=\"service.json\"]").await;
        tab.until("it is said", async || {
            tab.notice().await == "service.json copied."
        })
        .await;
    });
}

#[test]
fn the_page_is_never_ready_with_an_error_left() {
    let state = "const s = document.querySelector('.status'); return [s.dataset.state, s.querySelector('.state').textContent]";
    in_browser(async |tab| {
        let whole = format!("{FARGATE}&way=script");
        tab.visit("?way=script").await;
        assert_eq!(tab.run(state).await, json!(["missing", "5 to fill in"]));
        tab.visit_anew(&format!("#{whole}&stop_timeout=300&cpu=lots"))
            .await;
        assert_eq!(tab.run(state).await, json!(["error", "2 errors"]));
        tab.visit_anew(&format!("#{whole}")).await;
        assert_eq!(tab.run(state).await, json!(["ready", "Ready"]));
        // While an error is being typed, the page does not say that it is ready.
        tab.fill("stop_timeout", "").await;
        tab.leave().await;
        tab.fill("stop_timeout", "300").await;
        assert_ne!(tab.run(state).await[0], "ready");
    });
}

#[test]
fn share_shows_what_the_link_holds_and_leaves_out() {
    in_browser(async |tab| {
        tab.visit("#token_source=plain&cluster=blue").await;
        tab.permit_clipboard().await;
        tab.fill("token", "not-a-real-token").await;
        tab.click("[data-action=share]").await;
        let shown = "return document.querySelector('.share .popover')?.textContent ?? ''";
        tab.until("it is shown", async || {
            let text = tab.run(shown).await;
            let text = text.as_str().unwrap_or_default();
            text.contains("It holds 2 values: Delegate token comes from, ECS cluster.")
                && text.contains("Not in the link, because it is secret: Delegate token.")
                && !text.contains("not-a-real")
        })
        .await;
        let link = tab
            .run("return document.getElementById('share-link').value")
            .await;
        assert_eq!(json!(tab.clipboard().await), link);
        // It is the link to this form only until the form changes.
        tab.fill("cluster", "green").await;
        tab.until("it is gone", async || tab.run(shown).await == "").await;
    });
}

#[test]
fn what_a_link_has_set_is_listed_until_it_is_looked_at() {
    let listed = "return [...document.querySelectorAll('[data-from-link]')].map(e => e.dataset.fromLink)";
    let marked = "return [...document.querySelectorAll('.field:has(.from-link) [name]')].map(e => e.name)";
    in_browser(async |tab| {
        tab.visit("?image=evil.example/delegate:1&init_script=curl+x&manager_url=https://evil.example")
            .await;
        assert_eq!(
            tab.run(listed).await,
            json!(["manager_url", "image", "init_script"])
        );
        assert_eq!(
            tab.run(marked).await,
            json!(["manager_url", "image", "init_script"])
        );
        // A look at one: its input has the focus.
        tab.click("[data-from-link=init_script] button").await;
        tab.until("it is looked at", async || {
            tab.run(listed).await == json!(["manager_url", "image"])
        })
        .await;
        assert_eq!(tab.run("return document.activeElement.name").await, "init_script");
        tab.click("[data-action=seen]").await;
        tab.until("all are known", async || tab.run(marked).await == json!([]))
            .await;
        // The page that the user loads again is no stranger's.
        tab.client.refresh().await.expect("it reloads");
        tab.until_ready().await;
        assert_eq!(tab.run(listed).await, json!([]));
        tab.visit_anew("").await;
        assert_eq!(tab.run(listed).await, json!([]));
    });
}
