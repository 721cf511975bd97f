//! The IAM policies allow every call that is made: the calls that the stub of AWS records are held against
//! `deployer-policy.json` with their resources and conditions, and moto enforces the actions.

mod common;
#[path = "iam_calls/enforced.rs"]
mod enforced;
#[path = "iam_calls/judge.rs"]
mod judge;
#[path = "iam_calls/recorded.rs"]
mod recorded;
#[path = "iam_calls/task.rs"]
mod task;
