//! `main.tf`: the call of Harness's module.

use crate::formats::{GOOD, SECRET, case, command, configurations, is_installed, run, scratch};
use crate::hcl_reader::Reader;
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;

/// terraform itself checks that the module has these arguments and that their types fit.
#[test]
fn the_module_takes_the_call() {
    if !is_installed("terraform") {
        println!("terraform is not installed: the call was not validated.");
        return;
    }
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let directory = scratch("terraform-module");
    let stub = directory.join("stub");
    std::fs::create_dir_all(&stub).unwrap();
    for (from, to) in [
        ("terraform_stub/delegate/variables.tf", "variables.tf"),
        ("terraform/module_outputs.tf", "outputs.tf"),
    ] {
        std::fs::copy(tests.join(from), stub.join(to)).unwrap();
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
    // Replaces the references with values of the same types.
    for (reference, value) in [
        ("module.vpc.default_security_group_id", "\"sg\""),
        ("module.vpc.private_subnets", "[\"subnet\"]"),
        ("aws_iam_policy.delegate_aws_access.name", "\"name\""),
        ("data.aws_caller_identity.current.account_id", "\"account\""),
        ("data.aws_partition.current.partition", "\"aws\""),
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

/// Compares `main.tf` of the start `docs` with the sample in the documentation.
#[test]
fn the_documentations_sample_is_what_docs_generates() {
    let seed = include_str!("../seed/seed.md");
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
        (
            "delegate.memory",
            "the form's memory: the sample for the AWS CLI has it, this one leaves it to the module",
        ),
        (
            "delegate.delegate_policy_arns",
            "Terraform must know the ARN when it plans, so it is composed",
        ),
        ("vpc.version", "the sample's version needs a provider of 2023"),
        (
            "vpc.manage_default_security_group",
            "since version 4 the module removes the rules of the group that the sample uses",
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
    // The sample refers to a bucket that it does not define; ours is the user's.
    assert!(case.file("main.tf").contains("arn:aws:s3:::build-artifacts/*"));
    assert_eq!(
        used.len(),
        exceptions.len(),
        "an exception that is none: {used:?}"
    );
}
