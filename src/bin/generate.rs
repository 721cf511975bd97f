//! The domain as a command.
fn main() {}
