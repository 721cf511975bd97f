//! AWS CloudFormation: how large a template may be, and how long names are.

/// The largest template that `aws cloudformation deploy` takes from a file without a bucket, bytes.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>, read 2026-11.
pub const TEMPLATE_BYTES: usize = 51_200;

/// The longest address of a template, characters. Source: the API's `CreateStackInput.TemplateURL`, read 2026-11.
pub const TEMPLATE_URL_MAX: usize = 5120;

/// The longest name of a stack, characters. Source: the API's `CreateStackInput.StackName`, read 2026-11.
pub const STACK_NAME_MAX: usize = 128;

/// The longest description that the template gets, characters. CloudFormation takes 1,024 bytes, and a character has four
/// at most. Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>, read 2026-11.
pub const DESCRIPTION_MAX: usize = 256;
