//! Every output of a handful of configurations, as reviewed: a change of any byte shows in `tests/snapshots/`.
//! `cargo insta review`, or `INSTA_UPDATE=always cargo test --test snapshots`, accepts what was meant.

mod common;

use common::{EC2, FARGATE, Outcome};
use std::fmt::Write as _;

/// Every file, one after the other, and what the page says besides.
fn everything(query: &str) -> String {
    let outcome = Outcome::of(query);
    let mut all = String::new();
    let _ = writeln!(all, "missing: {}", outcome.missing().join(" "));
    for finding in &outcome.findings {
        let _ = writeln!(
            all,
            "{}: {} ({})",
            finding.severity.name(),
            finding.rule,
            finding.field
        );
    }
    for file in &outcome.files {
        let _ = write!(
            all,
            "\n=== {} ({}) ===\n{}",
            file.name,
            file.language.mime(),
            file.text
        );
    }
    all
}

macro_rules! snapshot {
    ($($name:ident: $query:expr;)+) => {$(
        #[test]
        fn $name() {
            let query: &str = &$query;
            insta::with_settings!({ description => query, omit_expression => true, prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(stringify!($name), everything(query));
            });
        }
    )+};
}

snapshot! {
    recommended_fargate_blank: "";
    recommended_ec2_blank: "launch_type=EC2";
    docs_fargate_blank: "start=docs";
    docs_ec2_blank: "start=docs&launch_type=EC2";
    recommended_fargate: FARGATE;
    recommended_ec2: EC2;
    docs_fargate: format!("{FARGATE}&start=docs&token=not-a-real-token");
    docs_ec2: format!("{EC2}&start=docs&token=not-a-real-token&hostname=build-blue");
    ec2_awsvpc: format!("{EC2}&subnets=subnet-0a1b2c3d4e5f67890&security_groups=sg-0a1b2c3d4e5f67890");
    plain_token: format!("{FARGATE}&token_source=plain&token_secret_arn=&token=not-a-real-token");
    secret_not_yet_created: format!("{FARGATE}&token_secret_arn=");
    // The other ways, with what their languages have to quote.
    script_fargate: format!("{FARGATE}&way=script&token_secret_arn=&create_cluster=false&init_script=a%09b%0Ac");
    script_ec2: format!("{EC2}&way=script&token_source=plain&token_secret_arn=&capacity=own&create_roles=false");
    terraform_standalone: format!("{FARGATE}&way=terraform&token_secret_arn=&init_script=a%09b%0Ac&terraform_import=true");
    terraform_standalone_ec2: format!("{EC2}&way=terraform&create_cluster=false&task_role_permissions=read-ecr&tags=");
    terraform_module: format!("{FARGATE}&way=terraform&terraform_source=module&task_role_permissions=read-s3&s3_bucket=b&env=A=1");
    cloudformation_fargate: format!(
        "{FARGATE}&way=cloudformation&token_secret_arn=&init_script=a%09b%0Ac&capacity=FARGATE_SPOT\
         &template_url=https://b.s3.us-west-2.amazonaws.com/t.yaml"
    );
    cloudformation_ec2: format!("{EC2}&way=cloudformation&create_cluster=false&tags=&proxy_host=p&proxy_port=1&proxy_user=u");
    everything_set: format!(
        "{FARGATE}&desired_count=2&architecture=ARM64&ephemeral_storage=50&delegate_tags=linux,build\
         &delegate_description=O%27Brien%27s+%F0%9F%A6%80&init_script=echo+%22%24HOME%22%0Aecho+%60two%60&env=JAVA_OPTS=-Xms64M\
         &env=EMPTY=&secret_env=NEXUS=arn:aws:secretsmanager:us-west-2:012345678901:secret:nexus-d4E5f6\
         &proxy_host=proxy.example.com&proxy_port=3128&proxy_scheme=https&proxy_user=delegate&no_proxy=.internal\
         &proxy_password_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:proxy-g7H8i9\
         &create_cluster=false&service_name=blue&capacity=FARGATE_SPOT&platform_version=1.4.0&minimum_healthy_percent=50\
         &maximum_percent=150&enable_execute_command=true&propagate_tags=TASK_DEFINITION&tags=team=blue&tags=cost+center=4711\
         &family=blue-task&container_name=main&container_cpu=512&container_memory=1536&container_port=8080&stop_timeout=60\
         &log_group=/delegates/blue&log_retention=90&task_role_permissions=deploy-ecs\
         &kms_key_id=arn:aws:kms:us-west-2:012345678901:key/01234567-89ab-cdef-0123-456789abcdef"
    );
}
