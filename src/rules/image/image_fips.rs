//! The FIPS images are for self-managed Harness only.

use super::image_format;
use crate::aws::image::Image;
use crate::aws::url::Url;
use crate::facts::delegate::FIPS_ENDING;
use crate::facts::harness::DOMAIN;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `image-fips`
pub const RULE: Rule = Rule {
    id: "image-fips",
    severity: Severity::Warning,
    what: "A FIPS image with Harness's own cloud.",
    consequence: "Harness supports the FIPS images with the self-managed platform only; against harness.io the delegate may not connect.",
    source: sources::IMAGES,
    check: |subject, problems| {
        let field = &fields::IMAGE;
        let (Some(image), Some(manager)) = (subject.typed(field), subject.typed(&fields::MANAGER_URL)) else {
            return;
        };
        let is_saas = Url::parse(manager).is_some_and(|url| url.is_in(DOMAIN));
        let parts = Image::parse(image);
        let Some(tag) = parts.tag.filter(|tag| is_saas && tag.ends_with(FIPS_ENDING)) else {
            return;
        };
        if image_format::wrong(image).is_some() {
            return;
        }
        // Drop the digest, because it identifies the FIPS image.
        let plain = format!("{}:{}", parts.repository, tag.trim_end_matches(FIPS_ENDING));
        let fix = Fix::set("Use the image without FIPS", field, plain);
        problems.push(Problem::new(field, format!("`{}` is for self-managed Harness.", short(tag))).fix(fix));
    },
    fires: "image=harness/delegate:26.10.87203-fips",
    quiet: "image=harness/delegate:26.10.87203-fips&manager_url=https://harness.example.com",
};
