//! Forms at random, the same in each run, and the two sources of a Terraform file.
#![allow(dead_code, reason = "each test crate uses its own part of it")]

use crate::common::forms::{finished, legal_form};
use configurator::Form;
use configurator::fields::{self, Field};
use configurator::link::{Secrets, parse};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

/// The same forms in each run, so that a failure can be repeated.
pub fn random_forms(count: usize) -> Vec<Form> {
    let mut runner = TestRunner::deterministic();
    let strategy = legal_form();
    (0..count)
        .map(|_| strategy.new_tree(&mut runner).expect("a form").current())
        .collect()
}

/// Finished, but with a secret that the file creates.
pub const FINISHED: &str = "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io\
    &region=us-west-2&image=harness/delegate:26.10.87203&cluster=delegates";

/// Configurations that Terraform refused before, and each kind of network and policy.
const FIXED: &[&str] = &[
    "start=docs&s3_bucket=build-artifacts",
    "start=docs&task_role_permissions=none&region=cn-north-1",
    "task_role_permissions=deploy-ecs&aws_account_id=012345678901&tags=team=blue",
    "task_role_permissions=assume-roles&assume_role_arns=arn:aws:iam::012345678901:role/deployer&create_cluster=false",
    "capacity=FARGATE_SPOT&terraform_import=true",
    "launch_type=EC2&token_source=plain&terraform_import=true&create_cluster=false",
];

/// The fixed configurations. Both sources leave out what nobody gave and they do not need.
pub fn fixed_forms() -> Vec<Form> {
    let query = |more: &&str| format!("{FINISHED}&{more}");
    FIXED
        .iter()
        .map(|more| parse(&query(more), Secrets::Honour).0)
        .collect()
}

/// What a Terraform file is made of.
#[derive(Debug, Clone, Copy)]
pub enum Source {
    /// A call of the published module.
    Module,
    /// Plain resources.
    Standalone,
}

impl Source {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Module, Self::Standalone];

    /// Returns the form that opens this file.
    pub fn of(self, form: &Form) -> Form {
        let mut form = form.clone();
        set(&mut form, &fields::WAY, "terraform");
        match self {
            Self::Module => {
                set(&mut form, &fields::TERRAFORM_SOURCE, "module");
                set(&mut form, &fields::LAUNCH_TYPE, "FARGATE");
            }
            Self::Standalone => set(&mut form, &fields::TERRAFORM_SOURCE, "standalone"),
        }
        finished(form)
    }
}

/// Sets a field to one text.
pub fn set(form: &mut Form, field: &'static Field, text: &str) {
    form.set(field, vec![text.to_owned()]);
}
