//! Hostile pages and frames.

use crate::driver::engine::Engine;
use crate::driver::server::{Answer, serve};
use crate::driver::{in_browser, site};
use crate::frames::{assert_fits, enter, fits, leave};
use crate::host;
use crate::open::{LISTEN, SCRIPT, open, open_pages, open_with, page, told};
use fantoccini::elements::Element;
use serde_json::json;
use std::time::Duration;

/// The host tries to set a token and to read one.
#[test]
#[allow(clippy::too_many_lines)] // one story
fn a_hostile_host_can_neither_set_nor_read_a_token() {
    in_browser(async |tab| {
        let element = "<ecs-delegate-configurator start=docs token=not-a-real-token proxy-password=not-a-real-pass
            env=\"MY_SECRET=not-a-real-secret\" manager-url=\"https://u:not-a-real-pw@app.harness.io\" fields=\"token delegate-name\"></ecs-delegate-configurator>";
        open(tab, element).await;
        tab.run(LISTEN).await;
        tab.run("window.heard = []; addEventListener('message', e => heard.push(JSON.stringify(e.data)))")
            .await;
        enter(tab, 0).await;
        assert!(tab.has_finding("secret-in-link", "token").await);
        assert_eq!(tab.values("token").await, [""]);
        let html = "return document.documentElement.outerHTML + location.href";
        assert!(!tab.run(html).await.to_string().contains("not-a-real"));
        // The address loses the secret and keeps which fields are shown and locked.
        assert!(
            tab.run("return location.hash")
                .await
                .to_string()
                .contains("fields=token,delegate_name")
        );
        tab.fill("token", "typed-not-real").await;
        leave(tab).await;

        // Messages of every kind from the host, and its attempts to reach into the frame.
        let messages = "const done = arguments[0];
            const frame = document.querySelector('ecs-delegate-configurator').shadowRoot.querySelector('iframe').contentWindow;
            const app = 'ecs-delegate-configurator';
            const all = [null, undefined, 1, 'token', [], {}, { app }, { app, v: 1 }, { app, v: 2, type: 'theme', detail: { theme: 'dark' } },
                { app, v: 1, type: 'set', detail: { token: 'not-a-real-token', delegate_name: 'evil' } },
                { app, v: 1, type: 'change', detail: { token: 'not-a-real-token', delegate_name: 'evil' } },
                { app, v: 1, type: 'theme', detail: { theme: '\"><script>' } }, { app, v: 1, type: 'theme', detail: null },
                { app, v: 1, type: 'theme', detail: { theme: ['dark'] } }, { app, v: 1, type: 'get' }, { app, v: 1, type: 'hello', detail: { token: 1 } },
                { app: [app], v: 1, type: 'theme' }, { app, v: 1, type: '__proto__', detail: {} }, { app, v: 1, type: 'constructor', detail: {} }];
            for (const one of all) frame.postMessage(one, '*');
            frame.postMessage(new Map([[1, 2]]), '*'); frame.postMessage(new ArrayBuffer(9), '*');
            let blocked = [];
            for (const look of [() => frame.document, () => frame.location.href, () => frame.wasmBindings, () => frame.localStorage,
                () => document.querySelector('ecs-delegate-configurator').shadowRoot.querySelector('iframe').contentDocument.body])
                { try { blocked.push(String(look())); } catch (e) { blocked.push(e.name); } }
            setTimeout(() => done(blocked), 400)";
        let blocked = tab.client.execute_async(messages, vec![]).await.expect("it runs");
        assert_eq!(
            blocked,
            json!([
                "SecurityError",
                "SecurityError",
                "SecurityError",
                "SecurityError",
                "TypeError"
            ])
        );
        enter(tab, 0).await;
        assert_eq!(tab.values("token").await, ["typed-not-real"]);
        assert_eq!(tab.values("delegate_name").await, [""]);
        assert_ne!(
            tab.run("return document.documentElement.dataset.theme").await,
            json!("dark")
        );
        // The link out of the frame contains no secret either.
        let link = tab
            .run("return [...document.querySelectorAll('a.framed')].map(a => a.href).join()")
            .await
            .to_string();
        assert!(
            link.contains("start=docs") && !link.contains("not-real"),
            "{link}"
        );
        leave(tab).await;
        // A changed attribute neither sets nor clears the token.
        tab.run(
            "document.querySelector('ecs-delegate-configurator').setAttribute('token', 'not-a-real-other')",
        )
        .await;
        tab.run("document.querySelector('ecs-delegate-configurator').setAttribute('region', 'us-west-2')")
            .await;
        enter(tab, 0).await;
        tab.until("the Region follows", async || {
            tab.pane("task-spec.json").await.contains("typed-not-real")
        })
        .await;
        assert_eq!(tab.values("token").await, ["typed-not-real"]);
        assert!(!tab.run(html).await.to_string().contains("not-a-real"));
        leave(tab).await;
        let heard = tab
            .run("return heard.join() + JSON.stringify(told)")
            .await
            .to_string();
        assert!(
            !heard.contains("not-real") && !heard.contains("not-a-real"),
            "{heard}"
        );
    });
}

