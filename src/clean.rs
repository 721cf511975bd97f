//! White space and invisible characters: reading removes them from identifiers, and reports them in free text.

use std::borrow::Cow;

/// Returns whether a character is invisible: a control character, a separator of lines or paragraphs, a zero-width or
/// bidirectional mark, or the soft hyphen.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Removes invisible characters, and white space at both ends.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.contains(is_invisible) {
        Cow::Owned(text.replace(is_invisible, "").trim().to_owned())
    } else {
        Cow::Borrowed(text.trim())
    }
}

/// Returns a free text as the user probably meant it, or `None` if it already looks that way: with line feeds as its
/// only line breaks, and without invisible characters or white space at its ends. One line feed at the end is ordinary
/// and does not count.
pub fn tidied(text: &str) -> Option<String> {
    let is_odd = |c: char| is_invisible(c) && c != '\n' && c != '\t';
    let body = text.strip_suffix('\n').unwrap_or(text);
    if !text.contains(is_odd) && body.trim() == body {
        return None;
    }
    let lines = text.replace("\r\n", "\n");
    let tidy = lines
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
        .replace(is_odd, "");
    Some(tidy.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_lose_what_nobody_sees() {
        assert_eq!(clean(" subnet-\u{200B}0a1b\r\n"), "subnet-0a1b");
        assert_eq!(clean("\u{FEFF}a b\u{A0}"), "a b");
        assert!(matches!(clean("plain"), Cow::Borrowed("plain")));
    }

    #[test]
    fn free_text_is_only_looked_at() {
        assert_eq!(tidied("echo a\necho b\n"), None);
        assert_eq!(tidied("echo a\r\necho b"), Some("echo a\necho b".into()));
        assert_eq!(tidied(" a"), Some("a".into()));
        assert_eq!(tidied("a\u{202E}b"), Some("ab".into()));
        assert_eq!(tidied(""), None);
    }

    #[test]
    fn each_character_that_nobody_sees_is_one() {
        for c in
            "\0\u{7f}\u{85}\u{AD}\u{180E}\u{200B}\u{200F}\u{2028}\u{2029}\u{202A}\u{202E}\u{2060}\u{2069}\u{FEFF}".chars()
        {
            assert_eq!(clean(&format!("a{c}b")), "ab", "{c:?}");
        }
        for c in "é\u{2010}\u{2027}\u{1f980}".chars() {
            let text = format!("a{c}b");
            assert_eq!(clean(&text), text);
            assert_eq!(tidied(&text), None);
        }
        assert_eq!(tidied("a\tb\n"), None);
        assert_eq!(tidied("a\n\n"), Some("a".into()));
        for end in "\r\u{85}\u{2028}\u{2029}".chars() {
            assert_eq!(tidied(&format!("a{end}b\n")), Some("a\nb".into()));
        }
        assert_eq!(tidied("a "), Some("a".into()));
    }
}
