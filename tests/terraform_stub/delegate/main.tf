# A stand-in of the module that main.tf calls, written from its interface: the resources that it creates, what `count`
# and `for_each` read, and how its variables reach the task and the service.
# Source: https://github.com/harness-community/terraform-aws-harness-delegate-ecs-fargate at commit 3929611 (release
# 0.0.14), main.tf and outputs.tf, read 2026-11. The VM runner (`runner_config`), which our files never set, is left out.

data "aws_region" "current" {}

locals {
  cluster = var.cluster_id != "" ? var.cluster_id : aws_ecs_cluster.this[0].id
  tags    = { cluster = local.cluster }
  trust   = jsonencode({ Statement = [{ Action = "sts:AssumeRole" }] })
  given = {
    ACCOUNT_ID                = var.harness_account_id
    CDN_URL                   = var.cdn_url
    DELEGATE_CHECK_LOCATION   = var.delegate_check_location
    DELEGATE_DESCRIPTION      = var.delegate_description
    DELEGATE_NAME             = var.name
    DELEGATE_STORAGE_URL      = var.delegate_storage_url
    DELEGATE_TAGS             = var.delegate_tags
    DELEGATE_TYPE             = "DOCKER"
    DEPLOY_MODE               = "KUBERNETES"
    INIT_SCRIPT               = var.init_script
    LOG_STREAMING_SERVICE_URL = var.log_streaming_service_url
    MANAGER_HOST_AND_PORT     = var.manager_host_and_port
    NEXT_GEN                  = "true"
    PROXY_MANAGER             = var.proxy_manager
    REMOTE_WATCHER_URL_CDN    = var.remote_watcher_url_cdn
    WATCHER_CHECK_LOCATION    = var.watcher_check_location
    WATCHER_STORAGE_URL       = var.watcher_storage_url
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name = "harness-delegate-${var.name}"
}

resource "aws_ecs_cluster" "this" {
  count = var.cluster_id != "" ? 0 : 1
  name  = var.cluster_name
}

resource "aws_iam_role" "task_execution" {
  name               = "harness-delegate-${var.name}-ecsTaskExecutionRole"
  assume_role_policy = local.trust
  tags               = local.tags
}

resource "aws_iam_policy" "task_execution" {
  name = aws_iam_role.task_execution.name
  policy = jsonencode({
    Logs   = "${aws_cloudwatch_log_group.this.arn}:log-stream:*"
    Secret = var.delegate_token_secret_arn
  })
}

resource "aws_iam_policy" "task_execution_registry" {
  count  = var.registry_secret_arn != "" ? 1 : 0
  name   = "${aws_iam_role.task_execution.name}_registry"
  policy = jsonencode({ Secret = var.registry_secret_arn })
}

resource "aws_iam_role_policy_attachment" "task_execution" {
  role       = aws_iam_role.task_execution.name
  policy_arn = aws_iam_policy.task_execution.arn
}

resource "aws_iam_role_policy_attachment" "task_execution_registry" {
  count      = var.registry_secret_arn != "" ? 1 : 0
  role       = aws_iam_role.task_execution.name
  policy_arn = aws_iam_policy.task_execution_registry[0].arn
}

resource "aws_iam_role" "task" {
  name               = "${var.name}-ecsTaskRole"
  assume_role_policy = local.trust
  tags               = local.tags
}

# Terraform must know the ARNs when it plans.
resource "aws_iam_role_policy_attachment" "task" {
  for_each   = toset(var.delegate_policy_arns)
  role       = aws_iam_role.task.name
  policy_arn = each.key
}

resource "aws_iam_policy" "task_exec" {
  count  = var.enable_ecs_exec ? 1 : 0
  name   = "${aws_iam_role.task_execution.name}_task_exec"
  policy = jsonencode({ Action = "ssmmessages" })
}

resource "aws_iam_role_policy_attachment" "task_exec" {
  count      = var.enable_ecs_exec ? 1 : 0
  role       = aws_iam_role.task.name
  policy_arn = aws_iam_policy.task_exec[0].arn
}

resource "aws_ecs_task_definition" "delegate" {
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  family                   = "harness-ng-delegate"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.task_execution.arn
  task_role_arn            = aws_iam_role.task.arn
  tags                     = local.tags

  container_definitions = jsonencode([
    {
      name      = "ecs-delegate"
      image     = var.delegate_image
      essential = true
      memory    = 1024
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.this.name
          awslogs-region        = data.aws_region.current.name
          awslogs-stream-prefix = "ecs/delegate"
        }
      }
      secrets     = [{ name = "DELEGATE_TOKEN", valueFrom = "${var.delegate_token_secret_arn}:::" }]
      environment = concat([for name, value in local.given : { name = name, value = value }], var.delegate_environment)
      healthCheck = { command = ["CMD-SHELL", "curl -f localhost:3460/api/health || exit 1"] }
    }
  ])
}

resource "aws_ecs_service" "this" {
  name                   = "harness-delegate-${var.name}"
  cluster                = local.cluster
  task_definition        = aws_ecs_task_definition.delegate.arn
  desired_count          = var.desired_count
  launch_type            = "FARGATE"
  scheduling_strategy    = "REPLICA"
  enable_execute_command = var.enable_ecs_exec

  network_configuration {
    security_groups  = var.security_groups
    subnets          = var.subnets
    assign_public_ip = false
  }
}

output "aws_ecs_cluster" {
  value = local.cluster
}

output "aws_ecs_task_definition" {
  value = aws_ecs_task_definition.delegate.arn
}

output "aws_ecs_service" {
  value = aws_ecs_service.this.id
}
