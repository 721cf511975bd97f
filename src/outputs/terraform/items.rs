//! The blocks that both Terraform files use.

use crate::deployment::Deployment;
use crate::deployment::tags::Tag;
use crate::outputs::language::comment::Comment;
use crate::outputs::language::hcl::{Expression, Item, block};

/// The variable for the Region, if the user has not given one.
pub const REGION: &str = "var.region";

/// Makes an attribute.
pub fn attribute(name: &'static str, value: Expression) -> Item {
    Item::Attribute(name, value)
}

/// Makes a comment on the item that follows it.
pub fn comment(words: impl Into<Comment>) -> Item {
    Item::Comment(words.into())
}

/// Makes a `resource` block.
pub fn resource(kind: &'static str, name: &'static str, body: Vec<Item>) -> Item {
    block("resource", &[kind, name], body)
}

/// Makes a `data` block.
pub fn data(kind: &'static str, name: &'static str, body: Vec<Item>) -> Item {
    block("data", &[kind, name], body)
}

/// Makes an `output` block.
pub fn output(name: &'static str, value: &str, description: &str) -> Item {
    let body = vec![
        attribute("description", Expression::text(description)),
        attribute("value", Expression::raw(value)),
    ];
    block("output", &[name], body)
}

/// Makes a `variable` block.
pub fn variable(
    name: &'static str,
    description: &str,
    kind: &str,
    default: Option<Expression>,
    more: &[(&'static str, &str)],
) -> Item {
    let mut body = vec![
        attribute("description", Expression::text(description)),
        attribute("type", Expression::raw(kind)),
    ];
    body.extend(default.map(|default| attribute("default", default)));
    body.extend(
        more.iter()
            .map(|(name, value)| attribute(name, Expression::raw(*value))),
    );
    block("variable", &[name], body)
}

/// Makes a `variable` block for a secret, which Terraform asks the user for.
pub fn secret_variable(name: &'static str, description: &str, is_ephemeral: bool) -> Item {
    let mut body = vec![("sensitive", "true")];
    if is_ephemeral {
        body.push(("ephemeral", "true"));
    }
    variable(name, description, "string", None, &body)
}

/// Converts tags to Terraform's form, a map.
pub fn tags(tags: &[Tag]) -> Expression {
    let member = |tag: &Tag| (tag.key.clone(), Expression::text(&tag.value));
    Expression::Object(tags.iter().map(member).collect())
}

/// Makes the blocks at the top of a file: versions, backend, Region and account.
pub fn provider(deployment: &Deployment, terraform: &str, aws: &str) -> [Item; 2] {
    let source = Expression::Object(vec![
        ("source".to_owned(), Expression::text("hashicorp/aws")),
        ("version".to_owned(), Expression::text(aws)),
    ]);
    let backend = "Without a backend the state is a file in this directory. To share it, for example:\n\
                   backend \"s3\" {\n\
                   \u{20} bucket       = \"a-bucket-of-yours\"\n\
                   \u{20} key          = \"harness-delegate.tfstate\"\n\
                   \u{20} region       = \"us-west-2\"\n\
                   \u{20} encrypt      = true\n\
                   \u{20} use_lockfile = true\n\
                   }";
    let versions = vec![
        attribute("required_version", Expression::text(terraform)),
        block("required_providers", &[], vec![attribute("aws", source)]),
        comment(backend),
    ];
    let region = if deployment.has_region() {
        Expression::text(&deployment.region)
    } else {
        Expression::raw(REGION)
    };
    let mut body = vec![attribute("region", region)];
    if let Some(account) = deployment.given_account() {
        // With another account's credentials, Terraform stops before it changes anything.
        let account = Expression::text(account);
        body.push(attribute("allowed_account_ids", Expression::List(vec![account])));
    }
    [
        block("terraform", &[], versions),
        block("provider", &["aws"], body),
    ]
}
