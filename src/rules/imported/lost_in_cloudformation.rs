//! CloudFormation has no place for a part of an imported document.

use super::document::{lost, said};
use crate::choices::Way;
use crate::document::conform::CLOUDFORMATION;
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::Rule;

/// `lost-in-cloudformation`
pub const RULE: Rule = Rule {
    id: "lost-in-cloudformation",
    severity: Severity::Warning,
    what: "CloudFormation has no place for a part of an imported document.",
    consequence: "The file leaves it out, so what it deploys is not what was imported. The files of AWS CLI and of Script hold all of it.",
    source: sources::CLOUDFORMATION_TASK,
    check: |subject, problems| {
        if subject.config.way == Way::CloudFormation {
            said(&lost(subject, &CLOUDFORMATION), "CloudFormation", problems);
        }
    },
    fires: "way=cloudformation\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\"}], \"trustedExecutionConfiguration\": {\"isolationMode\": \"a\"}}",
    quiet: "way=cloudformation\n{\"family\": \"a\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"harness/delegate:26.10.87203\"}], \"pidMode\": \"task\"}",
};
