//! The Terraform files: formatted as `terraform fmt` does it, read by other people's parsers, and the same deployment
//! as every other format.

mod formats;
#[path = "formats/hcl_reader.rs"]
mod hcl_reader;

use configurator::document::supplied::SecretKind;
use formats::{
    DOCS, GOOD, HOSTILE, NETWORK, SECRET, case, command, configurations, is_installed, run, scratch, shown,
};
use hcl_reader::Reader;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// Both files of every configuration.
fn all_files() -> Vec<(String, formats::Case)> {
    let mut all = Vec::new();
    for query in configurations() {
        for source in ["module", "standalone"] {
            let case = case(&format!("{query}&way=terraform&terraform_source={source}"));
            assert_eq!(
                case.files.len(),
                1,
                "terraform reads a folder whole: one file, {}",
                case.query
            );
            all.push((case.files[0].text.clone(), case));
        }
    }
    all
}

/// Every file in a directory of its own.
fn written(name: &str) -> std::path::PathBuf {
    let directory = scratch(name);
    for (at, (text, _)) in all_files().iter().enumerate() {
        std::fs::write(directory.join(format!("{at}.tf")), text).unwrap();
    }
    for (at, hostile) in HOSTILE.iter().enumerate() {
        for source in ["module", "standalone"] {
            let text = case(&hostile_query(hostile, source)).files[0].text.clone();
            std::fs::write(directory.join(format!("hostile-{at}-{source}.tf")), text).unwrap();
        }
    }
    directory
}

#[test]
fn the_files_are_formatted_as_terraform_fmt_does_it() {
    if !is_installed("terraform") {
        println!("terraform is not installed: `terraform fmt` was not asked.");
        return;
    }
    let directory = written("terraform-fmt");
    let (is_formatted, difference) = run(command("terraform")
        .args(["fmt", "-check", "-diff"])
        .arg(&directory));
    assert!(is_formatted, "{difference}");
}

#[test]
fn python_hcl2_reads_every_file() {
    let directory = written("python-hcl2");
    let (is_read, message) = run(command("python3").arg("tests/terraform/read.py").arg(&directory));
    assert!(is_read, "{message}");
}

#[test]
fn which_file_there_is() {
    let names = |query: &str| case(query).files.iter().map(|file| file.name).collect::<Vec<_>>();
    assert_eq!(names("way=terraform"), ["standalone.tf"]);
    assert_eq!(names("way=terraform&start=docs"), ["main.tf"]);
    assert_eq!(names("way=terraform&terraform_source=module"), ["main.tf"]);
    assert_eq!(
        names("way=terraform&terraform_source=module&launch_type=EC2"),
        ["standalone.tf"]
    );
}

/// What exists already is taken over where that was asked for: each block names a resource of the file.
#[test]
fn what_exists_is_taken_over_on_request() {
    let imports = |query: &str| -> Vec<(String, String)> {
        let case = case(&format!("{GOOD}&{NETWORK}&way=terraform&{query}"));
        let body = hcl::parse(case.file("standalone.tf")).expect("it is HCL");
        let blocks = body.blocks().filter(|block| block.identifier() == "import");
        let of = |block: &hcl::Block, name: &str| {
            let mut attributes = block.body().attributes();
            let found = attributes
                .find(|attribute| attribute.key() == name)
                .expect("an argument");
            found.expr().to_string().trim_matches('"').to_owned()
        };
        let imports: Vec<_> = blocks.map(|block| (of(block, "to"), of(block, "id"))).collect();
        for (to, _) in &imports {
            let (kind, name) = to.split_once('.').expect("a resource's address");
            let is_it = |block: &&hcl::Block| {
                let labels: Vec<&str> = block.labels().iter().map(hcl::BlockLabel::as_str).collect();
                block.identifier() == "resource" && labels == [kind, name]
            };
            assert!(
                body.blocks().any(|block| is_it(&block)),
                "{to} is no resource of the file"
            );
        }
        imports
    };
    assert_eq!(imports(""), []);
    let pair = |to: &str, id: &str| (to.to_owned(), id.to_owned());
    assert_eq!(
        imports("terraform_import=true"),
        [
            pair("aws_ecs_cluster.delegate", "harness-delegate"),
            pair("aws_cloudwatch_log_group.delegate", "/ecs/build-blue"),
            pair("aws_iam_role.execution", "build-blue-execution"),
            pair("aws_iam_role.task", "build-blue-task"),
            pair("aws_ecs_service.delegate", "harness-delegate/build-blue"),
        ]
    );
    assert_eq!(
        imports("terraform_import=true&create_cluster=false&logs=none&create_roles=false&cluster=blue"),
        [pair("aws_ecs_service.delegate", "blue/build-blue")]
    );
}

