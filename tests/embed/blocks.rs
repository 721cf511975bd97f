//! Files as code blocks of the page around, without a form.

use crate::common::Outcome;
use crate::driver::in_browser;
use crate::frames::{NTH, assert_fits, enter, leave};
use crate::host;
use crate::open::{LISTEN, open, open_with, told};
use serde_json::{Value, json};
use std::sync::atomic::Ordering;

/// What stands above and below the lines of a block, in pixels, at most.
const AROUND: f64 = 60.0;

/// The height of a block, and that of its lines.
async fn heights(tab: &crate::driver::Tab, n: usize) -> (f64, f64) {
    assert_fits(tab, n).await;
    let script = format!("{NTH} return frame.getBoundingClientRect().height");
    let height = tab.run_with(&script, vec![json!(n)]).await;
    enter(tab, n).await;
    let lines = "return [...document.querySelectorAll('.block .line')].reduce((sum, line) => sum + line.getBoundingClientRect().height, 0)";
    let lines = tab.run(lines).await;
    leave(tab).await;
    (
        height.as_f64().expect("a number"),
        lines.as_f64().expect("a number"),
    )
}

#[test]
fn a_file_alone_is_as_high_as_its_lines_and_has_two_buttons() {
    in_browser(async |tab| {
        for (width, attributes, query, file) in [
            (687, "", "", "task-spec.json"),
            (
                687,
                "start=docs launch-type=EC2",
                "start=docs&launch_type=EC2",
                "service.json",
            ),
            (356, "start=docs", "start=docs", "task-spec.json"),
            (687, "way=terraform", "way=terraform", "standalone.tf"),
        ] {
            tab.resize(width, 900).await;
            let element =
                format!("<ecs-delegate-configurator files={file} {attributes}></ecs-delegate-configurator>");
            open(tab, &element).await;
            let _ = tab.site.requests();
            enter(tab, 0).await;
            let shown = tab.panes().await;
            assert_eq!(
                shown,
                [(file.to_owned(), Outcome::of(query).file(file).to_owned())]
            );
            let only = "const seen = (css) => [...document.querySelectorAll(css)].filter(e => e.checkVisibility()).length;
                return [seen('input, select, textarea, [role=tab], .status, .steps, .top'), seen('[data-copy]'), seen('[data-download]')]";
            assert_eq!(tab.run(only).await, json!([0, 1, 1]), "{file}");
            leave(tab).await;
            let (height, lines) = heights(tab, 0).await;
            assert!(
                height > lines && height <= lines + AROUND,
                "{file}: {height} for {lines}"
            );
            // Neither the rules nor the page with the form are fetched.
            let asked = tab.site.requests();
            assert!(
                !asked
                    .iter()
                    .any(|url| url.contains("rules-") || url.ends_with("/docs/")),
                "{asked:?}"
            );
        }
    });
}

#[test]
fn its_buttons_work_and_the_rules_come_when_somebody_uses_it() {
    in_browser(async |tab| {
        open(
            tab,
            "<ecs-delegate-configurator files=task-spec.json memory=99></ecs-delegate-configurator>",
        )
        .await;
        tab.run(LISTEN).await;
        enter(tab, 0).await;
        let note = "return document.querySelector('.block-note').textContent";
        assert!(!tab.run(note).await.to_string().contains("error"));
        tab.click("[data-download=\"task-spec.json\"]").await;
        // By a script where the driver does not reach into the frame.
        tab.run("document.querySelector('pre').focus(); document.querySelector('pre').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))").await;
        tab.until("the block says that something is wrong", async || {
            tab.run(note).await.to_string().contains("1 error left")
        })
        .await;
        leave(tab).await;
        tab.until("the host hears of the download", async || {
            told(tab).await == [("download".to_owned(), json!({ "file": "task-spec.json" }))]
        })
        .await;
    });
}

