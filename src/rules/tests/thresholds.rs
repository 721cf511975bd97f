//! Tests each rule one step on either side of its threshold.

use super::{findings, form};
use crate::finding::Severity;

/// Parameters on top of the good configuration, a field, and the rules that fire on it, including infos.
pub(super) const CASES: &[(&str, &str, &[&str])] = &[
    // Names.
    ("family={255}", "family", &[]),
    ("family={256}", "family", &["family-format"]),
    ("cluster={255}", "cluster", &[]),
    ("cluster={256}", "cluster", &["cluster-name-format"]),
    ("service_name={255}", "service_name", &[]),
    ("service_name={256}", "service_name", &["service-name-format"]),
    (
        "container_name={256}",
        "container_name",
        &["container-name-format"],
    ),
    ("container_name=a.b", "container_name", &["container-name-format"]),
    ("delegate_name={63}", "delegate_name", &[]),
    ("delegate_name={64}", "delegate_name", &["delegate-name-format"]),
    (
        "way=terraform&terraform_source=module&delegate_name={26}",
        "delegate_name",
        &[],
    ),
    (
        "way=terraform&terraform_source=module&delegate_name={27}",
        "delegate_name",
        &["tf-module-name-length"],
    ),
    (
        "way=terraform&terraform_source=standalone&delegate_name={27}",
        "delegate_name",
        &[],
    ),
    (
        "way=cli&terraform_source=module&delegate_name={27}",
        "delegate_name",
        &[],
    ),
    (
        "start=docs&launch_type=EC2&delegate_name=a.b",
        "container_name",
        &["container-name-format"],
    ),
    (
        "start=docs&launch_type=EC2&delegate_name=<X>",
        "container_name",
        &[],
    ),
    // Placeholders: each gets one finding, except a placeholder that comes with the start.
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
    // Sizes.
    ("cpu=256&memory=512", "memory", &["delegate-too-small"]),
    ("cpu=256&memory=2048", "memory", &[]),
    ("cpu=256&memory=3072", "memory", &["fargate-size-pair"]),
    ("cpu=16384&memory=122880", "memory", &[]),
    ("cpu=16384&memory=131072", "memory", &["fargate-size-pair"]),
    ("cpu=32768&memory=131072", "cpu", &["fargate-size-pair"]),
    ("cpu=1024&memory=", "cpu", &[]),
    ("cpu=1000&memory=", "cpu", &["fargate-size-pair"]),
    ("launch_type=EC2&cpu=1000&memory=3000", "cpu", &[]),
    (
        "launch_type=EC2&cpu=127",
        "cpu",
        &["ec2-cpu-range", "delegate-too-small"],
    ),
    ("launch_type=EC2&cpu=196608", "cpu", &[]),
    ("launch_type=EC2&cpu=196609", "cpu", &["ec2-cpu-range"]),
    ("launch_type=EC2&cpu=511", "cpu", &["delegate-too-small"]),
    ("launch_type=EC2&cpu=512", "cpu", &[]),
    ("launch_type=EC2&memory=2047", "memory", &["delegate-too-small"]),
    ("launch_type=EC2&memory=2048", "memory", &[]),
    ("launch_type=EC2&memory=5", "memory", &["container-memory-min"]),
    ("launch_type=EC2&memory=6", "memory", &["delegate-too-small"]),
    ("launch_type=EC2&memory=", "memory", &["ec2-memory-missing"]),
    ("container_memory=2048", "container_memory", &[]),
    (
        "container_memory=2049",
        "container_memory",
        &["container-memory-over-task"],
    ),
    (
        "container_memory=2047",
        "container_memory",
        &["delegate-too-small"],
    ),
    ("memory=4096&container_memory=3840", "container_memory", &[]),
    (
        "memory=4096&container_memory=3839",
        "container_memory",
        &["memory-unreachable"],
    ),
    ("container_cpu=1024", "container_cpu", &[]),
    (
        "container_cpu=1025",
        "container_cpu",
        &["container-cpu-over-task"],
    ),
    ("container_cpu=1", "container_cpu", &["container-cpu-one"]),
    ("container_cpu=2", "container_cpu", &[]),
    ("ephemeral_storage=20", "ephemeral_storage", &["ephemeral-range"]),
    ("ephemeral_storage=21", "ephemeral_storage", &[]),
    ("ephemeral_storage=200", "ephemeral_storage", &[]),
    ("ephemeral_storage=201", "ephemeral_storage", &["ephemeral-range"]),
    (
        "launch_type=EC2&ephemeral_storage=5",
        "ephemeral_storage",
        &["does-not-apply"],
    ),
    // The image. Today is 2026-11-24.
    ("image=harness/delegate:26.05.86000", "image", &["image-expired"]),
    ("image=harness/delegate:26.06.86000", "image", &[]),
    ("image=acme/delegate:22.12.77802", "image", &[]),
    (
        "image=mirror.example/harness/delegate:22.12.77802",
        "image",
        &["image-expired"],
    ),
    ("image=harness/delegate:26.10.8720", "image", &["image-tag"]),
    ("image=acme/delegate:7", "image", &[]),
    ("image=acme/delegate", "image", &["image-tag"]),
    (
        "image=harness/delegate:26.10.87203.minimal-fips",
        "image",
        &["image-fips"],
    ),
    ("image=a/{253}", "image", &["image-tag"]),
    ("image=a/{254}", "image", &["image-format"]),
    // The network.
    (
        "subnets=subnet-0a1b2c3",
        "subnets",
        &["public-ip-egress", "subnet-id-format"],
    ),
    (
        "subnets=subnet-0a1b2c3d4e5f678901",
        "subnets",
        &["public-ip-egress", "subnet-id-format"],
    ),
    (
        "launch_type=EC2&subnets=subnet-0a1b2c3d",
        "subnets",
        &["ec2-awsvpc"],
    ),
    (
        "launch_type=EC2&security_groups=sg-0a1b2c3d",
        "security_groups",
        &["does-not-apply"],
    ),
    (
        "security_groups=sg-0a1b2c30,sg-0a1b2c31,sg-0a1b2c32,sg-0a1b2c33,sg-0a1b2c34,sg-0a1b2c35",
        "security_groups",
        &["sg-count"],
    ),
    (
        "launch_type=EC2&assign_public_ip=true",
        "assign_public_ip",
        &["does-not-apply"],
    ),
    (
        "launch_type=EC2&subnets=subnet-0a1b2c3d&assign_public_ip=true",
        "assign_public_ip",
        &["public-ip-ec2"],
    ),
    (
        "launch_type=EC2&subnets=subnet-0a1b2c3d&hostname=a",
        "hostname",
        &["hostname-awsvpc"],
    ),
    ("launch_type=EC2&hostname={63}.{63}.{63}.{61}", "hostname", &[]),
    (
        "launch_type=EC2&hostname={63}.{63}.{63}.{62}",
        "hostname",
        &["hostname-format"],
    ),
    ("launch_type=EC2&hostname={63}", "hostname", &[]),
    ("launch_type=EC2&hostname={64}", "hostname", &["hostname-format"]),
    (
        "launch_type=EC2&container_port=21",
        "container_port",
        &["static-host-port"],
    ),
    (
        "launch_type=EC2&container_port=22",
        "container_port",
        &["reserved-host-port"],
    ),
    (
        "launch_type=EC2&container_port=8080",
        "container_port",
        &["port-8080-unused", "static-host-port"],
    ),
    (
        "launch_type=EC2&container_port=32768",
        "container_port",
        &["ephemeral-host-port", "static-host-port"],
    ),
    (
        "launch_type=EC2&container_port=51681",
        "container_port",
        &["ephemeral-host-port", "static-host-port"],
    ),
    (
        "launch_type=EC2&subnets=subnet-0a1b2c3d&container_port=22",
        "container_port",
        &[],
    ),
    ("container_port=0", "container_port", &["port-range"]),
    ("container_port=1", "container_port", &[]),
    ("container_port=65536", "container_port", &["port-range"]),
    // The service.
    ("stop_timeout=1", "stop_timeout", &["stop-timeout-range"]),
    ("stop_timeout=2", "stop_timeout", &["stop-timeout-short"]),
    ("stop_timeout=", "stop_timeout", &["stop-timeout-short"]),
    ("stop_timeout=121", "stop_timeout", &["stop-timeout-range"]),
    (
        "launch_type=EC2&stop_timeout=1",
        "stop_timeout",
        &["stop-timeout-short"],
    ),
    (
        "launch_type=EC2&stop_timeout=121",
        "stop_timeout",
        &["stop-timeout-long-ec2"],
    ),
    ("desired_count=0", "desired_count", &["desired-count-zero"]),
    ("desired_count=1", "desired_count", &["desired-count-one"]),
    ("desired_count=2", "desired_count", &[]),
    ("minimum_healthy_percent=100", "minimum_healthy_percent", &[]),
    (
        "minimum_healthy_percent=101",
        "minimum_healthy_percent",
        &["deployment-percent"],
    ),
    ("maximum_percent=99", "maximum_percent", &["deployment-percent"]),
    ("maximum_percent=100", "maximum_percent", &["deployment-percent"]),
    (
        "maximum_percent=100&minimum_healthy_percent=99",
        "maximum_percent",
        &["deployment-blocked"],
    ),
    (
        "maximum_percent=100&minimum_healthy_percent=99&desired_count=100",
        "maximum_percent",
        &[],
    ),
    ("maximum_percent=199", "maximum_percent", &["deployment-blocked"]),
    ("maximum_percent=200", "maximum_percent", &[]),
    (
        "maximum_percent=149&desired_count=2",
        "maximum_percent",
        &["deployment-blocked"],
    ),
    ("maximum_percent=150&desired_count=2", "maximum_percent", &[]),
    (
        "platform_version=1.3.0",
        "platform_version",
        &["platform-version-old-hint"],
    ),
    ("platform_version=1.4.0", "platform_version", &[]),
    (
        "platform_version=1.3.0&cpu=4096&memory=8192",
        "platform_version",
        &["platform-version-old-hint"],
    ),
    (
        "platform_version=1.3.0&cpu=8192&memory=16384",
        "platform_version",
        &["platform-version-old"],
    ),
    (
        "platform_version=1.3.0&enable_execute_command=true",
        "platform_version",
        &["platform-version-old"],
    ),
    (
        "platform_version=1.4",
        "platform_version",
        &["platform-version-format"],
    ),
    (
        "launch_type=EC2&platform_version=1.3.0",
        "platform_version",
        &["does-not-apply"],
    ),
    ("capacity=mine", "capacity", &["launch-type-compat"]),
    (
        "launch_type=EC2&capacity=mine",
        "capacity",
        &["capacity-provider-new-cluster"],
    ),
    (
        "launch_type=EC2&capacity=mine&create_cluster=false",
        "capacity",
        &["capacity-provider-association"],
    ),
    (
        "launch_type=EC2&capacity=awsmine",
        "capacity",
        &["capacity-name-format", "capacity-provider-new-cluster"],
    ),
    (
        "launch_type=EC2&capacity=FARGATE",
        "capacity",
        &["launch-type-compat"],
    ),
    (
        "enable_execute_command=true&create_roles=false&task_role_arn=arn:aws:iam::012345678901:role/x",
        "enable_execute_command",
        &[],
    ),
    // Harness.
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
    // Secrets and roles.
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
    ("secret_env=A=parameter", "secret_env", &["secret-arn-format"]),
    ("secret_env=A=parameter&create_roles=false", "secret_env", &[]),
    (
        "execution_role_arn=ecsTaskExecutionRole",
        "execution_role_arn",
        &["role-arn-format"],
    ),
    (
        "aws_account_id=999999999999&task_role_arn=arn:aws:iam::012345678901:role/x",
        "task_role_arn",
        &["role-arn-format"],
    ),
    (
        "task_role_arn=arn:aws:iam::6_vVHzo9Qeu9fXvj-AcQCb:role/x",
        "task_role_arn",
        &["account-ids-swapped"],
    ),
    (
        "region=us-gov-west-1&task_role_arn=arn:aws-us-gov:iam::012345678901:role/x",
        "task_role_arn",
        &[],
    ),
    (
        "region=us-gov-west-1&task_role_arn=arn:aws:iam::012345678901:role/x",
        "task_role_arn",
        &["partition-region"],
    ),
    ("region=mars-1", "region", &["region-unknown"]),
    ("region=us-iso-east-1", "region", &[]),
    ("log_group={512}", "log_group", &[]),
    ("log_group={513}", "log_group", &["log-group-format"]),
    ("log_retention=29", "log_retention", &["log-retention-unknown"]),
    ("log_retention=3653", "log_retention", &[]),
    ("log_retention=3654", "log_retention", &["log-retention-unknown"]),
    ("logs=none&log_retention=29", "log_retention", &["does-not-apply"]),
    // Rows.
    ("tags={128}=1", "tags", &[]),
    ("tags={129}=1", "tags", &["tags-invalid"]),
    ("tags=a={256}", "tags", &[]),
    ("tags=a={257}", "tags", &["tags-invalid"]),
    ("tags=AWS:a=1", "tags", &["tags-invalid"]),
    ("tags=awsa=1", "tags", &[]),
    ("tags=a=aws:1", "tags", &["tags-invalid"]),
    ("tags=a=1&tags=a=1", "tags", &["tags-invalid"]),
    ("tags=a=1&tags=A=1", "tags", &[]),
    ("tags=a=Größe 1", "tags", &[]),
    ("tags=a!=1", "tags", &["tags-invalid"]),
    ("env=A=1&env=A=2", "env", &["env-secret-duplicate"]),
    ("env=1A=1", "env", &["env-name-format"]),
    ("env=DELEGATE_TOKEN=1", "env", &["reserved-env-token"]),
    ("env=DELEGATE_TYPE=DOCKER", "env", &["reserved-env"]),
    ("env=DELEGATE_DESCRIPTION=x", "env", &[]),
    (
        "env=DELEGATE_DESCRIPTION=x&delegate_description=y",
        "env",
        &["reserved-env"],
    ),
    (
        "env=PROXY_HOST=x&proxy_host=p&proxy_port=1",
        "env",
        &["reserved-env"],
    ),
    ("env=DELEGATE_HTTP_PORT=3460", "env", &[]),
    ("env=DELEGATE_HTTP_PORT=3461", "env", &["health-check-port"]),
    ("env=PRECHECK_CONN=1", "env", &["bool-string"]),
    ("env=MY_TOKEN=x", "env", &["env-secret-plain"]),
    ("env=MY_TOKEN=", "env", &[]),
    ("env=A=<TOKEN>", "env", &["placeholder-left"]),
    // Other cases that lie just inside or outside a rule.
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
    (
        "subnets=subnet-0a1b2c3d,subnet-0a1b2c3d",
        "subnets",
        &["public-ip-egress", "subnet-count"],
    ),
    (
        "subnets=subnet-0A1B2C3D,subnet-0a1b2c3e",
        "subnets",
        &["public-ip-egress", "subnet-id-format"],
    ),
    (
        "subnets=subnet-0A1B2C3D,x",
        "subnets",
        &["public-ip-egress", "subnet-id-format"],
    ),
    (
        "subnets=<SUBNET>,x",
        "subnets",
        &["placeholder-left", "public-ip-egress", "subnet-id-format"],
    ),
    (
        "security_groups=sg-0a1b2c30,sg-0a1b2c31,sg-0a1b2c32,sg-0a1b2c33,sg-0a1b2c34",
        "security_groups",
        &[],
    ),
    (
        "launch_type=EC2&container_port=65535",
        "container_port",
        &["ephemeral-host-port", "static-host-port"],
    ),
    (
        "launch_type=EC2&container_port=65536",
        "container_port",
        &["port-range"],
    ),
    (
        "platform_version=1.3.0&architecture=ARM64",
        "platform_version",
        &["platform-version-old"],
    ),
    (
        "platform_version=1.3.0&ephemeral_storage=50",
        "platform_version",
        &["platform-version-old"],
    ),
    (
        "platform_version=1.3.0&secret_env=A=arn:aws:secretsmanager:us-west-2:012345678901:secret:a-d4E5f6:k",
        "platform_version",
        &["platform-version-old"],
    ),
    (
        "platform_version=1.3.0&secret_env=A=arn:aws:secretsmanager:us-west-2:012345678901:secret:a-d4E5f6:::",
        "platform_version",
        &["platform-version-old-hint"],
    ),
    (
        "platform_version=1.4.0.0",
        "platform_version",
        &["platform-version-format"],
    ),
    (
        "minimum_healthy_percent=101&maximum_percent=150",
        "maximum_percent",
        &[],
    ),
    (
        "minimum_healthy_percent=99&maximum_percent=100&desired_count=99",
        "maximum_percent",
        &["deployment-blocked"],
    ),
    (
        "minimum_healthy_percent=50&maximum_percent=100&desired_count=2",
        "maximum_percent",
        &[],
    ),
    ("desired_count=0&maximum_percent=150", "maximum_percent", &[]),
    ("tags=a.b:/=1", "tags", &[]),
    ("tags=a=b+c-d@e f", "tags", &[]),
    ("tags=a=b%09c", "tags", &["tags-invalid"]),
    ("tags=a=AWS:b", "tags", &["tags-invalid"]),
    ("capacity=fargate_spot", "capacity", &["capacity-name-format"]),
    (
        "launch_type=EC2&capacity=fargate_spot",
        "capacity",
        &["capacity-name-format", "capacity-provider-new-cluster"],
    ),
    ("capacity=a.b", "capacity", &["capacity-name-format"]),
    ("capacity=ecs-a", "capacity", &["capacity-name-format"]),
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
        "proxy_host=p&proxy_port=1&no_proxy=a/b,10.0.0.1/",
        "no_proxy",
        &[],
    ),
    (
        "proxy_host=p&proxy_port=1&no_proxy=a, 10.0.0.0/8 ,b",
        "no_proxy",
        &["no-proxy-cidr"],
    ),
    ("env=DELEGATE_HTTP_PORT=x", "env", &["health-check-port"]),
    ("env=PRECHECK_CONN=Off", "env", &["bool-string"]),
    ("env=PRECHECK_CONN=maybe", "env", &["bool-string"]),
    ("env=PRECHECK_CONN=false", "env", &[]),
    ("env=A_=1&env=_A=1&env=a1=1", "env", &[]),
    ("env=MY_TOKEN=true", "env", &[]),
    ("env=MY_TOKEN=12", "env", &[]),
    ("env=MY_TOKEN=/a", "env", &[]),
    ("env=MY_TOKEN=arn:a", "env", &[]),
    ("env=A=1&env=B=2&env=A=3", "env", &["env-secret-duplicate"]),
    (
        "image=harness/delegate:26.10.87203-fips&manager_url=https://xharness.io",
        "image",
        &[],
    ),
    (
        "image=harness/delegate:26.10.87203-fips&manager_url=https://harness.io",
        "image",
        &["image-fips"],
    ),
    ("image=harness/delegate@sha256:{64}", "image", &["image-format"]),
    // Fields that have no effect.
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

