//! Facts of AWS and Harness as tables, apart from all logic. Each table says where it was read and when.

pub mod delegate;
pub mod fargate;
pub mod limits;
pub mod regions;
