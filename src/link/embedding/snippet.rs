//! The HTML with which a page embeds the configurator with the current form: *Embed this*.

use crate::fields::Field;
use crate::form::Form;
use crate::link;
use std::fmt::Write as _;

/// The element.
const ELEMENT: &str = "ecs-delegate-configurator";

/// The name of the group in the snippet.
const GROUP: &str = "delegate";

/// What the snippet embeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// The whole configurator in one place.
    #[default]
    Whole,
    /// The questions in one place, and each file in its own.
    Parts,
}

/// What a snippet is made of.
#[derive(Debug)]
pub struct Parts<'a> {
    /// The form. Its secrets are left out.
    pub form: &'a Form,
    /// The address of the configurator, with a slash at the end.
    pub site: &'a str,
    /// The fields that the page asks for.
    pub asked: &'a [&'static Field],
    /// The names of the files of the open way.
    pub files: &'a [&'static str],
}

/// Returns the snippet.
pub fn snippet(shape: Shape, parts: &Parts) -> String {
    let public = parts.form.without_secrets();
    let values: Vec<_> = public
        .touched()
        .map(|(field, texts)| (field.key.replace('_', "-"), texts.join("\n")))
        .collect();
    let mut html = script(parts.site);
    match shape {
        Shape::Whole => html.push_str(&element(ELEMENT, &values, &fallback(&public, parts.site))),
        Shape::Parts => {
            let own = |name: &str, text: &str| (name.to_owned(), text.to_owned());
            let asked: Vec<String> = parts
                .asked
                .iter()
                .map(|field| field.key.replace('_', "-"))
                .collect();
            let mut first = vec![own("group", GROUP)];
            first.extend(values);
            first.extend([own("fields", &asked.join(" ")), own("files", "")]);
            html.push_str(&element(ELEMENT, &first, &fallback(&public, parts.site)));
            for file in parts.files {
                html.push('\n');
                html.push_str(&element(ELEMENT, &[own("group", GROUP), own("files", file)], ""));
            }
        }
    }
    html
}

fn script(site: &str) -> String {
    let address = ("src".to_owned(), format!("{site}embed.js"));
    let deferred = ("defer".to_owned(), String::new());
    element("script", &[address, deferred], "") + "\n"
}

/// What readers see without scripts.
fn fallback(form: &Form, site: &str) -> String {
    let query = link::write(form);
    let mark = if query.is_empty() { "" } else { "?" };
    let address = ("href".to_owned(), format!("{site}{mark}{query}"));
    format!("\n  {}", element("a", &[address], "ECS Delegate Configurator"))
}

/// An element on a line of its own. Its content is HTML.
fn element(tag: &str, attributes: &[(String, String)], content: &str) -> String {
    let mut html = String::from('<');
    html.push_str(tag);
    for (name, text) in attributes {
        let _ = match (name.as_str(), text.as_str()) {
            ("defer", _) => write!(html, " {name}"),
            _ => write!(html, " {name}=\"{}\"", escaped(text)),
        };
    }
    let _ = writeln!(html, ">{content}</{tag}>");
    html
}

/// Quotes a text for an attribute in double quotes: the one place where HTML is quoted as text.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '"' => html.push_str("&quot;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            // A parser of HTML makes a line feed of it.
            '\r' => html.push_str("&#13;"),
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields;
    use crate::link::{Secrets, parse};

    fn made(query: &str, shape: Shape) -> String {
        let (form, _) = parse(query, Secrets::Honour);
        let asked = [&fields::DELEGATE_NAME, &fields::REGION].map(|field| field as &'static Field);
        snippet(
            shape,
            &Parts {
                form: &form,
                site: "https://c.example/docs/",
                asked: &asked,
                files: &["task-spec.json", "service.json"],
            },
        )
    }

    #[test]
    fn the_whole_configurator_is_three_lines() {
        assert_eq!(
            made("launch_type=EC2&delegate_name=a%22%3Cb%26", Shape::Whole),
            "<script src=\"https://c.example/docs/embed.js\" defer></script>\n\n\
             <ecs-delegate-configurator launch-type=\"EC2\" delegate-name=\"a&quot;&lt;b&amp;\">\n  \
             <a href=\"https://c.example/docs/?v=1&amp;launch_type=EC2&amp;delegate_name=a%22%3Cb%26\">ECS Delegate Configurator</a>\n\
             </ecs-delegate-configurator>\n"
        );
        assert!(
            made("", Shape::Whole)
                .contains("<ecs-delegate-configurator>\n  <a href=\"https://c.example/docs/\">")
        );
    }

    #[test]
    fn the_parts_are_one_group() {
        let html = made("env=A=1&env=B=2", Shape::Parts);
        for part in [
            "<ecs-delegate-configurator group=\"delegate\" env=\"A=1\nB=2\" fields=\"delegate-name region\" files=\"\">",
            "<ecs-delegate-configurator group=\"delegate\" files=\"task-spec.json\"></ecs-delegate-configurator>",
            "<ecs-delegate-configurator group=\"delegate\" files=\"service.json\"></ecs-delegate-configurator>",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
    }

    #[test]
    fn no_secret_is_in_it() {
        for query in [
            "token_source=plain&token=not-a-real-token",
            "manager_url=https://u:not-a-real-token@app.harness.io",
            "env=A=1&env=MY_SECRET=not-a-real-token",
        ] {
            for shape in [Shape::Whole, Shape::Parts] {
                assert!(!made(query, shape).contains("not-a-real-token"), "{query}");
            }
        }
    }
}
