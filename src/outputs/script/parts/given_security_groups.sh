
# The security groups of the page: whether they are in the VPC of the subnets.
if ! request ec2 describe-security-groups --group-ids="$given_security_groups"; then
  if is_denied || is_throttled; then
    refused 'ec2 describe-security-groups'
  fi
  stop "The security groups of the page are not all in Region $region; the AWS CLI says: $(said) Give security groups" \
    "of that Region, or another Region, on the page. Nothing was changed."
fi
other=$(jq -r --arg vpc "$vpc" '[.SecurityGroups[] | select(.VpcId != $vpc) | .GroupId] | join(", ")' <<<"$answer")
[ -z "$other" ] ||
  stop "The subnets are in $vpc, and $other of the page is not. Give a security group of that VPC on the page." \
    "Nothing was changed."
