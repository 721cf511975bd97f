//! What another resource of the deployment supplies to a text.

use serde::{Serialize, Serializer};

/// Declares an enum whose variants have names; those behind `and` hold a variant of another such enum, and its name.
macro_rules! named {
    (
        $(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident,)+ }
        $(and { $(#[$more:meta])* $outer:ident($inner:ident) })?
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$item])* $variant,)+ $($(#[$more])* $outer($inner),)? }

        impl $name {
            /// The variant's name, by which a serializer hands it on.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($variant),)+
                    $(Self::$outer(inner) => $inner::name(inner),)?
                }
            }

            /// The variant with this name.
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
    /// A secret of the task that this page's user knows: AWS Secrets Manager keeps it, and the task definition names its
    /// ARN. Whoever matches on it says what each kind is called there, so that a new kind does not compile until every
    /// format has a name for it.
    SecretKind {
        /// The token with which the delegate registers.
        DelegateToken,
        /// The password of the proxy between the delegate and Harness.
        ProxyPassword,
    }
}

named! {
    /// Something that another resource supplies. Each format resolves it: JSON shows a placeholder or the computed text,
    /// a script its variable, Terraform and CloudFormation their own reference.
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
        /// The delegate token itself, where the task definition holds it in plain text and the form does not have it.
        PlainToken,
        /// A list: the subnets of the tasks.
        Subnets,
        /// A list: the security groups of the tasks.
        SecurityGroups,
        /// `ENABLED` or `DISABLED`, where that depends on the subnets that a script finds.
        AssignPublicIp,
        /// The task definition with its revision; a JSON file names its family.
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