#[test]
fn each_rule_begins_at_its_threshold() {
    let mut wrong = Vec::new();
    for (parameters, field, expected) in CASES {
        let all = findings(&form(parameters));
        let on_field = all.iter().filter(|finding| finding.field == *field);
        let mut rules: Vec<&str> = on_field.map(|finding| finding.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        if rules != expected {
            wrong.push(format!("{parameters} on {field}: {rules:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_account_is_asked_for_where_a_file_names_it() {
    let missing = |parameters: &str| {
        let plain = "token_source=plain&token=0123456789abcdef0123456789abcdef&token_secret_arn=";
        let (config, _) = crate::read(&form(&format!("{plain}&{parameters}")));
        crate::fields::missing(&config)
            .iter()
            .any(|field| field.key == "aws_account_id")
    };
    assert!(missing("create_roles=true") && missing("create_roles=false"));
    let role = "execution_role_arn=arn:aws:iam::012345678901:role/x";
    assert!(!missing(&format!("create_roles=false&{role}")));
    assert!(!missing("create_roles=false&launch_type=EC2&logs=none"));
}

#[test]
fn lists_have_their_lengths() {
    let subnets = |count: u32| {
        let all: Vec<String> = (0..count).map(|at| format!("subnet-{at:08x}")).collect();
        fired(&format!("subnets={}", all.join(",")), "subnet-count")
    };
    assert!(!subnets(16) && subnets(17));
    let tags = |count: u32| {
        let all: Vec<String> = (0..count).map(|at| format!("tags=k{at}=v")).collect();
        fired(&all.join("&"), "tags-invalid")
    };
    assert!(!tags(50) && tags(51));
    // The script adds two tags.
    let script = |count: u32| {
        let all: Vec<String> = (0..count).map(|at| format!("tags=k{at}=v")).collect();
        fired(&format!("way=script&{}", all.join("&")), "tags-invalid")
    };
    assert!(!script(48) && script(49));
}

#[test]
fn a_task_definition_has_65536_bytes_at_most() {
    let bytes = |length: usize| {
        let (config, _) = crate::read(&form(&format!("init_script={{{length}}}")));
        let document = crate::build(&config).task_definition;
        crate::document::json::compact(&document).text().len()
    };
    let rest = 65536 - bytes(0);
    assert_eq!(bytes(rest), 65536);
    assert!(!fired(&format!("init_script={{{rest}}}"), "task-def-too-large"));
    assert!(fired(
        &format!("init_script={{{}}}", rest + 1),
        "task-def-too-large"
    ));
    assert!(!fired(
        &format!("init_script={{{}}}", rest + 1),
        "task-def-too-large-hint"
    ));
    let hint = 60000 - bytes(0);
    assert!(!fired(
        &format!("init_script={{{hint}}}"),
        "task-def-too-large-hint"
    ));
    assert!(fired(
        &format!("init_script={{{}}}", hint + 1),
        "task-def-too-large-hint"
    ));
}

fn fired(parameters: &str, rule: &str) -> bool {
    findings(&form(parameters))
        .iter()
        .any(|finding| finding.rule == rule)
}

#[test]
fn messages_fit_a_small_screen() {
    for (parameters, ..) in CASES {
        for finding in findings(&form(parameters)) {
            let length = finding.message.chars().count();
            assert!(
                length <= 160,
                "{}: {length} characters: {}",
                finding.rule,
                finding.message
            );
            let title = finding.fix.map_or(0, |fix| fix.title.chars().count());
            assert!(title <= 80, "{}: a button of {title} characters", finding.rule);
        }
    }
}

#[test]
fn no_message_tells_a_secret() {
    let secret = "hunter2-and-more";
    for parameters in [
        format!("token_source=plain&token={secret}"),
        format!("token_source=plain&token={secret}<X>"),
        format!("proxy_host=p&proxy_port=1&proxy_password={secret}"),
        format!("env=MY_TOKEN={secret}&env=DELEGATE_TOKEN={secret}"),
    ] {
        for finding in findings(&form(&parameters)) {
            let title = finding.fix.as_ref().map_or("", |fix| fix.title.as_ref());
            assert!(
                !finding.message.contains(secret) && !title.contains(secret),
                "{}",
                finding.rule
            );
        }
    }
}

#[test]
fn a_rule_has_one_severity() {
    for rule in &crate::rules::RULES {
        let of_rule = findings(&form(rule.fires))
            .into_iter()
            .filter(|finding| finding.rule == rule.id);
        let severities: Vec<Severity> = of_rule.map(|finding| finding.severity).collect();
        assert!(
            severities.iter().all(|severity| *severity == rule.severity),
            "{}",
            rule.id
        );
    }
}

#[test]
fn a_token_is_as_harness_issues_it() {
    let is_odd = |token: &str| {
        let token: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
        fired(&format!("token_source=plain&token={token}"), "token-format")
    };
    let body = |length: usize| {
        format!("+/{}", "aZ9".repeat(20))
            .chars()
            .take(length)
            .collect::<String>()
    };
    assert!(!is_odd(&format!("{}=", body(43))) && !is_odd(&"0aF9".repeat(8)));
    for token in [
        format!("{}=", body(42)),
        format!("{}=", body(44)),
        body(44),
        format!("{}-=", body(42)),
        "0".repeat(31),
        "0".repeat(33),
        "g".repeat(32),
    ] {
        assert!(is_odd(&token), "{token}");
    }
}