/// Until the program comes, the block shows the file as it is in the usual forms.
#[test]
fn it_is_painted_before_the_program_comes() {
    let (port, is_released) = host::withheld();
    in_browser(async |tab| {
        let head = format!("<script src=\"http://127.0.0.1:{port}/embed.js\" defer></script>");
        let elements = "<ecs-delegate-configurator start=docs launch-type=EC2 files=task-spec.json></ecs-delegate-configurator>
            <ecs-delegate-configurator files=\"service.json main.tf\" region=us-west-2></ecs-delegate-configurator>";
        open_with(tab, &head, elements).await;
        let early =
            "return [...document.querySelectorAll('#ahead .block-file')].filter(e => e.checkVisibility())
            .map(e => [e.querySelector('b').textContent, e.querySelector('pre').textContent])";
        let frame = async |n: usize| {
            let script = format!("{NTH} element.scrollIntoView(); return frame");
            let frame = tab.run_with(&script, vec![json!(n)]).await;
            let id = frame.as_object().and_then(|map| map.values().next()?.as_str());
            let id = id.expect("an element").to_owned();
            let frame = fantoccini::elements::Element::from_element_id(tab.client.clone(), id.into());
            frame.enter_frame().await.expect("the frame can be entered");
        };
        frame(0).await;
        let spec = Outcome::of("start=docs&launch_type=EC2")
            .file("task-spec.json")
            .to_owned();
        tab.until("the block is painted", async || {
            tab.run(early).await == json!([["task-spec.json", spec]])
        })
        .await;
        assert_eq!(
            tab.run("return 'ready' in document.documentElement.dataset")
                .await,
            json!(false)
        );
        let height = "return Math.ceil(document.body.getBoundingClientRect().height)";
        let before = tab.run(height).await;
        leave(tab).await;
        let outside = format!("{NTH} return frame.getBoundingClientRect().height");
        assert_eq!(tab.run_with(&outside, vec![json!(0)]).await, before);
        // What is not in the page has its name.
        frame(1).await;
        let service = Outcome::of("").file("service.json").to_owned();
        tab.until("both are painted", async || {
            tab.run(early).await == json!([["service.json", service], ["main.tf", ""]])
        })
        .await;
        let is_pale = "return getComputedStyle(document.getElementById('ahead')).opacity";
        assert_eq!(tab.run(is_pale).await, json!("0.6"));
        leave(tab).await;
        is_released.store(true, Ordering::Relaxed);
        enter(tab, 0).await;
        assert_eq!(tab.run(early).await, json!([]));
        assert_eq!(tab.panes().await.len(), 1);
        assert_eq!(tab.run(height).await, before);
        leave(tab).await;
    });
}

#[test]
fn a_file_that_is_not_there_is_explained_in_its_place() {
    in_browser(async |tab| {
        let elements = "<ecs-delegate-configurator files=\"service.json, nope.json main.tf task-role-policy.json\"></ecs-delegate-configurator>
            <ecs-delegate-configurator files=\"task-spec.json\" way=terraform></ecs-delegate-configurator>
            <ecs-delegate-configurator files=\"constructor __proto__ pat.abc.not-a-real-token-0123456789.x<b>\" widht=3></ecs-delegate-configurator>";
        open(tab, elements).await;
        let said = "return [...document.querySelectorAll('.absent')].map(e => e.textContent)";
        enter(tab, 0).await;
        let all = tab.run(said).await;
        for (at, start) in [
            "There is no file `nope.json`. The files of AWS CLI are task-spec.json, service.json,",
            "`main.tf` is a file of Terraform. The files of AWS CLI, which is open here, are task-spec.json,",
            "This configuration has no `task-role-policy.json`. It has task-spec.json,",
        ]
        .iter()
        .enumerate()
        {
            assert!(
                all[at].as_str().is_some_and(|text| text.starts_with(start)),
                "{all}"
            );
        }
        assert_eq!(tab.panes().await.len(), 1);
        leave(tab).await;
        assert_fits(tab, 0).await;
        enter(tab, 1).await;
        tab.until("the other way has come", async || {
            tab.run(said)
                .await
                .to_string()
                .contains("`task-spec.json` is a file of AWS CLI")
        })
        .await;
        leave(tab).await;
        enter(tab, 2).await;
        assert!(tab.run(said).await.to_string().contains("There is no file"));
        assert!(tab.has_finding("unknown-key", "widht").await);
        leave(tab).await;
        assert_fits(tab, 2).await;
    });
}

