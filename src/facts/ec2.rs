//! Amazon EC2: IDs.

/// Hexadecimal digits of the ID of a subnet or a security group: of old and of today's.
/// Source: cfn-lint's `SubnetId` and `SecurityGroupId`, read 2026-11.
pub const ID_DIGITS: [usize; 2] = [8, 17];
