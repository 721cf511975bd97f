//! The page inside other pages, in a real browser: the release build in `dist/`, embedded by pages of another origin,
//! friendly ones and hostile ones.

mod common;
#[path = "browser/driver.rs"]
#[allow(dead_code)] // It serves `tests/browser.rs` too.
mod driver;
#[path = "embed/frames.rs"]
mod frames;
#[path = "embed/host.rs"]
mod host;

use common::Outcome;
use configurator::fields::FIELDS;
use driver::{Tab, in_browser};
use frames::{NTH, assert_fits, enter, fits, leave};
use host::HostPage;
use serde_json::{Value, json};
use std::time::Duration;

/// A page around the elements. `EMBED` in it becomes the address of embed.js, `SITE` that of the configurator.
fn page(tab: &Tab, path: &'static str, head: &str, body: &str) -> HostPage {
    let text = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>{head}</head><body>{body}</body></html>"
    );
    HostPage {
        path,
        policy: None,
        text: with_addresses(tab, &text),
    }
}

fn with_addresses(tab: &Tab, text: &str) -> String {
    text.replace("EMBED", &format!("{}embed.js", tab.page))
        .replace("SITE", &tab.page)
}

const SCRIPT: &str = "<script src=\"EMBED\" defer></script>";

/// Opens a page of another origin with these elements in it.
async fn open(tab: &Tab, body: &str) -> String {
    open_with(tab, SCRIPT, body).await
}

async fn open_with(tab: &Tab, head: &str, body: &str) -> String {
    open_pages(tab, vec![page(tab, "/", head, body)]).await
}

/// Serves pages and opens the first. Returns the host's address.
async fn open_pages(tab: &Tab, pages: Vec<HostPage>) -> String {
    let host = format!("http://127.0.0.1:{}", host::serve(pages));
    tab.client.goto(&host).await.expect("the host can be opened");
    host
}

/// Notes what the element tells, in `window.told`.
const LISTEN: &str = "window.told = [];
    for (const type of ['change', 'copy', 'download', 'message', 'size', 'ready', 'theme']) {
        document.querySelector('ecs-delegate-configurator').addEventListener(type, e => told.push([type, e.detail])); }";

async fn told(tab: &Tab) -> Vec<(String, Value)> {
    serde_json::from_value(tab.run("return window.told").await).expect("pairs")
}

#[test]
fn attributes_fill_the_form_in_and_the_frame_is_as_high_as_its_content() {
    in_browser(async |tab| {
        let element =
            "<ecs-delegate-configurator id=x class=y data-z=1 aria-label=w title=Setup launch-type=EC2
            delegate-name=\"build-blue\" env=\"
                A=1
                B=2 3\x20\x20
            \" way=script><a href=\"SITE\">link</a></ecs-delegate-configurator>";
        open(tab, element).await;
        let (title, link) = {
            let script = format!("{NTH} const a = document.querySelector('a');
                return [frame.title, a.checkVisibility() && a.getClientRects().length > 0, frame.loading, frame.allow]");
            let value = tab.run_with(&script, vec![json!(0)]).await;
            (value[0].clone(), value[1].clone())
        };
        assert_eq!((title, link), (json!("Setup"), json!(false)));
        assert_fits(tab, 0).await;
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, ["build-blue"]);
        assert_eq!(tab.values("launch_type").await, ["EC2"]);
        assert_eq!(tab.values("env").await, ["A=1", "B=2 3  ", ""]);
        let query = "launch_type=EC2&delegate_name=build-blue&env=A=1&env=B=2 3%20%20&way=script";
        let files: Vec<_> = Outcome::of(query)
            .files
            .into_iter()
            .map(|file| file.text)
            .collect();
        let shown: Vec<_> = tab.panes().await.into_iter().map(|(_, text)| text).collect();
        assert_eq!(shown, files);
        let begun = tab.address().await;
        // Edits make it higher and lower; a section opens; nothing is left behind.
        for text in ["a", "very\nlong\nscript\nwith\nlines\n1\n2\n3\n4", ""] {
            tab.paste("[name=init_script]", text).await;
            leave(tab).await;
            assert_fits(tab, 0).await;
            enter(tab, 0).await;
        }
        for way in ["cli", "terraform"] {
            tab.click(&format!("[data-way={way}]")).await;
            leave(tab).await;
            assert_fits(tab, 0).await;
            enter(tab, 0).await;
        }
        // It keeps nothing: no address, no storage, no history.
        tokio::time::sleep(Duration::from_millis(500)).await;
        let kept = tab
            .run("return [location.href, Object.keys(localStorage).length, history.length]")
            .await;
        leave(tab).await;
        let history = tab.run("return history.length").await;
        assert_eq!(kept, json!([begun, 0, history]));
    });
}

