//! Texts that several documents share and that follow from the configuration: account, Region, ARNs and role names.

use super::Config;
use crate::document::supplied::Supplied;
use crate::document::text::Text;
use crate::facts::iam::ROLE_NAME_MAX;

impl Config {
    /// Returns the AWS account ID, as a reference that each format can replace with its own: to the account in which the
    /// commands run.
    pub fn account_text(&self) -> Text {
        Text::supplied(Supplied::AccountId, self.aws_account_id.text())
    }

    /// Returns the Region, as a reference that each format can replace with its own.
    pub fn region_text(&self) -> Text {
        Text::supplied(Supplied::Region, self.region.text())
    }

    /// Returns the name of the log group, as a reference that each format can replace with its own.
    pub fn log_group_text(&self) -> Text {
        Text::supplied(Supplied::LogGroup, self.log_group.text())
    }

    /// Returns `arn:{partition}:{rest}`, in the partition of the Region.
    pub fn arn_of(&self, rest: impl Into<Text>) -> Text {
        Text::from("arn:")
            .then(Text::supplied(Supplied::Partition, self.partition()))
            .then(":")
            .then(rest)
    }

    /// Returns `arn:{partition}:{service}:{region}:{account}:{resource}`, in the configured Region and account.
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

    /// Returns the ARN of a role in the account.
    pub fn role_arn(&self, name: impl Into<Text>) -> Text {
        self.role_arn_in(self.account_text(), name)
    }

    /// Returns the ARN of a role in another account.
    pub fn role_arn_in(&self, account: Text, name: impl Into<Text>) -> Text {
        let rest = Text::from("iam::").then(account);
        self.arn_of(rest.then(":role/").then(name))
    }

    /// Returns the ARN of a policy in the account.
    pub fn policy_arn(&self, name: impl Into<Text>) -> Text {
        let rest = Text::from("iam::").then(self.account_text());
        self.arn_of(rest.then(":policy/").then(name))
    }

    /// Returns the name of a role that the deployment creates: the service's name, cut to fit IAM's limit, and
    /// `-{role}`.
    pub fn role_name(&self, role: &str) -> Text {
        let service = self.service_name.text().first(ROLE_NAME_MAX - role.len() - 1);
        service.then(format!("-{role}"))
    }
}
