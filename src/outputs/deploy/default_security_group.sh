
# The default security group of the VPC, since the page has none. The delegate needs outbound 443 only.
security_groups=$(aws ec2 describe-security-groups --region "$region" \
  --filters "Name=vpc-id,Values=$vpc" Name=group-name,Values=default \
  --query 'SecurityGroups[].GroupId' --output json | jq -c '.[:1]')
[ "$security_groups" != '[]' ] ||
  stop "The VPC $vpc has no default security group. Give a security group on the page."
say "Network: the default security group of the VPC $vpc."