#[test]
fn no_file_leaves_the_questions_and_fields_and_files_can_stand_together() {
    in_browser(async |tab| {
        let elements = "<ecs-delegate-configurator fields=\"region, delegate-name\" files=\"\" memory=99 widht=1></ecs-delegate-configurator>
            <ecs-delegate-configurator fields=\"delegate-name\" files=\"task-spec.json\"></ecs-delegate-configurator>";
        open(tab, elements).await;
        let seen = "return [...document.querySelectorAll('[name], .status, .steps, .output, pre[data-file], [data-copy]')]
            .filter(e => e.tagName !== 'META' && e.checkVisibility()).map(e => e.name || e.className || e.dataset.file)";
        enter(tab, 0).await;
        // In the order of the embedding page.
        assert_eq!(tab.run(seen).await, json!(["region", "delegate_name"]));
        // What is wrong and stands nowhere else is said.
        tab.until("the errors are there", async || {
            tab.has_finding("unknown-key", "widht").await
                && tab.findings().await.iter().any(|(_, field)| field == "memory")
        })
        .await;
        leave(tab).await;
        assert_fits(tab, 0).await;
        enter(tab, 1).await;
        assert_eq!(
            tab.run(seen).await,
            json!(["delegate_name", "button small", "task-spec.json"])
        );
        tab.fill("delegate_name", "build-blue").await;
        tab.until("the file follows", async || {
            tab.pane("task-spec.json").await.contains("build-blue")
        })
        .await;
        leave(tab).await;
        assert_fits(tab, 1).await;
    });
}

#[test]
fn it_has_the_colours_and_the_font_of_the_page_around() {
    in_browser(async |tab| {
        let head = "<script src=\"EMBED\" defer></script><style>
            ecs-delegate-configurator { --ecs-delegate-background: var(--ground); --ecs-delegate-text: rgb(1, 2, 3); --ecs-delegate-font: Courier, monospace }
            :root { --ground: rgb(250, 240, 230); color-scheme: light } :root.dark { --ground: rgb(10, 20, 30) }
            #b { --ecs-delegate-background: url(https://evil.example/x); --ecs-delegate-font: ; --ecs-delegate-text: red }
            ::part(frame) { outline: 3px solid blue }</style>";
        let elements = "<ecs-delegate-configurator files=task-spec.json></ecs-delegate-configurator>
            <ecs-delegate-configurator id=b files=service.json></ecs-delegate-configurator>";
        open_with(tab, head, elements).await;
        let look = "const style = getComputedStyle(document.querySelector('.block-file')); const pre = getComputedStyle(document.querySelector('.block-file pre'));
            return [style.backgroundColor, style.color, pre.fontFamily]";
        enter(tab, 0).await;
        assert_eq!(
            tab.run(look).await,
            json!(["rgb(250, 240, 230)", "rgb(1, 2, 3)", "Courier, monospace"])
        );
        leave(tab).await;
        tab.run("document.documentElement.className = 'dark'").await;
        enter(tab, 0).await;
        tab.until("the colours follow", async || {
            tab.run(look).await[0] == "rgb(10, 20, 30)"
        })
        .await;
        assert_eq!(
            tab.run("return document.documentElement.dataset.theme").await,
            json!("dark")
        );
        leave(tab).await;
        let part = format!("{NTH} return getComputedStyle(frame).outlineStyle");
        assert_eq!(tab.run_with(&part, vec![json!(0)]).await, json!("solid"));
        enter(tab, 1).await;
        // What is no colour counts for nothing.
        let other = tab.run(look).await;
        assert_eq!(other[0], json!("rgb(17, 23, 30)"));
        leave(tab).await;
        let asked = tab.site.requests();
        assert!(!asked.iter().any(|url| url.contains("evil")), "{asked:?}");
    });
}

