//! The module's execution role cannot pull images from Amazon ECR.

use super::standalone::standalone;
use crate::aws::image::Image;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `tf-module-ecr`
pub const RULE: Rule = Rule {
    id: "tf-module-ecr",
    severity: Severity::Error,
    what: "The Terraform module with an image in a private ECR repository.",
    consequence: "The module's execution role has no permission for ECR: the service stays at 0 running tasks, with *CannotPullContainerError: AccessDeniedException … ecr:GetAuthorizationToken* in its events.",
    source: sources::MODULE,
    check: |subject, problems| {
        let field = &fields::IMAGE;
        let image = subject
            .typed(field)
            .filter(|image| subject.config.is_module() && Image::parse(image).ecr().is_some());
        if image.is_some() {
            problems.push(Problem::new(field, "The module's role may not pull from ECR.").fix(standalone()));
        }
    },
    fires: "way=terraform&terraform_source=module&image=012345678901.dkr.ecr.us-west-2.amazonaws.com/harness/delegate:26.10.87203",
    quiet: "way=terraform&terraform_source=module",
};
