# The variables of the module that main.tf calls: names, types and which are required, as its release 0.0.14 declares
# them (read 2026-11). Terraform judges the call against this stand-in, since it cannot fetch the module in a test.

variable "name" {
  type = string
}

variable "harness_account_id" {
  type = string
}

variable "delegate_token_secret_arn" {
  type = string
}

variable "delegate_policy_arns" {
  type = list(string)
}

variable "security_groups" {
  type = list(string)
}

variable "subnets" {
  type = list(string)
}

variable "delegate_image" {
  type = string
}

variable "registry_secret_arn" {
  type    = string
  default = ""
}

variable "enable_ecs_exec" {
  type    = bool
  default = false
}

variable "cluster_name" {
  type    = string
  default = "harness-delegate"
}

variable "cluster_id" {
  type    = string
  default = ""
}

variable "cpu" {
  type    = number
  default = 1024
}

variable "memory" {
  type    = number
  default = 2048
}

variable "delegate_check_location" {
  type    = string
  default = "delegateprod.txt"
}

variable "init_script" {
  type    = string
  default = ""
}

variable "manager_host_and_port" {
  type    = string
  default = "https://app.harness.io/gratis"
}

variable "watcher_storage_url" {
  type    = string
  default = "https://app.harness.io/public/prod/premium/watchers"
}

variable "delegate_storage_url" {
  type    = string
  default = "https://app.harness.io"
}

variable "log_streaming_service_url" {
  type    = string
  default = "https://app.harness.io/gratis/log-service/"
}

variable "watcher_check_location" {
  type    = string
  default = "current.version"
}

variable "cdn_url" {
  type    = string
  default = "https://app.harness.io"
}

variable "remote_watcher_url_cdn" {
  type    = string
  default = "https://app.harness.io/public/shared/watchers/builds"
}

variable "delegate_description" {
  type    = string
  default = ""
}

variable "delegate_tags" {
  type    = string
  default = ""
}

variable "proxy_manager" {
  type    = string
  default = ""
}

variable "delegate_environment" {
  type    = list(object({ name = string, value = string }))
  default = []
}

variable "desired_count" {
  type    = number
  default = 1
}

variable "runner_image" {
  type    = string
  default = "drone/drone-runner-aws"
}

variable "runner_config" {
  type    = string
  default = ""
}

variable "base64_runner_config" {
  type    = string
  default = ""
}

variable "kms_key_id" {
  type    = string
  default = ""
}
