//! The way, and the fields that only concern one way.

use super::blank::Blank;
use super::defaults::text;
use super::field::Field;
use super::in_module::InModule;
use super::kind::{Kind, choice, slot};
use super::section::{Place, Section};
use crate::choices::{Start, TerraformSource, Way};
use crate::facts::sources;

/// The way, and the fields that only concern one way.
pub static OUTPUT_SECTION: Section = Section {
    title: "Output",
    place: Place::OfWay,
    in_force: |_, _| String::new(),
    fields: &[&WAY, &TERRAFORM_SOURCE, &TERRAFORM_IMPORT, &TEMPLATE_URL],
};

/// `way`
pub static WAY: Field = Field {
    key: "way",
    label: "What you take away",
    help: "Files for the AWS CLI, one script, Terraform or CloudFormation.",
    docs: sources::GETTING_STARTED,
    kind: choice!(way: Way),
    default: |_, _| text("cli"),
    blank: Blank::Default,
    sample: "script",
    ..Field::with(InModule::NotConcerned)
};

/// `terraform_source`
pub static TERRAFORM_SOURCE: Field = Field {
    key: "terraform_source",
    label: "Terraform from",
    help: "The published module of the documentation (Fargate only), or plain resources without a third party's module.",
    docs: sources::MODULE,
    kind: choice!(terraform_source: TerraformSource),
    applies: |config| config.way == Way::Terraform,
    default: |start, _| match start {
        Start::Docs => text("module"),
        Start::Recommended => text("standalone"),
    },
    blank: Blank::Default,
    sample: "module",
    ..Field::with(InModule::NotConcerned)
};

/// `terraform_import`
pub static TERRAFORM_IMPORT: Field = Field {
    key: "terraform_import",
    label: "Take over what exists",
    help: "Adds import blocks: a cluster, log group, role or service of these names becomes Terraform's own instead of being created.",
    docs: sources::TERRAFORM_IMPORT,
    kind: Kind::Flag(slot!(terraform_import)),
    default: |_, _| text("false"),
    blank: Blank::Default,
    applies: |config| config.way == Way::Terraform,
    sample: "true",
    ..Field::with(InModule::Fixes("false"))
};

/// `template_url`
pub static TEMPLATE_URL: Field = Field {
    key: "template_url",
    label: "Address of the template",
    help: "Where you have put template.yaml in S3: with it comes a link to the console's form with these parameters filled in.",
    find: "AWS console: S3, the bucket, the object, Object URL.",
    docs: sources::QUICK_CREATE,
    kind: Kind::Identifier(slot!(template_url)),
    is_long: true,
    is_url: true,
    applies: |config| config.way == Way::CloudFormation,
    sample: "https://templates-of-mine.s3.us-west-2.amazonaws.com/delegate/template.yaml",
    ..Field::with(InModule::NotConcerned)
};
