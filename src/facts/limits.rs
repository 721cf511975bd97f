//! Lengths, character classes and ranges that AWS states, and the checks made of them.

/// Family, container, cluster and service names: letters, digits, `-` and `_`, 1 to 255.
/// Source: the API's `RegisterTaskDefinitionRequest.family`, `ContainerDefinition.name`,
/// `CreateClusterRequest.clusterName`, `CreateServiceRequest.serviceName`.
pub fn is_ecs_name(text: &str) -> bool {
    (1..=255).contains(&text.len()) && text.chars().all(is_ecs_name_char)
}

fn is_ecs_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The nearest legal ECS name: what is not allowed becomes `-`, without `-` at the ends, 255 characters at most.
pub fn ecs_name(text: &str) -> String {
    let name: String = text
        .chars()
        .map(|c| if is_ecs_name_char(c) { c } else { '-' })
        .take(255)
        .collect();
    name.trim_matches('-').to_owned()
}

/// The nearest legal name of a secret in Secrets Manager: letters, digits and `/_+=.@-`, 512 at most.
/// Source: botocore's `CreateSecretRequest.Name`.
pub fn secret_name(text: &str) -> String {
    let legal = |c: char| c.is_ascii_alphanumeric() || "/_+=.@-".contains(c);
    text.chars()
        .map(|c| if legal(c) { c } else { '-' })
        .take(512)
        .collect()
}

/// An AWS account ID: exactly 12 digits. Source: botocore's IAM `accountIdType`.
pub fn is_aws_account_id(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit())
}

/// A Harness account ID: 22 characters of base64url. Source: it is 16 bytes encoded so.
pub fn is_harness_account_id(text: &str) -> bool {
    text.len() == 22
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// `prefix` and 8 or 17 lower-case hexadecimal digits: the form of subnet and security group IDs.
/// Source: cfn-lint's `SubnetId` and `SecurityGroupId`; AWS itself writes lower case only.
pub fn is_resource_id(prefix: &str, text: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(|id| {
        (id.len() == 8 || id.len() == 17)
            && id
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    })
}

/// Retention of a log group in days that CloudWatch Logs accepts. Source: botocore's logs `Days`.
pub const LOG_RETENTION_DAYS: &[u64] = &[
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/// Longest name of an IAM role. Source: botocore's IAM `roleNameType`.
pub const ROLE_NAME_MAX: usize = 64;

/// Seconds that Fargate allows between SIGTERM and SIGKILL. Source: the API's `ContainerDefinition.stopTimeout`.
pub const FARGATE_STOP_TIMEOUT: std::ops::RangeInclusive<u64> = 2..=120;

/// Size of Fargate's ephemeral storage that can be asked for, GiB; 20 without asking.
pub const EPHEMERAL_STORAGE: std::ops::RangeInclusive<u64> = 21..=200;

/// The largest task definition that can be registered, bytes of its JSON.
pub const TASK_DEFINITION_BYTES: usize = 65536;

/// The largest template that `aws cloudformation deploy` takes from a file without a bucket, bytes.
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>, read 2026-11.
pub const TEMPLATE_BYTES: usize = 51_200;

/// The parts of an ARN; everything after the fifth colon is the resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arn<'a> {
    /// `aws`, `aws-cn`, …
    pub partition: &'a str,
    /// `iam`, `secretsmanager`, …
    pub service: &'a str,
    /// Blank for IAM.
    pub region: &'a str,
    /// 12 digits, or `aws` for what AWS manages.
    pub account: &'a str,
    /// `role/name`, `secret:name-AbCdEf`, …
    pub resource: &'a str,
}

/// Splits an ARN into its parts; `None` where it has fewer than six.
pub fn arn(text: &str) -> Option<Arn<'_>> {
    let mut parts = text.splitn(6, ':');
    let (Some("arn"), Some(partition), Some(service), Some(region), Some(account), Some(resource)) = (
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
    ) else {
        return None;
    };
    Some(Arn {
        partition,
        service,
        region,
        account,
        resource,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_ids() {
        assert!(is_ecs_name("build_blue-2") && !is_ecs_name("build.blue") && !is_ecs_name(""));
        assert!(is_ecs_name(&"a".repeat(255)) && !is_ecs_name(&"a".repeat(256)));
        assert_eq!(ecs_name("O'Brien's.box "), "O-Brien-s-box");
        assert!(is_aws_account_id("012345678901") && !is_aws_account_id("12345678901"));
        assert!(!is_aws_account_id("01234567890a"));
        assert!(
            is_harness_account_id("6_vVHzo9Qeu9fXvj-AcQCb")
                && !is_harness_account_id("6_vVHzo9Qeu9fXvj.AcQCb")
        );
        assert!(
            is_resource_id("subnet-", "subnet-0a1b2c3d") && is_resource_id("sg-", "sg-0123456789abcdef0")
        );
        assert!(!is_resource_id("subnet-", "subnet-0A1B2C3D") && !is_resource_id("subnet-", "sg-0a1b2c3d"));
        assert!(!is_resource_id("subnet-", "subnet-0a1b2c3"));
    }

    #[test]
    fn an_arn_keeps_the_colons_of_its_resource() {
        let parts =
            arn("arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/x-AbCdEf:key::").unwrap();
        assert_eq!((parts.region, parts.account), ("us-west-2", "012345678901"));
        assert_eq!(parts.resource, "secret:harness/x-AbCdEf:key::");
        assert_eq!(arn("arn:aws:iam::0123"), None);
        assert_eq!(arn("urn:aws:iam::0123:role/x"), None);
    }

    #[test]
    fn lengths_are_those_of_aws_and_of_harness() {
        let id = |length: usize| is_resource_id("sg-", &format!("sg-{}", "0".repeat(length)));
        assert_eq!(
            [7, 8, 9, 16, 17, 18].map(id),
            [false, true, false, false, true, false]
        );
        assert!(is_resource_id("sg-", "sg-abcdef09") && !is_resource_id("sg-", "sg-abcdefg9"));
        let account = |length: usize| is_aws_account_id(&"1".repeat(length));
        assert_eq!([11, 12, 13].map(account), [false, true, false]);
        let harness = |length: usize| is_harness_account_id(&"a".repeat(length));
        assert_eq!([21, 22, 23].map(harness), [false, true, false]);
        assert!(!is_harness_account_id(&"+".repeat(22)));
    }

    #[test]
    fn a_name_becomes_the_nearest_legal_one() {
        assert_eq!(ecs_name(&format!("-{}b", "a".repeat(255))), "a".repeat(254));
        assert_eq!(ecs_name("a_b c-"), "a_b-c");
        assert_eq!(secret_name("a/b_c+d=e.f@g-h i'é9"), "a/b_c+d=e.f@g-h-i--9");
        assert_eq!(secret_name(&"a".repeat(513)), "a".repeat(512));
    }
}
