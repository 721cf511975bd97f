//! Characters by their number.

/// A character by its number, which HCL and YAML write alike.
pub fn unicode(c: char) -> String {
    format!("\\u{:04x}", u32::from(c))
}
