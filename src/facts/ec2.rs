//! Amazon EC2: resource IDs.

/// The number of hexadecimal digits in the ID of a subnet or a security group, in old IDs and in current ones.
/// Source: cfn-lint's `SubnetId` and `SecurityGroupId`, read 2026-11.
pub const ID_DIGITS: [usize; 2] = [8, 17];
