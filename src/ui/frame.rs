//! What the page tells an embedding page, through `frame.js`. Outside a frame it tells nobody.

use crate::fields::FIELDS;
use crate::link::embedding::values;
use crate::secrecy::Secrecy;
use crate::{Config, Form};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

#[wasm_bindgen(module = "/src/ui/frame.js")]
extern "C" {
    #[wasm_bindgen(js_name = start)]
    fn listen(take: &Closure<dyn FnMut(String, bool)>);

    /// Tells the embedding page what the user has changed, for the other frames of its group.
    #[wasm_bindgen(js_name = tellShared)]
    pub fn tell_shared(changes: &str);

    #[wasm_bindgen(js_name = tellValues)]
    fn tell_all_values(values: &Object);

    /// Whether copying can work: only a secure context has a clipboard, and the embedding page may deny access.
    #[wasm_bindgen(js_name = mayCopy)]
    pub fn may_copy() -> bool;

    /// Copies a text. The promise is rejected if the browser does not let the page copy.
    #[wasm_bindgen(js_name = writeText)]
    pub fn write_text(text: &str) -> Promise;

    /// Tells the embedding page that the user copied or downloaded a file (`copy`, `download`).
    #[wasm_bindgen(js_name = tellFile)]
    pub fn tell_file(what: &str, file: &str);

    #[wasm_bindgen(js_name = tellChange)]
    fn tell_form(form: &Object);
}

/// Starts listening to the embedding page, and telling it the height of this page. Calls back with the form of its group, or with
/// what has changed in it, and whether it is the whole form.
pub fn start(take: impl FnMut(String, bool) + 'static) {
    let take: Box<dyn FnMut(String, bool)> = Box::new(take);
    let take = Closure::wrap(take);
    listen(&take);
    // The page lives as long as the window.
    take.forget();
}

/// Tells the embedding page the value of each field that has something to show.
pub fn tell_values(form: &Form, config: &Config) {
    let told = Object::new();
    for (key, text) in values(form, config) {
        let _ = Reflect::set(&told, &key.into(), &text.into());
    }
    tell_all_values(&told);
}

/// Tells the embedding page the text of every field, but for texts that hold a secret. For a field with rows, the text
/// is a list.
pub fn tell_change(form: &Form) {
    let told = Object::new();
    let secrecy = Secrecy::of(form);
    for field in FIELDS {
        let Some(texts) = secrecy.public_texts(field, &form.texts(field)) else {
            continue;
        };
        let mut texts = texts.iter().map(|text| JsValue::from_str(text));
        let value = if field.kind.has_rows() {
            texts.collect::<Array>().into()
        } else {
            texts.next().unwrap_or_default()
        };
        let _ = Reflect::set(&told, &field.key.into(), &value);
    }
    tell_form(&told);
}
