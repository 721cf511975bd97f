
# The subnets of the page: whether they are in this Region, and in one VPC.
if ! request ec2 describe-subnets --subnet-ids="$given_subnets"; then
  if is_denied || is_throttled; then
    refused 'ec2 describe-subnets'
  fi
  stop "The subnets of the page are not all in Region $region; the AWS CLI says: $(said) Give subnets of that Region, or" \
    "another Region, on the page. Nothing was changed."
fi
vpc=$(jq -r '[.Subnets[].VpcId] | unique | join(" and ")' <<<"$answer")
if [[ $vpc == *' and '* ]]; then
  stop "The subnets of the page are in $vpc. Give subnets of one VPC on the page. Nothing was changed."
fi
