//! AWS IAM: accounts and roles.

/// The number of digits in an AWS account ID. Source: botocore's IAM `accountIdType`, read 2026-11.
pub const ACCOUNT_ID_DIGITS: usize = 12;

/// The maximum length of a role name, in characters. Source: botocore's IAM `roleNameType`, read 2026-11.
pub const ROLE_NAME_MAX: usize = 64;

/// The name of the execution role that the ECS console creates.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html>, read 2026-11.
pub const EXECUTION_ROLE: &str = "ecsTaskExecutionRole";

/// The maximum sizes of policies, in characters without white space, which IAM does not count: all inline policies of a
/// user, a managed policy, and all inline policies of a role.
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>, section "IAM character limits",
/// and <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html> (`UserPolicySizeQuota`,
/// "in non-whitespace characters"), read 2026-11.
pub const USER_POLICY_MAX: usize = 2048;
/// See [`USER_POLICY_MAX`].
pub const MANAGED_POLICY_MAX: usize = 6144;
/// See [`USER_POLICY_MAX`].
pub const ROLE_POLICY_MAX: usize = 10240;
