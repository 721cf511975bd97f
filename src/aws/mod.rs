//! Parses and checks the texts that AWS and Docker define, and looks values up in AWS's tables.

pub mod arn;
pub mod fargate_size;
pub mod image;
pub mod names;
pub mod platform_version;
pub mod region;
pub mod secret;
pub mod url;
