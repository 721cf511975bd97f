//! The day, and work that runs later.

use super::dom::resting;
use crate::date::Date;
use gloo::timers::callback::Timeout;
use js_sys::Function;
use leptos::prelude::{LocalStorage, SetValue as _, StoredValue, WithValue as _};
use leptos::wasm_bindgen::JsCast as _;
use leptos::wasm_bindgen::closure::Closure;
use std::pin::Pin;
use wasm_bindgen::JsValue;

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

/// A timer that calls back when nothing has restarted it for some time.
#[derive(Clone, Copy)]
pub struct Rest(StoredValue<Option<Function>, LocalStorage>);

impl Rest {
    /// A timer that does nothing yet: it can be made while the page is rendered natively.
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Sets what happens after so many milliseconds of rest.
    pub fn then(self, milliseconds: u32, call: impl Fn() + 'static) {
        let call: Box<dyn Fn()> = Box::new(call);
        let call = Closure::wrap(call).into_js_value();
        self.0
            .set_value(Some(resting(milliseconds, call.unchecked_ref())));
    }

    /// Begins the rest anew.
    pub fn restart(self) {
        self.0.with_value(|timer| {
            if let Some(timer) = timer {
                let _ = timer.call0(&JsValue::UNDEFINED);
            }
        });
    }
}

/// Runs work that waits for something without blocking the page.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    leptos::task::spawn_local(work);
}
