
# The page has no subnets: those of the default VPC.
call ec2 describe-vpcs --filters=Name=is-default,Values=true
vpc=$(jq -r '.Vpcs[0].VpcId // ""' <<<"$answer")
[ -n "$vpc" ] || stop "Region $region has no default VPC. Give subnets and a security group on the page. Nothing was changed."
call ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc" Name=default-for-az,Values=true
subnets=$(jq -c '[.Subnets[].SubnetId] | sort | .[:16]' <<<"$answer")
[ "$subnets" != '[]' ] || stop "The default VPC $vpc has no default subnets. Give subnets and a security group on the" \
  "page. Nothing was changed."
assign_public_ip=ENABLED
say "Network: the subnets of the default VPC $vpc. They are public, so the tasks get a public IP address."