/// A host swaps the manager after the token is typed; the reader does not even see the field.
#[test]
fn a_host_that_swaps_the_manager_does_not_get_the_token() {
    in_browser(async |tab| {
        let element = "<ecs-delegate-configurator start=docs token-source=plain fields=\"token\"></ecs-delegate-configurator>";
        open(tab, element).await;
        enter(tab, 0).await;
        tab.fill("token", "typed-not-real").await;
        leave(tab).await;
        let set = |name: &str, value: &str| {
            format!("document.querySelector('ecs-delegate-configurator').setAttribute('{name}', '{value}')")
        };
        tab.run(&set("cluster", "blue")).await;
        enter(tab, 0).await;
        tab.until("the cluster follows", async || {
            tab.pane("service.json").await.contains("\"blue\"")
        })
        .await;
        assert_eq!(tab.values("token").await, ["typed-not-real"]);
        leave(tab).await;
        tab.run(&set("manager-url", "https://evil.example")).await;
        enter(tab, 0).await;
        tab.until("the token is removed", async || tab.values("token").await == [""])
            .await;
        let spec = tab.pane("task-spec.json").await;
        assert!(spec.contains("evil.example") && !spec.contains("typed-not-real"));
        let said = tab.notice().await;
        assert!(said.contains("manager URL"), "{said}");
        leave(tab).await;
    });
}

/// A page's element can have the name of what a script asks the document for.
#[test]
fn an_image_is_not_the_script_that_runs() {
    in_browser(async |tab| {
        let head =
            "<script>window.problems = []; addEventListener('error', e => problems.push(e.message))</script>";
        let body = "<img name=currentScript src=\"http://evil.example/x.js\" alt=\"\">
            <script src=\"EMBED\"></script><ecs-delegate-configurator></ecs-delegate-configurator>";
        tab.may_complain.set(true);
        open_with(tab, head, body).await;
        let framed = "return document.querySelector('ecs-delegate-configurator').shadowRoot.querySelector('iframe').src";
        let address = tab.run(framed).await;
        assert!(
            address
                .as_str()
                .is_some_and(|address| address.starts_with(&tab.page)),
            "{address}"
        );
        enter(tab, 0).await;
        leave(tab).await;
    });
}

/// The same without embed.js, with an address that the host writes.
#[test]
fn an_address_that_a_host_writes_itself_sets_no_token() {
    in_browser(async |tab| {
        let frame = "<iframe width=900 height=900 src=\"SITE?token=not-a-real-token#v=1&start=docs&token=not-a-real-token\"></iframe>";
        open(tab, frame).await;
        tab.client
            .clone()
            .enter_frame(0)
            .await
            .expect("it is the only one");
        tab.until_ready().await;
        assert_eq!(tab.values("token").await, [""]);
        assert!(tab.has_finding("secret-in-link", "token").await);
        assert!(
            !tab.run("return location.href")
                .await
                .to_string()
                .contains("not-a-real")
        );
        leave(tab).await;
    });
}

/// A foreign frame that speaks like the configurator to the host, and like the host to the configurator.
#[test]
fn a_foreign_frame_is_heard_by_neither() {
    in_browser(async |tab| {
        let evil = "<script>
            const app = 'ecs-delegate-configurator';
            const say = (to, type, detail) => to.postMessage({ app, v: 1, type, detail }, '*');
            window.heard = [];
            addEventListener('message', ({ data }) => { if (data !== 'go') return ['hello', 'theme'].includes(data.type) || heard.push(data);
                for (const type of ['ready', 'size', 'change', 'copy', 'download'])
                    say(parent, type, { height: 5, file: 'evil', delegate_name: 'evil' });
                for (let i = 0; i < parent.frames.length; i++) { const f = parent.frames[i];
                    if (f !== self) { say(f, 'hello'); say(f, 'theme', { theme: 'dark' }); } }
                // Only a page of the host's own origin can reach the frame in the element's shadow.
                try { const f = parent.document.querySelector('ecs-delegate-configurator').shadowRoot.querySelector('iframe').contentWindow;
                    say(f, 'hello'); say(f, 'theme', { theme: 'dark' }); } catch {}
            });</script>";
        let body = "<ecs-delegate-configurator theme=light></ecs-delegate-configurator><iframe src=\"EVIL\"></iframe>
            <iframe src=\"/evil\"></iframe><iframe src=\"SITE#v=1&theme=light\"></iframe>";
        let far = host::serve(vec![page(tab, "/", "", evil)]);
        let mut host = page(tab, "/", SCRIPT, body);
        host.text = host.text.replace("EVIL", &format!("http://127.0.0.1:{far}/"));
        open_pages(tab, vec![host, page(tab, "/evil", "", evil)]).await;
        tab.run(LISTEN).await;
        enter(tab, 0).await;
        leave(tab).await;
        assert_fits(tab, 0).await;
        // The last of the three is the configurator without embed.js, which every frame can reach.
        tab.client.clone().enter_frame(2).await.expect("it is there");
        tab.until_ready().await;
        leave(tab).await;
        tab.run("frames[0].postMessage('go', '*'); frames[1].postMessage('go', '*')")
            .await;
        tokio::time::sleep(Duration::from_millis(400)).await;
        for evil in [0, 1] {
            tab.client.clone().enter_frame(evil).await.expect("it is there");
            assert_eq!(tab.run("return window.heard").await, json!([]));
            leave(tab).await;
        }
        tab.client.clone().enter_frame(2).await.expect("it is there");
        assert_eq!(
            tab.run("return { ...document.documentElement.dataset }").await["theme"],
            "light"
        );
        assert_eq!(
            tab.run("return document.documentElement.dataset.framed").await,
            json!("")
        );
        leave(tab).await;
        assert_eq!(told(tab).await, []);
        assert!(fits(tab, 0).await);
        enter(tab, 0).await;
        assert_eq!(
            tab.run("return document.documentElement.dataset.theme").await,
            json!("light")
        );
        // The configurator itself sends malformed messages, which the element ignores.
        let nonsense = "const app = 'ecs-delegate-configurator'; const say = (type, detail) => parent.postMessage({ app, v: 1, type, detail }, '*');
            for (const height of [NaN, -1, 0, Infinity, 1e9, '10px', null, {}]) say('size', { height });
            say('size'); say('copy'); say('copy', { file: 1 }); say('download', null); say('change', null); say('change', { a: 1 });
            say('change', { a: [1] }); say('change', {}); say('click', {}); say('toString', {}); parent.postMessage(null, '*'); parent.postMessage('x', '*')";
        tab.run(nonsense).await;
        leave(tab).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(told(tab).await, []);
        assert!(fits(tab, 0).await);
    });
}

