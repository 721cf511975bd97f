//! The ECS Delegate Configurator: turns the text of a form into everything that starts a Harness delegate on Amazon
//! ECS.
//!
//! Five plain functions, in order, and each step's type lives in one module:
//!
//! ```text
//! Form ──read──▶ Config ──build──▶ Deployment ──files──▶ Vec<OutputFile>
//!   ▲               │                  │
//!   └──apply── Fix ◀┴────── check ─────┘──▶ Vec<Finding>
//! ```
//!
//! No module imports from a module to its right. Everything except `ui` is an ordinary library that needs no
//! browser.

pub mod aws;
pub mod carried;
pub mod choices;
pub mod clean;
pub mod config;
pub mod date;
pub mod deployment;
pub mod document;
pub mod facts;
pub mod fields;
pub mod finding;
pub mod form;
pub mod harness;
pub mod highlight;
pub mod history;
pub mod import;
pub mod lines;
pub mod link;
pub mod mend;
pub mod notices;
pub mod outputs;
pub mod presets;
pub mod read;
pub mod rules;
pub mod secrecy;
pub mod secrets;
pub mod spoken;
#[cfg(feature = "ui")]
pub mod ui;
pub mod words;

pub use config::Config;
pub use deployment::{Deployment, build};
pub use finding::{Edit, Finding, Fix, Severity};
pub use form::Form;
pub use outputs::{OutputFile, files};
pub use read::read;
pub use rules::check;
