//! Way `cli`: the documents, and the commands that hand them over.

pub mod commands;
pub mod documents;
