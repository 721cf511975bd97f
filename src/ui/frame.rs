//! What the page tells an embedding page, through `frame.js`. Outside a frame it tells nobody.

use crate::Form;
use crate::fields::FIELDS;
use crate::secrecy::Secrecy;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/ui/frame.js")]
extern "C" {
    /// Starts listening to the embedding page, and telling it the height of this page.
    pub fn start();

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
