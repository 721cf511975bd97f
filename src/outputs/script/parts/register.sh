
# digest_of TEXT: prints what tells whether a document has changed since the last run.
digest_of() {
  local sum
  sum=$(printf '%s' "$1" | sha256)
  printf '%s' "${sum%% *}"
}

# with_digest DIGEST [VERSIONS]: prints the tags, with a digest and the versions of the secrets among them.
with_digest() {
  jq -c --arg digest "$1" --arg versions "${2:-}" '
    map(select(.key | IN("configurator-digest", "configurator-secrets") | not))
    + [{key: "configurator-secrets", value: $versions} | select(.value != "")]
    + [{key: "configurator-digest", value: $digest}]
  ' <<<"$tags"
}

# The task definition: registered if the newest revision is not this one, or is for other versions of the secrets. A new
# value of a secret needs new tasks, and a new revision brings them exactly once: the service names the revision that its
# tasks have, also after a run that is cut off, and after ECS has gone back to an earlier one.
digest=$(digest_of "$task_definition$versions")
look 'ClientException: Unable to describe task definition' \
  ecs describe-task-definition --task-definition="$family" --include=TAGS
task_definition_arn=$(jq -r --arg digest "$digest" '
  select(any(.tags[]?; .key == "configurator-digest" and .value == $digest)) | .taskDefinition.taskDefinitionArn
' <<<"$answer")
if [ -n "$task_definition_arn" ]; then
  say "Task definition $task_definition_arn: it exists."
else
  # In a file that only the user can read: an argument of a command is limited in length, and others can see it. (After
  # `=`, the CLI would miss the parameters that the document contains.)
  printf '%s' "$task_definition" >"$document"
  new_tags=$(with_digest "$digest")
  change ecs register-task-definition --cli-input-json "file://$document" --tags="$new_tags"
  task_definition_arn=$(jq -r .taskDefinition.taskDefinitionArn <<<"$answer")
  say "Task definition $task_definition_arn: registered."
fi
