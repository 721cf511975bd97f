//! The secrets that the script creates, and the prompts for their values.

use super::deploy::Script;
use super::variables;
use crate::deployment::secret::Secret;
use crate::document::supplied::SecretKind;
use crate::document::text::Text;
use crate::document::written::Written;
use crate::outputs::language::shell;

impl Script<'_> {
    /// Adds the search for existing secrets, and the prompts for the values of missing ones.
    pub fn find_secrets(&mut self) {
        if !self.deployment.tells_token() {
            self.text.push(
                "\nif [ -n \"${DELEGATE_TOKEN:-}\" ]; then\n  \
                 say \"DELEGATE_TOKEN is not used: the page already says where the token is.\"\n\
                 fi\n",
            );
        }
        if !self.deployment.lacks_plain_token() && !self.creates_secrets() {
            return;
        }
        self.text.push(include_str!("parts/ask.sh"));
        if self.deployment.lacks_plain_token() {
            self.text.push(
                "\n# The page has the token in plain text in the task definition: as JSON, without its quotes.\n\
                 line=1\n\
                 ask DELEGATE_TOKEN 'delegate token'\n\
                 token_in_json=$(printf '%s' \"$value\" | jq -R -s .)\n\
                 token_in_json=${token_in_json#?}\n\
                 token_in_json=${token_in_json%?}\n",
            );
        }
        if self.creates_secrets() {
            self.text.push(include_str!("parts/secret.sh"));
            self.text
                .push("\n# The secrets: the script asks for all missing values before it creates the first secret.\n");
            for secret in self.lacking_secrets() {
                let [name, variable, what, key] = [
                    shell::quote(&secret.name.shown()),
                    shell::word(secret.variable()),
                    shell::word(secret.what()),
                    key(secret),
                ];
                let kept = kept(secret.kind);
                let words = Written::joined([&name, &variable, &what, &key], " ");
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
            let [name, what, key] = [
                shell::quote(&secret.name.shown()),
                shell::word(secret.what()),
                key(secret),
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

/// Returns the secret's KMS key as a word. It is blank for the key of AWS.
fn key(secret: &Secret) -> Written {
    let key = secret.kms_key.as_ref().map(Text::shown).unwrap_or_default();
    shell::quote(&key)
}

/// Returns the prefix of the variables that hold what the script found of a secret.
fn kept(kind: SecretKind) -> &'static str {
    match kind {
        SecretKind::DelegateToken => "token_secret",
        SecretKind::ProxyPassword => "proxy_password_secret",
    }
}
