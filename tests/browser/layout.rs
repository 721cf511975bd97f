//! The output can never vanish: at every size of window, in every way, Copy and Download of a file can be reached.

use crate::driver::in_browser;
use serde_json::json;

const SIZES: &[(u32, u32)] = &[
    (1280, 595),
    (1366, 633),
    (1536, 730),
    (1000, 700),
    (1024, 768),
    (1920, 1080),
    (640, 400),
    (390, 844),
    (360, 640),
    (320, 225),
];

/// Runs in the page: what is wrong with its layout.
const WRONG: &str = "const root = document.documentElement, wrong = [];
    scrollTo(0, 0);
    if (root.scrollWidth > root.clientWidth) wrong.push(`the page is ${root.scrollWidth} px wide`);
    const pane = document.querySelector('.pane:not([hidden])'), files = document.querySelector('.files');
    for (const button of pane.querySelectorAll('[data-copy], [data-download]')) {
        button.scrollIntoView({ block: 'center' });
        const box = button.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        if (!button.contains(top)) wrong.push(`${button.textContent} is covered by ${top?.tagName}.${top?.className}`);
    }
    const file = pane.querySelector('pre');
    if (files.getBoundingClientRect().height < 239) wrong.push(`the files are ${files.getBoundingClientRect().height} px high`);
    if (file.clientHeight < 60) wrong.push(`the file is ${file.clientHeight} px high`);
    for (const e of document.querySelectorAll('.way, .state, .primary-action, .rail .file, .steps .button')) {
        const box = e.getBoundingClientRect();
        if (e.checkVisibility() && (box.right > root.clientWidth + 0.5 || box.left < -0.5)) wrong.push(`${e.className} sticks out`);
    }
    const column = document.querySelector('.output');
    if (root.clientWidth >= 1000 && column.scrollHeight > column.clientHeight)
        wrong.push(`the column is ${column.scrollHeight} px high, ${column.clientHeight} are seen`);
    const row = document.querySelector('.status-row');
    if (root.clientWidth >= 1000 && row.getBoundingClientRect().height > 46) wrong.push('the status is more than one row');
    return wrong";

#[test]
fn copy_and_download_are_in_reach_at_every_size() {
    in_browser(async |tab| {
        for start in ["docs", "recommended"] {
            for way in ["cli", "script", "terraform", "cloudformation"] {
                for launch_type in ["FARGATE", "EC2"] {
                    let query = format!("start={start}&way={way}&launch_type={launch_type}");
                    tab.visit_anew(&format!("?{query}")).await;
                    for (width, height) in SIZES {
                        tab.resize(*width, *height).await;
                        let wrong = tab.run(WRONG).await;
                        assert_eq!(wrong, json!([]), "?{query} at {width}×{height}");
                    }
                }
            }
        }
    });
}

#[test]
fn the_form_closed_is_one_reading_and_everything_asked_is_in_sight() {
    in_browser(async |tab| {
        tab.resize(1280, 800).await;
        for way in ["cli", "script", "terraform", "cloudformation"] {
            tab.visit_anew(&format!("?way={way}")).await;
            let height = tab
                .run("return document.querySelector('.form').getBoundingClientRect().height")
                .await;
            assert!(
                height.as_f64().is_some_and(|height| height <= 1500.0),
                "{way}: {height}"
            );
            // Every missing value has an input that no closed section hides.
            let hidden = "return [...document.querySelectorAll('[data-missing]')].map(e => e.dataset.missing)
                .filter(key => !document.querySelector(`[name=${key}]`).checkVisibility())";
            assert_eq!(tab.run(hidden).await, json!([]), "{way}");
            // As many as the way says.
            let said = tab
                .run(&format!(
                    "return document.querySelector('[data-way={way}] small').textContent"
                ))
                .await;
            let count = tab.missing().await.len();
            assert!(
                said.as_str()
                    .is_some_and(|text| text.ends_with(&format!("· {count} values"))),
                "{way}: {said}"
            );
        }
        // All that Script asks is above the fold.
        tab.visit_anew("?way=script").await;
        let lowest = "return Math.max(...[...document.querySelectorAll('.group [name]')].filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().bottom))";
        let lowest = tab.run(lowest).await;
        assert!(lowest.as_f64().is_some_and(|bottom| bottom <= 800.0), "{lowest}");
    });
}

/// Where no changed line is in view, the first one comes into view; where another file changed, its entry says so.
#[test]
fn the_output_follows_the_edit() {
    in_browser(async |tab| {
        tab.resize(1280, 595).await;
        tab.visit("").await;
        let marked = "const pre = document.querySelector('.pane:not([hidden]) pre'), box = pre.getBoundingClientRect();
            const lines = [...pre.querySelectorAll('.changed')].map(l => l.getBoundingClientRect());
            return [lines.length > 0, lines.some(l => l.bottom > box.top && l.top < box.bottom)]";
        assert_eq!(tab.run(marked).await, json!([false, false]));
        // The description stands far below the first lines.
        tab.fill("delegate_description", "blue").await;
        tab.until("the changed line is in view", async || {
            tab.run(marked).await == json!([true, true])
        })
        .await;
        let dots = "return [...document.querySelectorAll('.file:has(.dot)')].map(e => e.dataset.open)";
        tab.fill("subnets", "subnet-0a1b2c3d4e5f67890").await;
        tab.until("the other file says that it changed", async || {
            tab.run(dots)
                .await
                .as_array()
                .is_some_and(|names| names.contains(&json!("service.json")))
        })
        .await;
        tab.open_file("service.json").await;
        assert!(
            !tab.run(dots)
                .await
                .as_array()
                .is_some_and(|names| names.contains(&json!("service.json")))
        );
        assert_eq!(
            tab.run(marked).await,
            json!([false, false]),
            "opening a file marks nothing"
        );
        tab.fill("cluster", "other").await;
        tab.until("it is marked", async || tab.run(marked).await[0] == true)
            .await;
        let is_shown = "return !!document.querySelector('.pane:not([hidden]) pre')";
        // Neither a change of tab nor Start over marks anything.
        for way in ["script", "cli"] {
            tab.click(&format!("[data-way={way}]")).await;
            tab.until("a file is shown", async || tab.run(is_shown).await == true)
                .await;
            assert_eq!(tab.run(marked).await[0], false);
        }
        assert_eq!(tab.run(marked).await[0], false);
        tab.click("[data-action=start-over]").await;
        assert_eq!(tab.run(marked).await[0], false);
        assert_eq!(tab.run(dots).await, json!([]));
    });
}

#[test]
fn without_motion_the_mark_stays_until_the_next_edit() {
    in_browser(async |tab| {
        tab.prefer(|user| user.reduced_motion = true).await;
        tab.visit("").await;
        let marked = "return [...document.querySelectorAll('.changed')].map(l => [getComputedStyle(l, '::after').opacity, l.textContent.trim()])";
        tab.fill("account_id", "a").await;
        tab.until("it is marked", async || {
            tab.run(marked).await == json!([["1", "\"value\": \"a\""]])
        })
        .await;
        tab.fill("delegate_tags", "b").await;
        tab.until("only the last edit is marked", async || {
            tab.run(marked).await == json!([["1", "\"value\": \"b\""]])
        })
        .await;
    });
}
