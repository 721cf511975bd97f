# A stand-in of the VPC module, written from its interface: the variables that main.tf sets, and the two outputs that it
# reads. Both are known only after apply, as in the module.
# Source: https://github.com/terraform-aws-modules/terraform-aws-vpc, release 6.6.0 (2026-01-08): variables.tf,
# outputs.tf, versions.tf; read 2026-11. The release wants version 6.28 or newer of the provider.

variable "name" {
  type    = string
  default = ""
}

variable "cidr" {
  type    = string
  default = "10.0.0.0/16"
}

variable "azs" {
  type    = list(string)
  default = []
}

variable "private_subnets" {
  type    = list(string)
  default = []
}

variable "public_subnets" {
  type    = list(string)
  default = []
}

variable "enable_nat_gateway" {
  type    = bool
  default = false
}

variable "single_nat_gateway" {
  type    = bool
  default = false
}

variable "enable_dns_hostnames" {
  type    = bool
  default = true
}

variable "public_subnet_tags" {
  type    = map(string)
  default = {}
}

variable "private_subnet_tags" {
  type    = map(string)
  default = {}
}

# With true, the module adopts the group and removes its rules, so that no task in it reaches anything.
variable "manage_default_security_group" {
  type    = bool
  default = true
}

resource "terraform_data" "vpc" {
  input = [var.name, var.cidr, var.enable_nat_gateway, var.single_nat_gateway, var.enable_dns_hostnames]
}

resource "terraform_data" "public" {
  count = length(var.public_subnets)
  input = [element(var.azs, count.index), var.public_subnets[count.index], var.public_subnet_tags]
}

resource "terraform_data" "private" {
  count = length(var.private_subnets)
  input = [element(var.azs, count.index), var.private_subnets[count.index], var.private_subnet_tags]
}

output "default_security_group_id" {
  value = terraform_data.vpc.id

  precondition {
    condition     = !var.manage_default_security_group
    error_message = "The default security group has no rules: the tasks in it reach nothing."
  }
}

output "private_subnets" {
  value = terraform_data.private[*].id
}
