//! Way `cloudformation`: a template, and how a stack is made of it.

pub mod stack;
pub mod template;
