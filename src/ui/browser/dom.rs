//! What `dom.js` watches and reads.

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

#[wasm_bindgen(module = "/src/ui/browser/dom.js")]
extern "C" {
    #[wasm_bindgen(js_name = takeTyped)]
    fn take_typed() -> js_sys::Array;

    #[wasm_bindgen(js_name = placeCursor)]
    fn place_cursor(name: &str, row: u32, start: &JsValue, end: &JsValue);

    /// Keeps the focused input where it is on the screen, from now on.
    #[wasm_bindgen(js_name = keepSteady)]
    pub fn keep_steady();

    #[wasm_bindgen(js_name = closePopovers)]
    fn close_all();

    #[wasm_bindgen(js_name = beforeUse)]
    fn watch_use(call: &js_sys::Function);

    #[wasm_bindgen(js_name = onPrint)]
    fn watch_paper(call: &js_sys::Function);

    fn listen(undo: &js_sys::Function, redo: &js_sys::Function);

    #[wasm_bindgen(js_name = followEdit)]
    fn follow(id: &str, lines: &[u32]);

    pub(super) fn resting(milliseconds: u32, call: &js_sys::Function) -> js_sys::Function;

    /// Whether an input event is a paste.
    #[wasm_bindgen(js_name = isPaste)]
    pub fn is_paste(event: &Event) -> bool;

    /// The text that a paste event brings. Blank for any other event.
    pub fn pasted(event: &Event) -> String;

    #[wasm_bindgen(js_name = onFiles)]
    fn watch_files(most: u32, call: &js_sys::Function);

    /// Whether the details that sent a toggle event are open.
    #[wasm_bindgen(js_name = isOpen)]
    pub fn is_open(event: &Event) -> bool;

    /// Opens the browser's dialog for printing.
    #[wasm_bindgen(js_name = printPage)]
    pub fn print();
}

/// A text that somebody typed before the program ran.
pub struct Typed {
    /// The name of the input: a field's key.
    pub key: String,
    /// The input's position among those of this name.
    pub row: u32,
    /// The text.
    pub text: String,
    cursor: JsValue,
}

/// Returns what was typed before the program ran. Only once, and only before the page takes the inputs over.
pub fn typed_early() -> Vec<Typed> {
    let typed = take_typed();
    let one = |typed: JsValue| {
        let typed: js_sys::Array = typed.dyn_into().ok()?;
        Some(Typed {
            key: typed.get(0).as_string()?,
            row: number(typed.get(1).as_f64()?),
            text: typed.get(2).as_string()?,
            cursor: typed.get(3),
        })
    };
    typed.iter().filter_map(one).collect()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // an index of a list
fn number(index: f64) -> u32 {
    index.max(0.0) as u32
}

impl Typed {
    /// Puts the cursor back where it was in the input.
    pub fn place_cursor(&self) {
        if let Some(cursor) = self.cursor.dyn_ref::<js_sys::Array>() {
            place_cursor(&self.key, self.row, &cursor.get(0), &cursor.get(1));
        }
    }
}

/// Calls back when the user presses the keys for Undo and Redo, unless the browser can undo what was typed in the field.
pub fn on_undo_keys(undo: impl Fn() + 'static, redo: impl Fn() + 'static) {
    let call = |call: Box<dyn Fn()>| Closure::wrap(call).into_js_value();
    let (undo, redo) = (call(Box::new(undo)), call(Box::new(redo)));
    listen(undo.unchecked_ref(), redo.unchecked_ref());
}

/// Calls back with `true` when the browser begins to print, and with `false` when it has ended.
pub fn on_print(call: impl Fn(bool) + 'static) {
    let call: Box<dyn Fn(bool)> = Box::new(call);
    watch_paper(Closure::wrap(call).into_js_value().unchecked_ref());
}

/// Calls back with the first bytes of a file that somebody drops on the page or picks, and with its length.
pub fn on_files(most: usize, call: impl Fn(&[u8], usize) + 'static) {
    let call: Box<dyn Fn(js_sys::Uint8Array, f64)> = Box::new(move |bytes, size| {
        call(&bytes.to_vec(), number(size) as usize);
    });
    let most = u32::try_from(most).unwrap_or(u32::MAX);
    watch_files(most, Closure::wrap(call).into_js_value().unchecked_ref());
}

/// Calls back before anything is clicked or printed.
pub fn before_use(call: impl Fn() + 'static) {
    let call: Box<dyn Fn()> = Box::new(call);
    watch_use(Closure::wrap(call).into_js_value().unchecked_ref());
}

/// Closes what is unfolded over the page.
pub fn close_popovers() {
    close_all();
}

/// Marks these lines of a file, and no others, in the next frame. Brings the first of them into view, unless one of them
/// is.
pub fn follow_edit(id: &str, lines: &[usize]) {
    let lines: Vec<u32> = lines.iter().filter_map(|at| u32::try_from(*at).ok()).collect();
    follow(id, &lines);
}