/// What the standalone file says, resource by resource, against the documents that the AWS CLI would be given.
#[test]
fn standalone_is_the_deployment() {
    for query in configurations() {
        let case = case(&format!("{query}&way=terraform&terraform_source=standalone"));
        let reader = Reader::new(case.file("standalone.tf"), &case.deployment);
        let said = |kind: &str, name: &str| reader.resource(kind, name).unwrap_or(Value::Null);
        let deployment = &case.deployment;

        let expected = expected_task_definition(&shown(&deployment.task_definition));
        assert_eq!(said("aws_ecs_task_definition", "delegate"), expected, "{query}");
        let expected = expected_service(&shown(&deployment.service));
        assert_eq!(said("aws_ecs_service", "delegate"), expected, "{query}");

        let mut expected = json!({ "region": deployment.region.to_string() });
        if query.contains("aws_account_id=") || query.contains(SECRET) || query.contains("task_role_arn=") {
            expected["allowed_account_ids"] = json!([deployment.account.to_string()]);
        }
        assert_eq!(
            reader.arguments(reader.block("provider", &["aws"]).unwrap()),
            expected,
            "{query}"
        );

        let tags: Value = tag_map(&shown(&deployment.tags));
        let with_tags = |mut value: Value| {
            if !deployment.tags.is_empty() {
                value["tags"] = tags.clone();
            }
            value
        };
        for (role, name) in [
            (&deployment.execution_role, "execution"),
            (&deployment.task_role, "task"),
        ] {
            let role_said = said("aws_iam_role", name);
            let policy_said = said("aws_iam_role_policy", name);
            let Some(role) = role else {
                assert_eq!((role_said, policy_said), (Value::Null, Value::Null), "{query}");
                continue;
            };
            assert_eq!(
                role_said,
                with_tags(json!({ "name": role.name.to_string(), "assume_role_policy": shown(&role.trust) }))
            );
            let expected = role
                .policy
                .as_ref()
                .map(|policy| json!({ "name": role.policy_name, "role": "role", "policy": shown(policy) }));
            assert_eq!(policy_said, json!(expected), "{query}");
        }
        let expected = deployment.log_group.as_ref().map(|group| {
            let mut expected = json!({ "name": group.name.to_string() });
            if let Some(days) = group.retention {
                expected["retention_in_days"] = json!(days);
            }
            with_tags(expected)
        });
        assert_eq!(
            said("aws_cloudwatch_log_group", "delegate"),
            json!(expected),
            "{query}"
        );
        let expected = deployment
            .cluster
            .create
            .then(|| with_tags(json!({ "name": deployment.cluster.name.to_string() })));
        assert_eq!(said("aws_ecs_cluster", "delegate"), json!(expected), "{query}");
        assert_eq!(
            reader.block("data", &["aws_ecs_cluster", "delegate"]).is_some(),
            !deployment.cluster.create
        );
        for (what, name) in [
            (SecretKind::DelegateToken, "delegate_token"),
            (SecretKind::ProxyPassword, "proxy_password"),
        ] {
            let secret = deployment
                .secrets
                .iter()
                .find(|s| s.kind == what && s.arn.is_none());
            let expected = secret.map(|secret| {
                let mut expected = json!({
                    "name": secret.name.to_string(),
                    "description": format!("Harness {}", secret.what()),
                    "recovery_window_in_days": 0,
                });
                if let Some(key) = &secret.kms_key {
                    expected["kms_key_id"] = json!(key.to_string());
                }
                with_tags(expected)
            });
            assert_eq!(
                said("aws_secretsmanager_secret", name),
                json!(expected),
                "{query}"
            );
        }
    }
}

