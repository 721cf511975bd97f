//! The ECS Delegate Configurator.
#[cfg(feature = "page")]
pub mod ui;