/// What the page around names is shown and nothing else, and what is missing or wrong besides is still said.
#[test]
fn fields_shows_only_these() {
    in_browser(async |tab| {
        let element = "<ecs-delegate-configurator start=docs memory=99 launch-type=FARGATE
            fields=\"delegate-name, region widht\"></ecs-delegate-configurator>";
        open(tab, element).await;
        assert_fits(tab, 0).await;
        enter(tab, 0).await;
        let names = "return [...new Set([...document.querySelectorAll('[name]')].filter(e => e.tagName !== 'META').map(e => e.name))]";
        assert_eq!(tab.run(names).await, json!(["delegate_name", "region"]));
        assert!(tab.all("[data-way]").await.is_empty());
        let visible =
            "return [...document.querySelectorAll('.card')].filter(e => e.checkVisibility()).length";
        assert_eq!(tab.run(visible).await, json!(1));
        // The value of a field that is not shown is in force, and its finding is in the summary, in full.
        assert!(tab.pane("task-spec.json").await.contains("\"memory\": \"99\""));
        assert!(tab.has_finding("unknown-key", "fields").await);
        let finding = "return [...document.querySelectorAll('.elsewhere [data-field=memory]')].length > 0";
        assert_eq!(tab.run(finding).await, json!(true));
        assert!(tab.missing().await.contains(&"account_id".to_owned()));
        assert!(tab.all("[data-missing=account_id] button").await.is_empty());
        assert_eq!(tab.all("[data-missing=delegate_name] button").await.len(), 1);
        tab.fill("delegate_name", "build-blue").await;
        tab.until("the file follows", async || {
            tab.pane("task-spec.json").await.contains("build-blue")
        })
        .await;
        leave(tab).await;
    });
}

#[test]
fn a_field_of_a_section_is_open_where_it_is_picked_and_no_field_leaves_the_files() {
    in_browser(async |tab| {
        let elements = "<ecs-delegate-configurator fields=\"cpu tags way\"></ecs-delegate-configurator>
            <ecs-delegate-configurator fields=\"\"></ecs-delegate-configurator>";
        open(tab, elements).await;
        enter(tab, 0).await;
        let open = "return ['cpu', 'tags'].map(n => document.querySelector(`[name=${n}]`).checkVisibility())";
        assert_eq!(tab.run(open).await, json!([true, true]));
        assert_eq!(tab.all("[data-way]").await.len(), 4);
        leave(tab).await;
        enter(tab, 1).await;
        let only = "return [document.querySelectorAll('.form [name]').length, document.querySelector('.form').checkVisibility(),
            document.querySelectorAll('pre[data-file]').length > 0]";
        assert_eq!(tab.run(only).await, json!([0, false, true]));
        leave(tab).await;
        assert_fits(tab, 1).await;
    });
}

