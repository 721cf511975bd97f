if [ "$cluster_status" = ACTIVE ]; then
  jq -e --arg name "$capacity" 'any(.clusters[0].capacityProviders[]?; . == $name)' <<<"$answer" >/dev/null ||
    stop "The cluster $cluster does not have the capacity provider $capacity. Add it to the cluster, or give another" \
      "one on the page. Nothing was changed."
elif [ "$capacity" != FARGATE ] && [ "$capacity" != FARGATE_SPOT ]; then
  stop "There is no cluster $cluster, and a new one does not have the capacity provider $capacity. Create the cluster" \
    "with it first. Nothing was changed."
fi
