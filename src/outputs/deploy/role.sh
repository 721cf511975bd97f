
# same JSON JSON: whether two documents say the same.
same() { [ "$(jq -S -c . <<<"$1")" = "$(jq -S -c . <<<"$2")" ]; }

# role NAME TRUST POLICY_NAME POLICY: makes sure that there is such a role, and prints its ARN.
role() {
  local found policy
  found=$(look NoSuchEntity aws iam get-role --region "$region" --role-name "$1" --output json)
  if [ -z "$found" ]; then
    found=$(aws iam create-role --region "$region" --role-name "$1" --assume-role-policy-document "$2" \
      --tags "$capital_tags" --output json)
    aws iam wait role-exists --region "$region" --role-name "$1"
    say "Role $1: created." >&2
  elif same "$2" "$(jq .Role.AssumeRolePolicyDocument <<<"$found")"; then
    say "Role $1: it is there." >&2
  else
    aws iam update-assume-role-policy --region "$region" --role-name "$1" --policy-document "$2"
    say "Role $1: who may take it is brought up to date." >&2
  fi
  policy=$(look NoSuchEntity aws iam get-role-policy --region "$region" --role-name "$1" --policy-name "$3" --output json)
  if [ -z "$4" ]; then
    if [ -n "$policy" ]; then
      aws iam delete-role-policy --region "$region" --role-name "$1" --policy-name "$3"
      say "Role $1: its policy is not needed any more, and is deleted." >&2
    fi
  elif [ -z "$policy" ] || ! same "$4" "$(jq .PolicyDocument <<<"$policy")"; then
    aws iam put-role-policy --region "$region" --role-name "$1" --policy-name "$3" --policy-document "$4"
    say "Role $1: what it may do is brought up to date." >&2
  fi
  jq -r .Role.Arn <<<"$found"
}
