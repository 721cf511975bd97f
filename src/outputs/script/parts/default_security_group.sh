
# The page has no security groups: the default one of the VPC. The delegate needs outbound 443 only.
call ec2 describe-security-groups --filters "Name=vpc-id,Values=$vpc" Name=group-name,Values=default
security_groups=$(jq -c '[.SecurityGroups[].GroupId] | .[:1]' <<<"$answer")
[ "$security_groups" != '[]' ] ||
  stop "The VPC $vpc has no default security group. Give a security group on the page. Nothing was changed."
say "Network: the default security group of the VPC $vpc."
