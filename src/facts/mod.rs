//! Facts about AWS, Docker and Harness as constants and tables, without logic. Each states its source and when it was
//! read.

pub mod api;
pub mod api_service;
pub mod api_task_definition;
pub mod aws_cli;
pub mod cloudformation;
pub mod delegate;
pub mod docker;
pub mod ec2;
pub mod ecr;
pub mod ecs;
pub mod fargate;
pub mod harness;
pub mod iam;
pub mod logs;
pub mod network;
pub mod regions;
pub mod s3;
pub mod samples;
pub mod secrets;
pub mod sources;
pub mod terraform_module;
pub mod terraform_provider;
pub mod tokens;
pub mod vpc_module;
