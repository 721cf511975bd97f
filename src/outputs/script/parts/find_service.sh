
# The service, if there is one: what no update can change ends the script here.
service_found='{}'
if [ "$cluster_status" = ACTIVE ]; then
  call ecs describe-services --cluster="$cluster" --services="$service" --include=TAGS
  service_found=$(jq '.services[0] // {}' <<<"$answer")
fi
service_status=$(jq -r '.status // "NONE"' <<<"$service_found")
if [ "$service_status" = DRAINING ]; then
  stop "The service $service is being deleted. Run this again when it is gone, in some minutes. Nothing was changed."
fi
if [ "$service_status" = ACTIVE ]; then
  is_of=$(jq -r '
    if (.deploymentController.type // "ECS") != "ECS" then "is deployed by \(.deploymentController.type)"
    elif (.schedulingStrategy // "REPLICA") != "REPLICA" then "is a \(.schedulingStrategy)"
    elif .launchType then "runs on \(.launchType)"
    else "runs on capacity providers"
    end' <<<"$service_found")
  is_in_the_way=no
  case $is_of in
    "runs on $launch_type") ;;
    'runs on FARGATE' | 'runs on EC2' | 'runs on capacity providers') [ -z "$launch_type" ] || is_in_the_way=yes ;;
    *) is_in_the_way=yes ;;
  esac
  if [ "$is_in_the_way" = yes ]; then
    stop "The service $service $is_of, which no update changes to what the page says. Give another service name on" \
      "the page, or delete that service. Nothing was changed."
  fi
fi
