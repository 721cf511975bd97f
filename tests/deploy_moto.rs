//! `deploy.sh` through both versions of the AWS CLI against moto, a copy of AWS on loopback: from an empty account to a service, on
//! both launch types; a second run, which changes nothing; updates; the token; obstacles.

#[path = "deploy_moto/account.rs"]
mod account;
mod common;
#[path = "deploy_moto/existing.rs"]
mod existing;
#[path = "deploy_moto/whole.rs"]
mod whole;
