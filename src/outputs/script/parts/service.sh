
# The service: created, or updated if it is not what it should be.
digest=$(digest_of "$service_document")
new_tags=$(with_digest "$digest")
has_failed=no
# The circuit breaker has given up: ECS starts no task any more until there is another deployment.
if jq -e 'any(.deployments[]?; .status == "PRIMARY" and .rolloutState == "FAILED")' <<<"$service_found" >/dev/null; then
  has_failed=yes
fi
if [ "$service_status" != ACTIVE ]; then
  printf '%s' "$service_document" >"$document"
  change ecs create-service --cli-input-json "file://$document" --tags="$new_tags"
  say "Service $service: created."
elif [ "$rotate_token" = no ] && [ "$has_failed" = no ] &&
  jq -e --arg digest "$digest" --arg revision "$task_definition_arn" '
    .taskDefinition == $revision and any(.tags[]?; .key == "configurator-digest" and .value == $digest)
  ' <<<"$service_found" >/dev/null; then
  say "Service $service: it is as it should be."
else
  # Running tasks keep the old token, and move to another capacity provider, only if they are replaced.
  again=()
  if [ "$rotate_token" = yes ] || [ "$has_failed" = yes ] ||
    [ "$(jq -r '.capacityProviderStrategy[0].capacityProvider // ""' <<<"$service_found")" != "$capacity" ]; then
    again=(--force-new-deployment)
  fi
  printf '%s' "$update_document" >"$document"
  change ecs update-service --cli-input-json "file://$document" ${again[@]+"${again[@]}"}
  service_arn=$(jq -r .service.serviceArn <<<"$answer")
  change ecs tag-resource --resource-arn="$service_arn" --tags="$new_tags"
  say "Service $service: updated."
fi