#[test]
fn what_is_locked_cannot_be_changed_by_anything() {
    in_browser(async |tab| {
        let element = "<ecs-delegate-configurator start=docs launch-type=FARGATE memory=99 cpu=256 platform-version=1.2.0 ephemeral-storage=500
            lock=\"launch_type memory env way image token\" env=\"A=1\"></ecs-delegate-configurator>";
        open(tab, element).await;
        enter(tab, 0).await;
        let state = "return ['launch_type', 'memory', 'env', 'image', 'cpu', 'token'].map(name => {
            const all = [...document.querySelectorAll(`[name=${name}]`)];
            return all.map(e => e.readOnly || e.disabled) })";
        let locked = json!([[true], [true], [true], [true], [false], [false]]);
        assert_eq!(tab.run(state).await, locked);
        assert!(
            tab.has_finding("unknown-key", "lock").await,
            "a secret cannot be locked"
        );
        let hint = "return document.querySelector('[name=memory]').closest('.field').textContent.includes('set by this page')";
        assert_eq!(tab.run(hint).await, json!(true));
        let before = tab.form().await;
        assert_eq!(before["memory"], json!(["99"]));
        // A switch that would move its default, a tab, typing, every fix, and Start over.
        let memory = async || tab.values("memory").await.concat();
        tab.choose("start", "recommended").await;
        assert_eq!(memory().await, "99");
        tab.run("document.querySelector('[data-way=terraform]').click()")
            .await;
        assert_eq!(
            tab.run("return document.querySelector('[data-way=cli]').ariaSelected")
                .await,
            json!("true")
        );
        // Even what a script of the page itself types changes only what the input shows.
        let type_in = "for (const name of ['memory', 'env', 'image', 'launch_type']) {
            const e = document.querySelector(`[name=${name}]`), was = e.value; e.value = 'EC2';
            e.dispatchEvent(new Event('input', {bubbles: true})); e.dispatchEvent(new Event('change', {bubbles: true}));
            e.value = was; }";
        tab.run(type_in).await;
        let task = tab.pane("task-spec.json").await;
        assert!(task.contains("\"memory\": \"99\"") && task.contains("FARGATE") && task.contains("\"A\""));
        assert!(tab.has_finding("fargate-size-pair", "memory").await);
        // This fix would change it together with what is not locked.
        assert!(tab.has_finding("delegate-too-small", "cpu").await);
        let fixes = "return [...document.querySelectorAll('[data-fix]')].filter(b => b.closest('[data-field=memory], [data-field=image], [data-field=cpu]')).length";
        assert_eq!(tab.run(fixes).await, json!(0));
        tab.click("[data-action=fix-all]").await;
        assert!(!tab.has_finding("ephemeral-range", "ephemeral_storage").await);
        assert!(tab.pane("task-spec.json").await.contains("\"memory\": \"99\""));
        tab.fill("delegate_name", "build-blue").await;
        tab.click("[data-action=start-over]").await;
        tab.until("the form is as the attributes say", async || {
            tab.values("delegate_name").await == [""] && tab.values("cpu").await == ["256"]
        })
        .await;
        assert_eq!(tab.values("start").await, ["docs"]);
        let form = tab.form().await;
        let now = ["memory", "env", "launch_type"].map(|key| form[key].clone());
        assert_eq!(now, [json!(["99"]), json!(["A=1"]), json!(["FARGATE"])]);
        leave(tab).await;
    });
}

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
        assert_eq!(last["manager_url"], "https://app.harness.io");
        assert_eq!(last["tags"], json!([]));
        let keys: Vec<_> = FIELDS
            .iter()
            .filter(|field| !field.is_secret())
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
    in_browser(async |tab| {
        open(
            tab,
            "<ecs-delegate-configurator></ecs-delegate-configurator>
            <iframe id=bare width=900 height=900 src=\"SITE#v=1&delegate_name=build-blue\"></iframe>",
        )
        .await;
        tab.permit("clipboard-write", "granted").await;
        tab.run(LISTEN).await;
        enter(tab, 0).await;
        tab.click("[data-copy=\"service.json\"]").await;
        leave(tab).await;
        tab.until("the host hears of the copy", async || {
            told(tab).await == [("copy".to_owned(), json!({ "file": "service.json" }))]
        })
        .await;
        // A frame without the permission, and without embed.js: the page selects the text and says so.
        tab.client
            .clone()
            .enter_frame(0)
            .await
            .expect("it is the only one outside of a shadow");
        tab.click("[data-copy=\"service.json\"]").await;
        tab.until("it says that it cannot copy", async || {
            tab.run(
                "return document.querySelector('.notice').textContent.includes('Ctrl+C')
                && getSelection().toString().length > 20",
            )
            .await
                == true
        })
        .await;
        leave(tab).await;
    });
}

