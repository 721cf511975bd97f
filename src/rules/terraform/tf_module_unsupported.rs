//! The module has no variable for a setting.

use super::standalone::standalone;
use crate::config::Config;
use crate::facts::sources;
use crate::fields::{self, FIELDS, Field};
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `tf-module-unsupported`
pub const RULE: Rule = Rule {
    id: "tf-module-unsupported",
    severity: Severity::Warning,
    what: "The Terraform module has no variable for some of the settings.",
    consequence: "main.tf leaves them out, and the delegate runs with what the module has fixed: no public address, no stop timeout, no circuit breaker, X86_64, its own names and roles.",
    source: sources::MODULE,
    check: |subject, problems| {
        if !subject.config.is_module() {
            return;
        }
        let lost: Vec<String> = lost(subject.config)
            .map(|field| format!("`{}`", field.key))
            .collect();
        if !lost.is_empty() {
            let message = format!("The module cannot express {}.", lost.join(", "));
            problems.push(Problem::new(&fields::TERRAFORM_SOURCE, message).fix(standalone()));
        }
    },
    fires: "way=terraform&terraform_source=module",
    quiet: "way=terraform&terraform_source=standalone",
};

/// Whether the configuration uses the module and `main.tf` leaves out this field.
pub fn leaves_out(config: &Config, field: &Field) -> bool {
    config.is_module() && field.in_module.leaves_out()
}

/// Returns the fields that ask for something that the module does not do.
fn lost(config: &Config) -> impl Iterator<Item = &'static Field> {
    FIELDS
        .iter()
        .copied()
        .filter(|field| field.is_lost_in_module(config))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{InModule, Kind};
    use crate::link::{Secrets, parse};
    use crate::{build, files, read};

    fn config(query: &str) -> Config {
        read(
            &parse(
                &format!("way=terraform&terraform_source=module&{query}"),
                Secrets::Honour,
            )
            .0,
        )
        .0
    }

    fn keys(query: &str) -> Vec<&'static str> {
        lost(&config(query)).map(|field| field.key).collect()
    }

    #[test]
    fn what_the_module_cannot_express_is_what_was_asked_for() {
        let plain = "start=docs&token_source=secretsmanager&assign_public_ip=false&logs=awslogs&container_name=\
                     &container_port=&container_cpu=&container_memory=&enable_ecs_managed_tags=false&proxy_host=p";
        assert_eq!(keys(plain), [""; 0]);
        for field in FIELDS.iter().filter(|field| field.in_module.leaves_out()) {
            // A field that has no effect here, or never loses anything, is not lost.
            let has_effect = (field.applies)(&config(plain)) && *field != &fields::HOSTNAME;
            if !has_effect {
                continue;
            }
            let asked = match field.kind {
                Kind::Flag(_) => "true",
                _ => field.sample,
            };
            let with = format!("{plain}&{}={asked}", field.key);
            assert!(
                keys(&with).contains(&field.key),
                "{}: {:?}",
                field.key,
                keys(&with)
            );
        }
        let harmless = format!("{plain}&platform_version=LATEST&propagate_tags=NONE&architecture=X86_64");
        assert_eq!(keys(&harmless), [""; 0]);
        assert_eq!(
            keys(&format!("{plain}&logs=none&log_group=/a&log_retention=7")),
            ["logs"]
        );
    }

    #[test]
    fn only_main_tf_leaves_something_out() {
        assert!(leaves_out(&config(""), &fields::HOSTNAME) && !leaves_out(&config(""), &fields::CPU));
        assert!(!leaves_out(
            &config("terraform_source=standalone"),
            &fields::HOSTNAME
        ));
    }

    /// Returns `main.tf` for these parameters, or `None` if it does not call the module.
    fn main_tf(query: &str) -> Option<String> {
        let config = config(query);
        let files = files(&build(&config), config.way);
        let file = files.into_iter().find(|file| file.name == "main.tf")?;
        config.is_module().then_some(file.text)
    }

    /// `main.tf` does what the table of fields says about the module.
    #[test]
    fn main_tf_follows_the_fields_that_the_module_takes_and_no_others() {
        // Give an account ID, and no permissions: the name of their policy depends on the service name.
        let plain =
            "proxy_host=p&proxy_port=1&proxy_user=u&aws_account_id=123456789012&task_role_permissions=none";
        let bases = ["none", "read-s3", "assume-roles"]
            .map(|permissions| plain.replace("permissions=none", &format!("permissions={permissions}")));
        for field in FIELDS {
            let follows = |base: &str| {
                let altered = main_tf(&format!("{base}&{}={}", field.key, field.sample));
                altered.is_some_and(|altered| Some(altered) != main_tf(base))
            };
            if let InModule::Takes = field.in_module {
                assert!(bases.iter().any(|base| follows(base)), "{}", field.key);
            } else {
                assert!(!follows(plain), "{}", field.key);
            }
        }
    }
}
