//! Every text comes out of the files as it went in.

use crate::expected::{expected_service, expected_task_definition};
use crate::files::hostile_query;
use crate::formats::{self, HOSTILE, case, command, is_installed, run, scratch, shown};
use crate::hcl_reader::Reader;
use serde_json::{Value, json};

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
        let expected = expected_service(&case.deployment);
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

/// The same with terraform itself, which decides how its quoting reads.
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
