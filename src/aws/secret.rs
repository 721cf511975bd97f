//! The references to secrets that ECS accepts as `valueFrom`.

use super::arn::Arn;
use super::names::{is_account_id, is_secret_name_char};
use crate::facts::secrets::{ARN_ENDING, NAME_MAX};

/// A reference to a Secrets Manager secret or a Systems Manager parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecretReference<'a> {
    /// The parts of the ARN; `None` if the reference is only the name of a parameter.
    pub arn: Option<Arn<'a>>,
    /// The name. For a secret, it includes the dash and the six characters that AWS appends, if the ARN has them.
    pub name: &'a str,
    /// `json-key:version-stage:version-id`, if the ARN has this suffix.
    pub suffix: Option<&'a str>,
}

/// Why ECS cannot resolve a text as a secret, and what the user probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// The problem, worded to follow the text in a sentence.
    pub what: &'static str,
    /// The reference that the user probably meant.
    pub meant: Option<String>,
}

impl Malformed {
    fn new(what: &'static str) -> Self {
        Self { what, meant: None }
    }
}

impl<'a> SecretReference<'a> {
    /// Parses `arn:…:secretsmanager:region:account:secret:name[:json-key:version-stage:version-id]`, a parameter's ARN
    /// or a parameter's name.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with the text, and what the user probably meant.
    pub fn parse(text: &'a str) -> Result<Self, Malformed> {
        if !text.starts_with("arn:") {
            // ECS accepts a bare name only for a parameter in the Region of the task.
            return if is_name(text) && !text.contains(['+', '=', '@']) {
                Ok(Self::of(None, text, None))
            } else {
                Err(Malformed::new("is no ARN."))
            };
        }
        let Some(arn) = Arn::parse(text) else {
            return Err(Malformed::new("is cut off: an ARN has six parts between colons."));
        };
        if !arn.is_of_aws() || !is_region(arn.region) || !is_account_id(arn.account) {
            let what = "has no partition, Region and account of 12 digits.";
            return Err(Malformed::new(what));
        }
        if let Some(name) = arn.resource.strip_prefix("secret:")
            && arn.service == "secretsmanager"
        {
            let (name, suffix) = name_and_suffix(name);
            return if is_name(name) {
                check_suffix(text, suffix).map(|()| Self::of(Some(arn), name, suffix))
            } else {
                Err(Malformed::new("names no secret."))
            };
        }
        let name = arn.resource.strip_prefix("parameter");
        match name.and_then(|rest| rest.strip_prefix([':', '/'])) {
            Some(name) if arn.service == "ssm" && is_name(name) => Ok(Self::of(Some(arn), name, None)),
            _ => Err(Malformed::new(
                "is the ARN of something else than a secret or a parameter.",
            )),
        }
    }

    fn of(arn: Option<Arn<'a>>, name: &'a str, suffix: Option<&'a str>) -> Self {
        Self { arn, name, suffix }
    }

    /// Whether the reference selects one key or one version of the secret.
    pub fn has_suffix(&self) -> bool {
        self.suffix.is_some_and(|suffix| suffix != "::")
    }

    /// Whether the reference is to a Secrets Manager secret.
    pub fn is_secret(&self) -> bool {
        self.arn.is_some_and(|arn| arn.service == "secretsmanager")
    }

    /// Whether the name ends in a dash and six characters, which AWS appends in the ARN.
    pub fn is_whole(&self) -> bool {
        let at = self.name.len().checked_sub(1 + ARN_ENDING);
        let ending = at.and_then(|at| self.name.get(at..)?.strip_prefix('-'));
        ending.is_some_and(|ending| ending.bytes().all(|b| b.is_ascii_alphanumeric()))
    }
}

/// Removes `:json-key:version-stage:version-id` from a secret's ARN, because IAM policies name only whole secrets.
/// Returns any other text unchanged.
pub fn without_suffix(text: &str) -> &str {
    let arn = Arn::parse(text).filter(|arn| arn.service == "secretsmanager");
    let name = arn.and_then(|arn| arn.resource.split_once(':'));
    let suffix = name.and_then(|(_, name)| name_and_suffix(name).1);
    suffix.map_or(text, |suffix| &text[..text.len() - suffix.len() - 1])
}

/// Splits the text after `secret:` into the name and, after the next colon, the suffix.
fn name_and_suffix(name: &str) -> (&str, Option<&str>) {
    match name.split_once(':') {
        Some((name, suffix)) => (name, Some(suffix)),
        None => (name, None),
    }
}

/// Whether the text is a name. A secret's name in an ARN can be longer than the maximum, by the dash and the six
/// characters that AWS appends.
fn is_name(name: &str) -> bool {
    (1..=NAME_MAX + 1 + ARN_ENDING).contains(&name.len()) && name.chars().all(is_secret_name_char)
}

fn is_region(region: &str) -> bool {
    let is_part = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !region.is_empty() && region.bytes().all(is_part)
}

