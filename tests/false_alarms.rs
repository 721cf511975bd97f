//! Configurations that people run in production raise no error.

#[path = "false_alarms/clean.rs"]
mod clean;

use clean::CLEAN;
use configurator::Severity;
use configurator::date::Date;
use configurator::fields::field;
use configurator::link::{Secrets, parse};
use configurator::rules::findings;

const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 24,
};

/// Descriptions and URL parameters.
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
        let mut findings = findings(&form, TODAY);
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

/// Values from the documentation of AWS and Harness, each in its field. The other fields of an example are filled in so
/// that its AWS account and Region match.
const DOCUMENTED: &[(&str, &[&str])] = &[
    (
        "family",
        &[
            "sample-fargate",
            "hello_world",
            "first-run-task-definition",
            "fluentd_docker",
            "default",
            "Nginx-1",
        ],
    ),
    (
        "cluster",
        &["default", "MyCluster", "fargate-cluster", "ECS_Cluster"],
    ),
    (
        "service_name",
        &[
            "ecs-simple-service",
            "MyService",
            "my-http-service",
            "fargate_service",
        ],
    ),
    (
        "container_name",
        &[
            "fargate-app",
            "wordpress",
            "simple-app",
            "ecs-delegate-im",
            "my_container",
        ],
    ),
    (
        "image",
        &[
            "us-docker.pkg.dev/gar-prod-setup/harness-public/harness/delegate:26.08.89804",
            "harness/delegate:26.10.87203.minimal",
            "public.ecr.aws/docker/library/httpd:latest-x",
            "012345678910.dkr.ecr.us-west-2.amazonaws.com/my-delegate:v1",
            "012345678910.dkr.ecr.us-west-2.amazonaws.com/my-delegate@sha256:94afd1f2e64d908bc90dbca0035a5b567aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "quay.io/assemblyline/ubuntu",
            "amazon/amazon-ecs-sample",
            "registry.example.com:5000/team/delegate:1.0",
        ],
    ),
    (
        "execution_role_arn",
        &[
            "arn:aws:iam::012345678910:role/ecsTaskExecutionRole",
            "arn:aws:iam::123456789012:role/service-role/ecsTaskExecutionRole",
            "arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
        ],
    ),
    (
        "task_role_arn",
        &[
            "arn:aws:iam::111122223333:role/ecsTaskRole",
            "arn:aws:iam::123456789012:role/a/b/S3Access@x=1",
        ],
    ),
    (
        "token_secret_arn",
        &[
            "arn:aws:secretsmanager:us-west-2:111122223333:secret:aes128-1a2b3c",
            "arn:aws:secretsmanager:us-west-2:111122223333:secret:appauthexample-AbCdEf:username1::",
            "arn:aws:secretsmanager:us-west-2:111122223333:secret:appauthexample-AbCdEf::AWSPREVIOUS:",
            "arn:aws:secretsmanager:us-west-2:111122223333:secret:appauthexample-AbCdEf:::9d4cb84b-ad69-40c0-a0ab-cead36b967e8",
            "arn:aws:secretsmanager:us-west-2:111122223333:secret:appauthexample-AbCdEf:username1:AWSPREVIOUS:",
            "arn:aws:secretsmanager:us-west-2:111122223333:secret:appauthexample-AbCdEf:::",
        ],
    ),
    (
        "secret_env",
        &[
            "A=arn:aws:ssm:us-west-2:111122223333:parameter/parameter_name",
            "A=arn:aws:ssm:us-west-2:111122223333:parameter/a/b.c",
        ],
    ),
    (
        "subnets",
        &[
            "subnet-12344321",
            "subnet-0d0eab1bb38d5ca64,subnet-0db5010045995c2d5",
            "subnet-abcd1234,subnet-1a2b3c4d",
        ],
    ),
    (
        "security_groups",
        &["sg-12344321", "sg-02f556bf85a191f59", "sg-abcd1234"],
    ),
    ("platform_version", &["LATEST", "1.4.0", "1.3.0"]),
    ("capacity", &["FARGATE", "FARGATE_SPOT"]),
    (
        "log_group",
        &[
            "/ecs/fargate-task-definition",
            "awslogs-wordpress",
            "/aws/ecs/containerinsights/x#1.2",
        ],
    ),
    ("log_retention", &["1", "14", "365", "3653"]),
    ("cpu", &["1 vCPU", ".5 vCPU", "1024"]),
    ("memory", &["2 GB", "4GB", "2048", "8192 MiB"]),
    ("ephemeral_storage", &["21", "100", "200"]),
    ("stop_timeout", &["2", "30", "120"]),
    (
        "account_id",
        &["6_vVHzo9Qeu9fXvj-AcQCb", "H5W8iol5TNWc4G9h5A2MXg"],
    ),
    (
        "manager_url",
        &[
            "https://app.harness.io",
            "https://app.harness.io/gratis",
            "https://app3.harness.io",
            "https://accounts.eu.harness.io",
            "https://acme.harness.io:8443",
        ],
    ),
    (
        "log_service_url",
        &[
            "https://app.harness.io/log-service/",
            "https://app.harness.io/gratis/log-service/",
        ],
    ),
    (
        "delegate_name",
        &[
            "docker-delegate",
            "harness-delegate",
            "ecs-delegate",
            "mydelegate.prod",
        ],
    ),
    (
        "init_script",
        &[
            "echo installing\nexport PATH=$PATH:/opt",
            "microdnf install -y git",
            "curl -sSL https://example.com/x | bash",
        ],
    ),
    (
        "env",
        &[
            "JAVA_OPTS=-Xms64M",
            "POLL_FOR_TASKS=true",
            "DELEGATE_CPU_THRESHOLD=80",
            "LOGGING_LEVEL=DEBUG",
            "CI_MOUNT_VOLUMES=/a:/b",
        ],
    ),
    (
        "no_proxy",
        &["localhost,127.0.0.1,.company.com", "169.254.169.254"],
    ),
    (
        "tags",
        &[
            "Team=Marketing",
            "cost-center=1/2:3",
            "Name=",
            "owner=someone@example.com",
            "k=日本語 1",
        ],
    ),
    (
        "kms_key_id",
        &["arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
    ),
    (
        "aws_account_id",
        &["012345678910", "123456789012", "000000000001"],
    ),
];

#[test]
fn what_documentation_prints_raises_no_error() {
    // Every Fargate size and every Region.
    let mut examples: Vec<(&str, String)> = Vec::new();
    for (key, texts) in DOCUMENTED {
        examples.extend(texts.iter().map(|text| (*key, (*text).to_owned())));
    }
    let mut wrong = Vec::new();
    let mut judge = |base: &str, edits: &[(&str, String)]| {
        let mut form = parse(base, Secrets::Honour).0;
        for (key, text) in edits {
            form.set(field(key).expect("there is such a field"), vec![text.clone()]);
        }
        let findings = findings(&form, TODAY);
        let errors: Vec<_> = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .collect();
        if !errors.is_empty() {
            wrong.push(format!("{edits:?}: {errors:?}"));
        }
    };
    let base = "delegate_name=docs&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io&region=us-west-2\
        &image=harness/delegate:26.10.87203&subnets=subnet-0a1b2c3d&security_groups=sg-0a1b2c3d";
    for (key, text) in &examples {
        judge(
            &(base.to_owned()
                + if *key == "no_proxy" {
                    "&proxy_host=p&proxy_port=3128"
                } else {
                    ""
                }),
            &[(key, text.clone())],
        );
    }
    for size in configurator::facts::fargate::SIZES {
        for memory in configurator::aws::fargate_size::memories(size) {
            judge(
                base,
                &[("cpu", size.cpu.to_string()), ("memory", memory.to_string())],
            );
        }
    }
    for (region, _) in configurator::facts::regions::REGIONS {
        judge(base, &[("region", (*region).to_owned())]);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A finished form.
const GOOD: &str = "delegate_name=blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io&region=us-west-2\
    &image=harness/delegate:26.10.87203&cluster=ci&subnets=subnet-0a1b2c3d4e5f67890&security_groups=sg-0a1b2c3d4e5f67890\
    &token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/blue-a1B2c3";

#[test]
fn what_is_right_raises_no_warning() {
    let mut wrong = Vec::new();
    for (description, parameters) in CLEAN {
        let mut form = parse(GOOD, Secrets::Honour).0;
        let (given, about_link) = parse(parameters, Secrets::Ignore);
        assert_eq!(about_link, [], "{description}");
        let fields: Vec<_> = given.touched().map(|(field, _)| field).collect();
        form.take(&fields, &given);
        for finding in findings(&form, TODAY) {
            if finding.severity != Severity::Info {
                wrong.push(format!("{description}: {} {}", finding.rule, finding.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
