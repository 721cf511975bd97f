//! The day, and work that runs later.

use crate::date::Date;
use gloo::timers::callback::Timeout;
use std::pin::Pin;

/// The current day in the user's time zone.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    Date {
        year: u16::try_from(now.get_full_year()).unwrap_or(u16::MAX),
        month: small(now.get_month() + 1),
        day: small(now.get_date()),
    }
}

/// Calls back after some milliseconds.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) {
    boxed_after(milliseconds, Box::new(call));
}

// Not generic over the function: compiled once.
fn boxed_after(milliseconds: u32, call: Box<dyn FnOnce()>) {
    Timeout::new(milliseconds, call).forget();
}

/// Runs work that waits for something without blocking the page.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    leptos::task::spawn_local(work);
}
