# The outputs of the module that main.tf hands on.

output "aws_ecs_cluster" {
  value = var.cluster_id
}

output "aws_ecs_task_definition" {
  value = var.name
}

output "aws_ecs_service" {
  value = var.name
}
