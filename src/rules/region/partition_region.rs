//! An ARN belongs to another partition than the Region.

use crate::aws::arn::Arn;
use crate::aws::region;
use crate::facts::sources;
use crate::fields;
use crate::finding::{Fix, Severity};
use crate::rules::arns;
use crate::rules::rule::{Problem, Rule};

/// Whether the ARN is in an AWS partition other than `partition`.
fn is_elsewhere(arn: &Arn, partition: &str) -> bool {
    arn.partition != partition && arn.is_of_aws()
}

/// `partition-region`
pub const RULE: Rule = Rule {
    id: "partition-region",
    severity: Severity::Error,
    what: "An ARN belongs to another partition than the Region.",
    consequence: "Partitions (`aws`, `aws-cn`, `aws-us-gov`, …) share nothing, not even accounts: ECS refuses the ARN, or finds nothing there.",
    source: sources::ARNS,
    check: |subject, problems| {
        let Some(region) = subject.typed(&fields::REGION) else {
            return;
        };
        let partition = subject.config.partition();
        // Returns the ARN with this partition. If the ARN's Region is in the ARN's partition, the ARN names a resource
        // elsewhere, and with this partition it would name nothing.
        let moved = |text: &str| {
            let found = Arn::parse(text).filter(|found| is_elsewhere(found, partition))?;
            let is_whole = !found.region.is_empty() && region::partition(found.region) == found.partition;
            (!is_whole).then(|| format!("arn:{partition}{}", &text["arn:".len() + found.partition.len()..]))
        };
        let elsewhere = |text: &str| {
            let found = Arn::parse(text).filter(|found| is_elsewhere(found, partition))?;
            let found = found.partition;
            Some(format!(
                "The ARN is of partition `{found}`; `{region}` is in `{partition}`."
            ))
        };
        let title = format!("Write arn:{partition}:…");
        for field in arns::FIELDS {
            let Some(text) = subject.typed(field) else {
                continue;
            };
            if let Some(message) = elsewhere(text) {
                let fix = moved(text).map(|moved| Fix::set(title.clone(), field, moved));
                problems.push(Problem::new(field, message).fix_if(fix));
            }
        }
        let field = &fields::ASSUME_ROLE_ARNS;
        let items = subject.items(field);
        if let Some(message) = items.iter().find_map(|item| elsewhere(item)) {
            let moved: Vec<String> = items
                .iter()
                .map(|item| moved(item).unwrap_or_else(|| item.clone()))
                .collect();
            let is_mended = !moved.iter().any(|item| elsewhere(item).is_some());
            let fix = is_mended.then(|| Fix::set(title.clone(), field, moved.join(",")));
            problems.push(Problem::new(field, message).fix_if(fix));
        }
        let field = &fields::SECRET_ENV;
        for row in subject.rows(field) {
            let text = row.value.trim();
            if let Some(message) = elsewhere(text) {
                let fix = moved(text).map(|moved| {
                    Fix::new(
                        title.clone(),
                        vec![subject.with_row(field, row.index, format!("{}={moved}", row.name))],
                    )
                });
                problems.push(Problem::new(field, message).row(row.index).fix_if(fix));
            }
        }
    },
    fires: "region=cn-north-1",
    quiet: "region=us-west-2",
};

#[cfg(test)]
mod tests {
    use crate::date::Date;
    use crate::link::{Secrets, parse};
    use crate::rules::findings;

    /// Returns the text that the fix sets.
    fn mended(query: &str) -> Option<String> {
        let found = findings(&parse(query, Secrets::Honour).0, Date::from_days(0));
        let one = found
            .into_iter()
            .find(|one| one.rule == "partition-region")
            .expect("it fires");
        Some(one.fix?.edits[0].texts.concat())
    }

    #[test]
    fn only_what_would_be_somewhere_is_rewritten() {
        for (query, expected) in [
            (
                "region=us-gov-west-1&task_role_arn=arn:aws:iam::012345678901:role/x",
                Some("arn:aws-us-gov:iam::012345678901:role/x"),
            ),
            (
                "region=cn-north-1&token_secret_arn=arn:aws:secretsmanager:cn-north-1:012345678901:secret:x-a1B2c3",
                Some("arn:aws-cn:secretsmanager:cn-north-1:012345678901:secret:x-a1B2c3"),
            ),
            (
                "region=cn-north-1&token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:x-a1B2c3",
                None,
            ),
            (
                "region=cn-north-1&secret_env=A=arn:aws:ssm:cn-north-1:012345678901:parameter/a",
                Some("A=arn:aws-cn:ssm:cn-north-1:012345678901:parameter/a"),
            ),
            (
                "region=cn-north-1&secret_env=A=arn:aws:ssm:us-west-2:012345678901:parameter/a",
                None,
            ),
            (
                "region=cn-north-1&task_role_permissions=assume-roles&assume_role_arns=arn:aws:iam::012345678901:role/x",
                Some("arn:aws-cn:iam::012345678901:role/x"),
            ),
        ] {
            assert_eq!(mended(query).as_deref(), expected, "{query}");
        }
    }
}
