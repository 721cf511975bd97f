//! `commands.sh` and its steps in real shells, against a stub of AWS that has state: pasted, typed, cut off, run again.

mod common;
#[path = "commands/cut_off.rs"]
mod cut_off;
#[path = "commands/every_way.rs"]
mod every_way;
#[path = "commands/obstacles.rs"]
mod obstacles;
#[path = "commands/place.rs"]
mod place;
#[path = "commands/shells.rs"]
mod shells;
#[path = "commands/texts.rs"]
mod texts;
#[path = "commands/why.rs"]
mod why;
