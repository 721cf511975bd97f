if [ "$cluster_status" = ACTIVE ]; then
  jq -e --arg name "$capacity" 'any(.clusters[0].capacityProviders[]?; . == $name)' <<<"$answer" >/dev/null ||
    stop "The cluster $cluster does not have the capacity provider $capacity. Add it to the cluster, or give another" \
      "capacity provider on the page. Nothing was changed."
elif [ "$capacity" != FARGATE ] && [ "$capacity" != FARGATE_SPOT ]; then
  stop "The cluster $cluster does not exist, and a new cluster does not have the capacity provider $capacity. Create the" \
    "cluster with it first. Nothing was changed."
fi
