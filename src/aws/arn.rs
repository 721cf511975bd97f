//! Amazon Resource Names (ARNs).

/// The parts of an ARN. The resource is everything after the fifth colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arn<'a> {
    /// `aws`, `aws-cn`, …
    pub partition: &'a str,
    /// `iam`, `secretsmanager`, …
    pub service: &'a str,
    /// Empty for IAM.
    pub region: &'a str,
    /// 12 digits, or `aws` for resources that AWS manages, such as its IAM policies.
    pub account: &'a str,
    /// `role/name`, `secret:name-AbCdEf`, …
    pub resource: &'a str,
}

impl<'a> Arn<'a> {
    /// Splits an ARN into its parts. Returns `None` if it does not start with `arn:` or has fewer than six parts.
    pub fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.splitn(6, ':');
        let (Some("arn"), Some(partition), Some(service), Some(region), Some(account), Some(resource)) = (
            parts.next(),
            parts.next(),
            parts.next(),
            parts.next(),
            parts.next(),
            parts.next(),
        ) else {
            return None;
        };
        Some(Self {
            partition,
            service,
            region,
            account,
            resource,
        })
    }

    /// Whether the partition is one of AWS's: their names start with `aws`.
    pub fn is_of_aws(&self) -> bool {
        self.partition.starts_with("aws")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_keeps_the_colons_of_its_resource() {
        let text = "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/x-AbCdEf:key::";
        let arn = Arn::parse(text).unwrap();
        assert_eq!((arn.region, arn.account), ("us-west-2", "012345678901"));
        assert_eq!(arn.resource, "secret:harness/x-AbCdEf:key::");
        assert!(arn.is_of_aws());
        assert_eq!(Arn::parse("arn:aws:iam::0123"), None);
        assert_eq!(Arn::parse("urn:aws:iam::0123:role/x"), None);
        assert!(!Arn::parse("arn:gcp:iam::0123:role/x").unwrap().is_of_aws());
    }
}
