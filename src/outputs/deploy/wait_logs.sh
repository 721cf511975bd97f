  stream=$(aws logs describe-log-streams --region "$region" --log-group-name "$log_group" --order-by LastEventTime \
    --descending --max-items 1 --query 'logStreams[0].logStreamName' --output text | head -n 1 || true)
  if [ -n "$stream" ] && [ "$stream" != None ]; then
    say "The last lines of its log:"
    aws logs get-log-events --region "$region" --log-group-name "$log_group" --log-stream-name "$stream" \
      --limit 20 --query 'events[].[message]' --output text || true
  fi
