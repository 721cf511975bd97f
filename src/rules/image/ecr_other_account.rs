//! The image is in an Amazon ECR repository of another account.

use crate::aws::image::Image;
use crate::aws::names;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Severity, short};
use crate::rules::rule::{Problem, Rule};

/// `ecr-other-account`
pub const RULE: Rule = Rule {
    id: "ecr-other-account",
    severity: Severity::Info,
    what: "The image is in an Amazon ECR repository of another account.",
    consequence: "The permissions of the execution role are not enough: the policy of that repository must allow this account `ecr:BatchCheckLayerAvailability`, `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`. Otherwise the service stays at 0 running tasks, with *CannotPullContainerError … 403 Forbidden* in its events.",
    source: sources::REPOSITORY_POLICIES,
    check: |subject, problems| {
        let field = &fields::IMAGE;
        let repository = subject.typed(field).and_then(|image| Image::parse(image).ecr());
        let own = subject.known(&fields::AWS_ACCOUNT_ID);
        let own = own.as_deref().filter(|id| names::is_account_id(id));
        if let (Some(repository), Some(own)) = (repository, own)
            && repository.account != own
        {
            let message = format!(
                "The policy of repository `{}` in account `{}` must allow account `{own}` to pull.",
                short(repository.name),
                repository.account
            );
            problems.push(Problem::new(field, message));
        }
    },
    fires: "aws_account_id=012345678901&image=999999999999.dkr.ecr.us-west-2.amazonaws.com/harness/delegate:26.10.87203",
    quiet: "aws_account_id=012345678901&image=012345678901.dkr.ecr.us-west-2.amazonaws.com/harness/delegate:26.10.87203",
};
