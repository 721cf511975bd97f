//! Finds the references to secrets in the form, and replaces them.

use crate::aws::arn::Arn;
use crate::aws::secret::SecretReference;
use crate::fields::{self, Field};
use crate::finding::{Edit, Fix};
use crate::rules::placeholder;
use crate::rules::service::platform;
use crate::rules::subject::Subject;
use std::borrow::Cow;

/// Returns every reference to a secret that applies and is not a placeholder: the field, the row and the text.
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

/// Creates a fix that puts another ARN into the field or its row.
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

/// Whether the text is a reference to a secret on which no rule would report an error in this configuration.
pub fn is_sound(subject: &Subject, text: &str) -> bool {
    let config = subject.config;
    let is_right = |secret: SecretReference| {
        let is_here =
            |arn: Arn| subject.typed(&fields::REGION).is_none() || arn.partition == config.partition();
        secret.arn.is_some_and(is_here)
            && !(secret.has_suffix() && platform::is_old(subject))
            && !(config.is_module() && (secret.suffix.is_some() || !secret.is_secret()))
    };
    placeholder::of_identifier(text).is_none() && SecretReference::parse(text).is_ok_and(is_right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::link::{self, Secrets};
    use crate::{build, read};

    const ARN: &str = "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/blue-a1B2c3";

    #[test]
    fn an_arn_is_sound_where_the_configuration_can_take_it() {
        let sound = |query: &str, text: &str| {
            let (config, reading) = read(&link::parse(query, Secrets::Honour).0);
            let deployment = build(&config);
            let today = Date::from_days(0);
            is_sound(
                &Subject {
                    config: &config,
                    reading: &reading,
                    deployment: &deployment,
                    pasted: &[],
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
        let (config, reading) = read(&link::parse(&query, Secrets::Honour).0);
        let deployment = build(&config);
        let today = Date::from_days(0);
        let subject = Subject {
            config: &config,
            reading: &reading,
            deployment: &deployment,
            pasted: &[],
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
