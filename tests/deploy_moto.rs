//! `deploy.sh` through the real AWS CLI against moto, a copy of AWS on loopback: from an empty account to a service, on
//! both launch types; the second run changes nothing; updates, the token, and obstacles.

#[path = "deploy_moto/account.rs"]
mod account;
mod common;
#[path = "deploy_moto/existing.rs"]
mod existing;
#[path = "deploy_moto/whole.rs"]
mod whole;
