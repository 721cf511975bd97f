//! What the values of a field look like, and how a value is told from the words around it.

use crate::aws::arn::Arn;
use crate::aws::names;
use crate::aws::secret::SecretReference;
use crate::aws::url::{Url, is_host};
use crate::harness::{account_id, token};
use crate::rules::harness::{is_delegate_name, manager_url};
use crate::rules::image;

/// What the values of a field look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The name of a delegate.
    DelegateName,
    /// A Harness account ID.
    AccountId,
    /// The manager URL.
    Manager,
    /// Another URL.
    Url,
    /// A delegate token.
    Token,
    /// The ARN of a secret.
    SecretArn,
    /// A container image.
    Image,
    /// The code of a Region.
    Region,
    /// The name of an ECS resource.
    EcsName,
    /// The name of a host.
    Host,
    /// IDs of resources with this prefix, between commas.
    Ids(&'static str),
    /// An AWS account ID.
    AwsAccount,
    /// The ARN of a role.
    RoleArn,
    /// ARNs of roles, between commas.
    RoleArns,
    /// The name of an S3 bucket.
    Bucket,
    /// The ARN of a KMS key.
    KmsKey,
    /// The name of a log group.
    LogGroup,
    /// A field whose own text nobody judges here. Its name in another field says that the value belongs to it.
    Foreign,
}

/// What comes before the account ID in the address of a page of Harness.
const ACCOUNT_PATH: &str = "/account/";

impl Shape {
    /// Whether the text is right as it is. Then it has nothing around its value.
    pub fn is_legal(self, text: &str) -> bool {
        match self {
            Self::DelegateName => is_delegate_name(text),
            Self::Token => token::is_token(text),
            Self::Manager => manager_url::wrong(text).is_none(),
            Self::Foreign => true,
            _ => self.value(text).is_some_and(|value| value == text),
        }
    }

    /// Returns the value if the word is one, or holds one: an account ID in an address, a manager URL with a path.
    pub fn value(self, word: &str) -> Option<String> {
        let is_role = |arn: Arn| arn.service == "iam" && arn.resource.starts_with("role/");
        let is_one = match self {
            Self::DelegateName => names::is_ecs_name(&word.replace('.', "-")),
            Self::AccountId => return account_in(word).map(str::to_owned),
            Self::Manager => return manager(word),
            Self::Url => Url::parse(word).is_some() && !word.contains(char::is_whitespace),
            Self::Token => !word.is_empty(),
            Self::SecretArn => SecretReference::parse(word).is_ok_and(|secret| secret.arn.is_some()),
            Self::Image => image::wrong(word).is_none(),
            Self::EcsName => names::is_ecs_name(word),
            Self::Host => is_host(word),
            Self::AwsAccount => names::is_account_id(word),
            Self::RoleArn | Self::RoleArns => is_clean(word) && Arn::parse(word).is_some_and(is_role),
            Self::Bucket => names::is_bucket(word),
            Self::KmsKey => is_clean(word) && Arn::parse(word).is_some_and(|arn| arn.service == "kms"),
            Self::LogGroup => names::is_log_group(word),
            Self::Ids(prefix) => return ids(prefix, word),
            Self::Region | Self::Foreign => false,
        };
        is_one.then(|| word.to_owned())
    }

    /// Whether a word is so clearly a value that it may be picked from among other words.
    pub fn picks(self, word: &str) -> bool {
        match self {
            Self::Image => is_image(word),
            Self::AccountId
            | Self::SecretArn
            | Self::Ids(_)
            | Self::RoleArn
            | Self::RoleArns
            | Self::KmsKey => self.value(word).is_some(),
            Self::Manager | Self::Url => Url::parse(word).is_some() && self.value(word).is_some(),
            Self::Token => token::is_issued(word),
            _ => false,
        }
    }

    /// Whether the field takes several values.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Ids(_) | Self::RoleArns)
    }
}

/// Whether a word is clearly an image or a URL, as in the command that Harness shows for a new delegate.
pub fn is_image_or_url(word: &str) -> bool {
    is_image(word) || Url::parse(word).is_some()
}

fn is_image(word: &str) -> bool {
    word.contains('/') && word.contains([':', '@']) && image::wrong(word).is_none()
}

/// Whether an ARN has no character that only text around it has.
fn is_clean(word: &str) -> bool {
    let is_of_arn = |c: char| c.is_ascii_alphanumeric() || "_+=.@-:/*?".contains(c);
    word.chars().all(is_of_arn)
}

fn account_in(word: &str) -> Option<&str> {
    if account_id::is_account_id(word) {
        return Some(word);
    }
    Url::parse(word)?;
    let (_, behind) = word.split_once(ACCOUNT_PATH)?;
    let id = behind.split(['/', '?', '#', '&']).next()?;
    account_id::is_account_id(id).then_some(id)
}

fn manager(word: &str) -> Option<String> {
    // Without a scheme, an image looks like a host with a path.
    if is_image(word) {
        return None;
    }
    let meant = match manager_url::wrong(word) {
        None => word.to_owned(),
        Some((_, meant)) => meant?,
    };
    Some(meant.trim_end_matches('/').to_owned())
}

/// Returns the IDs of a word, between commas. An input of one line joins the lines of a pasted list.
fn ids(prefix: &str, word: &str) -> Option<String> {
    let (mut found, mut rest) = (Vec::new(), word);
    while !rest.is_empty() {
        let digits = rest.strip_prefix(prefix)?;
        let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        let end = digits.find(|c| !is_digit(c)).unwrap_or(digits.len());
        let (id, after) = rest.split_at(prefix.len() + end);
        if !names::is_resource_id(prefix, id) {
            return None;
        }
        found.push(id);
        rest = after;
    }
    (!found.is_empty()).then(|| found.join(","))
}
