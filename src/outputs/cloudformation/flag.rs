//! Resources that the stack creates unless they exist: a parameter, and a condition on it.

use crate::deployment::Deployment;
use crate::outputs::language::yaml::Node;

/// A parameter that says whether the stack creates a resource. It is `true` by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// Whether the stack creates the cluster.
    CreateCluster,
    /// Whether the stack creates the log group.
    CreateLogGroup,
}

impl Flag {
    /// Returns the flags of a deployment.
    pub fn of(deployment: &Deployment) -> impl Iterator<Item = Self> {
        let cluster = deployment.cluster.create.then_some(Self::CreateCluster);
        let log_group = deployment.log_group.as_ref().map(|_| Self::CreateLogGroup);
        cluster.into_iter().chain(log_group)
    }

    /// Returns the parameter's logical ID.
    pub const fn parameter_name(self) -> &'static str {
        match self {
            Self::CreateCluster => "CreateCluster",
            Self::CreateLogGroup => "CreateLogGroup",
        }
    }

    /// Returns the condition's logical ID.
    pub const fn condition(self) -> &'static str {
        match self {
            Self::CreateCluster => "CreatesCluster",
            Self::CreateLogGroup => "CreatesLogGroup",
        }
    }

    /// Describes the parameter.
    pub const fn description(self) -> &'static str {
        match self {
            Self::CreateCluster => "Whether the stack creates the cluster; false if the cluster exists",
            Self::CreateLogGroup => {
                "Whether the stack creates the log group; false if the log group exists, which then keeps its retention"
            }
        }
    }

    /// Returns the condition as a member of the template's `Conditions`.
    pub fn member(self) -> (String, Node) {
        let is_true = Node::List(vec![
            Node::tagged("!Ref", self.parameter_name()),
            Node::text("true"),
        ]);
        (
            self.condition().to_owned(),
            Node::Tagged("!Equals", Box::new(is_true)),
        )
    }

    /// Returns one node if the stack creates the resource, and another if the resource exists.
    pub fn choose(self, created: Node, existing: Node) -> Node {
        let choice = vec![Node::text(self.condition()), created, existing];
        Node::Tagged("!If", Box::new(Node::List(choice)))
    }
}
