//! The versions of the AWS CLI that a deployment needs.

use crate::document::tree::Tree;
use crate::facts::aws_cli::{Document, MEMBERS, Member, OLDEST_V1, OLDEST_V2, Version};

/// The oldest versions of the AWS CLI that know every member of a deployment's documents.
///
/// `aws --version` prints `aws-cli/2.9.19 Python/3.11 …`; a check compares the first number after `aws-cli/` to choose
/// between `v1` and `v2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeededCli {
    /// The oldest version 1, at least 1.18.69.
    pub v1: Version,
    /// The oldest version 2, at least 2.0.0.
    pub v2: Version,
}

impl NeededCli {
    /// Returns the versions that these documents need, or `None` if every version from 1.18.69 and 2.0.0 on knows all of
    /// their members.
    ///
    /// `UpdateService` got some members later than `CreateService`. A script that updates a service also gives the input of
    /// that call, as [`Document::ServiceUpdate`].
    pub fn of(documents: &[(Document, &Tree)]) -> Option<Self> {
        let found = MEMBERS.iter().filter(|member| {
            documents
                .iter()
                .any(|(document, tree)| is_in(member, *document) && has(tree, member.path))
        });
        found
            .map(|member| Self {
                v1: member.v1,
                v2: member.v2,
            })
            .reduce(|a, b| Self {
                v1: a.v1.max(b.v1),
                v2: a.v2.max(b.v2),
            })
            .filter(|needed| (needed.v1, needed.v2) != (OLDEST_V1, OLDEST_V2))
    }
}

/// Whether a document can have the member: an update also has the members of a service.
fn is_in(member: &Member, document: Document) -> bool {
    member.document == document
        || (member.document == Document::Service && document == Document::ServiceUpdate)
}

/// Whether a tree has the member, in any item of the lists on the way.
fn has(tree: &Tree, path: &str) -> bool {
    if let Tree::List(items) = tree {
        return items.iter().any(|item| has(item, path));
    }
    match path.split_once('.') {
        None => tree.get(path).is_some(),
        Some((name, rest)) => tree.get(name).is_some_and(|tree| has(tree, rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Secrets, parse};
    use crate::{Form, build, read};

    fn form(query: &str) -> Form {
        parse(query, Secrets::Honour).0
    }

    /// The needed versions, first version 1.
    fn needed(form: &Form) -> String {
        let deployment = build(&read(form).0);
        let needed = NeededCli::of(&[
            (Document::TaskDefinition, &deployment.task_definition_tree()),
            (Document::Service, &deployment.service_tree()),
        ]);
        needed.map_or_else(
            || "any".to_owned(),
            |needed| format!("{} {}", needed.v1, needed.v2),
        )
    }

    #[test]
    fn a_deployment_needs_the_newest_version_of_its_members() {
        for launch_type in ["FARGATE", "EC2"] {
            let docs = format!("start=docs&launch_type={launch_type}");
            assert_eq!(needed(&form(&docs)), "any", "{docs}");
            let recommended = format!("launch_type={launch_type}");
            assert_eq!(needed(&form(&recommended)), "1.18.184 2.1.4");
        }
        let exec = "start=docs&enable_execute_command=true";
        assert_eq!(needed(&form(exec)), "1.19.28 2.1.31");
        let storage = "start=docs&ephemeral_storage=50";
        assert_eq!(needed(&form(storage)), "1.19.61 2.2.1");
        let arm = "ephemeral_storage=50&enable_execute_command=true&architecture=ARM64";
        assert_eq!(needed(&form(arm)), "1.21.6 2.3.2");
    }

    #[test]
    fn an_update_can_need_more_than_the_service() {
        let needed = |document, member: &str| {
            let tree = Tree::Map(vec![(member.to_owned(), Tree::Flag(true))]);
            NeededCli::of(&[(document, &tree)]).map(|needed| (needed.v1, needed.v2))
        };
        assert_eq!(needed(Document::Service, "enableECSManagedTags"), None);
        assert_eq!(
            needed(Document::ServiceUpdate, "enableECSManagedTags"),
            Some((Version(1, 22, 69), Version(2, 4, 24)))
        );
        for document in [Document::Service, Document::ServiceUpdate] {
            assert_eq!(
                needed(document, "enableExecuteCommand"),
                Some((Version(1, 19, 28), Version(2, 1, 31)))
            );
        }
        assert_eq!(needed(Document::TaskDefinition, "enableExecuteCommand"), None);
    }
}
