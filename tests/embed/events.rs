//! What the element tells its page.

use crate::driver::engine::{Engine, only};
use crate::driver::in_browser;
use crate::frames::{enter, leave};
use crate::open::{LISTEN, open, told};
use configurator::fields::FIELDS;
use serde_json::json;

#[test]
fn the_host_hears_of_changes_copies_and_downloads_and_of_no_secret() {
    in_browser(async |tab| {
        open(
            tab,
            "<ecs-delegate-configurator start=docs></ecs-delegate-configurator>",
        )
        .await;
        tab.run(LISTEN).await;
        enter(tab, 0).await;
        tab.fill("token", "not-a-real-token").await;
        tab.paste("[name=env]", "MY_PASSWORD=not-a-real-secret").await;
        tab.fill("manager_url", "https://user:not-a-real-pass@app.harness.io")
            .await;
        tab.fill("delegate_name", "build-blue").await;
        tab.click("[data-download=\"task-spec.json\"]").await;
        tab.click("[data-action=download-all]").await;
        leave(tab).await;
        tab.until("the host has heard of it", async || {
            told(tab)
                .await
                .iter()
                .filter(|(kind, _)| kind == "download")
                .count()
                == 2
        })
        .await;
        let all = told(tab).await;
        let text = serde_json::to_string(&all).expect("JSON");
        assert!(!text.contains("not-a-real"), "{text}");
        let changes: Vec<_> = all.iter().filter(|(kind, _)| kind == "change").collect();
        let last = changes
            .last()
            .expect("there are changes")
            .1
            .as_object()
            .expect("an object")
            .clone();
        assert_eq!(last["delegate_name"], "build-blue");
        assert_eq!(last["tags"], json!([]));
        assert_eq!(last["env"], json!([]));
        let keys: Vec<_> = FIELDS
            .iter()
            .filter(|field| !field.is_secret() && field.key != "manager_url")
            .map(|field| field.key)
            .collect();
        assert_eq!(last.len(), keys.len());
        assert!(keys.iter().all(|key| last.contains_key(*key)));
        let downloads: Vec<_> = all
            .iter()
            .filter(|(kind, _)| kind == "download")
            .map(|(_, d)| d.clone())
            .collect();
        let expected = ["task-spec.json", "harness-delegate-ecs.zip"].map(|file| json!({ "file": file }));
        assert_eq!(downloads, expected);
        assert!(
            all.iter()
                .all(|(kind, _)| ["change", "download"].contains(&kind.as_str())),
            "{all:?}"
        );
    });
}

#[test]
fn copying_works_where_the_frame_may_and_says_why_where_not() {
    let engines = [Engine::Chromium, Engine::Gecko];
    if !only(
        &engines,
        "its driver cannot click in a frame, without which nothing is copied",
    ) {
        return;
    }
    in_browser(async |tab| {
        open(
            tab,
            "<ecs-delegate-configurator></ecs-delegate-configurator>
            <iframe id=bare width=900 height=900 src=\"SITE#v=1&delegate_name=build-blue\"></iframe>",
        )
        .await;
        tab.permit_clipboard().await;
        tab.run(LISTEN).await;
        enter(tab, 0).await;
        tab.click("[data-copy=\"service.json\"]").await;
        leave(tab).await;
        tab.until("the host hears of the copy", async || {
            told(tab).await == [("copy".to_owned(), json!({ "file": "service.json" }))]
        })
        .await;
        // Without the permission and without embed.js, the page selects the text and says so. Firefox knows no permission.
        tab.client
            .clone()
            .enter_frame(0)
            .await
            .expect("it is the only one outside of a shadow");
        tab.click("[data-copy=\"service.json\"]").await;
        let said = if Engine::chosen() == Engine::Gecko {
            "return document.querySelector('.notice').textContent.includes('service.json copied')"
        } else {
            "return document.querySelector('.notice').textContent.includes('Ctrl+C') && getSelection().toString().length > 20"
        };
        tab.until("it says whether it has copied", async || {
            tab.run(said).await == true
        })
        .await;
        leave(tab).await;
    });
}
