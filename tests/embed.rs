//! The page inside other pages, in a real browser: pages of another origin, friendly and hostile ones, embed the release
//! build in `dist/`.

#[path = "embed/attributes.rs"]
mod attributes;
#[path = "embed/blocks.rs"]
mod blocks;
mod common;
#[path = "browser/driver.rs"]
#[allow(dead_code)] // `tests/browser.rs` uses it too.
mod driver;
#[path = "embed/events.rs"]
mod events;
#[path = "embed/forged.rs"]
mod forged;
#[path = "embed/frames.rs"]
mod frames;
#[path = "embed/group.rs"]
mod group;
#[path = "embed/groups.rs"]
mod groups;
#[path = "embed/host.rs"]
mod host;
#[path = "embed/hostile.rs"]
mod hostile;
#[path = "embed/loading.rs"]
mod loading;
#[path = "embed/locked.rs"]
mod locked;
#[path = "embed/looks.rs"]
mod looks;
#[path = "embed/open.rs"]
mod open;
#[path = "embed/snippet.rs"]
mod snippet;
#[path = "embed/surroundings.rs"]
mod surroundings;
#[path = "embed/values.rs"]
mod values;
