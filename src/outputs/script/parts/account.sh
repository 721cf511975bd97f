
# The account and the Region, before anything is changed.
if ! request sts get-caller-identity; then
  if grep -q -i -e 'could not connect' -e region_name -e 'invalid endpoint' "$errors"; then
    stop "Region $region does not answer; the AWS CLI says: $(said) Check the Region on the page, and the connection of" \
      "this machine to AWS. Nothing was changed."
  elif is_throttled; then
    refused 'sts get-caller-identity'
  fi
  stop "AWS accepts no credentials of yours in Region $region; the AWS CLI says: $(said)" \
    "Sign in, or run this script in CloudShell. Some Regions must be enabled for the account first. Nothing was changed."
fi
account=$(jq -r .Account <<<"$answer")
if [ "${#account}" != 12 ]; then
  stop "The program aws that is installed here does not say which account you are signed in to. Run this script in" \
    "CloudShell. Nothing was changed."
fi
if [ -n "$expected_account" ] && [ "$account" != "$expected_account" ]; then
  stop "You are signed in to AWS account $account, and the page says $expected_account. Sign in to that account," \
    "or change it on the page. Nothing was changed."
fi
if ! request ecs describe-clusters --clusters="$cluster"; then
  if is_throttled; then
    refused 'ecs describe-clusters'
  fi
  stop "Amazon ECS in Region $region rejects your request; the AWS CLI says: $(said)" \
    "Check the Region, and that you may use ECS there. Nothing was changed."
fi

# settle_cluster: leaves in $cluster_status the status of the cluster in $answer. It waits for a cluster that AWS is creating.
settle_cluster() {
  cluster_status=$(jq -r '.clusters[0].status // "NONE"' <<<"$answer")
  for _ in {1..20}; do
    [ "$cluster_status" = PROVISIONING ] || return 0
    sleep 3
    call ecs describe-clusters --clusters="$cluster"
    cluster_status=$(jq -r '.clusters[0].status // "NONE"' <<<"$answer")
  done
}
settle_cluster
if [ "$cluster_status" = DEPROVISIONING ]; then
  stop "The cluster $cluster is being deleted. Run this again in some minutes, when it is gone. Nothing was changed."
fi
say "AWS account $account, Region $region."