/// The arguments of `aws_ecs_task_definition` for what `RegisterTaskDefinition` takes.
fn expected_task_definition(document: &Value) -> Value {
    let mut expected = Map::new();
    for (member, value) in document.as_object().unwrap() {
        let (name, value) = match member.as_str() {
            "family" | "cpu" | "memory" => (member.as_str(), value.clone()),
            "requiresCompatibilities" => ("requires_compatibilities", value.clone()),
            "networkMode" => ("network_mode", value.clone()),
            "executionRoleArn" => ("execution_role_arn", value.clone()),
            "taskRoleArn" => ("task_role_arn", value.clone()),
            "containerDefinitions" => ("container_definitions", value.clone()),
            "runtimePlatform" => (
                "runtime_platform",
                json!([{
                    "cpu_architecture": value["cpuArchitecture"],
                    "operating_system_family": value["operatingSystemFamily"],
                }]),
            ),
            "ephemeralStorage" => (
                "ephemeral_storage",
                json!([{ "size_in_gib": value["sizeInGiB"] }]),
            ),
            "tags" => ("tags", tag_map(value)),
            other => panic!("what is {other} in Terraform?"),
        };
        expected.insert(name.to_owned(), value);
    }
    Value::Object(expected)
}

/// The arguments of `aws_ecs_service` for what `CreateService` takes.
fn expected_service(document: &Value) -> Value {
    let mut expected = Map::new();
    for (member, value) in document.as_object().unwrap() {
        let (name, value) = match member.as_str() {
            "cluster" => ("cluster", value.clone()),
            "serviceName" => ("name", value.clone()),
            "taskDefinition" => ("task_definition", value.clone()),
            "launchType" => ("launch_type", value.clone()),
            "platformVersion" => ("platform_version", value.clone()),
            "schedulingStrategy" => ("scheduling_strategy", value.clone()),
            "desiredCount" => ("desired_count", value.clone()),
            "enableECSManagedTags" => ("enable_ecs_managed_tags", value.clone()),
            "propagateTags" => ("propagate_tags", value.clone()),
            "enableExecuteCommand" => ("enable_execute_command", value.clone()),
            "capacityProviderStrategy" => (
                "capacity_provider_strategy",
                json!([{ "capacity_provider": value[0]["capacityProvider"], "weight": value[0]["weight"] }]),
            ),
            "deploymentConfiguration" => {
                for (member, name) in [
                    ("minimumHealthyPercent", "deployment_minimum_healthy_percent"),
                    ("maximumPercent", "deployment_maximum_percent"),
                ] {
                    expected.extend(value.get(member).map(|value| (name.to_owned(), value.clone())));
                }
                match value.get("deploymentCircuitBreaker") {
                    Some(breaker) => ("deployment_circuit_breaker", json!([breaker])),
                    None => continue,
                }
            }
            "networkConfiguration" => {
                let network = &value["awsvpcConfiguration"];
                let block = json!([{
                    "subnets": network["subnets"],
                    "security_groups": network["securityGroups"],
                    "assign_public_ip": network["assignPublicIp"] == "ENABLED",
                }]);
                ("network_configuration", block)
            }
            "loadBalancers" => continue,
            "tags" => ("tags", tag_map(value)),
            other => panic!("what is {other} in Terraform?"),
        };
        expected.insert(name.to_owned(), value);
    }
    Value::Object(expected)
}

