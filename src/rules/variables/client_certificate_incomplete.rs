//! The client's certificate for mutual TLS is given without its key, or the key without the certificate.

use super::rows;
use crate::facts::delegate::CLIENT_CERTIFICATE;
use crate::facts::sources;
use crate::finding::Severity;
use crate::rules::rule::{Problem, Rule};

/// `client-certificate-incomplete`
pub const RULE: Rule = Rule {
    id: "client-certificate-incomplete",
    severity: Severity::Warning,
    what: "The client certificate or its key is missing.",
    consequence: "The delegate needs the files of both to connect to Harness with mutual TLS. They must be in the image: the task definition has no volume with them.",
    source: sources::MTLS,
    check: |subject, problems| {
        let has = |name: &str| rows::all(subject).any(|(_, row)| row.name == name);
        for (field, row) in rows::all(subject) {
            let other = match CLIENT_CERTIFICATE.iter().position(|name| *name == row.name) {
                Some(at) => CLIENT_CERTIFICATE[1 - at],
                None => continue,
            };
            if !has(other) {
                let message = format!("`{}` needs `{other}` beside it.", row.name);
                problems.push(Problem::new(field, message).row(row.index));
            }
        }
    },
    fires: "env=DELEGATE_CLIENT_CERTIFICATE_PATH=/etc/mtls/client.crt",
    quiet: "env=DELEGATE_CLIENT_CERTIFICATE_PATH=/etc/mtls/client.crt&env=DELEGATE_CLIENT_CERTIFICATE_KEY_PATH=/etc/mtls/client.key",
};
