//! What is in force in each folded section, in a few words: the page shows it beside the heading.

use super::unit::Unit;
use crate::choices::{Logs, Start, label};
use crate::config::{Config, TextValue};
use crate::words::counted;

/// `recommended for production`
pub fn start(start: Start, _: &Config) -> String {
    let label = label(Start::CHOICES, start.value()).unwrap_or_default();
    label[..1].to_lowercase() + &label[1..]
}

/// `us-west-2 · no public IP`
pub fn network(_: Start, config: &Config) -> String {
    let mut words = Vec::new();
    words.extend(shown(&config.region));
    words.push(
        match (config.is_awsvpc(), config.assign_public_ip) {
            (false, _) => "bridge network",
            (true, true) => "public IP",
            (true, false) => "no public IP",
        }
        .to_owned(),
    );
    joined(words)
}

/// `1 vCPU · 2 GB · 1 replica`
pub fn size(_: Start, config: &Config) -> String {
    let mut words = Vec::new();
    words.extend(config.cpu.number().map(|cpu| Unit::Cpu.short(cpu)));
    words.extend(config.memory.number().map(|memory| Unit::Mebibytes.short(memory)));
    words.extend(
        config
            .desired_count
            .number()
            .map(|count| counted(count, "replica", "replicas")),
    );
    joined(words)
}

/// `no tags, no variables`
pub fn delegate(_: Start, config: &Config) -> String {
    let variables = config.env.len() + config.secret_env.len();
    let mut words = vec![
        if config.delegate_tags.is_empty() {
            "no tags"
        } else {
            "tags"
        }
        .to_owned(),
        match variables {
            0 => "no variables".to_owned(),
            count => counted(count as u64, "variable", "variables"),
        },
    ];
    if !config.init_script.is_empty() {
        words.push("init script".to_owned());
    }
    joined(words)
}

/// `no proxy`
pub fn proxy(_: Start, config: &Config) -> String {
    shown(&config.proxy_host).unwrap_or_else(|| "no proxy".to_owned())
}

/// `harness-delegate · rolls back`
pub fn service(_: Start, config: &Config) -> String {
    let mut words = Vec::new();
    words.extend(shown(&config.cluster));
    words.extend(shown(&config.capacity));
    words.push(
        if config.circuit_breaker {
            "rolls back"
        } else {
            "no rollback"
        }
        .to_owned(),
    );
    joined(words)
}

/// `health check · stops within 120 s`
pub fn container(_: Start, config: &Config) -> String {
    let mut words = vec![
        if config.health_check {
            "health check"
        } else {
            "no health check"
        }
        .to_owned(),
    ];
    words.extend(
        config
            .stop_timeout
            .number()
            .map(|seconds| format!("stops within {seconds} s")),
    );
    joined(words)
}

/// `CloudWatch · 30 days`
pub fn logs(_: Start, config: &Config) -> String {
    if config.logs == Logs::None {
        return "no logs".to_owned();
    }
    let kept = match config.log_retention.number() {
        Some(days) => counted(days, "day", "days"),
        None => "for ever".to_owned(),
    };
    joined(vec!["CloudWatch".to_owned(), kept])
}

/// `two roles created`
pub fn permissions(_: Start, config: &Config) -> String {
    let created = [config.creates_execution_role(), config.creates_task_role()];
    match created.iter().filter(|is_created| **is_created).count() {
        2 => "two roles created",
        1 => "one role created",
        _ => "no role created",
    }
    .to_owned()
}

/// The text of a field. A text that holds a secret, such as a proxy's address with its password, is not shown.
fn shown(value: &TextValue) -> Option<String> {
    let text = value.typed()?;
    Some(if value.origin.is_secret { "given" } else { text }.to_owned())
}

fn joined(words: Vec<String>) -> String {
    let short = words.into_iter().map(|word| word.chars().take(40).collect());
    short.collect::<Vec<String>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::super::SECTIONS;
    use crate::form::Form;
    use crate::link::{Secrets, parse};
    use crate::read;

    fn in_force(query: &str) -> Vec<String> {
        let form: Form = parse(query, Secrets::Honour).0;
        let config = read(&form).0;
        let sections = SECTIONS.iter();
        sections
            .map(|section| (section.in_force)(form.start(), &config))
            .collect()
    }

    #[test]
    fn each_heading_says_what_is_in_force() {
        assert_eq!(
            in_force("region=us-west-2"),
            [
                "",
                "recommended for production",
                "us-west-2 · no public IP",
                "1 vCPU · 2 GB · 1 replica",
                "no tags · no variables",
                "no proxy",
                "harness-delegate · rolls back",
                "health check · stops within 120 s",
                "CloudWatch · 30 days",
                "two roles created",
                "",
            ]
        );
        let docs =
            in_force("start=docs&launch_type=EC2&proxy_host=p.example&env=A=1&init_script=x&delegate_tags=a");
        for words in [
            "Harness documentation, as printed",
            "bridge network",
            "tags · 1 variable · init script",
            "p.example",
            "no rollback",
            "no health check",
            "no logs",
            "no role created",
        ] {
            assert!(
                docs.iter().any(|text| text.eq_ignore_ascii_case(words)),
                "{words}: {docs:?}"
            );
        }
    }

    #[test]
    fn a_secret_in_a_field_is_not_shown() {
        let all =
            in_force("proxy_host=https://me:notreal@proxy&cluster=ghp_notreal0123456789notreal0123456789")
                .concat();
        assert!(!all.contains("notreal"), "{all}");
    }
}
