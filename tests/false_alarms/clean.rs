//! Realistic definitions on which nothing is worth a warning.

/// Descriptions and URL parameters on top of the finished form on which nothing is worth a warning.
pub const CLEAN: &[(&str, &str)] = &[
    (
        "names, quotes and assignments in free texts",
        "delegate_description=DELEGATE_NAME=\"blue\", a=b&delegate_tags=name=x,region: a&env=A=\"b\" \\&env=B=ACCOUNT_ID=c\
        &tags=place=Oregon&tags=a=b=c&init_script=export MANAGER_HOST_AND_PORT=https://app.harness.io",
    ),
    (
        "a proxy",
        "proxy_host=proxy.corp.example&proxy_port=3128&no_proxy=.corp.example,169.254.170.2",
    ),
    (
        "a proxy on EC2",
        "launch_type=EC2&subnets=&security_groups=&proxy_host=10.0.0.7&proxy_port=8080&no_proxy=169.254.170.2,169.254.169.254",
    ),
    (
        "a proxy for nothing on the list",
        "proxy_host=proxy.corp.example&proxy_port=3128&no_proxy=*",
    ),
    (
        "a proxy with a user",
        "proxy_host=proxy.corp.example&proxy_port=3128&proxy_user=svc\
        &proxy_password_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:proxy-d4E5f6",
    ),
    (
        "a proxy around which the manager is reached",
        "env=PROXY_MANAGER=false&env=POLL_FOR_TASKS=TRUE",
    ),
    ("32 vCPU", "cpu=32 vCPU&memory=244 GB"),
    (
        "32 vCPU on the current platform",
        "cpu=32768&memory=61440&platform_version=1.4.0",
    ),
    (
        "a mirror in ECR with endpoints",
        "aws_account_id=012345678901&image=012345678901.dkr.ecr.us-west-2.amazonaws.com/harness/delegate:26.10.87203",
    ),
    (
        "a mirror in Artifactory",
        "image=corp.jfrog.io/docker/harness/delegate:26.10.87203.minimal",
    ),
    (
        "Google's registry",
        "image=us-docker.pkg.dev/gar-prod-setup/harness-public/harness/delegate:26.10.87203",
    ),
    (
        "the signed image of the self-managed platform",
        "image=harnesssecure/delegate:26.10.87203-fips&manager_url=https://harness.corp.example",
    ),
    (
        "the month in which support ends",
        "image=harness/delegate:26.05.86000",
    ),
    (
        "an image of one's own, with its own directory",
        "image=registry.corp.example:5000/platform/my-delegate:7&env=WORKING_DIR=/data",
    ),
    (
        "mutual TLS",
        "manager_url=https://acme.harness.io:8443&env=DELEGATE_CLIENT_CERTIFICATE_PATH=/etc/mtls/client.crt\
        &env=DELEGATE_CLIENT_CERTIFICATE_KEY_PATH=/etc/mtls/client.key",
    ),
    (
        "thresholds",
        "env=DYNAMIC_REQUEST_HANDLING=true&env=DELEGATE_CPU_THRESHOLD=80&env=DELEGATE_MEMORY_THRESHOLD=80",
    ),
    ("a task capacity", "env=DELEGATE_TASK_CAPACITY=2"),
    (
        "variables about secrets",
        "env=NEXUS_PASSWORD_FILE=/run/secrets/nexus&env=TOKEN_URL=https://login.corp.example/token&env=AUTH_ENABLED=true\
        &env=AWS_REGION=us-west-2&env=AWS_STS_REGIONAL_ENDPOINTS=regional",
    ),
    (
        "tools for the user",
        "init_script=mkdir -p \"$HOME/bin\"%0Acurl -sSLo kubectl https://dl.k8s.io/v1/kubectl%0Achmod %2Bx kubectl\
        %0Amv kubectl \"$HOME/bin/\"%0A./aws/install -i \"$HOME/aws\" -b \"$HOME/bin\"%0Aexport PATH=$HOME/bin:$PATH",
    ),
    (
        "tools in the delegate's directory",
        "init_script=cd /opt/harness-delegate%0Acurl -L https://x.example/t.tgz | tar xz -C /opt/harness-delegate/tools\
        %0A[ -d /usr/local/bin ] %26%26 ls /usr/local/bin # mv t /usr/local/bin",
    ),
    (
        "a token that the script fetches",
        "init_script=export GIT_TOKEN=$(aws secretsmanager get-secret-value --secret-id git --query SecretString --output text)\
        %0Agit clone https://x-access-token:$GIT_TOKEN@github.com/corp/infra.git",
    ),
    (
        "tags of any name",
        "tags=token-owner=platform&tags=secret=none&tags=contact=me@corp.example",
    ),
];
