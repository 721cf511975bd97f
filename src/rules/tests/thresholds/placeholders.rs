//! Placeholders: each gets one finding, except a placeholder that comes with the start.

use super::case::Case;

pub(super) const CASES: &[Case] = &[
    (
        "delegate_name=<DELEGATE_NAME>",
        "delegate_name",
        &["placeholder-left"],
    ),
    (
        "subnets=<SUBNET>",
        "subnets",
        &["placeholder-left", "public-ip-egress"],
    ),
    (
        "security_groups=SEC_GROUP",
        "security_groups",
        &["placeholder-left"],
    ),
    ("account_id=<ACCOUNT_ID>", "account_id", &["placeholder-left"]),
    (
        "image=harness/delegate:yy.mm.verno",
        "image",
        &["placeholder-left"],
    ),
    ("manager_url=https://<HOST>", "manager_url", &["placeholder-left"]),
    (
        "execution_role_arn=arn:aws:iam::<ACC_ID>:role/x",
        "execution_role_arn",
        &["placeholder-left"],
    ),
    ("start=docs&launch_type=EC2", "hostname", &[]),
    (
        "start=docs&launch_type=EC2&hostname=<HOST>",
        "hostname",
        &["placeholder-left"],
    ),
    ("delegate_name=", "delegate_name", &[]),
];
