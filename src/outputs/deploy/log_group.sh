
# The log group.
retention_found=$(
  aws logs describe-log-groups --region "$region" --log-group-name-prefix "$log_group" --output json |
    jq -r --arg name "$log_group" '.logGroups[] | select(.logGroupName == $name) | .retentionInDays // "ever"'
)
if [ -z "$retention_found" ]; then
  aws logs create-log-group --region "$region" --log-group-name "$log_group" --tags "$log_tags"
  say "Log group $log_group: created."
  retention_found=ever
else
  say "Log group $log_group: it is there."
fi
if [ "$retention" != ever ] && [ "$retention" != "$retention_found" ]; then
  aws logs put-retention-policy --region "$region" --log-group-name "$log_group" --retention-in-days "$retention"
  say "Log group $log_group: entries are kept for $retention days."
fi
