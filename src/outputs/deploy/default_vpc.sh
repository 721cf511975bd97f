
# The subnets of the default VPC, since the page has none.
vpc=$(aws ec2 describe-vpcs --region "$region" --filters Name=is-default,Values=true --query 'Vpcs[0].VpcId' --output text)
[ "$vpc" != None ] ||
  stop "There is no default VPC in Region $region. Give subnets and a security group on the page."
subnets=$(aws ec2 describe-subnets --region "$region" \
  --filters "Name=vpc-id,Values=$vpc" Name=default-for-az,Values=true \
  --query 'sort(Subnets[].SubnetId)' --output json | jq -c '.[:16]')
[ "$subnets" != '[]' ] || stop "The default VPC $vpc has no default subnets. Give subnets and a security group on the page."
assign_public_ip=ENABLED
say "Network: the subnets of the default VPC $vpc. They are public, so the tasks get a public IP address."
