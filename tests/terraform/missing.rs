//! The placeholders in the files and in the commands of their steps are the missing fields.

use crate::formats::{DOCS, GOOD, case};
use configurator::document::written::Written;
use std::collections::BTreeSet;

/// The files and the steps show a placeholder for each field that `fields::missing` lists and for no other.
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
            // Terraform asks for the Region itself; only the command of a later step has its placeholder.
            let steps = case.files.iter().flat_map(|file| &file.steps);
            let commands = steps.filter(|_| way == "cloudformation");
            let commands = commands.filter_map(|step| step.command.as_ref().map(Written::text));
            for text in case.files.iter().map(|file| file.text.as_str()).chain(commands) {
                for (at, _) in text.match_indices('<') {
                    let end = text[at..].find('>').map_or(at, |end| at + end + 1);
                    let name = &text[at..end];
                    let is_placeholder = name.len() > 2
                        && name[1..name.len() - 1]
                            .bytes()
                            .all(|b| b.is_ascii_uppercase() || b == b'_');
                    // The page derives it from the manager URL, so only that one is listed.
                    if is_placeholder && name != "<LOG_STREAMING_SERVICE_URL>" {
                        shown.insert(name);
                    }
                }
            }
            assert_eq!(missing, shown, "{}", case.query);
        }
    }
}