/// Checks that the suffix has three parts and does not name both a version stage and a version ID.
fn check_suffix(text: &str, suffix: Option<&str>) -> Result<(), Malformed> {
    let Some(suffix) = suffix else { return Ok(()) };
    let parts: Vec<&str> = suffix.split(':').collect();
    match parts[..] {
        [key, stage, id] if !stage.is_empty() && !id.is_empty() => {
            let bare = &text[..text.len() - suffix.len()];
            Err(Malformed {
                what: "names a version's stage and its ID; one of them is allowed.",
                meant: Some(format!("{bare}{key}:{stage}:")),
            })
        }
        [_, _, _] => Ok(()),
        _ => Err(Malformed {
            what: "must have `:json-key:version-stage:version-id` behind the name, or nothing.",
            meant: (parts.len() < 3).then(|| format!("{text}{}", ":".repeat(3 - parts.len()))),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARN: &str = "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/blue-a1B2c3";

    #[test]
    fn what_ecs_takes() {
        for suffix in ["", ":::", ":key::", "::AWSPREVIOUS:", ":::0a1b", ":key::id"] {
            let text = format!("{ARN}{suffix}");
            let secret = SecretReference::parse(&text).expect(&text);
            assert_eq!(
                (secret.name, secret.has_suffix()),
                ("harness/blue-a1B2c3", suffix.len() > 3),
                "{text}"
            );
        }
        assert!(
            SecretReference::parse("arn:aws:ssm:us-west-2:012345678901:parameter/a/b")
                .is_ok_and(|p| !p.is_secret())
        );
        assert!(SecretReference::parse("a-parameter").is_ok());
        for (suffix, meant) in [
            (":key", Some(":key::")),
            (":key:", Some(":key::")),
            ("::::", None),
            (":k:s:i", Some(":k:s:")),
        ] {
            let meant = meant.map(|meant| format!("{ARN}{meant}"));
            assert_eq!(
                SecretReference::parse(&format!("{ARN}{suffix}"))
                    .unwrap_err()
                    .meant,
                meant,
                "{suffix}"
            );
        }
        for bad in [
            "",
            "a b",
            "user:password",
            "arn:aws:secretsmanager:us-west-2:012345678901",
            "arn:aws:secretsmanager:us-west-2:01234567890:secret:x",
            "arn:aws:secretsmanager::012345678901:secret:x",
            "arn:aws:secretsmanager:us-west-2:012345678901:secret:",
            "arn:aws:secretsmanager:us-west-2:012345678901:secret/x",
            "arn:aws:secretsmanager:us-west-2:012345678901:secret:a b",
            "arn:aws:ssm:us-west-2:012345678901:parameter",
            "arn:aws:iam::012345678901:role/x",
            "arn:gcp:secretsmanager:us-west-2:012345678901:secret:x",
        ] {
            assert!(SecretReference::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn names_and_regions_have_their_characters() {
        let secret =
            |region: &str, name: &str| format!("arn:aws:secretsmanager:{region}:012345678901:secret:{name}");
        let parameter = |name: &str| format!("arn:aws:ssm:us-west-2:012345678901:parameter/{name}");
        for (text, is_right) in [
            (secret("us-west-2", &"a".repeat(519)), true),
            (secret("us-west-2", &"a".repeat(520)), false),
            (secret("us-west-2", "a/_+=.@-9"), true),
            (secret("us-west-2", "a!"), false),
            (secret("US-west-2", "a"), false),
            (secret("us_west", "a"), false),
            (parameter("a"), true),
            (parameter(""), false),
            (parameter("a b"), false),
            ("a/b_c.d-9".to_owned(), true),
            ("a+b".to_owned(), false),
            ("a=b".to_owned(), false),
            ("a@b".to_owned(), false),
            ("arn:aws:ssm:us-west-2:012345678901:secret:a".to_owned(), false),
            (
                "arn:aws:secretsmanager:us-west-2:012345678901:parameter/a".to_owned(),
                false,
            ),
        ] {
            assert_eq!(SecretReference::parse(&text).is_ok(), is_right, "{text}");
        }
        let whole = secret("us-west-2", "a");
        let of = |suffix: &str| format!("{whole}{suffix}");
        assert_eq!(SecretReference::parse(&whole).unwrap().suffix, None);
        assert_eq!(SecretReference::parse(&of(":k::")).unwrap().suffix, Some("k::"));
        assert_eq!(
            SecretReference::parse(&of(":")).unwrap_err().meant,
            Some(of(":::"))
        );
        let name = SecretReference::parse("a").unwrap();
        assert!(name.name == "a" && name.arn.is_none() && !name.has_suffix() && !name.is_secret());
        assert_eq!(SecretReference::parse(&parameter("a/b")).unwrap().name, "a/b");
    }

    #[test]
    fn a_whole_arn_ends_in_a_dash_and_six_characters() {
        let is_whole = |name: &str| SecretReference::parse(name).unwrap().is_whole();
        assert!(is_whole("a-a1B2c3") && is_whole("-a1B2c3"));
        assert!(
            !is_whole("a1B2c3") && !is_whole("a-a1B2c") && !is_whole("a-a1B.c3") && !is_whole("a_a1B2c3")
        );
    }

    #[test]
    fn iam_knows_the_whole_secret_only() {
        for suffix in ["", ":", ":::", ":key::", "::AWSPREVIOUS:", ":a:b:c:d"] {
            assert_eq!(without_suffix(&format!("{ARN}{suffix}")), ARN);
        }
        for text in ["arn:aws:ssm:us-west-2:012345678901:parameter/a:1:2", "a:b:c"] {
            assert_eq!(without_suffix(text), text);
        }
    }
}
