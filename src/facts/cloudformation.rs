//! AWS CloudFormation: the maximum size of a template and lengths of names.

/// The maximum size of a template that `aws cloudformation deploy` accepts without an S3 bucket, in bytes.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>, read 2026-11.
pub const TEMPLATE_BYTES: usize = 51_200;

/// The maximum length of a template URL, in characters. Source: the API's `CreateStackInput.TemplateURL`, read 2026-11.
pub const TEMPLATE_URL_MAX: usize = 5120;

/// The maximum length of a stack name, in characters. Source: the API's `CreateStackInput.StackName`, read 2026-11.
pub const STACK_NAME_MAX: usize = 128;

/// The longest description that the template gets, characters. CloudFormation takes 1,024 bytes, and a character has four
/// at most. Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>, read 2026-11.
pub const DESCRIPTION_MAX: usize = 256;

/// How a dynamic reference begins, which CloudFormation replaces with a value wherever it is in a template.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html>, read 2026-11.
pub const DYNAMIC_REFERENCE: &str = "{{resolve:";

/// The members of the API that neither `AWS::ECS::TaskDefinition` nor `AWS::ECS::Service` has, with the names down to them.
/// Source: the schemas of both resources in cfn-lint 1.58.0; read 2026-11-27.
pub const ABSENT: &[&str] = &[
    "trustedExecutionConfiguration",
    "clientToken",
    "gatewayConnectors.deregistrationDelay",
];

/// The properties of both resources that are named otherwise than the API's member, in its usual spelling, with the member
/// around it. A blank stands for any.
/// Source: as above.
pub const NAMES: &[(&str, &str, &str)] = &[
    ("", "placementStrategy", "PlacementStrategies"),
    ("", "efsVolumeConfiguration", "EFSVolumeConfiguration"),
    ("", "s3filesVolumeConfiguration", "S3FilesVolumeConfiguration"),
    (
        "",
        "fsxWindowsFileServerVolumeConfiguration",
        "FSxWindowsFileServerVolumeConfiguration",
    ),
    ("efsVolumeConfiguration", "fileSystemId", "FilesystemId"),
    ("", "iam", "IAM"),
    ("proxyConfiguration", "properties", "ProxyConfigurationProperties"),
];