/// A documentation page that stands in a sandbox itself, such as a preview: it has no origin, and neither has the frame. The
/// configurator cannot tell such a page its height, and few hosts let it read its own program there.
#[test]
fn in_a_sandbox_a_sentence_says_where_the_configurator_is() {
    let site = site();
    let port = serve(move |path| Some(Answer::file(&site, 0, path).closed()));
    let embed = format!("http://127.0.0.1:{port}/embed.js");
    in_browser(async |tab| {
        let inner = format!("<ecs-delegate-configurator delegate-name=boxed></ecs-delegate-configurator>
            <script>window.problems = []; addEventListener('error', e => problems.push(e.message));
            addEventListener('unhandledrejection', e => problems.push(String(e.reason)))</script><script src=\"{embed}\"></script>");
        let outer = "<iframe sandbox=allow-scripts width=900 height=900 src=\"/inner\"></iframe>";
        // The browser reports what it blocks.
        tab.may_complain.set(true);
        open_pages(
            tab,
            vec![page(tab, "/", "", outer), page(tab, "/inner", "", &inner)],
        )
        .await;
        tab.client
            .clone()
            .enter_frame(0)
            .await
            .expect("it is the only one");
        let root = "const root = document.querySelector('ecs-delegate-configurator').shadowRoot; ";
        tab.until("there is a sentence", async || {
            let text = tab
                .run(&format!(
                    "{root} return root.querySelector('p')?.textContent ?? ''"
                ))
                .await;
            text.to_string().contains("does not start here")
        })
        .await;
        assert_eq!(tab.run("return window.problems").await, json!([]));
        let frame = tab
            .run(&format!("{root} return root.querySelector('iframe')"))
            .await;
        let id = frame.as_object().and_then(|map| map.values().next()?.as_str());
        let frame = Element::from_element_id(tab.client.clone(), id.expect("an element").to_owned().into());
        frame.enter_frame().await.expect("the frame can be entered");
        let said = "return document.querySelector('.stopped').checkVisibility()";
        assert_eq!(tab.run(said).await, json!(true));
    });
}

/// A host that lets every page read its files works in a sandbox, too.
#[test]
fn in_a_sandbox_the_configurator_works_if_its_host_lets_it() {
    in_browser(async |tab| {
        tab.may_complain.set(true);
        let body = "<ecs-delegate-configurator delegate-name=boxed></ecs-delegate-configurator>";
        let outer = "<iframe sandbox=allow-scripts width=900 height=900 src=\"/inner\"></iframe>";
        open_pages(
            tab,
            vec![page(tab, "/", "", outer), page(tab, "/inner", SCRIPT, body)],
        )
        .await;
        tab.client
            .clone()
            .enter_frame(0)
            .await
            .expect("it is the only one");
        if Engine::chosen() == Engine::WebKit {
            // There, the page's policy takes its own files for another site's. The page says that they are lacking.
            let apology = "return document.querySelector('ecs-delegate-configurator').shadowRoot.querySelector('p')?.textContent ?? ''";
            tab.until("the sentence is there", async || {
                let text = tab.run(apology).await;
                text.as_str()
                    .is_some_and(|text| text.starts_with("The configurator does not start here."))
            })
            .await;
            return;
        }
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, ["boxed"]);
        leave(tab).await;
        assert_fits(tab, 0).await;
    });
}
