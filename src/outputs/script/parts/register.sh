
# digest_of JSON: what tells whether a document has changed since the last run.
digest_of() { printf '%s' "$1" | sha256sum | cut -c 1-64; }

# with_digest DIGEST: the tags, and the digest among them.
with_digest() {
  jq -c --arg digest "$1" '
    map(select(.key != "configurator-digest")) + [{key: "configurator-digest", value: $digest}]
  ' <<<"$tags"
}

# The task definition: registered only if it is not what the newest revision says.
digest=$(digest_of "$task_definition")
look 'Unable to describe task definition' ecs describe-task-definition --task-definition="$family" --include=TAGS
task_definition_arn=$(jq -r --arg digest "$digest" '
  select(any(.tags[]?; .key == "configurator-digest" and .value == $digest)) | .taskDefinition.taskDefinitionArn
' <<<"$answer")
if [ -n "$task_definition_arn" ]; then
  say "Task definition $task_definition_arn: it is there."
else
  # In a file that only you can read: an argument of a command is limited in length, and others see it. (With `=`, the
  # CLI would miss the parameters that the document holds.)
  printf '%s' "$task_definition" >"$document"
  new_tags=$(with_digest "$digest")
  change ecs register-task-definition --cli-input-json "file://$document" --tags="$new_tags"
  task_definition_arn=$(jq -r .taskDefinition.taskDefinitionArn <<<"$answer")
  say "Task definition $task_definition_arn: registered."
fi
