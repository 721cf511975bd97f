//! *Embed this*: the HTML that the configurator's own page writes works in another page.

use crate::common::Outcome;
use crate::driver::in_browser;
use crate::frames::{assert_fits, enter, leave};
use crate::open::open_with;
use serde_json::json;

const TEXT: &str = "return document.querySelector('[data-embed]').value";

#[test]
fn what_embed_this_writes_is_the_same_form_without_its_secrets() {
    in_browser(async |tab| {
        tab.visit("#start=docs&launch_type=EC2&delegate_name=a%22b&env=A=1&env=B=%3Cb%3E%26")
            .await;
        tab.fill("token", "not-a-real-token").await;
        tab.leave().await;
        tab.click(".menu > summary").await;
        tab.click("[data-action=embed]").await;
        tab.until("the HTML is there", async || {
            !tab.all("[data-embed]").await.is_empty()
        })
        .await;
        let whole = tab.run(TEXT).await.as_str().unwrap_or_default().to_owned();
        tab.click("[data-shape=parts]").await;
        tab.until("it is another one", async || tab.run(TEXT).await != json!(whole))
            .await;
        let parts = tab.run(TEXT).await.as_str().unwrap_or_default().to_owned();
        let said = tab
            .run("return document.querySelector('.embed-this .left-out').textContent")
            .await;
        assert!(said.to_string().contains("Delegate token"), "{said}");
        // It follows the form, and the axe finds nothing in it.
        assert_eq!(tab.violations().await, json!([]));
        tab.click("[data-action=close]").await;
        assert!(tab.all("[data-embed]").await.is_empty());
        for html in [&whole, &parts] {
            assert!(!html.contains("not-a-real"), "{html}");
            assert!(
                html.starts_with(&format!("<script src=\"{}embed.js\" defer></script>", tab.page)),
                "{html}"
            );
        }
        let query = "start=docs&launch_type=EC2&delegate_name=a%22b&env=A=1&env=B=%3Cb%3E%26";
        let outcome = Outcome::of(query);
        open_with(tab, "", &whole).await;
        enter(tab, 0).await;
        assert_eq!(tab.pane("task-spec.json").await, outcome.file("task-spec.json"));
        leave(tab).await;
        open_with(tab, "", &parts).await;
        assert_fits(tab, 0).await;
        enter(tab, 1).await;
        assert_eq!(
            tab.panes().await,
            [(
                "task-spec.json".to_owned(),
                outcome.file("task-spec.json").to_owned()
            )]
        );
        leave(tab).await;
    });
}

/// In a frame, where readers of documentation are, there is no such thing.
#[test]
fn a_frame_offers_no_html() {
    in_browser(async |tab| {
        open_with(
            tab,
            crate::open::SCRIPT,
            "<ecs-delegate-configurator></ecs-delegate-configurator>",
        )
        .await;
        enter(tab, 0).await;
        let seen = "document.querySelector('.menu').open = true;
            return ['embed', 'print'].map(name => document.querySelector(`[data-action=${name}]`).checkVisibility())";
        assert_eq!(tab.run(seen).await, json!([false, true]));
        leave(tab).await;
    });
}
