
# The account and the Region, before anything is changed.
if ! account=$(aws sts get-caller-identity --region "$region" --query Account --output text 2>"$errors"); then
  stop "There are no credentials that AWS accepts in Region $region. Sign in, or run this in CloudShell." \
    "Nothing was changed. AWS says: $(cat "$errors")"
fi
if [ -n "$expected_account" ] && [ "$account" != "$expected_account" ]; then
  stop "You are signed in to AWS account $account, and the page says $expected_account. Nothing was changed."
fi
if ! cluster_status=$(aws ecs describe-clusters --region "$region" --clusters "$cluster" \
  --query 'clusters[0].status' --output text 2>"$errors"); then
  stop "Amazon ECS in Region $region does not answer you. Is that the Region, and may you use ECS there?" \
    "Nothing was changed. AWS says: $(cat "$errors")"
fi
say "AWS account $account, Region $region."
