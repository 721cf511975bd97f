if [ "$service_status" = ACTIVE ] && [ "$versions" != "$versions_of_tasks" ]; then
  say "The running tasks may have an earlier value of a secret, because ECS reads a secret only when it starts a task. ECS replaces them."
fi
