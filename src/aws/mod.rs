//! The texts that AWS and Docker define, each read in one place, and what AWS's tables say of a value.

pub mod arn;
pub mod fargate_size;
pub mod image;
pub mod names;
pub mod platform_version;
pub mod region;
pub mod secret;
pub mod url;
