//! The browser. Only this module talks to it, and `frame.rs`, which talks to an embedding page. Nothing here runs
//! while rendering, and nothing here panics: a request that the browser refuses has no effect.

mod clipboard;
mod crash;
mod dom;
mod download;
mod event;
mod focus;
mod location;
mod reload;
mod root;
mod time;

pub use clipboard::{copy, select};
pub use crash::show_panic;
pub use dom::{
    Typed, before_use, close_popovers, follow_edit, is_open, is_paste, keep_steady, on_files, on_print,
    on_undo_keys, pasted, print, typed_early,
};
pub use download::{download, download_archive};
pub use event::{is_shifted, key_of, name_of, on_window, on_window_event, put_value, value_of};
pub use focus::{focus, focus_field, is_typing, scroll_to};
pub use location::{address, link, public_link, replace_address};
pub use reload::{hand_over, is_reload, take_over};
pub use root::{choose_theme, is_block, set_ready, show_link, theme};
pub use time::{Rest, after, spawn, today};