#[test]
fn the_theme_follows_the_host_live() {
    in_browser(async |tab| {
        let elements = "<ecs-delegate-configurator></ecs-delegate-configurator>
            <ecs-delegate-configurator theme=dark></ecs-delegate-configurator>
            <ecs-delegate-configurator theme=blue></ecs-delegate-configurator>";
        tab.look(1280, "light").await;
        open(tab, elements).await;
        let is = async |n: usize, theme: &str| {
            let ground = if theme == "dark" {
                "rgb(13, 18, 23)"
            } else {
                "rgb(244, 246, 248)"
            };
            tab.until(&format!("configurator {n} is {theme}"), async || {
                enter(tab, n).await;
                let now = tab
                    .run("return getComputedStyle(document.body).backgroundColor")
                    .await;
                leave(tab).await;
                now == ground
            })
            .await;
        };
        is(0, "light").await;
        is(1, "dark").await;
        is(2, "light").await;
        enter(tab, 2).await;
        assert!(tab.has_finding("unknown-theme", "theme").await);
        tab.fill("delegate_name", "typed").await;
        leave(tab).await;
        for (switch, theme) in [
            ("document.documentElement.dataset.theme = 'dark'", "dark"),
            ("delete document.documentElement.dataset.theme", "light"),
            ("document.body.className = 'x dark'", "dark"),
            ("document.documentElement.className = 'light'", "light"),
            (
                "document.documentElement.className = document.body.className = ''",
                "light",
            ),
            ("document.documentElement.style.colorScheme = 'dark'", "dark"),
            ("document.documentElement.style.colorScheme = 'light'", "light"),
            ("document.documentElement.style.colorScheme = ''", "light"),
        ] {
            tab.run(switch).await;
            is(0, theme).await;
        }
        tab.look(1280, "dark").await;
        is(0, "dark").await;
        let switch =
            "document.querySelectorAll('ecs-delegate-configurator')[1].setAttribute('theme', 'light')";
        tab.run(switch).await;
        is(1, "light").await;
        // The form is not read anew for a theme, and nothing is stored.
        enter(tab, 2).await;
        assert_eq!(tab.values("delegate_name").await, ["typed"]);
        assert_eq!(tab.run("return Object.keys(localStorage).length").await, json!(0));
        leave(tab).await;
    });
}

