
# The service: created, or updated if it is not as it should be.
digest=$(digest_of "$service_document")
new_tags=$(with_digest "$digest" "$versions")
has_failed=no
# After the circuit breaker has given up, ECS starts no task until the next deployment.
if jq -e 'any(.deployments[]?; .status == "PRIMARY" and .rolloutState == "FAILED")' <<<"$service_found" >/dev/null; then
  has_failed=yes
fi
if [ "$service_status" != ACTIVE ]; then
  printf '%s' "$service_document" >"$document"
  change ecs create-service --cli-input-json "file://$document" --tags="$new_tags"
  say "Service $service: created."
elif [ "$has_failed" = no ] &&
  jq -e --arg digest "$digest" --arg revision "$task_definition_arn" '
    .taskDefinition == $revision and any(.tags[]?; .key == "configurator-digest" and .value == $digest)
  ' <<<"$service_found" >/dev/null; then
  say "Service $service: it is as it should be."
else
  # ECS replaces the tasks if they have another revision of the task definition. For another capacity provider it does so
  # only if the script says so.
  again=()
  if [ "$has_failed" = yes ] ||
    [ "$(jq -r '.capacityProviderStrategy[0].capacityProvider // ""' <<<"$service_found")" != "$capacity" ]; then
    again=(--force-new-deployment)
  fi
  printf '%s' "$update_document" >"$document"
  change ecs update-service --cli-input-json "file://$document" ${again[@]+"${again[@]}"}
  service_arn=$(jq -r .service.serviceArn <<<"$answer")
  change ecs tag-resource --resource-arn="$service_arn" --tags="$new_tags"
  say "Service $service: updated."
fi
