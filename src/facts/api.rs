//! How AWS's API describes the members of its documents.

/// The members of an object, with what each of them is.
pub type Shape = &'static [(&'static str, Kind)];

/// What a member is.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A list of texts.
    Texts,
    /// A list of numbers.
    Numbers,
    /// An object with names that the user chooses, and texts as values.
    Map,
    /// An object.
    One(Shape),
    /// A list of objects.
    Many(Shape),
    /// Anything.
    Any,
}

/// Returns what the member of an object is. `None` if the API has no such member.
pub fn member(shape: Shape, name: &str) -> Option<Kind> {
    let mut members = shape.iter();
    members.find(|(member, _)| *member == name).map(|(_, kind)| *kind)
}

/// What only `DescribeTaskDefinition` returns of a task definition.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html>; botocore 1.44.8; read 2026-11-27.
pub const OF_DESCRIBED_TASK_DEFINITION: &[&str] = &[
    "taskDefinitionArn",
    "revision",
    "status",
    "requiresAttributes",
    "compatibilities",
    "registeredAt",
    "deregisteredAt",
    "deleteRequestedAt",
    "registeredBy",
];

/// What only `DescribeServices` returns of a service. `clusterArn` stands there for `cluster`, and `roleArn` names the
/// service-linked role.
/// Source: <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html>; botocore 1.44.8; read 2026-11-27.
pub const OF_DESCRIBED_SERVICE: &[&str] = &[
    "serviceArn",
    "clusterArn",
    "status",
    "runningCount",
    "pendingCount",
    "platformFamily",
    "taskSets",
    "deployments",
    "roleArn",
    "events",
    "createdAt",
    "currentServiceDeployment",
    "currentServiceRevisions",
    "createdBy",
    "resourceManagementType",
];

/// What `DescribeServices` tells of a service within its primary deployment.
pub const OF_DEPLOYMENT: &[&str] = &[
    "serviceConnectConfiguration",
    "volumeConfigurations",
    "vpcLatticeConfigurations",
];
