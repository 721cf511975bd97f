//! Texts as people paste them, for the tests.

/// A Harness account ID.
pub const ID: &str = "6_vVHzo9Qeu9fXvj-AcQCg";
const URL: &str = "https://app.harness.io";
const IMAGE: &str = "harness/delegate:26.10.87203";
const SUBNETS: &str = "subnet-0a1b2c3d4e5f67890,subnet-0b1c2d3e4f5a67891";
const ROLE: &str = "arn:aws:iam::012345678901:role/deployer";
const SECRET: &str = "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/blue-a1B2c3";

/// Texts of fields, and the value that each holds.
pub const VALUES: &[(&str, &str, &str)] = &[
    (
        "delegate_name",
        "DELEGATE_NAME=docker-delegate",
        "docker-delegate",
    ),
    (
        "delegate_name",
        "-e DELEGATE_NAME=docker-delegate \\",
        "docker-delegate",
    ),
    (
        "delegate_name",
        "--env=DELEGATE_NAME=docker-delegate",
        "docker-delegate",
    ),
    (
        "delegate_name",
        "--env DELEGATE_NAME=\"docker-delegate\"",
        "docker-delegate",
    ),
    (
        "delegate_name",
        "export DELEGATE_NAME='docker-delegate'",
        "docker-delegate",
    ),
    (
        "delegate_name",
        "delegateName: docker-delegate",
        "docker-delegate",
    ),
    (
        "delegate_name",
        "DELEGATE_NAME: \"docker-delegate\"",
        "docker-delegate",
    ),
    (
        "delegate_name",
        "delegate_name = \"docker-delegate\"",
        "docker-delegate",
    ),
    (
        "delegate_name",
        "Delegate name: Docker_Delegate",
        "Docker_Delegate",
    ),
    (
        "delegate_name",
        "\"name\": \"docker-delegate\",",
        "docker-delegate",
    ),
    (
        "delegate_name",
        "\"value\": \"docker-delegate\"",
        "docker-delegate",
    ),
    (
        "delegate_name",
        "{ \"name\": \"DELEGATE_NAME\", \"value\": \"docker-delegate\" },",
        "docker-delegate",
    ),
    ("delegate_name", "docker-delegate \\", "docker-delegate"),
    ("delegate_name", "docker-delegate,", "docker-delegate"),
    (
        "delegate_name",
        "\u{201c}docker-delegate\u{201d}",
        "docker-delegate",
    ),
    ("delegate_name", "`docker-delegate`", "docker-delegate"),
    (
        "delegate_name",
        "docker run --cpus=1 --memory=2g -e DELEGATE_NAME=docker-delegate -e NEXT_GEN=\"true\" harness/delegate:26.10.87203",
        "docker-delegate",
    ),
    ("account_id", "-e ACCOUNT_ID=6_vVHzo9Qeu9fXvj-AcQCg", ID),
    ("account_id", "6_vVHzo9Qeu9fXvj-AcQCg \\", ID),
    ("account_id", "\"6_vVHzo9Qeu9fXvj-AcQCg\",", ID),
    ("account_id", "Account Id: 6_vVHzo9Qeu9fXvj-AcQCg", ID),
    ("account_id", "HARNESS_ACCOUNT_ID=6_vVHzo9Qeu9fXvj-AcQCg", ID),
    (
        "account_id",
        "https://app.harness.io/ng/account/6_vVHzo9Qeu9fXvj-AcQCg/main-dashboard",
        ID,
    ),
    (
        "account_id",
        "https://app.harness.io/ng/#/account/6_vVHzo9Qeu9fXvj-AcQCg?x",
        ID,
    ),
    (
        "account_id",
        "-e ACCOUNT_ID=6_vVHzo9Qeu9fXvj-AcQCg -e MANAGER_HOST_AND_PORT=https://app.harness.io \\",
        ID,
    ),
    (
        "manager_url",
        "MANAGER_HOST_AND_PORT=https://app.harness.io \\",
        URL,
    ),
    (
        "manager_url",
        "-e MANAGER_HOST_AND_PORT=https://app.harness.io harness/delegate:26.10.87203",
        URL,
    ),
    (
        "manager_url",
        "https://app.harness.io harness/delegate:26.10.87203",
        URL,
    ),
    (
        "manager_url",
        "https://app.harness.io \\  harness/delegate:26.10.87203",
        URL,
    ),
    ("manager_url", "<https://app.harness.io>", URL),
    ("manager_url", "'https://app.harness.io/'", URL),
    ("manager_url", "managerEndpoint: https://app.harness.io", URL),
    (
        "manager_url",
        "\"MANAGER_HOST_AND_PORT=https://app.harness.io\"",
        URL,
    ),
    ("manager_url", "MANAGER_HOST_AND_PORT=app.harness.io", URL),
    (
        "log_service_url",
        "LOG_STREAMING_SERVICE_URL=https://app.harness.io/log-service/",
        "https://app.harness.io/log-service/",
    ),
    (
        "image",
        "https://app.harness.io harness/delegate:26.10.87203",
        IMAGE,
    ),
    (
        "image",
        "-e MANAGER_HOST_AND_PORT=https://app.harness.io harness/delegate:26.10.87203",
        IMAGE,
    ),
    ("image", "docker pull harness/delegate:26.10.87203", IMAGE),
    ("image", "$ docker pull harness/delegate:26.10.87203", IMAGE),
    ("image", "\"image\": \"harness/delegate:26.10.87203\",", IMAGE),
    (
        "image",
        "delegateDockerImage: harness/delegate:26.10.87203",
        IMAGE,
    ),
    (
        "image",
        "delegate_image = \"harness/delegate:26.10.87203\"",
        IMAGE,
    ),
    (
        "subnets",
        "[\"subnet-0a1b2c3d4e5f67890\", \"subnet-0b1c2d3e4f5a67891\"]",
        SUBNETS,
    ),
    (
        "subnets",
        "'subnet-0a1b2c3d4e5f67890'\n'subnet-0b1c2d3e4f5a67891'",
        SUBNETS,
    ),
    (
        "subnets",
        "SubnetIds=subnet-0a1b2c3d4e5f67890,subnet-0b1c2d3e4f5a67891",
        SUBNETS,
    ),
    (
        "subnets",
        "- subnet-0a1b2c3d4e5f67890\n- subnet-0b1c2d3e4f5a67891",
        SUBNETS,
    ),
    (
        "subnets",
        "--subnets subnet-0a1b2c3d4e5f67890 subnet-0b1c2d3e4f5a67891",
        SUBNETS,
    ),
    (
        "subnets",
        "subnet-0a1b2c3d4e5f67890subnet-0b1c2d3e4f5a67891",
        SUBNETS,
    ),
    (
        "subnets",
        "awsvpcConfiguration={subnets=[subnet-0a1b2c3d4e5f67890,subnet-0b1c2d3e4f5a67891],securityGroups=[sg-0a1b2c3d]}",
        SUBNETS,
    ),
    (
        "subnets",
        "{\"SubnetId\": \"subnet-0a1b2c3d4e5f67890\"}, {\"SubnetId\": \"subnet-0b1c2d3e4f5a67891\"}",
        SUBNETS,
    ),
    ("security_groups", "\"GroupId\": \"sg-0a1b2c3d\",", "sg-0a1b2c3d"),
    (
        "security_groups",
        "security_groups = [\"sg-0a1b2c3d\"]",
        "sg-0a1b2c3d",
    ),
    (
        "assume_role_arns",
        "[\"arn:aws:iam::012345678901:role/deployer\"]",
        ROLE,
    ),
    (
        "assume_role_arns",
        "- arn:aws:iam::012345678901:role/deployer",
        ROLE,
    ),
    (
        "task_role_arn",
        "\"Arn\": \"arn:aws:iam::012345678901:role/deployer\",",
        ROLE,
    ),
    (
        "execution_role_arn",
        "executionRoleArn: arn:aws:iam::012345678901:role/deployer",
        ROLE,
    ),
    ("aws_account_id", "\"Account\": \"012345678901\",", "012345678901"),
    ("aws_account_id", "AWS_ACCOUNT_ID=012345678901", "012345678901"),
    ("cluster", "--cluster delegates", "delegates"),
    ("family", "\"family\": \"blue\",", "blue"),
    ("container_name", "\"name\": \"harness\",", "harness"),
    ("log_group", "\"awslogs-group\": \"/ecs/blue\",", "/ecs/blue"),
    ("proxy_host", "PROXY_HOST=proxy.example.com", "proxy.example.com"),
    ("s3_bucket", "Bucket=build-artifacts", "build-artifacts"),
    (
        "token_secret_arn",
        "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/blue-a1B2c3\",",
        SECRET,
    ),
    (
        "token_secret_arn",
        "\"valueFrom\": \"arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/blue-a1B2c3\"",
        SECRET,
    ),
    ("token", "DELEGATE_TOKEN=not-a-real-token", "not-a-real-token"),
    ("region", "US West (Oregon)", "us-west-2"),
    ("region", "us-west-2 (Oregon)", "us-west-2"),
    ("region", "Oregon", "us-west-2"),
    ("region", "oregon", "us-west-2"),
    ("region", "US West (Oregon) us-west-2", "us-west-2"),
    ("region", "US West (Oregon) | us-west-2", "us-west-2"),
    ("region", "(Oregon)", "us-west-2"),
    ("region", "AWS_REGION=us-west-2", "us-west-2"),
    ("region", "export AWS_DEFAULT_REGION=us-west-2", "us-west-2"),
    ("region", "\"us-west-2\",", "us-west-2"),
    ("region", "region = \"us-west-2\"", "us-west-2"),
    ("region", "--region us-west-2", "us-west-2"),
    ("region", "N. Virginia", "us-east-1"),
    ("region", "EU (Frankfurt)", "eu-central-1"),
    ("region", "South America (S\u{e3}o Paulo)", "sa-east-1"),
    ("region", "AWS GovCloud (US-West)", "us-gov-west-1"),
    ("region", "Europe (Frankfurt) eu-central-1", "eu-central-1"),
];
