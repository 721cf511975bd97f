//! The built Docusaurus site of `examples/docusaurus` in a real browser: the page of the Harness documentation with the
//! configurator's questions and files in the place of its code. `make test-embed` builds it first, for a configurator at
//! `http://configurator.localhost/docs/`, in whose place the test's server writes the address of the built page.

mod common;
#[path = "browser/driver.rs"]
#[allow(dead_code)] // Each test uses only some of it.
mod driver;
#[path = "embed/example.rs"]
mod example;
#[path = "embed/frames.rs"]
#[allow(dead_code)] // Each test uses only some of it.
mod frames;

use common::{Outcome, programs};
use driver::{Tab, in_browser};
use example::site;
use frames::{NTH, assert_fits, enter, leave};
use serde_json::{Value, json};

/// How much longer than the page with plain code blocks the example may be.
const LONGER: f64 = 1.3;
/// The height of the seed's six fields, two to a row, at most, in pixels.
const QUESTIONS: f64 = 480.0;
/// What stands above and below the lines of a block, in pixels, at most.
const AROUND: f64 = 60.0;

/// Opens the page of the built site.
async fn open(tab: &Tab) {
    let host = site(tab);
    tab.client.goto(&host).await.expect("the example can be opened");
}

/// The attribute of every element.
async fn attributes(tab: &Tab, name: &str) -> Vec<Option<String>> {
    let script = "return [...document.querySelectorAll('ecs-delegate-configurator')].map(e => e.getAttribute(arguments[0]))";
    serde_json::from_value(tab.run_with(script, vec![json!(name)]).await).expect("texts")
}

async fn number(tab: &Tab, script: &str) -> f64 {
    tab.run(script).await.as_f64().expect("a number")
}

/// Fills in fields in the n-th element.
async fn fill(tab: &Tab, n: usize, values: &[(&str, &str)]) {
    enter(tab, n).await;
    for (key, text) in values {
        tab.fill(key, text).await;
        tab.leave().await;
    }
    leave(tab).await;
}

/// The one file of the n-th element, once it is what is expected.
async fn until_file(tab: &Tab, n: usize, expected: &str) {
    enter(tab, n).await;
    tab.until(&format!("the file of element {n} follows"), async || {
        tab.panes()
            .await
            .first()
            .is_some_and(|(_, text)| text == expected)
    })
    .await;
    leave(tab).await;
}

/// The questions once, at the top: every file, command and sentence of the page follows.
#[test]
fn filled_in_once_the_whole_page_follows() {
    in_browser(async |tab| {
        tab.look(1280, "light").await;
        open(tab).await;
        let files = attributes(tab, "files").await;
        let shown = [
            "",
            "task-spec.json",
            "",
            "service.json",
            "task-spec.json",
            "",
            "service.json",
            "",
            "main.tf",
        ];
        assert_eq!(files, shown.map(|file| Some(file.to_owned())));
        let six = [
            ("account_id", "abcdefghijklmnopqrstuQ"),
            ("manager_url", "https://app.harness.io"),
            ("delegate_name", "build-blue"),
            ("image", "harness/delegate:26.10.87203"),
            ("token", "not-a-real-token"),
        ];
        fill(tab, 0, &six).await;
        fill(
            tab,
            2,
            &[
                ("cluster", "tools"),
                ("region", "eu-west-1"),
                ("hostname", "delegate"),
            ],
        )
        .await;
        fill(
            tab,
            5,
            &[
                ("subnets", "subnet-0a1b2c3d"),
                ("security_groups", "sg-0a1b2c3d"),
                ("aws_account_id", "012345678901"),
            ],
        )
        .await;
        let six = "start=docs&account_id=abcdefghijklmnopqrstuQ&manager_url=https://app.harness.io&delegate_name=build-blue&image=harness/delegate:26.10.87203";
        let ec2 = format!("{six}&launch_type=EC2&cluster=tools&region=eu-west-1&hostname=delegate");
        let fargate = format!(
            "{six}&cluster=tools&region=eu-west-1&subnets=subnet-0a1b2c3d&security_groups=sg-0a1b2c3d&aws_account_id=012345678901&hostname=delegate"
        );
        until_file(tab, 1, Outcome::of(&ec2).file("task-spec.json")).await;
        until_file(tab, 3, Outcome::of(&ec2).file("service.json")).await;
        until_file(tab, 4, Outcome::of(&fargate).file("task-spec.json")).await;
        until_file(tab, 6, Outcome::of(&fargate).file("service.json")).await;
        let module = format!("{fargate}&way=terraform");
        until_file(tab, 8, Outcome::of(&module).file("main.tf")).await;
        let text = tab
            .run("return document.querySelector('article').innerText")
            .await;
        let text = text.as_str().unwrap_or_default();
        for words in [
            "Save the task definition of build-blue as",
            "aws ecs register-task-definition --region eu-west-1 --cli-input-json file://task-spec.json",
            "--cluster tools --service build-blue --desired-count 2",
            "Yours: https://app.harness.io/log-service/",
            "Yours: abcdefghijklmnopqrstuQ",
        ] {
            assert!(text.contains(words), "{words} is not in {text}");
        }
        assert!(!text.contains("not-a-real"), "{text}");
    });
}

