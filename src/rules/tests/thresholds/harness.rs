//! Account IDs, Harness addresses, delegate tags, the init script and the proxy.

use super::case::Case;

pub(super) const CASES: &[Case] = &[
    (
        "account_id=6_vVHzo9Qeu9fXvj-AcQC",
        "account_id",
        &["account-id-format"],
    ),
    (
        "account_id=6_vVHzo9Qeu9fXvj-AcQCbb",
        "account_id",
        &["account-id-format"],
    ),
    (
        "account_id=12345678901",
        "account_id",
        &["account-id-format-hint"],
    ),
    ("account_id=123456789012", "account_id", &["account-ids-swapped"]),
    ("account_id=1234567890123456789012", "account_id", &[]),
    (
        "aws_account_id=6_vVHzo9Qeu9fXvj-AcQCb",
        "aws_account_id",
        &["account-ids-swapped"],
    ),
    (
        "aws_account_id=01234567890",
        "aws_account_id",
        &["aws-account-id-format"],
    ),
    (
        "manager_url=http://app.harness.io/",
        "manager_url",
        &["manager-url-format-hint", "manager-url-http"],
    ),
    ("manager_url=https://app3.harness.io", "log_service_url", &[]),
    (
        "log_service_url=https://app.harness.io/log-service/",
        "log_service_url",
        &[],
    ),
    (
        "log_service_url=https://app.harness.io",
        "log_service_url",
        &["log-service-mismatch"],
    ),
    (
        "delegate_tags=build-blue",
        "delegate_tags",
        &["delegate-tags-format"],
    ),
    ("delegate_tags=a,a", "delegate_tags", &["delegate-tags-format"]),
    ("delegate_tags=a,", "delegate_tags", &["delegate-tags-format"]),
    ("delegate_tags=a,b c", "delegate_tags", &[]),
    (
        "init_script=a %26%26 sudo b",
        "init_script",
        &["init-script-nonroot"],
    ),
    ("init_script=%23 yum install", "init_script", &[]),
    ("proxy_host=p&proxy_port=1", "proxy_port", &[]),
    ("proxy_host=p", "proxy_port", &["proxy-incomplete"]),
    ("proxy_port=1", "proxy_port", &["proxy-incomplete"]),
    ("proxy_host=p&proxy_port=65536", "proxy_port", &["port-range"]),
    (
        "proxy_host=p&proxy_port=1&proxy_password=x",
        "proxy_user",
        &["proxy-incomplete"],
    ),
    (
        "proxy_host=p&proxy_port=1&proxy_user=u&proxy_password=x",
        "proxy_password",
        &["token-plaintext"],
    ),
    ("proxy_user=u", "proxy_user", &["does-not-apply"]),
    ("proxy_host=p:1", "proxy_host", &["proxy-host-format"]),
    (
        "init_script=/usr/bin/yum install",
        "init_script",
        &["init-script-nonroot"],
    ),
    (
        "init_script=if ! apt-get update; then x; fi",
        "init_script",
        &["init-script-nonroot"],
    ),
    (
        "init_script=a%0Ab | (apk add c)",
        "init_script",
        &["init-script-nonroot"],
    ),
    ("init_script=echo sudo %26%26 yumx", "init_script", &[]),
    (
        "delegate_tags= a",
        "delegate_tags",
        &["accidental-whitespace", "delegate-tags-format"],
    ),
    (
        "proxy_host=p&proxy_port=1&no_proxy=a/b,10.0.0.1/,169.254.170.2",
        "no_proxy",
        &[],
    ),
    (
        "proxy_host=p&proxy_port=1&no_proxy=a, 10.0.0.0/8 ,b",
        "no_proxy",
        &["no-proxy-blanks", "no-proxy-cidr", "no-proxy-credentials"],
    ),
    ("proxy_host=p&proxy_port=1", "no_proxy", &["no-proxy-credentials"]),
    ("proxy_host=p&proxy_port=1&no_proxy=*", "no_proxy", &[]),
    ("proxy_host=p&proxy_port=1&create_roles=false", "no_proxy", &[]),
    (
        "proxy_host=p&proxy_port=1&proxy_user=u&proxy_password=not-real",
        "no_proxy",
        &[],
    ),
    (
        "proxy_host=p&proxy_port=1&proxy_user=u&proxy_password=not-real",
        "proxy_user",
        &["proxy-user-children"],
    ),
    (
        "launch_type=EC2&proxy_host=p&proxy_port=1&no_proxy=169.254.170.2",
        "no_proxy",
        &["no-proxy-credentials"],
    ),
    (
        "launch_type=EC2&proxy_host=p&proxy_port=1&no_proxy=169.254.170.2,169.254.169.254",
        "no_proxy",
        &[],
    ),
    (
        "init_script=./aws/install",
        "init_script",
        &["init-script-nonroot"],
    ),
    ("init_script=./aws/install -i ~/aws -b ~/bin", "init_script", &[]),
    ("init_script=echo mv x /usr/local/bin", "init_script", &[]),
    (
        "init_script=mv x /usr/local/bin/",
        "init_script",
        &["init-script-nonroot"],
    ),
    ("init_script=mv x /opt/harness-delegate/x", "init_script", &[]),
    ("init_script=mv x /optional/x", "init_script", &[]),
    ("init_script=echo x > /var/tmp/x", "init_script", &[]),
];
