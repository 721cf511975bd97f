//! Theme, accessibility and print.

use crate::common::Outcome;
use crate::driver::engine::{Engine, only};
use crate::driver::{Tab, in_browser};
use crate::frames::{assert_fits, enter, leave};
use crate::open::{open, open_with};
use serde_json::json;

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
                // That of the page around, which sets none.
                "rgb(255, 255, 255)"
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
        // A new theme leaves the form as it is and stores nothing.
        enter(tab, 2).await;
        assert_eq!(tab.values("delegate_name").await, ["typed"]);
        assert_eq!(tab.run("return Object.keys(localStorage).length").await, json!(0));
        leave(tab).await;
    });
}

#[test]
fn axe_finds_nothing_in_a_frame() {
    in_browser(async |tab| {
        for (width, theme) in [(1280, "light"), (500, "dark")] {
            tab.look(width, theme).await;
            let body = "<ecs-delegate-configurator lock=\"launch_type env way\" env=\"A=1\" memory=99></ecs-delegate-configurator>
                <ecs-delegate-configurator fields=\"region memory\" launch-type=EC2 cpu=x></ecs-delegate-configurator>
                <ecs-delegate-configurator fields=\"\"></ecs-delegate-configurator>";
            open(tab, body).await;
            for n in 0..3 {
                enter(tab, n).await;
                let violations = tab.violations().await;
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

/// Both for the page itself and inside another page, whatever the theme on the screen.
#[test]
fn on_paper_stand_the_whole_files_and_nothing_to_click() {
    if !only(&[Engine::Chromium, Engine::Gecko], "its driver does not print") {
        return;
    }
    in_browser(async |tab| {
        let on_paper = async |tab: &Tab| {
            tab.prefer(|user| {
                user.print = true;
                user.theme = "dark".to_owned();
            })
            .await;
        };
        let follows = async |tab: &Tab| {
            tab.until("the page is made for paper", async || {
                let text = tab.run("return document.body.innerText").await;
                text.as_str()
                    .is_some_and(|text| text.contains("Delegate name: paper"))
            })
            .await;
        };
        let readable = async |tab: &Tab| {
            follows(tab).await;
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
            // The values, the link, and the steps with their commands.
            let more = "return document.body.innerText";
            let text = tab.run(more).await;
            let text = text.as_str().unwrap_or_default();
            for words in [
                "Delegate name: paper",
                "Memory of the task: 99 MiB",
                "bash commands.sh",
                "DEPLOYER_USER",
            ] {
                assert!(text.contains(words), "{words} is not on paper");
            }
            assert!(!text.contains("More settings"), "the form is on paper");
        };
        for width in [1280, 600] {
            tab.prefer(|user| user.print = false).await;
            tab.look(width, "dark").await;
            tab.visit_anew("#delegate_name=paper&memory=99&theme=dark").await;
            on_paper(tab).await;
            readable(tab).await;
        }
        // The PDF contains every line, far more than the sixty of one A4 page.
        let lines: usize = tab
            .panes()
            .await
            .iter()
            .map(|(_, text)| text.lines().count())
            .sum();
        let pdf = tab.raw("print", json!({ "background": true })).await;
        assert!(pdf.as_str().is_some_and(|pdf| pdf.len() > 20_000));
        assert!(lines > 120);
        tab.prefer(|user| user.print = false).await;
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

/// Questions and code blocks stand on paper as on the screen, without buttons, in light colours.
#[test]
fn on_paper_stand_questions_and_blocks() {
    if !only(&[Engine::Chromium, Engine::Gecko], "its driver does not print") {
        return;
    }
    in_browser(async |tab| {
        tab.look(1280, "dark").await;
        let head =
            "<script src=\"EMBED\" defer></script><style>:root { color-scheme: dark; background: #111 }
            ecs-delegate-configurator { --ecs-delegate-text: #eee; --ecs-delegate-background: #222 }</style>";
        let elements = "<ecs-delegate-configurator group=a start=docs fields=\"delegate-name region\" files=\"\"></ecs-delegate-configurator>
            <ecs-delegate-configurator group=a files=task-spec.json></ecs-delegate-configurator>";
        open_with(tab, head, elements).await;
        for n in [0, 1] {
            assert_fits(tab, n).await;
        }
        tab.prefer(|user| {
            user.print = true;
            user.theme = "dark".to_owned();
        })
        .await;
        let seen = "return [...document.querySelectorAll('[name], .status, .steps, .output, .on-paper, pre[data-file], button')]
            .filter(e => e.tagName !== 'META' && e.checkVisibility()).map(e => e.name || e.className || e.dataset.file)";
        enter(tab, 0).await;
        tab.until("only the questions are on paper", async || {
            tab.run(seen).await == json!(["delegate_name", "region"])
        })
        .await;
        leave(tab).await;
        enter(tab, 1).await;
        tab.until("only the file is on paper", async || {
            tab.run(seen).await == json!(["task-spec.json"])
        })
        .await;
        let ink = "return getComputedStyle(document.querySelector('.block-file')).color";
        assert_eq!(tab.run(ink).await, json!("rgb(23, 33, 43)"));
        leave(tab).await;
    });
}
