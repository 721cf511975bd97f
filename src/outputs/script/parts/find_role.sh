
# same JSON JSON: whether two policies say the same. IAM may return a list of one item as the item, or in another order.
same() {
  local one='walk(if type == "array" then sort | if length == 1 then .[0] else . end else . end)'
  [ "$(jq -S -c "$one" <<<"$1")" = "$(jq -S -c "$one" <<<"$2")" ]
}

# find_role NAME TRUST: leaves the role in $answer, if it exists. The script does not change a role that others created.
find_role() {
  local other
  look NoSuchEntity iam get-role --role-name="$1"
  if [ -n "$answer" ] && ! same "$2" "$(jq .Role.AssumeRolePolicyDocument <<<"$answer")"; then
    jq -e 'any(.Role.Tags[]?; .Key == "created-by" and .Value == "ecs-delegate-configurator")' <<<"$answer" >/dev/null ||
      stop "The role $1 exists. This script did not create it, and its trust policy is not the one that ECS tasks need. Give" \
        "the ARN of a role, or another service name, on the page. Nothing was changed."
    # A role has no Region, but its trust policy names the Region of the tasks: a change would stop those of another Region.
    other=$(jq -r --arg region "$region" '
      [[.Role.AssumeRolePolicyDocument.Statement] | flatten[] | .Condition.ArnLike["aws:SourceArn"]?
        | [.] | flatten[] | strings | split(":")[3] | values | select(. != $region)] | first // ""
    ' <<<"$answer")
    [ -z "$other" ] ||
      stop "The role $1 is for the tasks of a service of this name in Region $other. Give another service name on the" \
        "page, or delete that role if nothing there needs it. Nothing was changed."
  fi
}
