//! What ECS takes as `valueFrom` of a secret.

use crate::facts::limits::{self, Arn};
use crate::fields::{self, Field};
use crate::finding::{Edit, Fix};
use crate::rules::placeholder;
use crate::rules::service::platform;
use crate::rules::subject::Subject;
use std::borrow::Cow;

/// A secret of Secrets Manager, or a parameter of Systems Manager.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Secret<'a> {
    /// Its ARN in parts; `None` for a parameter's bare name.
    pub arn: Option<Arn<'a>>,
    /// The secret's name, with the six characters that AWS appends if it was given whole.
    pub name: &'a str,
    /// `json-key:version-stage:version-id`, where it is not the whole secret.
    pub suffix: Option<&'a str>,
}

impl Secret<'_> {
    /// Whether one key or one version of the secret is meant.
    pub fn has_suffix(&self) -> bool {
        self.suffix.is_some_and(|suffix| suffix != "::")
    }

    /// Whether it is a secret of Secrets Manager.
    pub fn is_secret(&self) -> bool {
        self.arn.is_some_and(|arn| arn.service == "secretsmanager")
    }
}

/// Why a text is no secret's ARN, and what was probably meant.
pub type Wrong = (&'static str, Option<String>);

/// Reads `arn:…:secretsmanager:region:account:secret:name[:json-key:version-stage:version-id]`, a parameter's ARN, or
/// a parameter's name.
pub fn parse(text: &str) -> Result<Secret<'_>, Wrong> {
    let is_name = |name: &str| {
        (1..=519).contains(&name.len())
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"/_+=.@-".contains(&b))
    };
    if !text.starts_with("arn:") {
        // A name in the same Region is enough for a parameter, and for nothing else.
        return if is_name(text) && !text.contains(['+', '=', '@']) {
            Ok(Secret {
                arn: None,
                name: text,
                suffix: None,
            })
        } else {
            Err(("is no ARN.", None))
        };
    }
    let Some(arn) = limits::arn(text) else {
        return Err(("is cut off: an ARN has six parts between colons.", None));
    };
    let is_region = !arn.region.is_empty()
        && arn
            .region
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !arn.partition.starts_with("aws") || !is_region || !limits::is_aws_account_id(arn.account) {
        return Err(("has no partition, Region and account of 12 digits.", None));
    }
    let (kind, rest) = arn.resource.split_once([':', '/']).unwrap_or((arn.resource, ""));
    match (arn.service, kind) {
        ("ssm", "parameter") if is_name(rest) => Ok(Secret {
            arn: Some(arn),
            name: rest,
            suffix: None,
        }),
        ("secretsmanager", "secret") if arn.resource.as_bytes().get(6) == Some(&b':') => {
            let (name, suffix) = rest
                .split_once(':')
                .map_or((rest, None), |(name, suffix)| (name, Some(suffix)));
            if !is_name(name) {
                return Err(("names no secret.", None));
            }
            let colons = suffix.map_or(2, |suffix| suffix.bytes().filter(|b| *b == b':').count());
            if colons != 2 {
                let missing = 2_usize.saturating_sub(colons);
                let meant = (colons < 2).then(|| format!("{text}{}", ":".repeat(missing)));
                return Err((
                    "must have `:json-key:version-stage:version-id` behind the name, or nothing.",
                    meant,
                ));
            }
            let mut parts = suffix.unwrap_or("::").split(':');
            if let (Some(key), Some(stage), Some(id)) = (parts.next(), parts.next(), parts.next())
                && !stage.is_empty()
                && !id.is_empty()
            {
                let bare = &text[..text.len() - suffix.map_or(0, str::len)];
                return Err((
                    "names a version's stage and its ID; one of them is allowed.",
                    Some(format!("{bare}{key}:{stage}:")),
                ));
            }
            Ok(Secret {
                arn: Some(arn),
                name,
                suffix,
            })
        }
        _ => Err(("is the ARN of something else than a secret or a parameter.", None)),
    }
}