#[test]
fn an_attribute_that_changes_later_changes_the_form_and_keeps_what_was_typed() {
    in_browser(async |tab| {
        open(
            tab,
            "<ecs-delegate-configurator region=us-west-2></ecs-delegate-configurator>",
        )
        .await;
        enter(tab, 0).await;
        tab.run("window.same = true").await;
        tab.fill("delegate_name", "typed").await;
        leave(tab).await;
        let history = tab.run("return history.length").await;
        tab.run("const e = document.querySelector('ecs-delegate-configurator'); e.setAttribute('region', 'eu-west-1');
            e.setAttribute('launch-type', 'EC2'); e.setAttribute('lock', 'region')")
            .await;
        enter(tab, 0).await;
        tab.until("the form follows", async || {
            tab.values("region").await == ["eu-west-1"]
        })
        .await;
        assert_eq!(tab.values("launch_type").await, ["EC2"]);
        assert_eq!(tab.values("delegate_name").await, ["typed"]);
        assert_eq!(
            tab.run("return [window.same, document.querySelector('[name=region]').readOnly]")
                .await,
            json!([true, true])
        );
        leave(tab).await;
        assert_eq!(tab.run("return history.length").await, history);
        assert_fits(tab, 0).await;
    });
}

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
            .requests()
            .await
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

/// No inline script or style, and nothing from anywhere but the configurator and its frame.
#[test]
fn a_strict_policy_of_the_host_is_enough() {
    in_browser(async |tab| {
        let site = tab.page.trim_end_matches("/docs/").to_owned();
        let mut strict = page(
            tab,
            "/",
            SCRIPT,
            "<ecs-delegate-configurator delegate-name=strict></ecs-delegate-configurator>",
        );
        strict.policy = Some(format!(
            "default-src 'none'; script-src {site}; frame-src {site}; style-src 'self'; require-trusted-types-for 'script'"
        ));
        open_pages(tab, vec![strict]).await;
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, ["strict"]);
        leave(tab).await;
        assert_fits(tab, 0).await;
    });
}

#[test]
fn where_the_frame_cannot_start_the_link_is_shown_after_all() {
    in_browser(async |tab| {
        tab.may_complain.set(true);
        let site = tab.page.trim_end_matches("/docs/").to_owned();
        let body = "<ecs-delegate-configurator><a href=\"SITE\">link</a></ecs-delegate-configurator>";
        let mut closed = page(tab, "/", SCRIPT, body);
        closed.policy = Some(format!("default-src 'none'; script-src {site}; frame-src 'none'"));
        open_pages(tab, vec![closed]).await;
        tab.until("the link is shown", async || {
            tab.run("return document.querySelector('a').getClientRects().length > 0")
                .await
                == true
        })
        .await;
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
        // Put back, it begins anew, from its attributes.
        tab.run("const e = document.querySelector('ecs-delegate-configurator'); e.remove(); document.body.append(e)").await;
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, ["back"]);
        leave(tab).await;
        assert_fits(tab, 0).await;
    });
}

#[test]
fn attributes_that_are_no_fields_and_bad_values_are_reported_in_the_page() {
    in_browser(async |tab| {
        let element =
            "<ecs-delegate-configurator widht=3 cpu=many launch-type=MARS onclick=\"\" _ngcontent-x role=form
            tabindex=0 delegate_name=a delegate-name=b></ecs-delegate-configurator>";
        open(tab, element).await;
        enter(tab, 0).await;
        let findings = tab.findings().await;
        for (rule, field) in [
            ("unknown-key", "widht"),
            ("unreadable-value", "cpu"),
            ("unreadable-value", "launch_type"),
            ("repeated-key", "delegate_name"),
        ] {
            assert!(
                findings.contains(&(rule.to_owned(), field.to_owned())),
                "{rule} {field}: {findings:?}"
            );
        }
        assert_eq!(
            findings.iter().filter(|(rule, _)| rule == "unknown-key").count(),
            1,
            "{findings:?}"
        );
        leave(tab).await;
    });
}

/// A host that wants to put a token in, or to take one out.
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
        // What is shown and locked is not lost with the secret that was taken out of the address.
        assert!(
            tab.run("return location.hash")
                .await
                .to_string()
                .contains("fields=token,delegate_name")
        );
        tab.fill("token", "typed-not-real").await;
        leave(tab).await;

        // Messages of every kind, from the page around, by its own origin and from a frame of another one.
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
        // The link out of the frame has no secret either.
        let link = tab
            .run("return [...document.querySelectorAll('a.framed')].map(a => a.href).join()")
            .await
            .to_string();
        assert!(
            link.contains("start=docs") && !link.contains("not-real"),
            "{link}"
        );
        leave(tab).await;
        // A changed attribute neither sets nor clears it.
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

