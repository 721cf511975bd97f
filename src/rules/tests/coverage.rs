//! Tests that every constraint in the collected facts has a rule, or a reason for not having one.

use super::exclusions::{ERRATA, EXCLUSIONS};
use crate::rules::RULES;

/// The rules that the facts propose.
const PROPOSED: &str = "placeholder-left family-format family-shared container-name-format cluster-name-format \
    service-name-format fargate-size-missing fargate-size-pair task-size-type ec2-cpu-range ec2-memory-missing \
    container-memory-min container-memory-over-task memory-reservation-over-memory container-cpu-over-task \
    container-cpu-one memory-unreachable delegate-too-small fargate-network-mode hostname-awsvpc hostname-format \
    host-port-mismatch ports-none-mode static-host-port port-8080-unused fargate-unsupported-field \
    stop-timeout-range stop-timeout-short stop-timeout-long-ec2 ephemeral-range ephemeral-ec2 \
    execution-role-missing role-arn-format account-ids-swapped secret-arn-format secret-arn-partial \
    token-plaintext env-secret-duplicate env-name-format required-env-missing log-prefix-missing \
    log-required-options log-create-group-permission logs-missing log-driver-fargate health-check-range \
    health-start-period-short health-check-absent health-check-port essential-none task-def-too-large \
    tags-invalid network-config-missing network-config-forbidden public-ip-ec2 public-ip-egress subnet-id-format \
    sg-id-format subnet-count sg-count platform-version-ec2 platform-version-old launch-type-and-strategy \
    launch-type-compat strategy-weights spot-interruption daemon-fargate daemon-count desired-count \
    deployment-percent circuit-breaker-shape managed-tags-no-propagate exec-requirements image-tag image-expired \
    image-fips manager-url-format log-service-mismatch account-id-format delegate-name-format \
    delegate-tags-format proxy-incomplete init-script-nonroot next-gen delegate-type bool-string upgrader-on-ecs \
    readonly-needs-workdir trust-cluster-arn managed-policy-arn tf-module-name-length tf-module-delegate-image \
    tf-module-memory tf-module-ec2 image-format log-group-format arm64-image reserved-env manager-url-http \
    ec2-cluster-empty partition-region region-unknown";

#[test]
fn every_proposed_rule_is_one_or_is_excluded_with_a_reason() {
    for id in PROPOSED.split_whitespace() {
        let rules = RULES.iter().filter(|rule| rule.id == id).count();
        let excluded = EXCLUSIONS.iter().filter(|exclusion| exclusion.what == id).count();
        assert_eq!(rules + excluded, 1, "{id}: {rules} rules, {excluded} exclusions");
    }
}

#[test]
fn every_exclusion_says_why_once() {
    for exclusion in EXCLUSIONS {
        assert!(exclusion.why.ends_with('.'), "{}", exclusion.what);
        assert_eq!(
            EXCLUSIONS
                .iter()
                .filter(|other| other.what == exclusion.what)
                .count(),
            1,
            "{}",
            exclusion.what
        );
    }
}

/// Tests that each error in the documentation's samples has a rule that finds it, or a reason for not having one.
#[test]
fn every_erratum_of_the_samples_has_a_rule_or_a_reason() {
    let covered = [
        (4, "family-shared"),
        (5, "container-name-format"),
        (6, "hostname-awsvpc"),
        (7, "port-8080-unused"),
        (8, "container-cpu-one"),
        (9, "memory-unreachable"),
        (11, "logs-missing"),
        (12, "token-plaintext"),
        (14, "image-expired"),
        (17, "account-ids-swapped"),
        (19, "placeholder-left"),
        (21, "managed-tags-no-propagate"),
        (25, "tf-module-delegate-image"),
        (31, "stop-timeout-short"),
    ];
    for number in 1..=32 {
        let rule = covered.iter().find(|(other, _)| *other == number);
        let is_rule = rule.is_some_and(|(_, id)| {
            RULES.iter().any(|rule| rule.id == *id)
                || EXCLUSIONS.iter().any(|exclusion| exclusion.what == *id)
        });
        let is_excluded = ERRATA.iter().any(|(_, numbers)| numbers.contains(&number));
        assert!(is_rule != is_excluded, "erratum {number}");
    }
}
