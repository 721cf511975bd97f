//! Values of the form in the sentences of the page around.

use crate::driver::{Tab, in_browser};
use crate::frames::{enter, leave};
use crate::open::{open, open_with};
use serde_json::{Value, json};

async fn texts(tab: &Tab) -> Value {
    tab.run("return [...document.querySelectorAll('ecs-delegate-value')].map(e => e.textContent)")
        .await
}

async fn until_texts(tab: &Tab, expected: Value) {
    for _ in 0..300 {
        if texts(tab).await == expected {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(texts(tab).await, expected);
}

#[test]
fn a_value_is_as_typed_as_derived_or_the_placeholder() {
    in_browser(async |tab| {
        let body = "<ecs-delegate-configurator group=a fields=\"delegate-name manager-url token\" start=docs files=\"\"></ecs-delegate-configurator>
            <p>The delegate <code><ecs-delegate-value name=delegate-name group=a>NAME</ecs-delegate-value></code> logs to
            <ecs-delegate-value name=log_service_url group=a></ecs-delegate-value> with <ecs-delegate-value name=token group=a>TOKEN</ecs-delegate-value>,
            <ecs-delegate-value name=memory group=a>MB</ecs-delegate-value>, <ecs-delegate-value name=widht group=a>own <b>content</b></ecs-delegate-value>,
            <ecs-delegate-value name=delegate-name group=other>alone</ecs-delegate-value></p>";
        open(tab, body).await;
        let (own, alone) = ("own content", "alone");
        until_texts(
            tab,
            json!([
                "<DELEGATE_NAME>",
                "<LOG_STREAMING_SERVICE_URL>",
                "<DELEGATE_TOKEN>",
                "6144",
                own,
                alone
            ]),
        )
        .await;
        assert_eq!(
            tab.run("return document.querySelector('b').textContent").await,
            json!("content")
        );
        enter(tab, 0).await;
        tab.fill("delegate_name", "build-<b>blue").await;
        tab.fill("manager_url", "https://app.harness.io").await;
        tab.fill("token", "not-a-real-token").await;
        tab.leave().await;
        leave(tab).await;
        let log = "https://app.harness.io/log-service/";
        until_texts(
            tab,
            json!(["build-<b>blue", log, "<DELEGATE_TOKEN>", "6144", own, alone]),
        )
        .await;
        // Another name, another group, and no frame any more: its own content comes back.
        tab.run("const [a, b] = document.querySelectorAll('ecs-delegate-value'); a.setAttribute('name', 'memory'); b.setAttribute('group', 'other')").await;
        until_texts(tab, json!(["6144", "", "<DELEGATE_TOKEN>", "6144", own, alone])).await;
        tab.run("document.querySelector('ecs-delegate-configurator').remove()")
            .await;
        until_texts(tab, json!(["NAME", "", "TOKEN", "MB", own, alone])).await;
        assert_eq!(
            tab.run("return document.querySelector('code').innerHTML.includes('NAME')")
                .await,
            json!(true)
        );
    });
}

/// A value needs a frame that tells it: the first one loads, wherever it is. Without a group, it is that without a group.
#[test]
fn a_value_does_not_wait_for_its_frame_to_come_into_sight() {
    in_browser(async |tab| {
        let body = "<p><ecs-delegate-value name=delegate-name>own</ecs-delegate-value></p><div style=\"height: 15000px\"></div>
            <ecs-delegate-configurator group=a delegate-name=grouped></ecs-delegate-configurator>
            <ecs-delegate-configurator delegate-name=free></ecs-delegate-configurator>";
        open(tab, body).await;
        until_texts(tab, json!(["free"])).await;
        tab.run("const e = document.createElement('ecs-delegate-value'); e.setAttribute('group', 'a'); e.setAttribute('name', 'delegate-name'); document.querySelector('p').append(e)").await;
        until_texts(tab, json!(["free", "grouped"])).await;
    });
}

#[test]
fn without_scripts_a_value_keeps_its_own_content() {
    in_browser(async |tab| {
        let body = "<p><ecs-delegate-value name=delegate-name>own</ecs-delegate-value></p>";
        open_with(tab, "", body).await;
        assert_eq!(texts(tab).await, json!(["own"]));
    });
}
