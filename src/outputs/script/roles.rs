//! The IAM roles that the script creates.

use super::deploy::Script;
use super::{variables, word};
use crate::deployment::Deployment;
use crate::deployment::role::Role;
use crate::document::tree::Tree;
use crate::outputs::language::shell;

impl<'a> Script<'a> {
    /// Returns each role that the script creates, with its name in the script and the variable for its ARN.
    fn created_roles(&self) -> impl Iterator<Item = (&'static str, &'static str, &'a Role)> + use<'a> {
        let Deployment {
            execution_role,
            task_role,
            ..
        } = self.deployment;
        [
            ("execution-role", variables::EXECUTION_ROLE_ARN, execution_role),
            ("task-role", variables::TASK_ROLE_ARN, task_role),
        ]
        .into_iter()
        .filter_map(|(name, arn, role)| Some((name, arn, role.as_ref()?)))
    }

    /// Adds the search for existing roles.
    pub fn find_roles(&mut self) {
        if !self.creates_roles() {
            return;
        }
        self.text.push(include_str!("parts/find_role.sh"));
        self.text.push("\n# The roles: their trust policies.\n");
        for (name, _, role) in self.created_roles() {
            let kept = name.replace('-', "_");
            self.variable(&format!("{kept}_trust"), &word::of(&Tree::of(&role.trust)));
            let role_name = shell::quote(&role.name.shown());
            let call = role_name.between(
                "find_role ",
                &format!(" \"${kept}_trust\"\n{kept}_found=$answer\n"),
            );
            self.text.append(&call);
        }
    }

    /// Adds the creation of missing roles and the update of existing ones.
    pub fn make_roles(&mut self) {
        if !self.creates_roles() {
            return;
        }
        self.text.push(include_str!("parts/role.sh"));
        for (name, arn, role) in self.created_roles() {
            let kept = name.replace('-', "_");
            let policy = role
                .policy
                .as_ref()
                .map_or_else(|| shell::word(""), |policy| word::of(&Tree::of(policy)));
            self.text.push(&format!(
                "\n# The {}, and its permissions.\n",
                name.replace('-', " ")
            ));
            self.variable("policy", &policy);
            let role_name = shell::quote(&role.name.shown());
            let call = role_name.between(
                "make_role ",
                &format!(
                    " \"${kept}_trust\" {} \"$policy\" \"${kept}_found\"\n{arn}=$arn\n",
                    role.policy_name
                ),
            );
            self.text.append(&call);
        }
    }
}