fn tag_map(tags: &Value) -> Value {
    let tags = tags.as_array().unwrap().iter();
    Value::Object(
        tags.map(|tag| (tag["key"].as_str().unwrap().to_owned(), tag["value"].clone()))
            .collect(),
    )
}

/// Every variable, data source and resource that a file refers to is declared in it, once.
#[test]
fn what_is_referred_to_is_declared() {
    for (text, case) in all_files() {
        let reader = Reader::new(&text, &case.deployment);
        let mut declared = BTreeSet::from(["local.tags".to_owned()]);
        for (kind, prefix) in [
            ("variable", "var."),
            ("data", "data."),
            ("resource", ""),
            ("module", "module."),
        ] {
            for (labels, _) in reader.blocks(kind) {
                let name = format!("{prefix}{}", labels.join("."));
                assert!(declared.insert(name.clone()), "{name} twice in {}", case.query);
            }
        }
        let mut rest = text.as_str();
        let mut referred = BTreeSet::new();
        while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic()) {
            let word: String = rest[at..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "._".contains(*c))
                .collect();
            let parts: Vec<&str> = word.split('.').collect();
            let name = match parts.as_slice() {
                ["var" | "local" | "module", name, ..] => format!("{}.{name}", parts[0]),
                ["data", kind, name, ..] => format!("data.{kind}.{name}"),
                [kind, name, ..] if kind.starts_with("aws_") => format!("{kind}.{name}"),
                _ => String::new(),
            };
            referred.insert(name);
            rest = &rest[at + word.len()..];
        }
        referred.remove("");
        assert_eq!(
            referred.difference(&declared).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "{}",
            case.query
        );
        let variables = declared
            .iter()
            .filter(|name| name.starts_with("var.") || name.starts_with("data."));
        let unused: Vec<_> = variables.filter(|name| !referred.contains(*name)).collect();
        assert_eq!(
            unused,
            Vec::<&String>::new(),
            "declared and not used, {}",
            case.query
        );
    }
}

fn hostile_query(hostile: &str, source: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for key in [
        "init_script",
        "delegate_tags",
        "delegate_description",
        "delegate_name",
        "image",
        "log_group",
    ] {
        query.append_pair(key, hostile);
    }
    for key in [
        "service_name",
        "family",
        "container_name",
        "cluster",
        "account_id",
        "manager_url",
        "token",
    ] {
        query.append_pair(key, hostile);
    }
    query.append_pair("env", &format!("VALUE={hostile}"));
    query.append_pair("tags", &format!("key={hostile}"));
    if !hostile.contains('=') {
        query.append_pair("env", &format!("{hostile}=name"));
        query.append_pair("tags", &format!("{hostile}=key"));
    }
    query.append_pair("s3_bucket", hostile);
    format!(
        "{}&way=terraform&terraform_source={source}&token_source=plain&region=us-west-2&task_role_permissions=read-s3\
         &aws_account_id=012345678901",
        query.finish()
    )
}

#[test]
fn no_text_is_changed_by_hcl() {
    for hostile in HOSTILE {
        let case = case(&hostile_query(hostile, "standalone"));
        let reader = Reader::new(case.file("standalone.tf"), &case.deployment);
        let expected = expected_task_definition(&shown(&case.deployment.task_definition));
        assert_eq!(
            reader.resource("aws_ecs_task_definition", "delegate"),
            Some(expected),
            "{hostile:?}"
        );
        let expected = expected_service(&shown(&case.deployment.service));
        assert_eq!(
            reader.resource("aws_ecs_service", "delegate"),
            Some(expected),
            "{hostile:?}"
        );
        let policy = reader.resource("aws_iam_role_policy", "task").unwrap();
        let role = case.deployment.task_role.as_ref().unwrap();
        assert_eq!(policy["policy"], shown(&role.policy), "{hostile:?}");

        let case = formats::case(&hostile_query(hostile, "module"));
        let arguments = &case.deployment.module.as_ref().unwrap().arguments;
        let text = case.file("main.tf").replace("module.vpc.private_subnets", "[]");
        let reader = Reader::new(
            &text.replace("module.vpc.default_security_group_id", "0"),
            &case.deployment,
        );
        let said = reader.arguments(reader.block("module", &["delegate"]).unwrap());
        for (name, value) in shown(arguments).as_object().unwrap() {
            assert_eq!(&said[name], value, "{name} of {hostile:?}");
        }
    }
}

