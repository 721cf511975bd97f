//! The colours of the page: every text has a contrast of 4.5:1 or more on its ground, in both themes.

mod common;

use common::programs;
use std::collections::BTreeMap;

/// The colours of code, and of the text between them.
const CODE: &[&str] = &[
    "text",
    "t-key",
    "t-text",
    "t-number",
    "t-word",
    "t-variable",
    "t-comment",
];

/// Each ground with the texts on it.
const PAIRS: &[(&str, &[&str])] = &[
    ("code", CODE),
    ("ground", &["text", "muted", "accent"]),
    ("card", &["text", "muted", "accent", "good", "error"]),
    ("sunken", &["text", "muted", "accent"]),
    ("accent", &["on-accent"]),
    ("accent-ground", &["accent"]),
    ("error-ground", &["error", "text"]),
    ("warning-ground", &["warning", "text"]),
    ("info-ground", &["info", "text"]),
    ("good-ground", &["good"]),
    ("mark", CODE),
    // The notice is the other way round.
    ("text", &["card"]),
];

/// A colour: red, green and blue, from 0 to 255.
type Colour = [u8; 3];

/// The colours of `tokens.css`, each in light and dark.
fn tokens() -> BTreeMap<String, [Colour; 2]> {
    let text = std::fs::read_to_string(programs::root().join("style/tokens.css")).expect("the tokens");
    let token = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
        let (light, dark) = value.strip_suffix(");")?.split_once(", ")?;
        Some((name.to_owned(), [colour(light)?, colour(dark)?]))
    };
    text.lines().filter_map(token).collect()
}

fn colour(text: &str) -> Option<Colour> {
    let hex = text.strip_prefix('#')?;
    let part = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The relative luminance. Source: WCAG 2.2, "relative luminance".
fn luminance(colour: Colour) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_text_can_be_read_on_its_ground() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.01);
    let tokens = tokens();
    let mut low = Vec::new();
    for (ground, texts) in PAIRS {
        for text in *texts {
            for (at, theme) in ["light", "dark"].iter().enumerate() {
                let contrast = contrast(tokens[*text][at], tokens[*ground][at]);
                if contrast < 4.5 {
                    low.push(format!("{text} on {ground}, {theme}: {contrast:.2}"));
                }
            }
        }
    }
    assert!(low.is_empty(), "{low:#?}");
    // Every colour of code is among them.
    let code = tokens.keys().filter(|name| name.starts_with("t-"));
    for name in code {
        assert!(CODE.contains(&name.as_str()), "{name}");
    }
}
