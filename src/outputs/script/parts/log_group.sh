
# The log group.
call logs describe-log-groups --log-group-name-prefix="$log_group"
retention_found=$(jq -r --arg name "$log_group" '
  .logGroups[] | select(.logGroupName == $name) | .retentionInDays // "ever"
' <<<"$answer")
if [ -z "$retention_found" ]; then
  change logs create-log-group --log-group-name="$log_group" --tags="$log_tags"
  say "Log group $log_group: created."
  retention_found=ever
else
  say "Log group $log_group: it exists."
fi
if [ "$retention" != ever ] && [ "$retention" != "$retention_found" ]; then
  change logs put-retention-policy --log-group-name="$log_group" --retention-in-days="$retention"
  say "Log group $log_group: events are kept for $retention days."
fi
