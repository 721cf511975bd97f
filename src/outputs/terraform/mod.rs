//! Way `terraform`: the call of the published module, or plain resources.

pub mod arguments;
pub mod module;
pub mod shared;
pub mod standalone;
