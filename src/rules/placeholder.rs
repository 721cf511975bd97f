//! Finds placeholders that somebody forgot to replace.

use crate::aws::url::Url;

/// Returns the placeholder in a name, an ID, an ARN or a URL: `<…>`, `YOUR_…`, `SEC_GROUP`, `XXXXXX`, `yy.mm.…`.
pub fn of_identifier(text: &str) -> Option<&str> {
    let in_brackets = || {
        let start = text.find('<')?;
        let end = text[start..].find('>')?;
        let whole = &text[start..=start + end];
        address_in_brackets(whole).is_none().then_some(whole)
    };
    let known = || {
        ["XXXXXX", "yy.mm."]
            .into_iter()
            .find_map(|mark| text.find(mark).map(|at| &text[at..]))
    };
    in_brackets().or_else(|| yours(text)).or_else(known)
}

/// Returns the address in `<https://…>`, as mail and documents write it. It is no placeholder.
pub fn address_in_brackets(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('<')?.strip_suffix('>')?;
    let url = Url::parse(inner).filter(|url| url.host.contains('.'));
    url.is_some_and(|_| !inner.contains(['<', '>', ' ']))
        .then_some(inner)
}

/// Returns the placeholder in a free text. A shell's `<in >out` and an XML tag are not placeholders, so brackets count
/// only around uppercase letters or around the whole text.
pub fn of_free_text(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('<').and_then(|text| text.strip_suffix('>'));
    if inner.is_some_and(|inner| !inner.contains(['<', '>', '\n', '/'])) {
        return Some(text);
    }
    for (start, _) in text.match_indices('<') {
        let end =
            text[start + 1..].find(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'));
        let is_heredoc = text[..start].ends_with('<');
        if let Some(end) = end
            && end > 1
            && !is_heredoc
            && text[start + 1 + end..].starts_with('>')
        {
            return Some(&text[start..start + end + 2]);
        }
    }
    yours(text)
}

/// Returns a word that starts with `YOUR_` or `PUT_YOUR_`, or is `SEC_GROUP`. A shell variable with such a name is not
/// a placeholder.
fn yours(text: &str) -> Option<&str> {
    ["YOUR_", "SEC_GROUP"].into_iter().find_map(|mark| {
        let at = text.find(mark)?;
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let start = text[..at].trim_end_matches(is_word).len();
        let end = text[at..]
            .find(|c| !is_word(c))
            .map_or(text.len(), |after| at + after);
        let word = &text[start..end];
        let is_one = word.starts_with("YOUR_") || word.starts_with("PUT_YOUR_") || word == "SEC_GROUP";
        let is_variable = text[..start].ends_with(['$', '{']);
        (is_one && !is_variable).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers() {
        for (text, found) in [
            ("<DELEGATE_NAME>", Some("<DELEGATE_NAME>")),
            ("arn:aws:iam::<ACC_ID>:role/x", Some("<ACC_ID>")),
            ("https://<your host>/", Some("<your host>")),
            ("<https://app.harness.io>", None),
            ("<https://app.harness.io>/<X>", None),
            ("<https://host>", Some("<https://host>")),
            ("<https://YOUR_HOST.io>", Some("YOUR_HOST")),
            ("SEC_GROUP", Some("SEC_GROUP")),
            ("YOUR_TOKEN", Some("YOUR_TOKEN")),
            ("a/PUT_YOUR_NAME.", Some("PUT_YOUR_NAME")),
            ("harness/delegate:yy.mm.verno", Some("yy.mm.verno")),
            ("secret:x-XXXXXX", Some("XXXXXX")),
            ("secret:x-XXXXX", None),
            ("a<b", None),
            ("MY_SEC_GROUPS", None),
            ("NOT_YOUR_NAME", None),
            ("ümlaut", None),
        ] {
            assert_eq!(of_identifier(text), found, "{text}");
        }
    }

    #[test]
    fn free_text() {
        for (text, found) in [
            ("curl -H <API_KEY> x", Some("<API_KEY>")),
            ("<value of it>", Some("<value of it>")),
            ("cat <in >out", None),
            ("cat <<EOF>out", None),
            ("if [ 1 < 2 ] && [ 3 > 2 ]", None),
            ("<settings><x/></settings>", None),
            ("export A=PUT_YOUR_KEY", Some("PUT_YOUR_KEY")),
            ("echo $YOUR_NAME ${YOUR_NAME}", None),
            ("mktemp x.XXXXXX", None),
            ("<A", None),
            ("<>", Some("<>")),
            ("é <É> <ÉA>", None),
        ] {
            assert_eq!(of_free_text(text), found, "{text}");
        }
    }

    #[test]
    fn a_placeholder_is_found_where_it_stands() {
        for (text, found) in [
            ("a YOUR_A_1-b", Some("YOUR_A_1")),
            ("éYOUR_A", Some("YOUR_A")),
            ("x.SEC_GROUP,y", Some("SEC_GROUP")),
            ("$YOUR_A", None),
            ("${YOUR_A}", None),
            ("a <A1_B> <C>", Some("<A1_B>")),
            ("<<EOF>", None),
            ("a <é><AB>", Some("<AB>")),
            ("a <A> <B>", None),
            ("<a\nb>", None),
            ("<a>b<c>", None),
            ("a <A", None),
            ("a <A >", None),
        ] {
            assert_eq!(of_free_text(text), found, "{text}");
        }
        assert_eq!(of_identifier("a>b<c>d"), Some("<c>"));
        assert_eq!(of_identifier("XXXXXX"), Some("XXXXXX"));
        assert_eq!(of_identifier("yy.mm"), None);
    }
}
