//! Configurations as people run them in production: none may raise an error.

use configurator::link::{Secrets, parse};
use configurator::rules::Date;
use configurator::{Severity, build, check, read};

const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 24,
};

/// What it is, and its URL parameters.
const PRODUCTION: &[(&str, &str)] = &[
    (
        "two replicas on Fargate in private subnets, variables from secrets",
        "delegate_name=prod-eu&account_id=aAbBcCdDeEfFgGhHiIjJkA&manager_url=https://accounts.eu.harness.io\
        &region=eu-central-1&cluster=platform-prod&create_cluster=false&desired_count=2\
        &image=us-docker.pkg.dev/gar-prod-setup/harness-public/harness/delegate:26.10.87203.minimal\
        &token_secret_arn=arn:aws:secretsmanager:eu-central-1:210987654321:secret:harness/prod-eu-Q1w2E3\
        &subnets=subnet-0f1e2d3c4b5a69788,subnet-0f1e2d3c4b5a69789&security_groups=sg-0f1e2d3c4b5a69788\
        &cpu=2 vCPU&memory=8 GB&delegate_tags=prod,eu,terraform-1.9&env=JAVA_OPTS=-Xms64M -Dx=<y>&env=LOGGING_LEVEL=INFO\
        &secret_env=NEXUS_PASSWORD=arn:aws:secretsmanager:eu-central-1:210987654321:secret:nexus-A1b2C3:password::\
        &secret_env=GIT_TOKEN=arn:aws:ssm:eu-central-1:210987654321:parameter/platform/git/token\
        &tags=team=platform&tags=cost-center=4711&tags=owner=Jürgen Groß&enable_execute_command=true",
    ),
    (
        "EC2 on a capacity provider of its own, with the account's roles",
        "launch_type=EC2&delegate_name=build-linux&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io/gratis\
        &region=us-east-1&cluster=ci&capacity=ci-arm-asg&create_cluster=false&create_roles=false\
        &execution_role_arn=arn:aws:iam::123456789012:role/service-role/ecsTaskExecutionRole\
        &task_role_arn=arn:aws:iam::123456789012:role/ci/delegate@prod&architecture=ARM64\
        &image=123456789012.dkr.ecr.us-east-1.amazonaws.com/platform/harness-delegate:2026-11-01_b42\
        &token_secret_arn=arn:aws:secretsmanager:us-east-1:123456789012:secret:harness-token-Zz9Yy8:::\
        &cpu=3000&memory=5000&container_memory=4900&stop_timeout=120&hostname=ci-1.internal.example.com\
        &init_script=set -eux%0Acat <<EOF >/tmp/a%0A<settings/>%0AEOF%0Aexport PATH=/opt/tools:$PATH",
    ),
    (
        "GovCloud behind a proxy that asks for a password",
        "delegate_name=gov&account_id=6_vVHzo9Qeu9fXvj-AcQCg&manager_url=https://harness.agency.example:8443\
        &log_service_url=https://harness.agency.example:8443/log-service/&region=us-gov-west-1\
        &token_secret_arn=arn:aws-us-gov:secretsmanager:us-gov-west-1:012345678901:secret:harness/gov-a1B2c3\
        &kms_key_id=arn:aws-us-gov:kms:us-gov-west-1:012345678901:key/mrk-0123456789abcdef0123456789abcdef\
        &proxy_host=proxy.agency.example&proxy_port=3128&proxy_scheme=https&proxy_user=svc-harness\
        &proxy_password_secret_arn=arn:aws-us-gov:secretsmanager:us-gov-west-1:012345678901:secret:proxy-d4E5f6\
        &no_proxy=localhost,.agency.example,169.254.170.2&image=harness/delegate:26.10.87203-fips\
        &subnets=subnet-0a1b2c3d&security_groups=sg-0a1b2c3d&ephemeral_storage=100&platform_version=1.4.0",
    ),
    (
        "China, Spot, many small replicas",
        "delegate_name=cn.spot&account_id=6_vVHzo9Qeu9fXvj-AcQCw&manager_url=https://app3.harness.io&region=cn-northwest-1\
        &token_secret_arn=arn:aws-cn:secretsmanager:cn-northwest-1:012345678901:secret:harness/cn-a1B2c3\
        &execution_role_arn=arn:aws-cn:iam::012345678901:role/exec&capacity=FARGATE_SPOT&desired_count=8\
        &minimum_healthy_percent=50&maximum_percent=150&cpu=512&memory=2048&log_group=harness/cn_spot.1&log_retention=731\
        &image=012345678901.dkr.ecr.cn-northwest-1.amazonaws.com.cn/harness/delegate:26.09.86900\
        &subnets=subnet-0a1b2c3d4e5f67890&security_groups=sg-0a1b2c3d4e5f67890",
    ),
    (
        "the documentation's Fargate sample, filled in",
        "start=docs&delegate_name=ecs-delegate&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io\
        &token=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=&region=us-west-2&cluster=Harness_Delegates\
        &aws_account_id=012345678901&subnets=subnet-0a1b2c3d4e5f67890&security_groups=sg-0a1b2c3d4e5f67890",
    ),
    (
        "the documentation's EC2 sample, filled in",
        "start=docs&launch_type=EC2&delegate_name=ecs-delegate&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
        &manager_url=https://app.harness.io&token=0123456789abcdef0123456789abcdef&region=us-west-2&cluster=default\
        &hostname=ip-10-0-0-1",
    ),
    (
        "the published module, as large as its names allow",
        "way=terraform&terraform_source=module&delegate_name=twenty-six-characters-long&account_id=6_vVHzo9Qeu9fXvj-AcQCb\
        &manager_url=https://app.harness.io&region=us-west-2&image=harness/delegate:26.10.87203\
        &token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:harness-a1B2c3\
        &subnets=subnet-0a1b2c3d4e5f67890&security_groups=sg-0a1b2c3d4e5f67890",
    ),
    (
        "a script that finds everything by itself",
        "way=script&delegate_name=quick-start&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io\
        &region=ap-southeast-7&image=harness/delegate@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    ),
];

#[test]
fn what_runs_in_production_raises_no_error() {
    for (what, query) in PRODUCTION {
        let (form, unread) = parse(query, Secrets::Honour);
        let (config, mut findings) = read(&form);
        let deployment = build(&config);
        findings.extend(check(&config, &deployment, TODAY));
        findings.extend(
            unread
                .into_iter()
                .filter(|finding| finding.rule != "secret-in-link"),
        );
        let errors: Vec<_> = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{what}: {errors:#?}");
    }
}