/// The same by terraform itself, which has the last word on its own quoting.
#[test]
fn terraform_reads_every_text_as_it_was() {
    if !is_installed("terraform") {
        println!("terraform is not installed: its own reading of texts was not compared.");
        return;
    }
    let directory = scratch("terraform-texts");
    let outputs = HOSTILE.iter().enumerate().map(|(at, hostile)| {
        let quoted = configurator::outputs::language::hcl::quote(hostile).into_text();
        format!("output \"text_{at}\" {{\n  value = {quoted}\n}}\n")
    });
    std::fs::write(directory.join("main.tf"), outputs.collect::<String>()).unwrap();
    let chdir = format!("-chdir={}", directory.display());
    for arguments in [
        &["init", "-no-color"][..],
        &["apply", "-auto-approve", "-no-color"],
    ] {
        let (is_done, message) = run(command("terraform").arg(&chdir).args(arguments));
        assert!(is_done, "{message}");
    }
    let output = command("terraform")
        .args([&chdir, "output", "-json"])
        .output()
        .unwrap();
    let texts: Value = serde_json::from_slice(&output.stdout).unwrap();
    for (at, hostile) in HOSTILE.iter().enumerate() {
        assert_eq!(
            texts[format!("text_{at}")]["value"],
            json!(hostile),
            "{hostile:?}"
        );
    }
}

/// terraform itself says whether the module has these arguments and whether their types fit.
#[test]
fn the_module_takes_the_call() {
    if !is_installed("terraform") {
        println!("terraform is not installed: the call was not validated.");
        return;
    }
    let module = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/terraform");
    let directory = scratch("terraform-module");
    let stub = directory.join("stub");
    std::fs::create_dir_all(&stub).unwrap();
    for file in ["module_variables.tf", "module_outputs.tf"] {
        std::fs::copy(module.join(file), stub.join(file)).unwrap();
    }
    // One root module with every call in it, since terraform takes a second to start.
    let mut root = String::new();
    let everything = "memory=4096&cpu=2048&desired_count=3&enable_execute_command=true&delegate_tags=a,b&env=A=1\
                      &delegate_description=d&init_script=true&proxy_host=p&create_cluster=false";
    let mut queries = configurations();
    queries.push(format!("{GOOD}&{SECRET}&{everything}"));
    for query in queries {
        let case = case(&format!("{query}&way=terraform&terraform_source=module"));
        let Some(file) = case.files.iter().find(|file| file.name == "main.tf") else {
            continue;
        };
        let start = file.text.find("module \"delegate\" {").unwrap();
        let end = start + file.text[start..].find("\n}\n").unwrap() + 3;
        let at = root.matches("module \"").count();
        let call = file.text[start..end]
            .replace("module \"delegate\"", &format!("module \"delegate_{at}\""))
            .replace(
                &json!(
                    case.deployment
                        .module
                        .as_ref()
                        .unwrap()
                        .arguments
                        .source
                        .to_string()
                )
                .to_string(),
                "\"./stub\"",
            );
        root.push_str(&call);
    }
    // What the calls refer to, as values of the same types.
    for (reference, value) in [
        ("module.vpc.default_security_group_id", "\"sg\""),
        ("module.vpc.private_subnets", "[\"subnet\"]"),
        ("aws_iam_policy.delegate_aws_access.arn", "\"arn\""),
        ("data.aws_ecs_cluster.this.arn", "\"arn\""),
        ("var.subnets", "[\"subnet\"]"),
        ("var.security_groups", "[\"sg\"]"),
    ] {
        root = root.replace(reference, value);
    }
    assert!(root.matches("./stub").count() > 20, "{root}");
    std::fs::write(directory.join("main.tf"), root).unwrap();
    let chdir = format!("-chdir={}", directory.display());
    let (is_ready, message) = run(command("terraform").args([&chdir, "init", "-backend=false", "-no-color"]));
    assert!(is_ready, "{message}");
    let (is_valid, message) = run(command("terraform").args([&chdir, "validate", "-no-color"]));
    assert!(is_valid, "{message}");
}

