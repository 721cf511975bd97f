//! What holds for the table of fields once a form is read.

use configurator::fields::{CPU, Field, MEMORY};
use configurator::link::{Secrets, parse};
use configurator::{build, check, read, rules};

/// What is offered for a field: the texts.
fn offered(field: &Field, query: &str) -> Vec<String> {
    let (config, _) = read(&parse(query, Secrets::Honour).0);
    let offered = field.offered(&config).into_iter();
    offered.map(|(value, _)| value).collect()
}

#[test]
fn fargate_offers_its_pairs_and_ec2_asks_for_numbers() {
    let all = ["256", "512", "1024", "2048", "4096", "8192", "16384"];
    assert_eq!(offered(&CPU, ""), all);
    assert_eq!(offered(&MEMORY, "cpu=256"), ["512", "1024", "2048"]);
    assert_eq!(offered(&MEMORY, "cpu=.25+vCPU"), ["512", "1024", "2048"]);
    assert_eq!(offered(&MEMORY, "cpu=8192").first().unwrap(), "16384");
    // Of a CPU that Fargate has not, what goes with the next one; of one that cannot be read, with the default.
    assert_eq!(offered(&MEMORY, "cpu=200"), ["512", "1024", "2048"]);
    assert_eq!(offered(&MEMORY, "cpu=many"), offered(&MEMORY, "cpu=1024"));
    assert_eq!(offered(&MEMORY, "cpu="), offered(&MEMORY, "cpu=1024"));
    assert_eq!(offered(&MEMORY, "cpu=99999"), offered(&MEMORY, "cpu=16384"));
    for field in [&CPU, &MEMORY] {
        assert!(offered(field, "launch_type=EC2").is_empty());
    }
}

#[test]
fn every_pair_that_is_offered_raises_no_finding_about_it() {
    for cpu in offered(&CPU, "") {
        for memory in offered(&MEMORY, &format!("cpu={cpu}")) {
            let (config, unreadable) = read(&parse(&format!("cpu={cpu}&memory={memory}"), Secrets::Honour).0);
            let today = rules::Date::from_days(0);
            let found = check(&config, &build(&config), today);
            assert!(unreadable.is_empty());
            assert!(
                !found.iter().any(|one| one.rule == "fargate-size-pair"),
                "{cpu} {memory}"
            );
        }
    }
}
