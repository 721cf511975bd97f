//! What another resource of the deployment supplies to a text.

/// A secret of the task that this page's user knows: AWS Secrets Manager keeps it, and the task definition names its
/// ARN. Code that names a secret matches on its kind, so that a new kind does not compile until every format has a name
/// for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SecretKind {
    /// The token with which the delegate registers.
    DelegateToken,
    /// The password of the proxy between the delegate and Harness.
    ProxyPassword,
}

/// Something that another resource supplies. Each format resolves it: JSON shows a placeholder or the computed text, a
/// script its variable, Terraform and CloudFormation their own reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Supplied {
    /// The AWS account ID.
    AccountId,
    /// The Region.
    Region,
    /// The partition of the Region.
    Partition,
    /// The name of the log group.
    LogGroup,
    /// The ARN of the execution role.
    ExecutionRoleArn,
    /// The ARN of the task role.
    TaskRoleArn,
    /// The ARN of a secret in AWS Secrets Manager.
    SecretArn(SecretKind),
    /// The delegate token itself, where the task definition holds it in plain text and the form does not have it.
    PlainToken,
    /// A list: the subnets of the tasks.
    Subnets,
    /// A list: the security groups of the tasks.
    SecurityGroups,
    /// `ENABLED` or `DISABLED`, where that depends on the subnets that a script finds.
    AssignPublicIp,
    /// The task definition with its revision; a JSON file names its family.
    TaskDefinitionArn,
}