/// Nor without embed.js, by the frame's own address.
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
        tab.until("the page is ready", async || {
            tab.run("return 'ready' in document.documentElement.dataset")
                .await
                == true
        })
        .await;
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
        // The last of the three is the configurator without embed.js, which anybody may reach.
        tab.until("all frames are there", async || {
            tab.client.clone().enter_frame(2).await.expect("it is there");
            let is_ready = tab
                .run("return 'ready' in document.documentElement.dataset")
                .await;
            leave(tab).await;
            is_ready == true
        })
        .await;
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
        // The configurator itself says nonsense: the host hears nothing of it.
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

/// The shortest example, from the file of this repository, on another origin.
#[test]
fn the_plain_example_works() {
    in_browser(async |tab| {
        let file = common::programs::root().join("examples/plain.html");
        let text = std::fs::read_to_string(file).expect("the example is there");
        let text = text.replace("http://127.0.0.1:8080/", &tab.page);
        open_pages(
            tab,
            vec![HostPage {
                path: "/",
                policy: None,
                text,
            }],
        )
        .await;
        enter(tab, 0).await;
        assert_eq!(tab.values("launch_type").await, ["EC2"]);
        assert_eq!(
            tab.run("return document.querySelector('[name=launch_type]').disabled")
                .await,
            json!(true)
        );
        leave(tab).await;
        assert_fits(tab, 0).await;
    });
}

/// In a sandbox the page has no storage, no clipboard and no origin; it reacts all the same.
#[test]
fn storage_may_be_denied() {
    in_browser(async |tab| {
        let body = "<iframe sandbox=\"allow-scripts\" width=900 height=900 src=\"SITE#v=1&delegate_name=boxed\"></iframe>
            <ecs-delegate-configurator></ecs-delegate-configurator>";
        open(tab, body).await;
        tab.client.clone().enter_frame(0).await.expect("it is there");
        tab.until("the page is ready", async || {
            tab.run("return 'ready' in document.documentElement.dataset")
                .await
                == true
        })
        .await;
        let denied = "try { localStorage; return false } catch { return true }";
        assert_eq!(tab.run(denied).await, json!(true));
        tab.fill("region", "us-west-2").await;
        tab.until("the file follows", async || {
            tab.pane("task-spec.json").await.contains("us-west-2")
        })
        .await;
        tab.click("[data-copy=\"task-spec.json\"]").await;
        tab.until("it says that it cannot copy", async || {
            tab.run("return document.querySelector('.notice').textContent.includes('Ctrl+C')")
                .await
                == true
        })
        .await;
        leave(tab).await;
    });
}

#[test]
fn axe_finds_nothing_in_a_frame() {
    let axe = std::fs::read_to_string(common::programs::root().join("node_modules/axe-core/axe.min.js"))
        .unwrap_or_else(|_| panic!("axe-core is not installed: run `make test`, which installs it."));
    in_browser(async |tab| {
        for (width, theme) in [(1280, "light"), (500, "dark")] {
            tab.look(width, theme).await;
            let body = "<ecs-delegate-configurator lock=\"launch_type env way\" env=\"A=1\" memory=99></ecs-delegate-configurator>
                <ecs-delegate-configurator fields=\"region memory\" launch-type=EC2 cpu=x></ecs-delegate-configurator>
                <ecs-delegate-configurator fields=\"\"></ecs-delegate-configurator>";
            open(tab, body).await;
            for n in 0..3 {
                enter(tab, n).await;
                let violations = tab.violations(&axe).await;
                assert_eq!(
                    violations,
                    json!([]),
                    "at {width} px, {theme}, {n}: {violations:#}"
                );
                leave(tab).await;
            }
        }
    });
}

