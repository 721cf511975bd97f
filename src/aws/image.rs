//! References to container images, including images in Amazon ECR.

use super::names::is_account_id;
use super::region;
use crate::facts::ecr;

/// The parts of an image reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Image<'a> {
    /// Registry and repository.
    pub repository: &'a str,
    /// The text after the colon.
    pub tag: Option<&'a str>,
    /// The text after the `@`.
    pub digest: Option<&'a str>,
}

impl<'a> Image<'a> {
    /// Splits an image reference into its parts. The colon before a registry's port does not start a tag.
    pub fn parse(image: &'a str) -> Self {
        let (name, digest) = image
            .split_once('@')
            .map_or((image, None), |(name, digest)| (name, Some(digest)));
        let path = name.rfind('/').map_or(0, |slash| slash + 1);
        match name[path..].find(':') {
            Some(colon) => Self {
                repository: &name[..path + colon],
                tag: Some(&name[path + colon + 1..]),
                digest,
            },
            None => Self {
                repository: name,
                tag: None,
                digest,
            },
        }
    }

    /// Splits the repository into the registry, if it names one, and the path. The part before the first slash is a
    /// registry if it contains a dot or a colon.
    pub fn registry_and_path(&self) -> (Option<&'a str>, &'a str) {
        match self.repository.split_once('/') {
            Some((host, path)) if host.contains(['.', ':']) => (Some(host), path),
            _ => (None, self.repository),
        }
    }

    /// Returns the private Amazon ECR repository of the image, or `None` if the image is in another registry.
    pub fn ecr(&self) -> Option<EcrRepository<'a>> {
        let (registry, name) = self.registry_and_path();
        let (account, host) = registry?.split_once('.')?;
        let (region, suffix) = ecr::HOSTS.iter().find_map(|(prefix, stack)| {
            let (region, suffix) = host.strip_prefix(prefix)?.split_once('.')?;
            Some((region, suffix)).filter(|_| suffix == region::ecr_suffix(region, *stack))
        })?;
        let is_repository = is_account_id(account) && !region.is_empty() && !suffix.is_empty();
        is_repository.then_some(EcrRepository {
            account,
            region,
            name,
        })
    }
}

/// A private Amazon ECR repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EcrRepository<'a> {
    /// 12 digits.
    pub account: &'a str,
    /// The repository's Region.
    pub region: &'a str,
    /// The repository's name.
    pub name: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_has_parts() {
        for (image, repository, tag, digest) in [
            (
                "harness/delegate:26.10.87203",
                "harness/delegate",
                Some("26.10.87203"),
                None,
            ),
            (
                "host:5000/harness/delegate",
                "host:5000/harness/delegate",
                None,
                None,
            ),
            (
                "host:5000/a:1@sha256:00",
                "host:5000/a",
                Some("1"),
                Some("sha256:00"),
            ),
        ] {
            assert_eq!(
                Image::parse(image),
                Image {
                    repository,
                    tag,
                    digest
                }
            );
        }
    }

    #[test]
    fn a_registry_has_a_dot_or_a_port() {
        for (image, expected) in [
            ("harness/delegate:1", (None, "harness/delegate")),
            ("a.b/harness/delegate", (Some("a.b"), "harness/delegate")),
            ("host:5000/x", (Some("host:5000"), "x")),
            ("delegate", (None, "delegate")),
        ] {
            assert_eq!(Image::parse(image).registry_and_path(), expected, "{image}");
        }
    }

    #[test]
    fn an_ecr_image_names_its_repository() {
        let ecr = |image: &'static str| Image::parse(image).ecr();
        let image = "012345678901.dkr.ecr.cn-north-1.amazonaws.com.cn/harness/delegate:26.10.87203";
        let expected = EcrRepository {
            account: "012345678901",
            region: "cn-north-1",
            name: "harness/delegate",
        };
        assert_eq!(ecr(image), Some(expected));
        for (host, region) in [
            ("dkr.ecr.us-west-2.amazonaws.com", "us-west-2"),
            ("dkr.ecr-fips.us-west-2.amazonaws.com", "us-west-2"),
            ("dkr-ecr.us-west-2.on.aws", "us-west-2"),
            ("dkr-ecr-fips.us-gov-west-1.on.aws", "us-gov-west-1"),
            ("dkr-ecr.cn-north-1.on.amazonwebservices.com.cn", "cn-north-1"),
            ("dkr.ecr.us-iso-east-1.c2s.ic.gov", "us-iso-east-1"),
            ("dkr-ecr.us-iso-east-1.on.aws.ic.gov", "us-iso-east-1"),
            ("dkr.ecr.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1"),
            ("dkr-ecr.us-isob-east-1.on.aws.scloud", "us-isob-east-1"),
            ("dkr-ecr.us-isof-south-1.on.aws.hci.ic.gov", "us-isof-south-1"),
            ("dkr-ecr.eu-isoe-west-1.on.cloud-aws.adc-e.uk", "eu-isoe-west-1"),
            ("dkr.ecr.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1"),
        ] {
            let image = format!("012345678901.{host}/a/b@sha256:0");
            let found = Image::parse(&image).ecr().expect(&image);
            assert_eq!((found.region, found.name), (region, "a/b"), "{image}");
        }
        for other in [
            "harness/delegate:26.10.87203",
            "x.dkr.ecr.us-west-2.amazonaws.com/a:b",
            "012345678901.dkr.ecr-x.us-west-2.amazonaws.com/a",
            "012345678901.dkr.ecr.us-west-2.example.com/a",
            "012345678901.dkr.ecr.us-west-2.on.aws/a",
            "012345678901.dkr-ecr.us-west-2.amazonaws.com/a",
            "012345678901.dkr-ecr.us-west-2/a",
            "012345678901.dkr.ecr..amazonaws.com/a",
        ] {
            assert_eq!(ecr(other), None, "{other}");
        }
    }
}
