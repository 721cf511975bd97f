if [ "$cluster_status" = ACTIVE ]; then
  say "Cluster $cluster: it is there."
else
  change ecs create-cluster --cluster-name="$cluster" --tags="$tags" ${providers[@]+"${providers[@]}"}
  say "Cluster $cluster: created."
fi
