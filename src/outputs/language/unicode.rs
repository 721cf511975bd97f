//! Unicode escapes.

/// Escapes a character as `\uXXXX`, which HCL and YAML share. The character must be below U+10000.
pub fn unicode(c: char) -> String {
    format!("\\u{:04x}", u32::from(c))
}
