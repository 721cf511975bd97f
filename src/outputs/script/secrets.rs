//! The secrets that the script creates, and the prompts for their values.

use super::deploy::Script;
use super::variables;
use crate::document::supplied::SecretKind;
use crate::document::text::Text;
use crate::document::written::Written;
use crate::outputs::language::shell;

impl Script<'_> {
    /// Returns whether the script asks for a token or a password.
    pub fn asks(&self) -> bool {
        self.deployment.lacks_plain_token() || self.creates_secrets()
    }

    /// Adds the search for existing secrets, and the prompts for the values of missing ones.
    pub fn find_secrets(&mut self) {
        if !self.asks() {
            return;
        }
        self.text.push(include_str!("parts/ask.sh"));
        if self.deployment.lacks_plain_token() {
            self.text.push(
                "\n# The token stands in the task definition, as the page says: as JSON it is without its quotes.\n\
                 line=1\n\
                 ask DELEGATE_TOKEN 'delegate token'\n\
                 token_in_json=$(printf '%s' \"$value\" | jq -R -s .)\n\
                 token_in_json=${token_in_json:1:-1}\n",
            );
        }
        if self.creates_secrets() {
            self.text.push(include_str!("parts/secret.sh"));
            self.text
                .push("\n# The secrets: what they lack is asked for before the first of them is created.\n");
            for secret in self.lacking_secrets() {
                let [name, variable, what] = [
                    shell::quote(&secret.name.shown()),
                    shell::word(secret.variable()),
                    shell::word(secret.what()),
                ];
                let kept = kept(secret.kind);
                let words = Written::joined([&name, &variable, &what], " ");
                let call = words.between(
                    "find_secret ",
                    &format!("\n{kept}_found=$answer\n{kept}_value=$value\n"),
                );
                self.text.append(&call);
            }
        }
        self.text.push("unset DELEGATE_TOKEN PROXY_PASSWORD value\n");
    }

    /// Adds the creation of the secrets.
    pub fn make_secrets(&mut self) {
        for secret in self.lacking_secrets() {
            let key = secret.kms_key.as_ref().map(Text::shown).unwrap_or_default();
            let [name, what, key] = [
                shell::quote(&secret.name.shown()),
                shell::word(secret.what()),
                shell::quote(&key),
            ];
            let kept = kept(secret.kind);
            let arn = variables::secret_arn(secret.kind);
            let words = Written::joined([&name, &what, &key], " ");
            let call = words.between(
                "make_secret ",
                &format!(" \"${kept}_found\" \"${kept}_value\"\n{arn}=$arn\n"),
            );
            self.text.append(&call);
        }
    }
}

/// Returns the prefix of the variables that hold what the script found of a secret.
fn kept(kind: SecretKind) -> &'static str {
    match kind {
        SecretKind::DelegateToken => "token_secret",
        SecretKind::ProxyPassword => "proxy_password_secret",
    }
}
