
# The security groups of the page: whether they are in the VPC of the subnets.
if ! answer=$(aws ec2 describe-security-groups --region="$region" --group-ids="$given_security_groups" --output=json \
  2>"$errors"); then
  ! is_denied || refused 'ec2 describe-security-groups'
  stop "The security groups of the page are not all in Region $region; the AWS CLI says: $(said) Give security groups" \
    "of that Region, or another Region, on the page. Nothing was changed."
fi
other=$(jq -r --arg vpc "$vpc" '[.SecurityGroups[] | select(.VpcId != $vpc) | .GroupId] | join(", ")' <<<"$answer")
[ -z "$other" ] ||
  stop "The subnets are in $vpc, and $other of the page is not. Give a security group of that VPC on the page." \
    "Nothing was changed."
