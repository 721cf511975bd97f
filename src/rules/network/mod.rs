//! Rules about the network mode, host name, ports, subnets and security groups.

mod ec2_awsvpc;
mod ec2_cluster_empty;
mod ephemeral_host_port;
mod hostname_awsvpc;
mod hostname_format;
pub mod list;
pub mod port;
mod port_8080_unused;
mod port_range;
mod public_ip_ec2;
mod public_ip_egress;
mod reserved_host_port;
mod sg_count;
mod sg_id_format;
mod static_host_port;
mod subnet_count;
mod subnet_id_format;

use super::rule::Rule;

/// The rules, in the order in which the page shows their findings.
pub const RULES: &[Rule] = &[
    subnet_id_format::RULE,
    subnet_count::RULE,
    sg_id_format::RULE,
    sg_count::RULE,
    public_ip_ec2::RULE,
    public_ip_egress::RULE,
    ec2_awsvpc::RULE,
    ec2_cluster_empty::RULE,
    hostname_awsvpc::RULE,
    hostname_format::RULE,
    port_range::RULE,
    reserved_host_port::RULE,
    ephemeral_host_port::RULE,
    static_host_port::RULE,
    port_8080_unused::RULE,
];
