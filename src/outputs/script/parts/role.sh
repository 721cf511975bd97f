
has_own_roles=yes

# make_role NAME TRUST POLICY_NAME POLICY FOUND: makes sure that the role exists, and leaves its ARN in $arn.
make_role() {
  local found=$5 policy=''
  if [ -z "$found" ]; then
    change iam create-role --role-name="$1" --assume-role-policy-document="$2" --tags="$capital_tags"
    has_new_role=yes
    found=$answer
    call iam wait role-exists --role-name="$1"
    say "Role $1: created."
  else
    if same "$2" "$(jq .Role.AssumeRolePolicyDocument <<<"$found")"; then
      say "Role $1: it exists."
    else
      change iam update-assume-role-policy --role-name="$1" --policy-document="$2"
      say "Role $1: its trust policy is updated."
    fi
    look NoSuchEntity iam get-role-policy --role-name="$1" --policy-name="$3"
    policy=$answer
  fi
  if [ -z "$4" ]; then
    if [ -n "$policy" ]; then
      change iam delete-role-policy --role-name="$1" --policy-name="$3"
      say "Role $1: it needs no permissions any more, and its policy is deleted."
    fi
  elif [ -z "$policy" ] || ! same "$4" "$(jq .PolicyDocument <<<"$policy")"; then
    change iam put-role-policy --role-name="$1" --policy-name="$3" --policy-document="$4"
    say "Role $1: its permissions are updated."
  fi
  arn=$(jq -r .Role.Arn <<<"$found")
}
