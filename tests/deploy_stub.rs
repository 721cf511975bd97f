//! `deploy.sh` against a stub of AWS that has state. Whatever exists, wherever the script is cut off and whatever AWS
//! refuses, the script either does the whole job or says in one sentence what to do.

mod common;
#[path = "deploy_stub/cut_off.rs"]
mod cut_off;
#[path = "deploy_stub/existing.rs"]
mod existing;
#[path = "deploy_stub/first_run.rs"]
mod first_run;
#[path = "deploy_stub/last_release.rs"]
mod last_release;
#[path = "deploy_stub/obstacles.rs"]
mod obstacles;
#[path = "deploy_stub/refusals.rs"]
mod refusals;
#[path = "deploy_stub/setup.rs"]
mod setup;
#[path = "deploy_stub/shells.rs"]
mod shells;
#[path = "deploy_stub/tokens.rs"]
mod tokens;
#[path = "deploy_stub/waiting.rs"]
mod waiting;
