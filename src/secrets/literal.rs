//! Tells a secret from what stands in its place.

/// Whether a text in the place of a secret is one. It is none if it is blank or says where the secret comes from: a
/// variable (`$NAME`, `${NAME}`, `%NAME%`), a command's output (`$(…)`), an expression of Harness (`<+…>`) or a
/// placeholder (`<…>`, `***`).
pub fn is_literal(value: &str) -> bool {
    let of_shell = value
        .strip_prefix('$')
        .is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphanumeric() || "_{(@*".contains(c)));
    let of_windows = value.len() > 1 && value.starts_with('%') && value.ends_with('%');
    value.contains(|c: char| c.is_ascii_alphanumeric() || !c.is_ascii())
        && !of_shell
        && !of_windows
        && !value.starts_with(['<', '`'])
}
