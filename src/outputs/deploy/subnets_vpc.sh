
# The VPC of the subnets.
call ec2 describe-subnets --subnet-ids="$first_subnet"
vpc=$(jq -r '.Subnets[0].VpcId // ""' <<<"$answer")
