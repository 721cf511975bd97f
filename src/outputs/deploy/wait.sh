
# Until it is stable; else why not.
say "Waiting until the tasks run; this can take ten minutes."
if ! aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service" 2>"$errors"; then
  say "The service is not stable. Its last events:"
  aws ecs describe-services --region "$region" --cluster "$cluster" --services "$service" \
    --query 'services[0].events[:5].message' --output text || true
  stopped=$(aws ecs list-tasks --region "$region" --cluster "$cluster" --service-name "$service" \
    --desired-status STOPPED --query 'taskArns[0]' --output text || true)
  if [ -n "$stopped" ] && [ "$stopped" != None ]; then
    say "Why the last task stopped:"
    aws ecs describe-tasks --region "$region" --cluster "$cluster" --tasks "$stopped" \
      --query 'tasks[0].[stoppedReason, containers[].reason]' --output text || true
  fi