/// From another site, not only another port: another process, and no storage that the two could share.
#[test]
fn it_works_across_sites_and_from_a_file() {
    in_browser(async |tab| {
        let host = page(
            tab,
            "/",
            SCRIPT,
            "<ecs-delegate-configurator delegate-name=far></ecs-delegate-configurator>",
        );
        let directory = tempfile::tempdir().expect("a temporary directory");
        let file = directory.path().join("host.html");
        std::fs::write(&file, &host.text).expect("it can be written");
        let far = format!("http://localhost:{}/", host::serve(vec![host]));
        for address in [far, format!("file://{}", file.display())] {
            tab.client.goto(&address).await.expect("the host can be opened");
            tab.run(LISTEN).await;
            enter(tab, 0).await;
            assert_eq!(tab.values("delegate_name").await, ["far"]);
            leave(tab).await;
            assert_fits(tab, 0).await;
            enter(tab, 0).await;
            tab.fill("region", "us-west-2").await;
            tab.run("document.activeElement.blur()").await;
            leave(tab).await;
            tab.until("the host hears of the change", async || {
                !told(tab).await.is_empty()
            })
            .await;
        }
    });
}

/// On its own and inside another page, whatever its colours on the screen.
#[test]
fn on_paper_stand_the_whole_files_and_nothing_to_click() {
    in_browser(async |tab| {
        let on_paper = async |tab: &Tab| {
            let media = json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
            tab.devtools("Emulation.setEmulatedMedia", media).await;
        };
        let readable = async |tab: &Tab| {
            let look = "const all = [...document.querySelectorAll('pre[data-file]')];
                const cut = e => { for (; e; e = e.parentElement) {
                    if (e.scrollHeight > e.clientHeight + 1 && e !== document.documentElement && getComputedStyle(e).overflowY !== 'visible') return true;
                    if (getComputedStyle(e).position === 'sticky') return true; } };
                return [all.map(p => p.textContent), all.filter(p => !p.checkVisibility() || cut(p)).map(p => p.dataset.file),
                    [...document.querySelectorAll('.button, input, select, textarea, .tab')].filter(e => e.checkVisibility()).length,
                    getComputedStyle(document.body).backgroundColor, getComputedStyle(all[0]).color,
                    getComputedStyle(document.querySelector('.missing')).position]";
            let seen = tab.run(look).await;
            let files: Vec<_> = Outcome::of("delegate_name=paper&memory=99")
                .files
                .into_iter()
                .map(|f| f.text)
                .collect();
            let (white, ink) = ("rgb(255, 255, 255)", "rgb(23, 33, 43)");
            assert_eq!(seen, json!([files, [], 0, white, ink, "static"]));
        };
        for width in [1280, 600] {
            tab.look(width, "dark").await;
            tab.visit_anew("#delegate_name=paper&memory=99&theme=dark").await;
            on_paper(tab).await;
            readable(tab).await;
        }
        // What is printed: A4 has room for some sixty lines.
        let lines: usize = tab
            .panes()
            .await
            .iter()
            .map(|(_, text)| text.lines().count())
            .sum();
        let pdf = tab.raw("print", json!({ "background": true })).await;
        assert!(pdf.as_str().is_some_and(|pdf| pdf.len() > 20_000));
        assert!(lines > 120);
        tab.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }))
            .await;
        tab.look(1280, "dark").await;
        open(
            tab,
            "<ecs-delegate-configurator delegate-name=paper memory=99></ecs-delegate-configurator>",
        )
        .await;
        assert_fits(tab, 0).await;
        on_paper(tab).await;
        enter(tab, 0).await;
        readable(tab).await;
        leave(tab).await;
    });
}

/// embed.js cannot ask the field table, so it says for itself which fields have rows.
#[test]
fn embed_js_knows_the_fields_with_rows() {
    let file = common::programs::root().join("embed/embed.js");
    let text = std::fs::read_to_string(file).expect("it is there");
    let rows: Vec<_> = FIELDS
        .iter()
        .filter(|field| field.kind.has_rows())
        .map(|field| format!("\"{}\"", field.key))
        .collect();
    assert!(
        text.contains(&format!("const ROWS = [{}];", rows.join(", "))),
        "ROWS has to be {rows:?}"
    );
}
