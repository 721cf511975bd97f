//! Tells a secret from what stands in its place.

/// Whether a text is `user:password`. Two numbers are the IDs of a user and a group, or a time.
pub fn is_user_with_password(text: &str) -> bool {
    text.split_once(':').is_some_and(|(user, password)| {
        !user.is_empty() && is_literal(password) && !(is_number(user) && is_number(password))
    })
}

/// Whether a text consists of digits, as a port does, or is blank.
pub fn is_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

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
