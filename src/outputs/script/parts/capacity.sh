
# Tasks with the launch type EC2 need container instances in the cluster.
call ecs describe-clusters --clusters="$cluster"
if [ "$(jq -r '.clusters[0].registeredContainerInstancesCount // 0' <<<"$answer")" = 0 ]; then
  say "The cluster $cluster has no container instances. The delegate starts when the cluster has one."
  say "Add one in the AWS console (ECS, $cluster, Infrastructure), or start an EC2 instance of the ECS-optimized image"
  say "with ECS_CLUSTER=$cluster in /etc/ecs/ecs.config and the instance role ecsInstanceRole."
  appears
  exit 0
fi