/// Heights and lengths, at the widths of a laptop, a tablet and a phone, in both themes.
#[test]
fn the_page_keeps_its_shape() {
    in_browser(async |tab| {
        let host = site(tab);
        for (width, theme) in [
            (1280, "light"),
            (996, "light"),
            (390, "light"),
            (1280, "dark"),
            (996, "dark"),
            (390, "dark"),
        ] {
            tab.look(width, theme).await;
            tab.client
                .goto(&format!("{host}plain"))
                .await
                .expect("the other page can be opened");
            let length = "return document.documentElement.scrollHeight";
            let plain = number(tab, length).await;
            tab.client.goto(&host).await.expect("the example can be opened");
            let files = attributes(tab, "files").await;
            for (n, file) in files.iter().enumerate() {
                assert_fits(tab, n).await;
                let outside = format!(
                    "{NTH} const box = frame.getBoundingClientRect(); return [box.height, box.width]"
                );
                let outside = tab.run_with(&outside, vec![json!(n)]).await;
                let (height, wide) = (
                    outside[0].as_f64().expect("a height"),
                    outside[1].as_f64().expect("a width"),
                );
                enter(tab, n).await;
                if file.as_deref() == Some("") {
                    let columns = "return getComputedStyle(document.querySelector('.picked .fields')).gridTemplateColumns;";
                    let rows = "return new Set([...document.querySelectorAll('.picked .field')].map(e => Math.round(e.getBoundingClientRect().top))).size / document.querySelectorAll('.picked .field').length";
                    let share = number(tab, rows).await;
                    if wide >= 560.0 {
                        assert!(share < 1.0, "{width}: one to a row, {}", tab.run(columns).await);
                        assert!(n > 0 || height <= QUESTIONS, "{width} {theme}: {height}");
                    } else {
                        assert!((share - 1.0).abs() < f64::EPSILON, "{width}: two to a row");
                    }
                } else {
                    let lines = "return [...document.querySelectorAll('.block .line')].reduce((sum, e) => sum + e.getBoundingClientRect().height, 0)";
                    let lines = number(tab, lines).await;
                    assert!(
                        height > lines && height <= lines + AROUND,
                        "{width} {theme}, {file:?}: {height} for {lines}"
                    );
                }
                leave(tab).await;
            }
            let own = number(tab, length).await;
            println!(
                "{width} {theme}: {own} px, with plain code blocks {plain} px: {:.2}",
                own / plain
            );
            assert!(own <= plain * LONGER, "{width}: {own} px for {plain}");
            let wide = "const r = document.documentElement; return r.scrollWidth - r.clientWidth";
            assert_eq!(tab.run(wide).await, json!(0), "{width}");
        }
    });
}

