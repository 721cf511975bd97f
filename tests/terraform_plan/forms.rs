//! Forms at random, the same in each run, and the two sources of a Terraform file.

use crate::common::forms::{finished, legal_form};
use configurator::Form;
use configurator::fields::{self, Field};
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
