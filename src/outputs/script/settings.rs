//! The form's values, as variables at the beginning of the script.

use super::deploy::Script;
use crate::deployment::Deployment;
use crate::deployment::role::Role;
use crate::deployment::tags::{capital_tags, tag_map};
use crate::document::json;
use crate::document::text::Text;
use crate::document::written::Written;
use crate::outputs::language::shell;

impl<'a> Script<'a> {
    /// Adds the variables.
    pub fn settings(&mut self) {
        let deployment = self.deployment;
        let missing: Vec<&str> = deployment.unset.iter().map(|field| field.label).collect();
        self.setting("missing", &missing.join(", ").into());
        self.setting("region", &deployment.region.shown());
        let account = deployment.given_account();
        self.setting("expected_account", &account.map(Text::shown).unwrap_or_default());
        self.setting("delegate", &deployment.delegate_name.shown());
        self.setting("cluster", &deployment.cluster.name.shown());
        self.setting("family", &deployment.task_definition.family.shown());
        self.setting("service", &deployment.service.service_name.shown());
        self.setting(
            "launch_type",
            &deployment.service.launch_type.unwrap_or_default().into(),
        );
        let network_mode = deployment.task_definition.network_mode.unwrap_or_default();
        self.setting("network_mode", &network_mode.into());
        let capacity = self.capacity().map(Text::shown).unwrap_or_default();
        self.setting("capacity", &capacity);
        if let Some(group) = &deployment.log_group {
            self.setting("log_group", &group.name.shown());
            self.setting(
                "retention",
                &group
                    .retention
                    .map_or("ever".to_owned(), |days| days.to_string())
                    .into(),
            );
        }
        let tags = deployment.created_tags();
        self.setting("tags", &json::compact(&tags));
        if self.creates_secrets() || self.creates_roles() {
            self.setting("capital_tags", &json::compact(&capital_tags(&tags)));
        }
        if deployment.log_group.is_some() {
            self.setting("log_tags", &json::line(&tag_map(&tags)));
        }
    }

    /// Stops the script if the AWS CLI would not take a name literally: it reads an option's value from an address, such as
    /// `file://…`, and a list that begins with `[` as JSON. Nothing in AWS can have such a name.
    pub fn refuse_names(&mut self) {
        let Deployment {
            cluster,
            log_group,
            execution_role,
            task_role,
            secrets,
            task_definition,
            service,
            ..
        } = self.deployment;
        let role = |role: &'a Option<Role>| role.as_ref().map(|role| &role.name);
        let names = [
            Some(&cluster.name),
            Some(&service.service_name),
            Some(&task_definition.family),
            log_group.as_ref().map(|group| &group.name),
            role(execution_role),
            role(task_role),
            secrets.first().and_then(|secret| secret.kms_key.as_ref()),
        ];
        let names = names.into_iter().flatten();
        let is_refused = |name: &Written| !shell::is_literal_item(name.text());
        if let Some(name) = names.map(Text::shown).find(is_refused) {
            self.setting("refused_name", &name);
            self.text.push(include_str!("parts/refused_name.sh"));
        }
    }
}
