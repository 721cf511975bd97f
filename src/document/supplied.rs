//! The values that other resources of the deployment supply to a text.

use serde::{Serialize, Serializer};

/// Declares an enum whose variants can be converted to names and back. A variant after `and` holds a variant of another
/// such enum, and uses that variant's name.
macro_rules! named {
    (
        $(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident,)+ }
        $(and { $(#[$more:meta])* $outer:ident($inner:ident) })?
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$item])* $variant,)+ $($(#[$more])* $outer($inner),)? }

        impl $name {
            /// Returns the variant's name, as a serializer writes it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($variant),)+
                    $(Self::$outer(inner) => $inner::name(inner),)?
                }
            }

            /// Returns the variant with this name.
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $(stringify!($variant) => Some(Self::$variant),)+
                    _ => None$(.or_else(|| $inner::named(name).map(Self::$outer)))?,
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

named! {
    /// A secret of the task whose value the user knows. AWS Secrets Manager stores it, and the task definition contains
    /// its ARN. Each format matches on the kind without a wildcard, so a new kind does not compile until every format
    /// has names for it.
    SecretKind {
        /// The token with which the delegate registers at Harness.
        DelegateToken,
        /// The password of the proxy between the delegate and Harness.
        ProxyPassword,
    }
}

named! {
    /// A value that another resource supplies. Each format resolves it in its own way: JSON shows a placeholder or the
    /// computed text, a script uses a variable, and Terraform and CloudFormation use a reference.
    Supplied {
        /// The AWS account ID.
        AccountId,
        /// The Region.
        Region,
        /// The partition of the Region.
        Partition,
        /// The name of the log group.
        LogGroup,
        /// The ARN of the execution role.
        ExecutionRoleArn,
        /// The ARN of the task role.
        TaskRoleArn,
        /// The delegate token itself, if the task definition contains it in plain text and the form does not have it.
        PlainToken,
        /// The subnets of the tasks. The value is a list.
        Subnets,
        /// The security groups of the tasks. The value is a list.
        SecurityGroups,
        /// `ENABLED` or `DISABLED`, if this depends on subnets that a script finds.
        AssignPublicIp,
        /// The ARN of the task definition's registered revision. A JSON file shows the family.
        TaskDefinitionArn,
    }
    and {
        /// The ARN of a secret in AWS Secrets Manager.
        SecretArn(SecretKind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_back_to_its_variant() {
        for supplied in [
            Supplied::Region,
            Supplied::PlainToken,
            Supplied::SecretArn(SecretKind::DelegateToken),
            Supplied::SecretArn(SecretKind::ProxyPassword),
        ] {
            assert_eq!(Supplied::named(supplied.name()), Some(supplied));
        }
        assert_eq!(Supplied::named("Another"), None);
    }
}
