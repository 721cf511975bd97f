//! Enters and leaves the frames of the configurators in a page.

use crate::driver::Tab;
use fantoccini::elements::Element;
use serde_json::json;
use std::time::Duration;

/// Finds the n-th configurator and its frame.
pub const NTH: &str = "const element = document.querySelectorAll('ecs-delegate-configurator')[arguments[0]];
    const frame = element.shadowRoot.querySelector('iframe'); ";

/// Enters the frame of the n-th configurator and waits until it reacts.
pub async fn enter(tab: &Tab, n: usize) {
    let script = format!("{NTH} element.scrollIntoView(); return frame");
    let frame = tab.run_with(&script, vec![json!(n)]).await;
    let id = frame.as_object().and_then(|map| map.values().next()?.as_str());
    let frame = Element::from_element_id(tab.client.clone(), id.expect("an element").to_owned().into());
    frame.enter_frame().await.expect("the frame can be entered");
    tab.until_ready().await;
}

pub async fn leave(tab: &Tab) {
    tab.client
        .clone()
        .enter_parent_frame()
        .await
        .expect("there is a page around");
}

/// Whether the n-th frame is exactly as high as its content and has no scroll bars.
pub async fn fits(tab: &Tab, n: usize) -> bool {
    let (outside, numbers) = measures(tab, n).await;
    numbers[..4].iter().all(|height| (height - outside).abs() < 0.5) && numbers[4] == 0.0 && numbers[5] == 0.0
}

/// The height of the frame; four of its content, and how much is taken by a scroll bar and by what sticks out.
async fn measures(tab: &Tab, n: usize) -> (f64, Vec<f64>) {
    let outside = tab
        .run_with(
            &format!("{NTH} return frame.getBoundingClientRect().height"),
            vec![json!(n)],
        )
        .await;
    enter(tab, n).await;
    let inside = tab
        .run(
            "const r = document.documentElement;
            return [Math.ceil(document.body.getBoundingClientRect().height), r.scrollHeight, innerHeight, r.clientHeight,
                innerWidth - r.clientWidth, r.scrollWidth - r.clientWidth]",
        )
        .await;
    leave(tab).await;
    let numbers: Vec<f64> = serde_json::from_value(inside).expect("numbers");
    (outside.as_f64().expect("a number"), numbers)
}

pub async fn assert_fits(tab: &Tab, n: usize) {
    for _ in 0..200 {
        if fits(tab, n).await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!(
        "frame {n} is not as high as its content, or has scroll bars: {:?}",
        measures(tab, n).await
    );
}
