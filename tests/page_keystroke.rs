//! Measures what a keystroke costs in the built page: types into the delegate's name in headless Chromium with the CPU
//! slowed four times, and prints the time until the panes change and until the next frame. A page with one input, one
//! `<pre>` and a few lines of script shows what the driver itself costs. Times depend on the machine and the moment, so
//! compare the lines of one run. `make keystroke` runs it; `SITE` names another built site.

mod common;
#[allow(dead_code)] // Each test uses only some of it.
#[path = "browser/driver.rs"]
mod driver;

use driver::server::{Answer, serve};
use driver::{Tab, in_browser};
use serde_json::json;
use std::time::Duration;

/// The small page to compare with.
const CONTROL: &str = r#"<!doctype html><html data-ready><meta charset="utf-8"><input name="delegate_name"><pre data-file="task-spec.json"></pre><script>
const input = document.querySelector("input"), pre = document.querySelector("pre");
input.oninput = () => { pre.textContent = JSON.stringify({ family: input.value, cpu: "1024", memory: "2048" }, null, 2); };
</script>"#;

/// A form that lacks only the delegate's name, the cluster and the secret.
const FORM: &str = "launch_type=FARGATE&region=us-west-2&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
    &manager_url=https://app.harness.io&image=harness/delegate:26.10.87203&subnets=subnet-0a1b2c3d4e5f67890\
    &security_groups=sg-0a1b2c3d4e5f67890&env=A=1&tags=team=blue";

/// Runs in the page: measures from the key event to the change of a pane and to the next frame.
const MEASURE: &str = "window.times = [];
    let start;
    new MutationObserver(() => {
        if (start === undefined) return;
        const changed = performance.now() - start, own = start;
        start = undefined;
        requestAnimationFrame(() => setTimeout(() => times.push([changed, performance.now() - own])));
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
    addEventListener('keydown', () => { start = performance.now(); }, true);
    document.querySelector('[name=delegate_name]').focus();";

/// Times in milliseconds.
struct Cost {
    seen: usize,
    change_p50: f64,
    change_p95: f64,
    frame_p95: f64,
    main_thread: f64,
}

#[test]
#[ignore = "it measures: `make keystroke`"]
fn a_keystroke() {
    let site = std::env::var_os("SITE").map_or_else(driver::site, Into::into);
    let keystrokes = std::env::var("KEYSTROKES").map_or(200, |text| text.parse().expect("a number"));
    let port = serve(move |path| {
        Some(match path {
            "/control" => Answer::page(CONTROL, None),
            path => Answer::file(&site, 0, path),
        })
    });
    println!(
        "{:22} key → change p50   p95   key → frame p95   main thread per keystroke   (ms, CPU slowed 4×)",
        ""
    );
    for (name, path) in [
        ("control", "control".to_owned()),
        ("the page", format!("#{FORM}")),
        ("the page, Terraform", format!("?{FORM}&way=terraform")),
    ] {
        in_browser(async |tab| {
            tab.open_at(&format!("http://127.0.0.1:{port}/{path}")).await;
            let cost = measure(tab, keystrokes).await;
            println!(
                "{name:22} {:16.1} {:5.1} {:17.1} {:27.1}   {} of {keystrokes} seen",
                cost.change_p50, cost.change_p95, cost.frame_p95, cost.main_thread, cost.seen
            );
            tab.may_complain.set(true);
        });
    }
}

async fn measure(tab: &Tab, keystrokes: usize) -> Cost {
    tab.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))
        .await;
    tab.run(MEASURE).await;
    tab.devtools("Performance.enable", json!({})).await;
    let before = task_duration(tab).await;
    for key in "abcdefghij".chars().cycle().take(keystrokes) {
        let down = json!({ "type": "keyDown", "key": key, "text": key });
        tab.devtools("Input.dispatchKeyEvent", down).await;
        tab.devtools("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": key }))
            .await;
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    let after = task_duration(tab).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let times: Vec<(f64, f64)> =
        serde_json::from_value(tab.run("return times").await).expect("pairs of times");
    let (changes, frames): (Vec<f64>, Vec<f64>) = times.into_iter().unzip();
    #[allow(clippy::cast_precision_loss)] // A few hundred.
    let main_thread = (after - before) * 1000.0 / keystrokes as f64;
    Cost {
        seen: changes.len(),
        change_p50: percentile(&changes, 50),
        change_p95: percentile(&changes, 95),
        frame_p95: percentile(&frames, 95),
        main_thread,
    }
}

/// The time that the page's main thread was busy, in seconds.
async fn task_duration(tab: &Tab) -> f64 {
    let answer = tab.devtools("Performance.getMetrics", json!({})).await;
    let metrics = answer["metrics"].as_array().expect("a list");
    let metric = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
    metric
        .and_then(|metric| metric["value"].as_f64())
        .expect("a number")
}

fn percentile(times: &[f64], part: usize) -> f64 {
    let mut times = times.to_owned();
    times.sort_by(f64::total_cmp);
    let at = times.len().saturating_sub(1) * part / 100;
    times.get(at).copied().unwrap_or(f64::NAN)
}
