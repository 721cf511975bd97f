//! The values that other resources of the deployment supply to a text.

/// A secret of the task whose value the user knows. AWS Secrets Manager stores it, and the task definition contains its
/// ARN. Each format matches on the kind without a wildcard, so a new kind does not compile until every format has names
/// for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SecretKind {
    /// The token with which the delegate registers at Harness.
    DelegateToken,
    /// The password of the proxy between the delegate and Harness.
    ProxyPassword,
}

/// A value that another resource supplies. Each format resolves it in its own way: JSON shows a placeholder or the
/// computed text, a script uses a variable, and Terraform and CloudFormation use a reference.
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
    /// The name of the policy that a Terraform file creates for the module.
    DelegatePolicyName,
    /// The ARN of the execution role.
    ExecutionRoleArn,
    /// The ARN of the task role.
    TaskRoleArn,
    /// The ARN of a secret in AWS Secrets Manager.
    SecretArn(SecretKind),
    /// The delegate token itself, if the task definition contains it in plain text and the form does not have it.
    PlainToken,
    /// The subnets of the tasks. The value is a list.
    Subnets,
    /// The security groups of the tasks. The value is a list.
    SecurityGroups,
    /// `ENABLED` or `DISABLED`, if this depends on subnets that a script finds.
    AssignPublicIp,
    /// The ARN of the task definition's registered revision. A JSON file shows the family.
    TaskDefinitionArn,
}
