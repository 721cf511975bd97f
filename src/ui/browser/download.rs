//! Saving files: one, or several as an archive.

use super::time::{after, spawn};
use crate::ui::frame;
use leptos::prelude::document;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Saves a text as a file, byte for byte.
pub fn download(name: &str, mime: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        save(name, &blob);
    }
}

/// Saves several files as one archive, then calls back with whether that worked. The page fetches the code that packs
/// the archive on first use.
pub fn download_archive(name: &'static str, files: &[(&str, &str)], done: impl FnOnce(bool) + 'static) {
    let list = js_sys::Array::new();
    for (name, text) in files {
        let file = js_sys::Object::new();
        for (key, value) in [("name", name), ("input", text)] {
            let _ = js_sys::Reflect::set(&file, &key.into(), &JsValue::from_str(value));
        }
        list.push(&file);
    }
    let archive = archive(&list);
    spawn(async move {
        let blob = JsFuture::from(archive).await;
        if let Ok(blob) = &blob {
            save(name, blob.unchecked_ref());
        }
        done(blob.is_ok());
    });
}

#[wasm_bindgen(module = "/src/ui/archive.js")]
extern "C" {
    /// Packs the files; returns a promise of a `Blob`.
    fn archive(files: &js_sys::Array) -> js_sys::Promise;
}

fn save(name: &str, blob: &Blob) {
    frame::tell_file("download", name);
    let Ok(url) = Url::create_object_url_with_blob(blob) else {
        return;
    };
    if let Ok(Ok(anchor)) = document()
        .create_element("a")
        .map(JsCast::dyn_into::<HtmlAnchorElement>)
    {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    // Not at once: some browsers read the blob only after the click.
    after(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    });
}
