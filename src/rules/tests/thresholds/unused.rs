//! Fields that have no effect.

use super::case::Case;

pub(super) const CASES: &[Case] = &[
    (
        "token_source=plain&token=0123456789abcdef0123456789abcdef&kms_key_id=arn:aws:kms:us-west-2:012345678901:key/01234567-89ab-cdef-0123-456789abcdef",
        "kms_key_id",
        &["does-not-apply"],
    ),
    (
        "token_source=plain&token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:x-d4E5f6",
        "token_secret_arn",
        &["does-not-apply"],
    ),
    ("logs=none&log_group=/a", "log_group", &["does-not-apply"]),
    (
        "launch_type=EC2&security_groups=sg-0a1b2c3d",
        "security_groups",
        &["does-not-apply"],
    ),
    (
        "launch_type=EC2&assign_public_ip=true",
        "assign_public_ip",
        &["does-not-apply"],
    ),
    (
        "launch_type=EC2&ephemeral_storage=50",
        "ephemeral_storage",
        &["does-not-apply"],
    ),
    (
        "create_roles=false&task_role_permissions=deploy-ecs",
        "task_role_permissions",
        &["does-not-apply"],
    ),
    (
        "task_role_arn=arn:aws:iam::012345678901:role/x&task_role_permissions=deploy-ecs",
        "task_role_permissions",
        &["does-not-apply"],
    ),
    (
        "assume_role_arns=arn:aws:iam::012345678901:role/x",
        "assume_role_arns",
        &["does-not-apply"],
    ),
    ("s3_bucket=build-artifacts", "s3_bucket", &["does-not-apply"]),
    ("proxy_scheme=https", "proxy_scheme", &["does-not-apply"]),
    ("no_proxy=.internal", "no_proxy", &["does-not-apply"]),
    ("proxy_password=x", "proxy_password", &["does-not-apply"]),
    (
        "proxy_password_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:p-d4E5f6",
        "proxy_password_secret_arn",
        &["does-not-apply"],
    ),
];