/// `main.tf` against the sample in the documentation, with the documentation's starting point.
#[test]
fn the_documentations_sample_is_what_docs_generates() {
    let seed = include_str!("seed/seed.md");
    let sample = seed
        .split("```terraform\n")
        .nth(1)
        .unwrap()
        .split("\n```")
        .next()
        .unwrap();
    // The heredoc's JSON becomes an expression, so that both sides are compared as values.
    let sample = sample
        .replace("policy = <<EOF", "policy = jsonencode(")
        .replace("\nEOF", ")");
    let sample = sample.replace("aws_s3_bucket.this.arn", "local.bucket");
    let query = "start=docs&way=terraform&delegate_name=ecs&region=us-west-2&s3_bucket=build-artifacts";
    let case = case(query);
    let references = |text: &str| {
        text.replace("module.vpc.default_security_group_id", "\"sg\"")
            .replace("module.vpc.private_subnets", "\"private\"")
            .replace("\"${local.bucket}\"", "\"arn:aws:s3:::build-artifacts\"")
            .replace("\"${local.bucket}/*\"", "\"arn:aws:s3:::build-artifacts/*\"")
    };
    let sample = Reader::new(&references(&sample), &case.deployment);
    let ours = Reader::new(&references(case.file("main.tf")), &case.deployment);
    // Each difference and its reason.
    let exceptions = [
        ("delegate.source", "a ref is pinned"),
        (
            "delegate.delegate_image",
            "the module requires it, and the sample forgets it",
        ),
        (
            "delegate.manager_host_and_port",
            "the module's own default is another Harness cluster",
        ),
        (
            "delegate.log_streaming_service_url",
            "the module's own default is another Harness cluster",
        ),
        (
            "delegate.delegate_token_secret_arn",
            "the sample shows one account's ARN, this is a placeholder",
        ),
        (
            "delegate.harness_account_id",
            "the names of placeholders are this page's own",
        ),
    ];
    let mut used = BTreeSet::new();
    for kind in ["module", "resource"] {
        let labels = |reader: &Reader| {
            reader
                .blocks(kind)
                .into_iter()
                .map(|(labels, _)| labels)
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(labels(&ours), labels(&sample), "{kind}");
        for (labels, block) in sample.blocks(kind) {
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            let theirs = sample.arguments(block);
            let mine = ours.arguments(ours.block(kind, &labels).unwrap());
            let names: BTreeSet<&String> = theirs
                .as_object()
                .unwrap()
                .keys()
                .chain(mine.as_object().unwrap().keys())
                .collect();
            for name in names {
                let path = format!("{}.{name}", labels[labels.len() - 1]);
                if mine.get(name) != theirs.get(name) {
                    let exception = exceptions.iter().find(|(other, _)| *other == path);
                    assert!(
                        exception.is_some(),
                        "{path}: {:?}, {:?} in the sample",
                        mine.get(name),
                        theirs.get(name)
                    );
                    used.insert(path);
                }
            }
        }
    }
    // The bucket that the sample refers to and does not define is the one that the user names.
    assert!(case.file("main.tf").contains("arn:aws:s3:::build-artifacts/*"));
    assert_eq!(
        used.len(),
        exceptions.len(),
        "an exception that is none: {used:?}"
    );
}

/// What `fields::missing` lists is what the files show a placeholder for.
#[test]
fn missing_is_what_has_a_placeholder() {
    let queries = [
        "",
        "launch_type=EC2",
        "start=docs",
        "start=docs&launch_type=EC2",
        "cluster=&create_cluster=false",
        "token_source=plain",
        "proxy_host=p&proxy_user=u",
        "task_role_permissions=read-s3",
        "task_role_permissions=assume-roles",
        "create_roles=false",
        "subnets=subnet-0a1b2c3d",
        "start=docs&create_cluster=false",
        "start=docs&create_roles=true",
        DOCS,
        GOOD,
    ];
    for query in queries {
        for way in [
            "terraform&terraform_source=module",
            "terraform&terraform_source=standalone",
            "cloudformation",
        ] {
            let case = case(&format!("{query}&way={way}"));
            let missing: BTreeSet<&str> = configurator::fields::missing(&case.config)
                .into_iter()
                .map(|field| {
                    if field.key == "hostname" {
                        "<DELEGATE_HOST>"
                    } else {
                        field.placeholder().unwrap_or_default()
                    }
                })
                .collect();
            let mut shown = BTreeSet::new();
            for file in &case.files {
                for (at, _) in file.text.match_indices('<') {
                    let end = file.text[at..].find('>').map_or(at, |end| at + end + 1);
                    let name = &file.text[at..end];
                    let is_placeholder = name.len() > 2
                        && name[1..name.len() - 1]
                            .bytes()
                            .all(|b| b.is_ascii_uppercase() || b == b'_');
                    // Derived: it follows from the manager's URL, which is the one that is listed.
                    if is_placeholder && name != "<LOG_STREAMING_SERVICE_URL>" {
                        shown.insert(name);
                    }
                }
            }
            assert_eq!(missing, shown, "{}", case.query);
        }
    }
}

/// checkov finds nothing but what is listed with a reason.
#[test]
fn checkov_finds_what_is_listed() {
    let directory = scratch("checkov");
    let more = "&aws_account_id=012345678901&way=terraform";
    for (name, query) in [
        ("fargate", format!("{GOOD}&{NETWORK}{more}")),
        ("ec2", format!("{GOOD}&launch_type=EC2{more}")),
        (
            "deploys",
            format!("{GOOD}&{NETWORK}&task_role_permissions=deploy-ecs&enable_execute_command=true{more}"),
        ),
        ("module", format!("{DOCS}{more}")),
    ] {
        std::fs::write(directory.join(format!("{name}.tf")), &case(&query).files[0].text).unwrap();
        std::fs::create_dir_all(directory.join(name)).unwrap();
        std::fs::rename(
            directory.join(format!("{name}.tf")),
            directory.join(name).join("main.tf"),
        )
        .unwrap();
    }
    let listed: BTreeSet<&str> = include_str!("terraform/checkov_exceptions.txt")
        .lines()
        .filter(|line| line.starts_with("CKV"))
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    let output = command("checkov")
        .args([
            "--framework",
            "terraform",
            "--download-external-modules",
            "false",
            "--quiet",
            "--compact",
        ])
        .args(["--output", "json", "--directory"])
        .arg(&directory)
        .env("BC_SKIP_MAPPING", "TRUE")
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    let summary = &report["summary"];
    assert_eq!(summary["parsing_errors"], 0, "{report:#}");
    assert!(summary["resource_count"].as_u64().unwrap() > 20, "{summary}");
    let failed = report["results"]["failed_checks"].as_array().unwrap();
    let found: BTreeSet<&str> = failed
        .iter()
        .map(|check| check["check_id"].as_str().unwrap())
        .collect();
    for check in failed {
        let id = check["check_id"].as_str().unwrap();
        assert!(
            listed.contains(id),
            "{id} {}: {}",
            check["check_name"],
            check["resource"]
        );
    }
    assert_eq!(
        listed.difference(&found).collect::<Vec<_>>(),
        [&""; 0],
        "listed, and not found any more"
    );
}
