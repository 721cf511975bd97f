//! The network of the tasks.

use super::deploy::Script;
use crate::document::json;
use crate::document::supplied::Supplied;
use crate::document::tree::Tree;

impl Script<'_> {
    /// Adds the subnets and security groups: those that the user gave, or those of the default VPC.
    pub fn network(&mut self) {
        let Some(network) = &self.deployment.service.network_configuration else {
            return;
        };
        let references = Tree::of(network).references();
        if references.contains(&Supplied::Subnets) {
            self.text.push(include_str!("parts/default_vpc.sh"));
        } else {
            self.text.push("\n");
            let given = Tree::of(&network.awsvpc_configuration.subnets);
            self.setting("given_subnets", &json::line(&given));
            self.text.push(include_str!("parts/given_subnets.sh"));
        }
        if references.contains(&Supplied::SecurityGroups) {
            self.text.push(include_str!("parts/default_security_group.sh"));
        } else {
            self.text.push("\n");
            let given = Tree::of(&network.awsvpc_configuration.security_groups);
            self.setting("given_security_groups", &json::line(&given));
            self.text.push(include_str!("parts/given_security_groups.sh"));
        }
    }
}
