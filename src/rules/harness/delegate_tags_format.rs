//! The list of delegate tags has an empty tag, a duplicate, or spaces around a tag.

use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::placeholder;
use crate::rules::rule::{Problem, Rule};

/// `delegate-tags-format`
pub const RULE: Rule = Rule {
    id: "delegate-tags-format",
    severity: Severity::Warning,
    what: "The list of delegate tags has an empty item, a repetition, or white space.",
    consequence: "Harness takes what stands between the commas to the letter: a selector `linux` does not match the tag ` linux`. The delegate's name is a tag by itself.",
    source: sources::SELECTORS,
    check: |subject, problems| {
        let field = &fields::DELEGATE_TAGS;
        let tags = subject.config.delegate_tags.as_str();
        if tags.is_empty() || placeholder::of_free_text(tags).is_some() {
            return;
        }
        let name = subject.typed(&fields::DELEGATE_NAME);
        let mut clean: Vec<&str> = Vec::new();
        let mut wrong = None;
        for item in tags.split(',') {
            let tag = item.trim();
            let said = if tag.is_empty() {
                "is empty"
            } else if clean.contains(&tag) {
                "stands there twice"
            } else if Some(tag) == name {
                "is the delegate's name, a tag already"
            } else {
                clean.push(tag);
                if tag.len() == item.len() {
                    continue;
                }
                "has blanks around it"
            };
            wrong = wrong.or(Some((item, said)));
        }
        if let Some((item, said)) = wrong {
            let fix = Fix::set("Tidy the list", field, clean.join(","));
            problems.push(Problem::new(field, format!("The tag `{}` {said}.", short(item))).fix(fix));
        }
    },
    fires: "delegate_tags=linux,+build",
    quiet: "delegate_tags=linux,build",
};