/// Nothing on the page moves by more than a line or two while the frames load.
#[test]
fn the_page_does_not_jump() {
    in_browser(async |tab| {
        tab.look(1280, "light").await;
        open(tab).await;
        let all = "return [...document.querySelectorAll('ecs-delegate-configurator')].map(e => e.getBoundingClientRect().height)";
        let heights = |value: Value| -> Vec<f64> { serde_json::from_value(value).expect("numbers") };
        tab.until("the elements are there", async || {
            tab.run("return document.querySelectorAll('ecs-delegate-configurator')[8]?.shadowRoot !== null")
                .await
                == true
        })
        .await;
        let reserved = heights(tab.run(all).await);
        let files = attributes(tab, "files").await;
        for n in 0..files.len() {
            assert_fits(tab, n).await;
        }
        let grown = heights(tab.run(all).await);
        for (n, (before, after)) in reserved.iter().zip(&grown).enumerate() {
            let allowed = if files[n].as_deref() == Some("") {
                40.0
            } else {
                12.0
            };
            assert!((before - after).abs() <= allowed, "{n}: {before}, {after}");
        }
    });
}

#[test]
fn axe_finds_nothing_on_the_example() {
    in_browser(async |tab| {
        for (width, theme) in [(1280, "light"), (390, "dark")] {
            tab.look(width, theme).await;
            open(tab).await;
            for n in 0..9 {
                enter(tab, n).await;
                let violations = tab.violations().await;
                assert_eq!(
                    violations,
                    json!([]),
                    "at {width} px, {theme}, {n}: {violations:#}"
                );
                leave(tab).await;
            }
            let violations = tab.violations().await;
            assert_eq!(violations, json!([]), "at {width} px, {theme}: {violations:#}");
            // Frames that are resized while their page goes would speak to the next page, which a browser reports.
            tab.client.goto("about:blank").await.expect("a blank page");
        }
    });
}

#[test]
fn the_switch_of_docusaurus_is_followed_live() {
    in_browser(async |tab| {
        tab.look(1280, "light").await;
        open(tab).await;
        let follows = async || {
            let theme = tab.run("return document.documentElement.dataset.theme").await;
            let ground = if theme == "dark" {
                tab.run("return getComputedStyle(document.documentElement).backgroundColor")
                    .await
            } else {
                json!("rgb(255, 255, 255)")
            };
            for n in [0, 1] {
                enter(tab, n).await;
                tab.until(&format!("the configurator is {theme}"), async || {
                    tab.run("return getComputedStyle(document.documentElement).colorScheme")
                        .await
                        == theme
                })
                .await;
                tab.until(&format!("its ground is {ground}"), async || {
                    tab.run("return getComputedStyle(document.body).backgroundColor")
                        .await
                        == ground
                })
                .await;
                leave(tab).await;
            }
            theme
        };
        let first = follows().await;
        assert_eq!(first, json!("light"));
        let mut seen = vec![first];
        // Docusaurus has three states: the system's, light, dark.
        for _ in 0..3 {
            tab.run("document.querySelector('[class*=colorModeToggle] button, [class*=ColorModeToggle] button').click()").await;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            seen.push(follows().await);
        }
        assert!(seen.contains(&json!("dark")), "{seen:?}");
    });
}

#[test]
fn without_scripts_there_are_links_and_the_values_own_words() {
    let page = std::fs::read_to_string(programs::root().join("examples/docusaurus/build/index.html"))
        .expect("the built example is there: `make test-embed` builds it");
    for words in [
        "<a href=\"http://configurator.localhost/docs/?start=docs\">Open this form in the ECS Delegate Configurator</a>",
        "<a href=\"http://configurator.localhost/docs/?launch_type=EC2\">Open task-spec.json in",
        "<a href=\"http://configurator.localhost/docs/?way=terraform\">Open main.tf in",
        "group=\"ec2\">your delegate</ecs-delegate-value>",
    ] {
        assert!(page.contains(words), "{words}");
    }
}
