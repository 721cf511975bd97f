
# send JSON COMMAND...: runs a command whose input is a document, from a file that only you can read.
# IAM takes a moment until others know a new role: what is refused because of a role is tried again.
send() {
  local try
  printf '%s' "$1" >"$document"
  shift
  for try in 1 2 3 4 5 6 7 8 9 10; do
    if "$@" --cli-input-json "file://$document" 2>"$errors"; then
      return
    fi
    if [ "$try" = 10 ] || ! grep -q -i -e 'role' "$errors"; then
      stop "AWS refused '$1 $2 $3': $(cat "$errors")"
    fi
    sleep 3
  done
}

# digest_of JSON: what tells whether a document has changed since the last run.
digest_of() { printf '%s' "$1" | sha256sum | cut -c 1-64; }

# with_digest DIGEST: the tags, and the digest among them.
with_digest() { jq -c --arg digest "$1" '. + [{key: "configurator-digest", value: $digest}]' <<<"$tags"; }

# The task definition: registered only if it is not what the newest revision says.
digest=$(digest_of "$task_definition")
found=$(look 'Unable to describe task definition' \
  aws ecs describe-task-definition --region "$region" --task-definition "$family" --include TAGS --output json)
task_definition_arn=$(jq -r --arg digest "$digest" '
  select(any(.tags[]?; .key == "configurator-digest" and .value == $digest)) | .taskDefinition.taskDefinitionArn
' <<<"$found")
if [ -n "$task_definition_arn" ]; then
  say "Task definition $task_definition_arn: it is there."
else
  task_definition_arn=$(send "$task_definition" aws ecs register-task-definition --region "$region" \
    --tags "$(with_digest "$digest")" \
    --query taskDefinition.taskDefinitionArn --output text)
  say "Task definition $task_definition_arn: registered."
fi
