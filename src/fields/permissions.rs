//! The AWS account and the two roles of the task.

use super::asked::{Asked, Group};
use super::blank::Blank;
use super::defaults::{recommended_flag, text};
use super::field::Field;
use super::in_force;
use super::in_module::InModule;
use super::kind::{Kind, choice, slot};
use super::section::{Place, Section};
use crate::choices::{Start, TaskRolePermissions};
use crate::facts::sources;

/// The AWS account and the two roles of the task.
pub static PERMISSIONS_SECTION: Section = Section {
    title: "Account and IAM roles",
    place: Place::Folded,
    in_force: in_force::permissions,
    fields: &[
        &AWS_ACCOUNT_ID,
        &CREATE_ROLES,
        &EXECUTION_ROLE_ARN,
        &TASK_ROLE_ARN,
        &TASK_ROLE_PERMISSIONS,
        &ASSUME_ROLE_ARNS,
        &S3_BUCKET,
        &KMS_KEY_ID,
    ],
};

/// `aws_account_id`
pub static AWS_ACCOUNT_ID: Field = Field {
    key: "aws_account_id",
    label: "AWS account ID",
    help: "Twelve digits. The commands and scripts stop if you are signed in to another account. If you leave it blank, they use the account that you are signed in to.",
    find: "AWS console: top right, under your name.",
    command: "aws sts get-caller-identity --query Account --output text",
    docs: sources::ACCOUNTS,
    kind: Kind::Identifier(slot!(aws_account_id)),
    blank: Blank::Found {
        placeholder: "<AWS_ACCOUNT_ID>",
    },
    sample: "012345678901",
    ..Field::with(InModule::Takes)
};

/// `create_roles`
pub static CREATE_ROLES: Field = Field {
    key: "create_roles",
    label: "Create the roles",
    help: "An execution role and a task role for this delegate alone, with the least that it needs. An ARN below wins for its role.",
    docs: sources::EXECUTION_ROLE,
    kind: Kind::Flag(slot!(create_roles)),
    default: |start, _| recommended_flag(start),
    blank: Blank::Default,
    sample: "false",
    ..Field::with(InModule::NotConcerned)
};

/// `execution_role_arn`
pub static EXECUTION_ROLE_ARN: Field = Field {
    key: "execution_role_arn",
    label: "Execution role",
    help: "The role with which ECS itself pulls the image, writes the logs and reads the secrets.",
    find: "AWS console: IAM, Roles, the role, ARN.",
    command: "aws iam list-roles --query 'Roles[].Arn'",
    docs: sources::EXECUTION_ROLE,
    kind: Kind::Identifier(slot!(execution_role_arn)),
    is_long: true,
    blank: Blank::Derived,
    sample: "arn:aws:iam::012345678901:role/ecsTaskExecutionRole",
    ..Field::with(InModule::CannotExpress)
};

/// `task_role_arn`
pub static TASK_ROLE_ARN: Field = Field {
    key: "task_role_arn",
    label: "Task role",
    help: "The role with which the delegate's own tasks call AWS.",
    find: "AWS console: IAM, Roles, the role, ARN.",
    command: "aws iam list-roles --query 'Roles[].Arn'",
    docs: sources::TASK_ROLE,
    kind: Kind::Identifier(slot!(task_role_arn)),
    is_long: true,
    blank: Blank::Derived,
    sample: "arn:aws:iam::012345678901:role/delegate",
    ..Field::with(InModule::CannotExpress)
};

/// `task_role_permissions`
pub static TASK_ROLE_PERMISSIONS: Field = Field {
    key: "task_role_permissions",
    label: "What the delegate may do at AWS",
    help: "The policy of the task role that is created.",
    docs: sources::ECS_TUTORIAL,
    kind: choice!(task_role_permissions: TaskRolePermissions),
    default: |start, _| match start {
        Start::Docs => text("all-s3"),
        Start::Recommended => text("none"),
    },
    blank: Blank::Default,
    applies: |config| config.chooses_permissions(),
    sample: "deploy-ecs",
    ..Field::with(InModule::Takes)
};

/// `assume_role_arns`
pub static ASSUME_ROLE_ARNS: Field = Field {
    key: "assume_role_arns",
    label: "Roles that it may assume",
    help: "ARNs between commas.",
    command: "aws iam list-roles --query 'Roles[].Arn'",
    docs: sources::TASK_ROLE,
    kind: Kind::List(slot!(assume_role_arns)),
    blank: Blank::Required {
        placeholder: "<ROLE_ARN>",
        when: |config| config.task_role_permissions == TaskRolePermissions::AssumeRoles,
    },
    applies: |config| {
        config.chooses_permissions() && config.task_role_permissions == TaskRolePermissions::AssumeRoles
    },
    asked: Asked::WhereRequired(Group::Aws),
    sample: "arn:aws:iam::012345678901:role/deployer",
    ..Field::with(InModule::Takes)
};

/// `s3_bucket`
pub static S3_BUCKET: Field = Field {
    key: "s3_bucket",
    label: "S3 bucket that it may use",
    help: "The bucket's name.",
    command: "aws s3 ls",
    docs: sources::TASK_ROLE,
    kind: Kind::Identifier(slot!(s3_bucket)),
    blank: Blank::Required {
        placeholder: "<BUCKET_NAME>",
        when: |_| true,
    },
    applies: |config| config.needs_bucket(),
    asked: Asked::WhereRequired(Group::Aws),
    sample: "build-artifacts",
    ..Field::with(InModule::Takes)
};

/// `kms_key_id`
pub static KMS_KEY_ID: Field = Field {
    key: "kms_key_id",
    label: "KMS key of the secrets",
    help: "The key's ARN, only if the secrets are encrypted with a key of your own.",
    command: "aws kms list-keys --query 'Keys[].KeyArn'",
    docs: sources::SECRET_ENCRYPTION,
    kind: Kind::Identifier(slot!(kms_key_id)),
    is_long: true,
    applies: |config| config.has_secrets(),
    sample: "arn:aws:kms:us-west-2:012345678901:key/01234567-89ab-cdef-0123-456789abcdef",
    ..Field::with(InModule::CannotExpress)
};
