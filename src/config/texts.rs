//! Texts that follow from a configuration and are in more than one document: account, Region, ARNs, names of roles.

use super::Config;
use crate::document::supplied::Supplied;
use crate::document::text::Text;
use crate::facts::iam::ROLE_NAME_MAX;

impl Config {
    /// The AWS account: as given, else a reference to the one in which the commands run.
    pub fn account_text(&self) -> Text {
        let missing = || Text::supplied(Supplied::AccountId, self.aws_account_id.origin.missing());
        self.aws_account_id.known().unwrap_or_else(missing)
    }

    /// The Region.
    pub fn region_text(&self) -> Text {
        Text::supplied(Supplied::Region, self.region.text())
    }

    /// The name of the log group.
    pub fn log_group_text(&self) -> Text {
        Text::supplied(Supplied::LogGroup, self.log_group.text())
    }

    /// `arn:{partition}:{rest}`, in the partition of the Region.
    pub fn arn_of(&self, rest: impl Into<Text>) -> Text {
        Text::from("arn:")
            .then(Text::supplied(Supplied::Partition, self.partition()))
            .then(":")
            .then(rest)
    }

    /// `arn:{partition}:{service}:{region}:{account}:{resource}`, in the Region and the account.
    pub fn arn(&self, service: &str, resource: impl Into<Text>) -> Text {
        self.arn_in(self.account_text(), service, resource.into())
    }

    /// The same in another account.
    pub fn arn_in(&self, account: Text, service: &str, resource: Text) -> Text {
        let rest = Text::from(format!("{service}:"))
            .then(self.region_text())
            .then(":")
            .then(account)
            .then(":")
            .then(resource);
        self.arn_of(rest)
    }

    /// The ARN of a role of the account.
    pub fn role_arn(&self, name: impl Into<Text>) -> Text {
        let rest = Text::from("iam::").then(self.account_text());
        self.arn_of(rest.then(":role/").then(name))
    }

    /// The name of a role that is created for the service: named after it, and no longer than IAM allows.
    pub fn role_name(&self, role: &str) -> Text {
        let service = self.service_name.text().first(ROLE_NAME_MAX - role.len() - 1);
        service.then(format!("-{role}"))
    }
}
