
# same JSON JSON: whether two policies say the same. IAM may return a list of one item as the item, or in another order.
same() {
  local one='walk(if type == "array" then sort | if length == 1 then .[0] else . end else . end)'
  [ "$(jq -S -c "$one" <<<"$1")" = "$(jq -S -c "$one" <<<"$2")" ]
}

# find_role NAME TRUST: leaves the role in $answer, if there is one. A role of that name that others made is theirs.
find_role() {
  local other
  look NoSuchEntity iam get-role --role-name="$1"
  if [ -n "$answer" ] && ! same "$2" "$(jq .Role.AssumeRolePolicyDocument <<<"$answer")"; then
    jq -e 'any(.Role.Tags[]?; .Key == "created-by" and .Value == "ecs-delegate-configurator")' <<<"$answer" >/dev/null ||
      stop "There is a role $1 that this script did not create and that is not for this. Give the ARN of a role, or" \
        "another service name, on the page. Nothing was changed."
    # Roles are of no Region, but who may take this one are tasks of one: a change would stop those of another.
    other=$(jq -r --arg region "$region" '
      [[.Role.AssumeRolePolicyDocument.Statement] | flatten[] | .Condition.ArnLike["aws:SourceArn"]?
        | [.] | flatten[] | strings | split(":")[3] | values | select(. != $region)] | first // ""
    ' <<<"$answer")
    [ -z "$other" ] ||
      stop "The role $1 is for the tasks of a service of this name in Region $other. Give another service name on the" \
        "page, or delete that role if nothing there needs it. Nothing was changed."
  fi
}
