
# show TITLE FILTER SERVICE OPERATION...: prints what jq's FILTER finds in what AWS says, if anything. It ends nothing.
show() {
  local title=$1 filter=$2 text
  shift 2
  if answer=$(aws "$@" --region="$region" --output=json 2>/dev/null) &&
    text=$(jq -r "$filter" <<<"$answer") && [ -n "$text" ]; then
    say "$title"
    say "$text"
  fi
}

# ECS calls a service stable as soon as its tasks run, also after a rollback. Whether they keep running and pass their
# health check shows when the deployment is complete.
say "Waiting until the tasks run; this can take ten minutes."
why=''
if request ecs wait services-stable --cluster="$cluster" --services="$service"; then
  for _ in {1..20}; do
    call ecs describe-services --cluster="$cluster" --services="$service"
    why=$(jq -r --arg revision "$task_definition_arn" '
      .services[0] // {} | ([.deployments[]? | select(.status == "PRIMARY")][0] // {}) as $now
      | if .taskDefinition != $revision then "ECS has gone back to the task definition that ran before."
      elif $now.rolloutState == "FAILED" then "ECS has given up: \($now.rolloutStateReason // "its tasks fail" | rtrimstr("."))."
      elif (.runningCount // .desiredCount) < .desiredCount then "A task has started and stopped again."
      elif $now.rolloutState == "IN_PROGRESS" then "wait"
      else "" end
    ' <<<"$answer")
    [ "$why" = wait ] || break
    sleep 15
  done
  if [ "$why" = wait ]; then
    why=''
    say "The tasks run. They have not passed their health check yet."
  fi
else
  why="The AWS CLI says: $(said)"
fi
if [ -n "$why" ]; then
  show "The last events of the service:" '.services[0].events[:5][]?.message' \
    ecs describe-services --cluster="$cluster" --services="$service"
  stopped=$(aws ecs list-tasks --region="$region" --cluster="$cluster" --service-name="$service" \
    --desired-status=STOPPED --output=json 2>/dev/null | jq -c '[.taskArns[:100][]?]' || true)
  if [ -n "$stopped" ] && [ "$stopped" != '[]' ]; then
    show "Why the last task stopped:" '
      [.tasks[]?] | sort_by(.stoppedAt) | last | .stoppedReason,
      (.containers[]? | .reason, (select(.exitCode) | "The container \(.name) ended with the exit code \(.exitCode)."))
      | values
    ' ecs describe-tasks --cluster="$cluster" --tasks="$stopped"
  fi
