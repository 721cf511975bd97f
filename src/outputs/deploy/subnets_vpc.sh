
# The VPC of the subnets.
vpc=$(aws ec2 describe-subnets --region "$region" --subnet-ids "$first_subnet" --query 'Subnets[0].VpcId' --output text)
