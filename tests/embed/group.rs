//! A group of two elements: one that asks, and one that shows a file.

use crate::driver::Tab;
use crate::frames::{enter, leave};

pub const ASKED: &str = "<ecs-delegate-configurator group=a start=docs fields=\"token delegate-name manager-url region image\" files=\"\"></ecs-delegate-configurator>";
pub const SPEC: &str = "<ecs-delegate-configurator group=a files=task-spec.json></ecs-delegate-configurator>";

/// Waits until the n-th element's file has a text in it.
pub async fn until_in(tab: &Tab, n: usize, file: &str, text: &str) {
    enter(tab, n).await;
    tab.until(&format!("{file} of element {n} has {text}"), async || {
        let panes = tab.panes().await;
        panes
            .iter()
            .any(|(name, pane)| name == file && pane.contains(text))
    })
    .await;
    leave(tab).await;
}

pub async fn file_of(tab: &Tab, n: usize) -> String {
    enter(tab, n).await;
    let text = tab.panes().await.remove(0).1;
    leave(tab).await;
    text
}
