//! Way `script`: one shell script that does the whole job.

pub mod deploy;
mod word;
