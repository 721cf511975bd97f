
# The account and the Region, before anything is changed.
if ! answer=$(aws sts get-caller-identity --region="$region" --output=json 2>"$errors"); then
  if grep -q -i -e 'could not connect' -e region_name -e 'invalid endpoint' "$errors"; then
    stop "Nothing answers in Region $region; the AWS CLI says: $(said) See that the Region on the page is right, and that" \
      "this machine reaches AWS. Nothing was changed."
  fi
  stop "There are no credentials that AWS accepts in Region $region; the AWS CLI says: $(said)" \
    "Sign in, or run this in CloudShell; a Region may have to be enabled for the account first. Nothing was changed."
fi
account=$(jq -r .Account <<<"$answer")
if [ "${#account}" != 12 ]; then
  stop "The aws that is installed here does not say which account you are signed in to. Run this in CloudShell." \
    "Nothing was changed."
fi
if [ -n "$expected_account" ] && [ "$account" != "$expected_account" ]; then
  stop "You are signed in to AWS account $account, and the page says $expected_account. Sign in to that one," \
    "or change it on the page. Nothing was changed."
fi
if ! answer=$(aws ecs describe-clusters --region="$region" --clusters="$cluster" --output=json 2>"$errors"); then
  stop "Amazon ECS in Region $region does not answer you; the AWS CLI says: $(said)" \
    "See that the Region is right and that you may use ECS there. Nothing was changed."
fi

# settle_cluster: leaves in $cluster_status what the cluster in $answer is. One that is just being made takes a moment.
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
  stop "The cluster $cluster is being deleted. Run this again when it is gone, in some minutes. Nothing was changed."
fi
say "AWS account $account, Region $region."
