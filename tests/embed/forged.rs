//! Groups in pages that lack things, that load the script twice, or that are hostile.

use crate::driver::in_browser;
use crate::frames::{NTH, enter, leave};
use crate::group::{ASKED, SPEC, file_of, until_in};
use crate::host::{self, HostPage};
use crate::open::{SCRIPT, open, open_pages, open_with, page};
use serde_json::json;
use std::time::Duration;

/// Pages that lack things, or that load the script more than once.
#[test]
fn without_message_channels_under_a_strict_policy_and_with_two_scripts() {
    in_browser(async |tab| {
        let site = tab.page.trim_end_matches("/docs/").to_owned();
        let value = "<p><ecs-delegate-value group=a name=delegate-name>…</ecs-delegate-value></p>";
        let body = [ASKED, SPEC, value].concat();
        let mut strict = page(tab, "/", SCRIPT, &body);
        strict.policy = Some(format!(
            "default-src 'none'; script-src {site}; frame-src {site}; style-src 'self'; require-trusted-types-for 'script'"
        ));
        let lacking = page(
            tab,
            "/lacking",
            &format!("<script>delete window.MessageChannel; delete window.BroadcastChannel</script>{SCRIPT}"),
            &body,
        );
        let twice = page(
            tab,
            "/twice",
            &format!(
                "{SCRIPT}<script src=\"EMBED?2\" defer></script><script type=module src=\"EMBED?3\"></script>"
            ),
            &body,
        );
        let host = open_pages(tab, vec![strict, lacking, twice]).await;
        for path in ["", "lacking", "twice"] {
            tab.client
                .goto(&format!("{host}/{path}"))
                .await
                .expect("it can be opened");
            enter(tab, 0).await;
            tab.fill("delegate_name", "build-blue").await;
            tab.leave().await;
            leave(tab).await;
            until_in(tab, 1, "task-spec.json", "build-blue").await;
            tab.until("the sentence follows", async || {
                tab.run("return document.querySelector('p').textContent").await == json!("build-blue")
            })
            .await;
        }
    });
}

/// Messages that only look like those of the configurator, or of embed.js.
#[test]
fn forged_messages_change_nothing() {
    in_browser(async |tab| {
        let forge = "const app = 'ecs-delegate-configurator';
            const forged = [];
            for (const v of [1, 2, '1']) for (const [type, detail] of [['form', { form: 'v=1&delegate_name=evil' }], ['values', { delegate_name: 'evil' }],
                ['ready', {}], ['size', { height: 5 }], ['hello', {}], ['form', { form: 7 }], ['form', { changes: 'delegate_name=evil' }], ['form', { changes: 7 }], ['values', { delegate_name: 7 }], ['values', null]])
                forged.push({ app, v, type, detail });";
        let evil = format!("<!doctype html><script>{forge}
            addEventListener('message', ({{ data }}) => {{ if (data !== 'go') return;
                for (const one of forged) {{ parent.postMessage(one, '*');
                    for (let i = 0; i < parent.frames.length; i++) if (parent.frames[i] !== self) parent.frames[i].postMessage(one, '*'); }} }});</script>");
        let value = "<p><ecs-delegate-value group=a name=delegate-name>own</ecs-delegate-value></p>";
        let body = format!("{ASKED}{SPEC}{value}<iframe src=\"EVIL\"></iframe>");
        let far: u16 = host::serve(vec![HostPage {
            path: "/",
            policy: None,
            text: evil,
        }]);
        let mut around = page(tab, "/", SCRIPT, &body);
        around.text = around.text.replace("EVIL", &format!("http://127.0.0.1:{far}/"));
        open_pages(tab, vec![around]).await;
        until_in(tab, 1, "task-spec.json", "<DELEGATE_NAME>").await;
        let before = file_of(tab, 1).await;
        // From a foreign frame, from the page to itself, and of another version from the page to the frames.
        let go = format!("{forge} frames[0].postMessage('go', '*');
            for (const one of forged) postMessage(one, '*');
            for (const e of document.querySelectorAll('ecs-delegate-configurator')) {{
                const frame = e.shadowRoot.querySelector('iframe').contentWindow;
                for (const one of forged) if (one.v !== 1 || typeof one.detail?.form === 'number' || typeof one.detail?.changes === 'number') frame.postMessage(one, '*'); }}");
        tab.run(&go).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(file_of(tab, 1).await, before);
        assert_eq!(
            tab.run("return document.querySelector('p').textContent").await,
            json!("<DELEGATE_NAME>")
        );
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, [""]);
        // The frame itself tells nonsense.
        tab.run("const say = (type, detail, v = 1) => parent.postMessage({ app: 'ecs-delegate-configurator', v, type, detail }, '*');
            say('form'); say('form', null); say('form', { changes: 1 }); say('values', { delegate_name: 1 }); say('values', { delegate_name: ['x'] });
            say('form', { changes: 'delegate_name=newer' }, 2); say('form', { form: 'v=1&delegate_name=newer' }); say('values', { delegate_name: 'newer' }, 2)").await;
        leave(tab).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(file_of(tab, 1).await, before);
        assert!(
            !tab.run("return document.querySelector('p').textContent")
                .await
                .to_string()
                .contains("newer")
        );
    });
}

/// The page around can say what the form is, as with its attributes, but no secret.
#[test]
fn a_hostile_page_passes_no_secret_into_the_group() {
    in_browser(async |tab| {
        open(tab, &[ASKED, SPEC].concat()).await;
        enter(tab, 1).await;
        leave(tab).await;
        let say = format!("{NTH} frame.contentWindow.postMessage({{ app: 'ecs-delegate-configurator', v: 1, type: 'form',
            detail: {{ form: 'v=1&start=docs&delegate_name=by-host&token=not-a-real-token&env=MY_SECRET=not-a-real-secret' }} }}, '*')");
        tab.run_with(&say, vec![json!(1)]).await;
        until_in(tab, 1, "task-spec.json", "by-host").await;
        assert!(!file_of(tab, 1).await.contains("not-a-real"));
        // A frame without a group takes no form.
        open_with(
            tab,
            SCRIPT,
            "<ecs-delegate-configurator files=task-spec.json></ecs-delegate-configurator>",
        )
        .await;
        enter(tab, 0).await;
        leave(tab).await;
        tab.run_with(&say, vec![json!(0)]).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert!(!file_of(tab, 0).await.contains("by-host"));
    });
}
