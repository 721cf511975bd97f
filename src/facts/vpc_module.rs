//! The VPC module of the Terraform registry, which `main.tf` calls if the user gave no network.
//! Source: <https://github.com/terraform-aws-modules/terraform-aws-vpc>, release 6.6.0 (2026-01-08), read 2026-11.

/// The releases that have the arguments of the call. The documentation's sample names version 3.
pub const VERSION: &str = "~> 6.6";

/// The versions of the provider that release 6.6.0 accepts (`versions.tf`), up to the next major version.
pub const PROVIDER: &str = "~> 6.28";