/// Every secret that was given and applies: the field, its row, the text. Placeholders are none.
pub fn all<'a>(subject: &'a Subject) -> impl Iterator<Item = (&'static Field, Option<usize>, &'a str)> {
    let own: [&'static Field; 2] = [&fields::TOKEN_SECRET_ARN, &fields::PROXY_PASSWORD_SECRET_ARN];
    let own = own
        .into_iter()
        .filter_map(|field| Some((field, None, subject.typed(field)?)));
    let field: &'static Field = &fields::SECRET_ENV;
    let rows = subject
        .rows(field)
        .iter()
        .map(move |row| (field, Some(row.index), row.value.trim()));
    own.chain(rows.filter(|(_, _, text)| placeholder::of_identifier(text).is_none()))
}

/// A fix that puts another ARN into the field or its row.
pub fn instead(
    subject: &Subject,
    field: &'static Field,
    row: Option<usize>,
    title: Cow<'static, str>,
    arn: &str,
) -> Fix {
    let edit = match row.and_then(|index| subject.rows(field).iter().find(|row| row.index == index)) {
        Some(row) => subject.with_row(field, row.index, format!("{}={arn}", row.name)),
        None => Edit::set(field, arn),
    };
    Fix::new(title, vec![edit])
}

/// Whether a text would raise no error as a secret of this configuration.
pub fn is_sound(subject: &Subject, text: &str) -> bool {
    let config = subject.config;
    let is_right = |secret: Secret| {
        let is_here =
            |arn: Arn| subject.typed(&fields::REGION).is_none() || arn.partition == config.partition();
        secret.arn.is_some_and(is_here)
            && !(secret.has_suffix() && platform::is_old(subject))
            && !(config.is_module() && (secret.suffix.is_some() || !secret.is_secret()))
    };
    placeholder::of_identifier(text).is_none() && parse(text).is_ok_and(is_right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::link::{self, Secrets};
    use crate::{build, read};

    const ARN: &str = "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/blue-a1B2c3";

    #[test]
    fn what_ecs_takes() {
        for suffix in ["", ":::", ":key::", "::AWSPREVIOUS:", ":::0a1b", ":key::id"] {
            let text = format!("{ARN}{suffix}");
            let secret = parse(&text).expect(&text);
            assert_eq!(
                (secret.name, secret.has_suffix()),
                ("harness/blue-a1B2c3", suffix.len() > 3),
                "{text}"
            );
        }
        assert!(parse("arn:aws:ssm:us-west-2:012345678901:parameter/a/b").is_ok_and(|p| !p.is_secret()));
        assert!(parse("a-parameter").is_ok());
        for (suffix, meant) in [
            (":key", Some(":key::")),
            (":key:", Some(":key::")),
            ("::::", None),
            (":k:s:i", Some(":k:s:")),
        ] {
            let meant = meant.map(|meant| format!("{ARN}{meant}"));
            assert_eq!(parse(&format!("{ARN}{suffix}")).unwrap_err().1, meant, "{suffix}");
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
            assert!(parse(bad).is_err(), "{bad}");
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
            assert_eq!(parse(&text).is_ok(), is_right, "{text}");
        }
        let whole = secret("us-west-2", "a");
        let of = |suffix: &str| format!("{whole}{suffix}");
        assert_eq!(parse(&whole).unwrap().suffix, None);
        assert_eq!(parse(&of(":k::")).unwrap().suffix, Some("k::"));
        assert_eq!(parse(&of(":")).unwrap_err().1, Some(of(":::")));
        let name = parse("a").unwrap();
        assert!(name.name == "a" && name.arn.is_none() && !name.has_suffix() && !name.is_secret());
        assert_eq!(parse(&parameter("a/b")).unwrap().name, "a/b");
    }

    #[test]
    fn an_arn_is_sound_where_the_configuration_can_take_it() {
        let sound = |query: &str, text: &str| {
            let (config, _) = read(&link::parse(query, Secrets::Honour).0);
            let deployment = build(&config);
            let today = Date::from_days(0);
            is_sound(
                &Subject {
                    config: &config,
                    deployment: &deployment,
                    today,
                },
                text,
            )
        };
        let china = "arn:aws-cn:secretsmanager:cn-north-1:012345678901:secret:a-a1B2c3";
        let parameter = "arn:aws:ssm:us-west-2:012345678901:parameter/a";
        let key = format!("{ARN}:key::");
        let module = "way=terraform&terraform_source=module";
        for (query, text, expected) in [
            ("region=us-west-2", ARN, true),
            ("region=us-west-2", china, false),
            ("region=cn-north-1", china, true),
            ("", china, true),
            ("", parameter, true),
            ("", &key, true),
            ("", "a-parameter", false),
            ("", "a b", false),
            ("", &format!("{ARN}<X>"), false),
            (
                "",
                "arn:aws:secretsmanager:us-west-2:012345678901:secret:YOUR_NAME",
                false,
            ),
            ("platform_version=1.3.0", ARN, true),
            ("platform_version=1.3.0", &key, false),
            (module, ARN, true),
            (module, &key, false),
            (module, &format!("{ARN}:::"), false),
            (module, parameter, false),
        ] {
            assert_eq!(sound(query, text), expected, "{query} {text}");
        }
    }

    #[test]
    fn a_secret_has_a_place_where_another_can_be_put() {
        let query = format!("token_secret_arn={ARN}&secret_env=A=b&secret_env=C=+<X>&secret_env=D=+d+");
        let (config, _) = read(&link::parse(&query, Secrets::Honour).0);
        let deployment = build(&config);
        let today = Date::from_days(0);
        let subject = Subject {
            config: &config,
            deployment: &deployment,
            today,
        };
        let found: Vec<_> = all(&subject)
            .map(|(field, row, text)| (field.key, row, text))
            .collect();
        assert_eq!(
            found,
            [
                ("token_secret_arn", None, ARN),
                ("secret_env", Some(0), "b"),
                ("secret_env", Some(2), "d")
            ]
        );
        let edit = |field, row| {
            instead(&subject, field, row, "x".into(), "new")
                .edits
                .remove(0)
                .texts
        };
        assert_eq!(edit(&fields::TOKEN_SECRET_ARN, None), ["new"]);
        assert_eq!(edit(&fields::SECRET_ENV, Some(2)), ["A=b", "C= <X>", "D=new"]);
    }
}
