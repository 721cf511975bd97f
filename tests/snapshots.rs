//! The reviewed outputs of a few configurations: every changed byte shows in `tests/snapshots/`. `cargo insta review`
//! or `INSTA_UPDATE=always cargo test --test snapshots` accepts intended changes.

mod common;

use common::{EC2, FARGATE, Outcome};
use configurator::Config;
use configurator::choices::{LaunchType, Start};
use configurator::document::written::Written;
use configurator::fields::{self, Blank, FIELDS, Field, Kind};
use std::fmt::Write as _;

/// Every file, one after the other, then what the page says.
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
    for file in &outcome.files {
        for step in &file.steps {
            let command = step.command.as_ref().map_or("", Written::text);
            let stage = step.stage.name();
            let _ = write!(all, "\n=== {} ({stage}) ===\n{}\n", file.name, step.sentence);
            for need in &step.needs {
                let _ = writeln!(all, "{need:?}");
            }
            let _ = writeln!(all, "{command}");
        }
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
    // The other ways, with texts that their languages must quote.
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
    // Blank forms: the files ask for values or refer to them.
    script_blank: "way=script&proxy_host=p&proxy_port=1&proxy_user=u&kms_key_id=file://key";
    terraform_standalone_blank: "way=terraform&terraform_source=standalone&token_source=plain&proxy_host=p&proxy_port=1&proxy_user=u&capacity=FARGATE_SPOT";
    terraform_module_blank: "start=docs&way=terraform";
    cloudformation_blank: "way=cloudformation&token_source=plain&proxy_host=p&proxy_port=1&proxy_user=u&kms_key_id=k&service_name=1st";
    china: format!(
        "{FARGATE}&region=cn-north-1&token_secret_arn=&image=012345678901.dkr.ecr.cn-north-1.amazonaws.com.cn/harness/delegate:26.10.87203\
         &secret_env=A=arn:aws-cn:ssm:cn-north-1:012345678901:parameter/a\
         &secret_env=B=arn:aws-cn:secretsmanager:cn-north-1:012345678901:secret:b-d4E5f6:key::\
         &kms_key_id=k&task_role_permissions=assume-roles&enable_execute_command=true"
    );
    everything_in_a_bucket: format!("{EC2}&task_role_permissions=all-s3&s3_bucket=b&execution_role_arn=arn:aws:iam::012345678901:role/x");
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

/// The data of a field except where its text goes.
fn described(field: &Field) -> String {
    let mut all = format!("\n{} ({}): {}\n", field.label, field.key, field.help);
    let mut put = |name: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(all, "  {name}: {text}");
        }
    };
    let pairs = |pairs: &[(String, String)]| {
        pairs
            .iter()
            .map(|(value, label)| format!("{value} ({label})"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    put(
        "section",
        fields::section(field).map_or("", |section| section.title),
    );
    put("find", field.find);
    put("command", field.command);
    put("docs", field.docs);
    put(
        "kind",
        &match &field.kind {
            Kind::Identifier(_) => "identifier".to_owned(),
            Kind::FreeText(_) => "free text".to_owned(),
            Kind::Secret(_) => "secret".to_owned(),
            Kind::Number(unit, _) => format!("number, {unit:?} {:?}", unit.label()),
            Kind::Flag(_) => "flag".to_owned(),
            Kind::Choice(..) => "choice".to_owned(),
            Kind::List(_) => "list".to_owned(),
            Kind::Rows(_) => "rows".to_owned(),
        },
    );
    for start in Start::ALL {
        for launch_type in LaunchType::ALL {
            let texts = field.default_texts(*start, *launch_type);
            put(
                &format!("{} on {}", start.value(), launch_type.value()),
                &texts.join(" "),
            );
        }
    }
    put(
        "blank",
        &match field.blank {
            Blank::Required { placeholder, .. } => format!("required, {placeholder}"),
            Blank::Found { placeholder } => format!("found, {placeholder}"),
            Blank::Derived | Blank::DerivedOr { .. } => "derived".to_owned(),
            Blank::Empty => "empty".to_owned(),
            Blank::Absent => "absent".to_owned(),
            Blank::Default => "default".to_owned(),
        },
    );
    put("suggestions", &pairs(&(field.suggestions)()));
    put("offered", &pairs(&field.offered(&Config::default())));
    put("sample", field.sample);
    put("secret", if field.is_secret() { "yes" } else { "" });
    all
}

#[test]
fn fields() {
    let all: String = FIELDS.iter().map(|field| described(field)).collect();
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("fields", all);
    });
}

/// The fields of a configuration: those shown, those beside the output, the missing and the derived ones.
#[test]
fn form() {
    let mut all = String::new();
    for query in [
        "",
        "start=docs",
        "launch_type=EC2",
        "start=docs&launch_type=EC2",
        "launch_type=EC2&subnets=subnet-1&logs=none&capacity=own",
        "launch_type=EC2&subnets=subnet-1&way=script&create_cluster=false&cluster=",
        "launch_type=EC2&create_roles=false&logs=none&token_source=plain&way=terraform&terraform_source=module",
        "create_roles=false&token_source=plain&logs=none&secret_env=A=b",
        "create_roles=false&execution_role_arn=a&task_role_arn=b&token_source=plain",
        "execution_role_arn=a&enable_execute_command=true&task_role_permissions=read-s3",
        "task_role_arn=a&task_role_permissions=all-s3",
        "task_role_permissions=assume-roles&token_source=plain&token=x&proxy_host=p&proxy_port=1&proxy_user=u",
        "proxy_host=p&proxy_password=x&token_secret_arn=arn:aws:secretsmanager:r:012345678901:secret:a",
        "proxy_host=p&proxy_password_secret_arn=x",
        "proxy_user=u&proxy_port=1&aws_account_id=012345678901&region=us-west-2&subnets=a&security_groups=b",
        "way=script&token_source=plain",
        "way=terraform&cluster=&task_role_permissions=read-s3",
        "way=terraform&terraform_source=module&cluster=&token_source=plain&task_role_permissions=assume-roles",
        "way=terraform&terraform_source=module&create_cluster=false&create_roles=false&cluster=",
        "way=cloudformation&cpu=&memory=",
        "launch_type=EC2&way=cloudformation&cpu=&memory=&template_url=x",
    ] {
        let Outcome { config, reading, .. } = Outcome::of(query);
        let _ = writeln!(all, "\n?{query}");
        let mut put = |name: &str, such: &dyn Fn(&Field) -> bool| {
            let such = FIELDS.iter().filter(|field| such(field)).map(|field| field.key);
            let keys: Vec<&str> = such.collect();
            let _ = writeln!(all, "  {name}: {keys:?}");
        };
        put("without effect", &|field| !(field.applies)(&config));
        put("not shown", &|field| {
            !fields::is_shown(field, &config, reading.is_touched(field.key))
        });
        put("of the way", &|field| {
            fields::is_of_way(field) && fields::is_shown(field, &config, false)
        });
        put("missing", &|field| field.is_missing(&config));
        for field in FIELDS {
            if let Some(text) = field.derived(&config) {
                let _ = writeln!(all, "  {} = {text}", field.key);
            }
        }
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("form", all);
    });
}
