//! The Region, subnets, security groups, public IP.

use super::asked::{Asked, Group};
use super::blank::Blank;
use super::defaults::text;
use super::essentials::REGION;
use super::field::Field;
use super::in_force;
use super::in_module::InModule;
use super::kind::{Kind, slot};
use super::section::{Place, Section};
use crate::choices::{LaunchType, Start, Way};
use crate::facts::sources;

/// The Region, subnets, security groups, public IP.
pub static NETWORK_SECTION: Section = Section {
    title: "Region and network",
    place: Place::Folded,
    in_force: in_force::network,
    fields: &[&REGION, &SUBNETS, &SECURITY_GROUPS, &ASSIGN_PUBLIC_IP],
};

/// `subnets`
pub static SUBNETS: Field = Field {
    key: "subnets",
    label: "Subnets",
    help: "Private ones of two zones, with a NAT gateway.",
    find: "IDs between commas. On EC2 a value here gives each task its own network interface (awsvpc). AWS console: VPC, Subnets, Subnet ID.",
    command: "aws ec2 describe-subnets --query 'Subnets[].[SubnetId,VpcId,AvailabilityZone,MapPublicIpOnLaunch]' --output table",
    docs: sources::NETWORK,
    kind: Kind::List(slot!(subnets)),
    blank: Blank::Required {
        placeholder: "<SUBNET>",
        when: |config| config.is_fargate() && config.way == Way::Cli,
    },
    asked: Asked::WhereRequired(Group::Aws),
    sample: "subnet-0a1b2c3d4e5f67890,subnet-0b1c2d3e4f5a67891",
    ..Field::with(InModule::Takes)
};

/// `security_groups`
pub static SECURITY_GROUPS: Field = Field {
    key: "security_groups",
    label: "Security groups",
    help: "Outbound 443; nothing inbound.",
    find: "IDs between commas. AWS console: VPC, Security groups, Security group ID.",
    command: "aws ec2 describe-security-groups --query 'SecurityGroups[].[GroupId,GroupName,VpcId]' --output table",
    docs: sources::NETWORK,
    kind: Kind::List(slot!(security_groups)),
    blank: Blank::Required {
        placeholder: "<SECURITY_GROUP>",
        when: |config| config.is_awsvpc() && config.way == Way::Cli,
    },
    applies: |config| config.is_awsvpc(),
    asked: Asked::WhereRequired(Group::Aws),
    sample: "sg-0a1b2c3d4e5f67890",
    ..Field::with(InModule::Takes)
};

/// `assign_public_ip`
pub static ASSIGN_PUBLIC_IP: Field = Field {
    key: "assign_public_ip",
    label: "Public IP address",
    help: "Needed in a public subnet, where there is no NAT gateway; useless in a private one.",
    docs: sources::NETWORK,
    kind: Kind::Flag(slot!(assign_public_ip)),
    default: |start, launch_type| match (start, launch_type) {
        (Start::Docs, LaunchType::Fargate) => text("true"),
        _ => text("false"),
    },
    blank: Blank::Default,
    applies: |config| config.is_awsvpc(),
    sample: "true",
    ..Field::with(InModule::Fixes("false"))
};
