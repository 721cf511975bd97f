//! The Terraform files: formatted as `terraform fmt` formats them, readable for other parsers, and the same deployment
//! as in every other format.

#[path = "terraform/checkov.rs"]
mod checkov;
#[path = "terraform/expected.rs"]
mod expected;
#[path = "terraform/files.rs"]
mod files;
mod formats;
#[path = "formats/hcl_reader.rs"]
mod hcl_reader;
#[path = "terraform/imports.rs"]
mod imports;
#[path = "terraform/missing.rs"]
mod missing;
#[path = "terraform/module.rs"]
mod module;
#[path = "terraform/standalone.rs"]
mod standalone;
#[path = "terraform/syntax.rs"]
mod syntax;
#[path = "terraform/texts.rs"]
mod texts;
