//! The `import` blocks.

use crate::formats::{GOOD, NETWORK, case};

/// The file imports existing resources on request. Each block names a resource of the file.
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
