if [ "$cluster_status" = ACTIVE ]; then
  say "Cluster $cluster: it exists."
else
  change ecs create-cluster --cluster-name="$cluster" --tags="$tags" ${providers[@]+"${providers[@]}"}
  if [ "$(jq -r '.cluster.status // ""' <<<"$answer")" = PROVISIONING ]; then
    call ecs describe-clusters --clusters="$cluster"
    settle_cluster
  fi
  say "Cluster $cluster: created."
fi
