//! The page in a real browser: chromedriver drives the release build in `dist/` as a user would, and the tests compare
//! what it shows, copies and saves with what the library and `generate` make of the same link.

#[path = "browser/accessibility.rs"]
mod accessibility;
#[path = "browser/before_wasm.rs"]
mod before_wasm;
mod common;
#[allow(dead_code)] // `tests/embed.rs` and `tests/offline.rs` use it too.
#[path = "browser/driver.rs"]
mod driver;
#[path = "browser/files.rs"]
mod files;
#[path = "browser/fill_in.rs"]
mod fill_in;
#[path = "browser/findings.rs"]
mod findings;
#[path = "browser/import.rs"]
mod import;
#[path = "browser/inputs.rs"]
mod inputs;
#[path = "browser/judging.rs"]
mod judging;
#[path = "browser/layout.rs"]
mod layout;
#[path = "browser/links.rs"]
mod links;
#[path = "browser/network.rs"]
mod network;
#[path = "browser/output.rs"]
mod output;
#[path = "browser/rules.rs"]
mod rules;
#[path = "browser/secrets.rs"]
mod secrets;
#[path = "browser/take_away.rs"]
mod take_away;
#[path = "browser/undo.rs"]
mod undo;
