if [ "$cluster_status" = ACTIVE ]; then
  say "Cluster $cluster: it is there."
else
  aws ecs create-cluster --region "$region" --cluster-name "$cluster" --tags "$tags" \
    ${providers[@]+"${providers[@]}"} >/dev/null
  say "Cluster $cluster: created."
fi
