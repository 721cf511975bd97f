  stream=$(aws logs describe-log-streams --region="$region" --log-group-name="$log_group" --order-by=LastEventTime \
    --descending --limit=1 --output=json 2>/dev/null | jq -r '.logStreams[0].logStreamName // ""' || true)
  if [ -n "$stream" ]; then
    show "The last lines of its log:" '.events[]?.message' \
      logs get-log-events --log-group-name="$log_group" --log-stream-name="$stream" --limit=20
  fi