/// The frame has the ground of the page around, if what stands on it can be read.
#[test]
fn it_has_the_ground_of_the_page_around() {
    in_browser(async |tab| {
        for (theme, ground, seen) in [
            ("light", "rgb(255, 250, 240)", "rgb(255, 250, 240)"),
            ("dark", "rgb(27, 27, 29)", "rgb(27, 27, 29)"),
            ("dark", "rgb(255, 255, 255)", "rgb(13, 18, 23)"),
            ("light", "rgb(120, 0, 0)", "rgb(244, 246, 248)"),
            ("light", "rgba(255, 0, 0, 0.5)", "rgb(244, 246, 248)"),
        ] {
            let element = format!(
                "<div style=\"background: {ground}\"><ecs-delegate-configurator theme={theme} files=service.json></ecs-delegate-configurator></div>"
            );
            open(tab, &element).await;
            enter(tab, 0).await;
            let now = tab
                .run("return getComputedStyle(document.body).backgroundColor")
                .await;
            assert_eq!(now, json!(seen), "{theme} {ground}");
            leave(tab).await;
        }
    });
}

/// Before a frame has loaded, the element is as high as it will be, so that nothing on the page moves.
#[test]
fn the_height_is_reserved() {
    in_browser(async |tab| {
        for width in [1280, 356] {
            tab.resize(width, 700).await;
            let elements = [
                "start=docs files=task-spec.json",
                "start=docs launch-type=EC2 files=\"task-spec.json service.json\"",
                "files=execution-role-policy.json delegate-name=a",
                "way=terraform files=standalone.tf",
                "fields=\"account-id manager-url delegate-name image\" files=\"\"",
            ]
            .map(|attributes| {
                format!("<ecs-delegate-configurator {attributes}></ecs-delegate-configurator>")
            });
            let body = format!("<div style=\"height: 12000px\"></div>{}", elements.concat());
            open(tab, &body).await;
            let all = "return [...document.querySelectorAll('ecs-delegate-configurator')].map(e => e.getBoundingClientRect().height)";
            let heights = |value: Value| -> Vec<f64> { serde_json::from_value(value).expect("numbers") };
            let reserved = heights(tab.run(all).await);
            for n in 0..elements.len() {
                assert_fits(tab, n).await;
            }
            let grown = heights(tab.run(all).await);
            for (n, (before, after)) in reserved.iter().zip(&grown).enumerate() {
                // Whether a long line brings a scroll bar below the lines is not known before, nor how a help breaks.
                let bar = if width < 560 { 12.0 } else { 1.0 };
                let allowed = [bar, bar, bar, 12.0, 40.0][n];
                assert!(
                    (before - after).abs() <= allowed,
                    "{width} {}: {before}, {after}",
                    elements[n]
                );
            }
        }
    });
}

#[test]
fn fifty_on_one_page_work() {
    in_browser(async |tab| {
        let one = "<ecs-delegate-configurator group=a files=service.json></ecs-delegate-configurator>";
        let body = format!(
            "<ecs-delegate-configurator group=a fields=cluster files=\"\"></ecs-delegate-configurator>{}",
            one.repeat(49)
        );
        open(tab, &body).await;
        enter(tab, 0).await;
        tab.fill("cluster", "fifty").await;
        leave(tab).await;
        for n in [1, 25, 49] {
            enter(tab, n).await;
            tab.until("it follows", async || {
                tab.pane("service.json").await.contains("\"fifty\"")
            })
            .await;
            leave(tab).await;
        }
    });
}
