
# The service, if it exists. If no update can make it what the page says, the script ends here.
service_found='{}'
if [ "$cluster_status" = ACTIVE ]; then
  call ecs describe-services --cluster="$cluster" --services="$service" --include=TAGS
  service_found=$(jq '.services[0] // {}' <<<"$answer")
fi
service_status=$(jq -r '.status // "NONE"' <<<"$service_found")
if [ "$service_status" = DRAINING ]; then
  stop "The service $service is being deleted. Run this again in some minutes, when it is gone. Nothing was changed."
fi
if [ "$service_status" = ACTIVE ]; then
  # AWS allows a change from a launch type to a capacity provider, and of a launch type in no other way. An update keeps
  # members that it does not name, and the delegate's task definition has no container port or volume that they could mean;
  # a network configuration needs the network mode awsvpc. Source: UpdateService in botocore's model. Read 2026-11.
  obstacle=$(jq -r --arg launch_type "$launch_type" --arg network_mode "$network_mode" '
    ([.deployments[]? | select(.status == "PRIMARY")] | first // {}) as $now
    | if (.deploymentController.type // "ECS") != "ECS" then "is deployed by \(.deploymentController.type)"
    elif (.schedulingStrategy // "REPLICA") != "REPLICA" then "has the scheduling strategy \(.schedulingStrategy)"
    elif $launch_type != "" and .launchType == null then "runs on capacity providers"
    elif $launch_type != "" and .launchType != $launch_type then "runs on \(.launchType)"
    elif $network_mode != "awsvpc" and .networkConfiguration.awsvpcConfiguration != null then "has the network mode awsvpc"
    elif (.loadBalancers // []) != [] then "has a load balancer"
    elif (.serviceRegistries // []) != [] then "has service discovery"
    elif $now.serviceConnectConfiguration.enabled == true then "has Service Connect"
    elif ($now.vpcLatticeConfigurations // []) != [] then "has VPC Lattice"
    elif ($now.volumeConfigurations // []) != [] then "has volumes"
    else "" end
  ' <<<"$service_found")
  case $obstacle in
    *awsvpc) way_out='Give its subnets, or another service name, on the page, or delete that service.' ;;
    *'capacity providers') way_out='Give its capacity provider, or another service name, on the page, or delete that service.' ;;
    *) way_out='Give another service name on the page, or delete that service.' ;;
  esac
  [ -z "$obstacle" ] ||
    stop "The service $service $obstacle, and no update changes that to what the page says. $way_out Nothing was changed."
fi
