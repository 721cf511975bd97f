//! Names and IDs of AWS resources: the allowed characters and lengths, and the nearest valid name.

use crate::facts::{ec2, ecs, iam, logs, s3, secrets};

/// Whether a task definition family, container, cluster or service can have this name: letters, digits, `-` and `_`.
pub fn is_ecs_name(text: &str) -> bool {
    (1..=ecs::NAME_MAX).contains(&text.len()) && text.chars().all(is_ecs_name_char)
}

fn is_ecs_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// Returns the nearest valid ECS name. Replaces each invalid character with `-`, cuts the name to the maximum length
/// and removes `-` from both ends.
pub fn ecs_name(text: &str) -> String {
    let legal = |c: char| if is_ecs_name_char(c) { c } else { '-' };
    let name: String = text.chars().map(legal).take(ecs::NAME_MAX).collect();
    name.trim_matches('-').to_owned()
}

/// Whether a user's own capacity provider can have this name: AWS reserves some prefixes.
pub fn is_own_capacity_provider(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let mut reserved = ecs::CAPACITY_PREFIXES_OF_AWS.iter();
    is_ecs_name(text) && !reserved.any(|prefix| lower.starts_with(prefix))
}

/// Returns the nearest valid name of a Secrets Manager secret: letters, digits and `/_+=.@-`.
pub fn secret_name(text: &str) -> String {
    let legal = |c: char| if is_secret_name_char(c) { c } else { '-' };
    text.chars().map(legal).take(secrets::NAME_MAX).collect()
}

/// Whether the name of a Secrets Manager secret can contain this character.
pub fn is_secret_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "/_+=.@-".contains(c)
}

/// Whether the text is an AWS account ID: exactly 12 digits.
pub fn is_account_id(text: &str) -> bool {
    text.len() == iam::ACCOUNT_ID_DIGITS && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether an IAM role can have this name.
pub fn is_role_name(text: &str) -> bool {
    (1..=iam::ROLE_NAME_MAX).contains(&text.len()) && text.bytes().all(is_role_byte)
}

/// Whether the name of an IAM role can contain this byte.
pub fn is_role_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"_+=,.@-".contains(&b)
}

/// Whether the text is `prefix` and 8 or 17 hexadecimal digits, as in subnet and security group IDs. The digits must be
/// lowercase, as AWS writes them.
pub fn is_resource_id(prefix: &str, text: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(|id| {
        ec2::ID_DIGITS.contains(&id.len())
            && id
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    })
}

/// Whether a log group can have this name: `^[.\-_/#A-Za-z0-9]{1,512}$`.
pub fn is_log_group(name: &str) -> bool {
    (1..=logs::LOG_GROUP_MAX).contains(&name.len()) && name.chars().all(is_log_group_char)
}

/// Whether the name of a log group can contain this character.
pub fn is_log_group_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".-_/#".contains(c)
}

/// Whether an S3 bucket can have this name.
pub fn is_bucket(name: &str) -> bool {
    let is_end = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    s3::BUCKET_NAME.contains(&name.len())
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.')
        && is_end(name.as_bytes().first())
        && is_end(name.as_bytes().last())
        && !name.contains("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_ids() {
        assert!(is_ecs_name("build_blue-2") && !is_ecs_name("build.blue") && !is_ecs_name(""));
        assert!(is_ecs_name(&"a".repeat(255)) && !is_ecs_name(&"a".repeat(256)));
        assert_eq!(ecs_name("O'Brien's.box "), "O-Brien-s-box");
        assert!(is_account_id("012345678901") && !is_account_id("12345678901"));
        assert!(!is_account_id("01234567890a"));
        assert!(
            is_resource_id("subnet-", "subnet-0a1b2c3d") && is_resource_id("sg-", "sg-0123456789abcdef0")
        );
        assert!(!is_resource_id("subnet-", "subnet-0A1B2C3D") && !is_resource_id("subnet-", "sg-0a1b2c3d"));
        assert!(!is_resource_id("subnet-", "subnet-0a1b2c3"));
        assert!(is_own_capacity_provider("build-instances") && !is_own_capacity_provider("a b"));
        assert!(
            !["AWS-x", "ecs", "Fargate_1"]
                .iter()
                .any(|name| is_own_capacity_provider(name))
        );
    }

    #[test]
    fn lengths_are_those_of_aws() {
        let id = |length: usize| is_resource_id("sg-", &format!("sg-{}", "0".repeat(length)));
        assert_eq!(
            [7, 8, 9, 16, 17, 18].map(id),
            [false, true, false, false, true, false]
        );
        assert!(is_resource_id("sg-", "sg-abcdef09") && !is_resource_id("sg-", "sg-abcdefg9"));
        let account = |length: usize| is_account_id(&"1".repeat(length));
        assert_eq!([11, 12, 13].map(account), [false, true, false]);
        assert!(is_role_name(&"a".repeat(64)) && !is_role_name(&"a".repeat(65)));
        assert!(!is_role_name("") && !is_role_name("a/b"));
    }

    #[test]
    fn a_name_becomes_the_nearest_legal_one() {
        assert_eq!(ecs_name(&format!("-{}b", "a".repeat(255))), "a".repeat(254));
        assert_eq!(ecs_name("a_b c-"), "a_b-c");
        assert_eq!(secret_name("a/b_c+d=e.f@g-h i'é9"), "a/b_c+d=e.f@g-h-i--9");
        assert_eq!(secret_name(&"a".repeat(513)), "a".repeat(512));
    }

    #[test]
    fn names_of_log_groups() {
        assert!(is_log_group("/ecs/a_b.1-2#3") && !is_log_group("a:b") && !is_log_group(""));
        assert!(is_log_group(&"a".repeat(512)) && !is_log_group(&"a".repeat(513)));
    }

    #[test]
    fn names_of_buckets() {
        for good in ["abc", "a.b-1", "1-a", "a.9", &"a".repeat(63)] {
            assert!(is_bucket(good), "{good}");
        }
        for bad in [
            "ab",
            "Abc",
            "a_b",
            "a+b",
            "-abc",
            "ab-",
            ".ab",
            "abc.",
            "a..b",
            &"a".repeat(64),
        ] {
            assert!(!is_bucket(bad), "{bad}");
        }
    }
}
