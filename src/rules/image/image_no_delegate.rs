//! The image does not look like a delegate's.

use super::image_format;
use crate::aws::image::Image;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::harness::image::may_be_delegate;
use crate::rules::rule::{Problem, Rule};

/// `image-no-delegate`
pub const RULE: Rule = Rule {
    id: "image-no-delegate",
    severity: Severity::Info,
    what: "Neither the name nor the tag of the image is that of a delegate.",
    consequence: "A container that is not a delegate never appears in Harness. The health check on port 3460 fails, and ECS replaces the task again and again.",
    source: sources::IMAGES,
    check: |subject, problems| {
        let field = &fields::IMAGE;
        let Some(image) = subject.typed(field) else { return };
        if image_format::wrong(image).is_none() && !may_be_delegate(&Image::parse(image)) {
            let message = format!("Is `{}` the image of a delegate?", short(image));
            problems.push(Problem::new(field, message));
        }
    },
    fires: "image=nginx:1.27",
    quiet: "image=012345678901.dkr.ecr.us-west-2.amazonaws.com/platform/runner:26.10.87203",
};
