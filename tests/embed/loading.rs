//! When and how often the element loads: lazily, as a module, twice, and moved.

use crate::driver::in_browser;
use crate::frames::{assert_fits, enter, leave};
use crate::host;
use crate::open::{LISTEN, open, open_with, told};
use serde_json::json;
use std::sync::atomic::Ordering;
use std::time::Duration;

#[test]
fn three_on_one_page_lazily_and_each_for_itself() {
    in_browser(async |tab| {
        let element = |name: &str| {
            format!(
                "<ecs-delegate-configurator delegate-name={name}></ecs-delegate-configurator><div style=\"height:9000px\"></div>"
            )
        };
        open(tab, &["one", "two", "three"].map(element).concat()).await;
        enter(tab, 0).await;
        leave(tab).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let asked: Vec<_> = tab
            .site
            .requests()
            .into_iter()
            .filter(|url| url.contains("/page-") && url.contains(".wasm"))
            .collect();
        assert_eq!(asked.len(), 1, "only the one in sight is loaded: {asked:?}");
        for (n, name) in ["one", "two", "three"].iter().enumerate() {
            enter(tab, n).await;
            assert_eq!(tab.values("delegate_name").await, [*name]);
            tab.fill("region", "us-west-2").await;
            leave(tab).await;
            assert_fits(tab, n).await;
        }
        tab.run(LISTEN).await;
        enter(tab, 1).await;
        tab.fill("region", "eu-west-1").await;
        leave(tab).await;
        assert_eq!(told(tab).await, []);
        enter(tab, 0).await;
        assert_eq!(tab.values("region").await, ["us-west-2"]);
        leave(tab).await;
    });
}

#[test]
fn as_a_module_twice_and_in_two_versions() {
    in_browser(async |tab| {
        let head = "<script type=module src=\"EMBED\"></script><script src=\"EMBED?2\" defer></script>
            <script src=\"EMBED?3\"></script>";
        let body = "<ecs-delegate-configurator delegate-name=twice></ecs-delegate-configurator>
            <script>window.problems = []; addEventListener('error', e => problems.push(e.message))</script>
            <script type=module src=\"EMBED?4\"></script><script type=module>import 'EMBED?5'</script>";
        open_with(tab, head, body).await;
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, ["twice"]);
        leave(tab).await;
        assert_eq!(tab.run("return window.problems").await, json!([]));
    });
    in_browser(async |tab| {
        let head = "<script type=module>import 'EMBED'</script>";
        open_with(
            tab,
            head,
            "<ecs-delegate-configurator delegate-name=module></ecs-delegate-configurator>",
        )
        .await;
        tab.until("the element is defined", async || {
            tab.run("return !!customElements.get('ecs-delegate-configurator')")
                .await
                == true
        })
        .await;
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, ["module"]);
        leave(tab).await;
    });
}

#[test]
fn removed_while_it_loads_moved_and_put_back() {
    in_browser(async |tab| {
        open(tab, "<main></main>").await;
        let remove = "const done = arguments[0]; (async () => {
            for (const wait of [0, 0, 20, 60, 150, 400, 900]) {
                const e = document.createElement('ecs-delegate-configurator');
                e.setAttribute('delegate-name', 'brief');
                document.querySelector('main').append(e);
                await new Promise(r => setTimeout(r, wait));
                e.setAttribute('region', 'us-west-2');
                if (wait) await new Promise(r => setTimeout(r, 5));
                e.remove();
                e.setAttribute('region', 'eu-west-1');
                document.documentElement.className = 'a' + wait;
            }
            const e = document.createElement('ecs-delegate-configurator');
            e.setAttribute('delegate-name', 'back');
            document.body.append(e); document.querySelector('main').append(e);
            done(document.querySelectorAll('ecs-delegate-configurator').length); })()";
        let left = tab.client.execute_async(remove, vec![]).await.expect("it runs");
        assert_eq!(left, json!(1));
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, ["back"]);
        tab.fill("delegate_name", "typed").await;
        leave(tab).await;
        // When it is put back, it starts again from its attributes.
        tab.run("const e = document.querySelector('ecs-delegate-configurator'); e.remove(); document.body.append(e)").await;
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, ["back"]);
        leave(tab).await;
        assert_fits(tab, 0).await;
    });
}

/// The sentence stands there once, however often the frame loads, and goes when the configurator starts after all.
#[test]
fn a_late_program_takes_the_apology_away() {
    let (port, is_released) = host::withheld();
    in_browser(async |tab| {
        let head = format!("<script src=\"http://127.0.0.1:{port}/embed.js\"></script>");
        open_with(
            tab,
            &head,
            "<ecs-delegate-configurator></ecs-delegate-configurator>",
        )
        .await;
        let apologies = "return document.querySelector('ecs-delegate-configurator').shadowRoot.querySelectorAll('p').length";
        let reload = format!("const element = document.querySelector('ecs-delegate-configurator');
            const frame = element.shadowRoot.querySelector('iframe'); frame.src = 'http://127.0.0.1:{port}/?again#' + frame.src.split('#')[1]");
        tokio::time::sleep(Duration::from_secs(1)).await;
        tab.run(&reload).await;
        tab.until("the page apologises", async || tab.run(apologies).await == 1)
            .await;
        // By then the second load has had its time, too.
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert_eq!(tab.run(apologies).await, 1);
        is_released.store(true, Ordering::Relaxed);
        enter(tab, 0).await;
        leave(tab).await;
        tab.until("the sentence is gone", async || tab.run(apologies).await == 0)
            .await;
    });
}
