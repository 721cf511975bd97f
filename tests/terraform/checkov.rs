//! What checkov says of the files.

use crate::formats::{DOCS, GOOD, NETWORK, case, command, scratch};
use serde_json::Value;
use std::collections::BTreeSet;

/// checkov finds only what `checkov_exceptions.txt` lists with a reason.
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
    let listed: BTreeSet<&str> = include_str!("checkov_exceptions.txt")
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
