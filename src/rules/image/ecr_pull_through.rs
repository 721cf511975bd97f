//! The image is in a pull-through cache of Amazon ECR.

use crate::aws::image::Image;
use crate::facts::ecr::PULL_THROUGH;
use crate::facts::sources;
use crate::fields;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `ecr-pull-through`
pub const RULE: Rule = Rule {
    id: "ecr-pull-through",
    severity: Severity::Info,
    what: "The image seems to be in a pull-through cache of Amazon ECR.",
    consequence: "The first pull of an image imports it. The role that this deployment creates does not allow that; the policy of the registry can. Otherwise the service stays at 0 running tasks, with *CannotPullContainerError* in its events.",
    source: sources::PULL_THROUGH,
    check: |subject, problems| {
        let field = &fields::IMAGE;
        let repository = subject.typed(field).and_then(|image| Image::parse(image).ecr());
        let namespace = repository.and_then(|repository| repository.name.split_once('/'));
        if let Some((namespace, _)) = namespace.filter(|(namespace, _)| PULL_THROUGH.contains(namespace)) {
            let message = format!(
                "If `{namespace}/` is a pull-through cache, the execution role also needs \
                 `ecr:BatchImportUpstreamImage`, and for a new repository `ecr:CreateRepository`."
            );
            problems.push(Problem::new(field, message));
        }
    },
    fires: "image=012345678901.dkr.ecr.us-west-2.amazonaws.com/docker-hub/harness/delegate:26.10.87203",
    quiet: "image=012345678901.dkr.ecr.us-west-2.amazonaws.com/harness/delegate:26.10.87203",
};
