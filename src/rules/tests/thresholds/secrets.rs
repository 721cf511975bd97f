//! Tokens, secrets, keys, roles, Region and logs.

use super::case::Case;

pub(super) const CASES: &[Case] = &[
    (
        "token_source=plain&token=x",
        "token",
        &["token-format", "token-plaintext"],
    ),
    (
        "token_source=plain&token=0123456789abcdef0123456789abcdef",
        "token",
        &["token-plaintext"],
    ),
    ("token=x", "token", &["does-not-apply"]),
    (
        "token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:x-a1B2c",
        "token_secret_arn",
        &["secret-arn-partial"],
    ),
    (
        "token_secret_arn=arn:aws:secretsmanager:us-west-1:012345678901:secret:x-a1B2c3",
        "token_secret_arn",
        &["secret-region"],
    ),
    (
        "token_secret_arn=arn:aws-cn:secretsmanager:us-west-2:012345678901:secret:x-a1B2c3",
        "token_secret_arn",
        &["partition-region"],
    ),
    (
        "token_secret_arn=arn:aws:ssm:us-west-2:012345678901:parameter/token",
        "token_secret_arn",
        &[],
    ),
    (
        "token_secret_arn=token",
        "token_secret_arn",
        &["secret-arn-format"],
    ),
    ("secret_env=A=parameter", "secret_env", &[]),
    ("secret_env=A=parameter&create_roles=false", "secret_env", &[]),
    (
        "execution_role_arn=ecsTaskExecutionRole",
        "execution_role_arn",
        &["role-arn-format"],
    ),
    (
        "aws_account_id=999999999999&task_role_arn=arn:aws:iam::012345678901:role/x",
        "task_role_arn",
        &["role-arn-format", "task-role-given"],
    ),
    (
        "task_role_arn=arn:aws:iam::6_vVHzo9Qeu9fXvj-AcQCb:role/x",
        "task_role_arn",
        &["account-ids-swapped"],
    ),
    (
        "region=us-gov-west-1&task_role_arn=arn:aws-us-gov:iam::012345678901:role/x",
        "task_role_arn",
        &["task-role-given"],
    ),
    (
        "region=us-gov-west-1&task_role_arn=arn:aws:iam::012345678901:role/x",
        "task_role_arn",
        &["partition-region", "task-role-given"],
    ),
    ("region=mars-1", "region", &["region-unknown"]),
    ("region=us-iso-east-1", "region", &[]),
    ("log_group={512}", "log_group", &[]),
    ("log_group={513}", "log_group", &["log-group-format"]),
    ("log_retention=29", "log_retention", &["log-retention-unknown"]),
    ("log_retention=3653", "log_retention", &[]),
    ("log_retention=3654", "log_retention", &["log-retention-unknown"]),
    ("logs=none&log_retention=29", "log_retention", &["does-not-apply"]),
    (
        "kms_key_id=arn:aws:kms:us-west-2:012345678901:key/mrk-0aZ",
        "kms_key_id",
        &[],
    ),
    (
        "kms_key_id=arn:aws:kms:us-west-2:012345678901:key/",
        "kms_key_id",
        &["kms-key-format"],
    ),
    (
        "kms_key_id=arn:aws:kms:us-west-2:012345678901:key/a_b",
        "kms_key_id",
        &["kms-key-format"],
    ),
    (
        "kms_key_id=arn:aws:kms:us-west-2:012345678901:alias/a",
        "kms_key_id",
        &["kms-key-format"],
    ),
    (
        "kms_key_id=arn:aws:kms::012345678901:key/a",
        "kms_key_id",
        &["kms-key-format"],
    ),
    (
        "kms_key_id=arn:gcp:kms:us-west-2:012345678901:key/a",
        "kms_key_id",
        &["kms-key-format"],
    ),
    (
        "kms_key_id=arn:aws:ssm:us-west-2:012345678901:key/a",
        "kms_key_id",
        &["kms-key-format"],
    ),
    (
        "kms_key_id=arn:aws:kms:us-west-2:01234567890:key/a",
        "kms_key_id",
        &["kms-key-format"],
    ),
    (
        "kms_key_id=arn:aws:kms:us-west-2:6_vVHzo9Qeu9fXvj-AcQCb:key/a",
        "kms_key_id",
        &["account-ids-swapped"],
    ),
];
