//! Presets: named sets of edits to the form. A preset never sets what only the user knows: account, name, token,
//! image.

use crate::config::Config;
use crate::facts::{fargate, harness};
use crate::fields::{self, Field, Section};
use crate::finding::{Edit, Fix};
use crate::form::Form;
use crate::read::canonical;
use crate::words::counted;

/// A preset. Its button is lit while the form already has the preset's values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    /// The value of the attribute `data-preset`.
    pub name: String,
    /// The preset's effect, in a few words.
    pub note: String,
    /// The text of the button, and the edits.
    pub fix: Fix,
}

/// Returns the presets of a section.
pub fn presets(section: &Section, config: &Config) -> Vec<Preset> {
    if *section == fields::SIZE_SECTION {
        harness::PARALLEL_TASKS.iter().map(replicas).collect()
    } else if *section == fields::STARTING_POINT_SECTION {
        let spot = config.is_fargate().then(spot);
        [high_availability()].into_iter().chain(spot).collect()
    } else {
        vec![]
    }
}

/// Makes a preset from a row of Harness's table of sizes.
fn replicas(&(count, parallel): &(u64, u64)) -> Preset {
    let size = Fix::set(
        counted(count, "replica", "replicas"),
        &fields::DESIRED_COUNT,
        count.to_string(),
    )
    .and(Edit::set(&fields::CPU, harness::MIN_CPU.to_string()))
    .and(Edit::set(&fields::MEMORY, harness::MIN_MEMORY.to_string()));
    Preset {
        name: format!("replicas-{count}"),
        note: format!("{parallel} tasks at once"),
        // Clears the container's own limits, which were meant for another task size: the container then gets all of
        // the task.
        fix: size
            .and(Edit::clear(&fields::CONTAINER_CPU))
            .and(Edit::clear(&fields::CONTAINER_MEMORY)),
    }
}

fn high_availability() -> Preset {
    let fix = Fix::set("High availability", &fields::DESIRED_COUNT, "2")
        .and(Edit::set(&fields::MINIMUM_HEALTHY_PERCENT, "100"))
        .and(Edit::set(&fields::MAXIMUM_PERCENT, "200"))
        .and(Edit::set(&fields::CIRCUIT_BREAKER, "true"));
    Preset {
        name: "high-availability".to_owned(),
        note: "two replicas; give subnets of two zones".to_owned(),
        fix,
    }
}

fn spot() -> Preset {
    let fix = Fix::set("Fargate Spot", &fields::CAPACITY, "FARGATE_SPOT").and(Edit::set(
        &fields::STOP_TIMEOUT,
        fargate::STOP_TIMEOUT.end().to_string(),
    ));
    Preset {
        name: "spot".to_owned(),
        note: "cheaper, and taken away at two minutes' notice".to_owned(),
        fix,
    }
}

impl Preset {
    /// Whether the form already has the preset's values.
    pub fn is_lit(&self, form: &Form, config: &Config) -> bool {
        self.fix.edits.iter().all(|edit| {
            let wanted = edit.texts.first().map_or("", String::as_str);
            effective(edit.field, &form.text(edit.field), config) == effective(edit.field, wanted, config)
        })
    }
}

/// Returns the value in effect: the text, or the derived value if the text is blank.
fn effective(field: &Field, text: &str, config: &Config) -> String {
    let text = canonical(field, text);
    if text.is_empty() {
        field.derived(config).unwrap_or_default()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::finding::Severity;
    use crate::link::{Secrets, parse};
    use crate::read;
    use crate::rules::findings;

    const GOOD: &str = "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io\
        &region=us-west-2&image=harness/delegate:26.10.87203&cluster=delegates\
        &subnets=subnet-0a1b2c3d4e5f67890&security_groups=sg-0a1b2c3d4e5f67890\
        &token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/build-blue-a1B2c3";

    fn all(config: &Config) -> Vec<Preset> {
        let sections = fields::SECTIONS.iter();
        sections.flat_map(|section| presets(section, config)).collect()
    }

    fn lit(form: &Form) -> Vec<String> {
        let (config, _) = read(form);
        let lit = all(&config)
            .into_iter()
            .filter(|preset| preset.is_lit(form, &config));
        lit.map(|preset| preset.name).collect()
    }

    fn form(query: &str) -> Form {
        parse(query, Secrets::Honour).0
    }

    #[test]
    fn a_preset_lights_up_when_the_form_is_as_it_would_make_it() {
        for base in ["", "start=docs", "launch_type=EC2", "start=docs&launch_type=EC2"] {
            let before = form(&format!(
                "{base}&cpu=4096&memory=8192&container_memory=8192&container_cpu=4096"
            ));
            assert_eq!(lit(&before), [""; 0], "{base}");
            for preset in all(&read(&before).0) {
                let mut after = before.clone();
                after.apply(&preset.fix.edits);
                assert!(lit(&after).contains(&preset.name), "{base}: {}", preset.name);
            }
        }
        assert_eq!(lit(&form("cpu=.5+vCPU&memory=2+GB")), ["replicas-1"]);
        assert_eq!(
            lit(&form("cpu=512&container_memory=2048&desired_count=4")),
            ["replicas-4"]
        );
        assert_eq!(
            lit(&form("cpu=512&container_memory=1800&desired_count=4")),
            [""; 0]
        );
    }

    #[test]
    fn sizes_are_those_of_harness() {
        let mut form = form("");
        let presets = presets(&fields::SIZE_SECTION, &read(&form).0);
        let names: Vec<&str> = presets.iter().map(|preset| preset.name.as_str()).collect();
        assert_eq!(names, ["replicas-1", "replicas-2", "replicas-4", "replicas-8"]);
        assert_eq!(presets[3].note, "80 tasks at once");
        form.apply(&presets[3].fix.edits);
        let config = read(&form).0;
        assert_eq!(
            [
                config.desired_count,
                config.cpu,
                config.memory,
                config.container_memory
            ]
            .map(|v| v.number()),
            [Some(8), Some(512), Some(2048), Some(2048)]
        );
    }

    #[test]
    fn spot_is_offered_where_there_is_any() {
        let names = |query| all(&read(&form(query)).0).into_iter().map(|preset| preset.name);
        assert!(names("").any(|name| name == "spot"));
        assert!(!names("launch_type=EC2").any(|name| name == "spot"));
    }

    /// No preset changes who the user is, and no preset adds an error to a complete form.
    #[test]
    fn a_preset_touches_no_identity_and_adds_no_error() {
        let today = Date::parse("2026-11-24").unwrap();
        for base in ["", "&launch_type=EC2&subnets=&security_groups="] {
            let before = form(&format!("{GOOD}{base}"));
            for preset in all(&read(&before).0) {
                let mut after = before.clone();
                after.apply(&preset.fix.edits);
                let found = findings(&after, today);
                let errors: Vec<_> = found.iter().filter(|f| f.severity == Severity::Error).collect();
                assert!(errors.is_empty(), "{}: {errors:#?}", preset.name);
                for edit in &preset.fix.edits {
                    assert!(
                        ![
                            &fields::ESSENTIALS_SECTION,
                            &fields::PERMISSIONS_SECTION,
                            &fields::DELEGATE_SECTION
                        ]
                        .iter()
                        .any(|section| section.fields.contains(&edit.field)),
                        "{} edits {}",
                        preset.name,
                        edit.field.key
                    );
                }
            }
        }
    }
}
