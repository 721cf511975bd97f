//! Pages that document several fields.

pub(crate) const TASK_PARAMETERS: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html";
pub(crate) const SERVICE_PARAMETERS: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html";
pub(crate) const DELEGATE_VARIABLES: &str =
    "https://developer.harness.io/docs/platform/delegates/delegate-reference/delegate-environment-variables";
