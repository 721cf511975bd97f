
# The service: created, or updated if it is not what it should be.
digest=$(digest_of "$service_document")
found=$(aws ecs describe-services --region "$region" --cluster "$cluster" --services "$service" --include TAGS --output json)
status=$(jq -r '.services[0].status // "NONE"' <<<"$found")
case $status in
  ACTIVE)
    launch_type_found=$(jq -r '.services[0].launchType // ""' <<<"$found")
    if [ -n "$launch_type_found" ] && [ -n "$launch_type" ] && [ "$launch_type_found" != "$launch_type" ]; then
      stop "The service $service runs on $launch_type_found, and a service cannot change to $launch_type." \
        "Give another service name on the page, or delete that service."
    fi
    if jq -e --arg digest "$digest" --arg revision "$task_definition_arn" '.services[0] |
      .taskDefinition == $revision and any(.tags[]?; .key == "configurator-digest" and .value == $digest)
    ' <<<"$found" >/dev/null && [ "$rotate_token" = no ]; then
      say "Service $service: it is as it should be."
    else
      again=()
      [ "$rotate_token" = no ] || again=(--force-new-deployment)
      send "$update_document" aws ecs update-service --region "$region" \
        ${again[@]+"${again[@]}"} --query service.serviceArn --output text >/dev/null
      aws ecs tag-resource --region "$region" --resource-arn "$(jq -r '.services[0].serviceArn' <<<"$found")" \
        --tags "$(with_digest "$digest")"
      say "Service $service: updated."
    fi
    ;;
  DRAINING)
    stop "The service $service is being deleted. Run this again when it is gone, in some minutes."
    ;;
  *)
    send "$service_document" aws ecs create-service --region "$region" \
      --tags "$(with_digest "$digest")" --query service.serviceArn --output text >/dev/null
    say "Service $service: created."
    ;;
esac
