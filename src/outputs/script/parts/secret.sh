
# version_of JSON: prints the version that a secret has now, in characters that a tag may have. The JSON is what AWS says
# of the secret, or its answer to a new value.
version_of() {
  jq -r '
    .VersionId // ([.VersionIdsToStages // {} | to_entries[] | select(any(.value[]?; . == "AWSCURRENT")) | .key] | first)
    // "" | gsub("[^A-Za-z0-9_-]"; "-")
  ' <<<"$1"
}

# The versions with which the running tasks were started, as a tag of the service says. AWS holds this, not the machine:
# a run that is cut off between the new value and the restart leaves a version that is not in the tag, and the next run
# replaces the tasks. The same happens if someone else gives the secret a new value. Earlier scripts did not write the
# tag; the tasks of their services are replaced once, because nobody knows which value they have.
versions_of_tasks=$(jq -r '
  [select(.status == "ACTIVE") | .tags[]? | select(.key == "configurator-secrets") | .value] | first // ""
' <<<"$service_found")

# check_key NAME KEY SECRET: compares the secret's KMS key with that of the page. AWS may return an ARN, an ID or an
# alias; the key behind an alias cannot be told here. The script gives the execution role the right to decrypt with the
# key of the page only. A role of the page may have more rights.
# Source: DescribeSecret, KmsKeyId, in botocore's model: the member is missing for the key aws/secretsmanager. Read 2026-11.
check_key() {
  local key problem
  key=$(jq -r '.KmsKeyId // ""' <<<"$3")
  case $key in alias/aws/secretsmanager | arn:*:alias/aws/secretsmanager) key='' ;; esac
  if [ "${key##*:key/}" = "${2##*:key/}" ]; then
    return 0
  elif [ -z "$key" ]; then
    say "Secret $1: it is encrypted with the key aws/secretsmanager, not with the KMS key of the page. The tasks can read it." \
      "To change its key, edit the secret in the AWS console."
    return 0
  fi
  case "$2 $key" in *alias/*) [ -z "$2" ] || return 0 ;; esac
  problem="The secret $1 is encrypted with the KMS key $key, and the page has ${2:-no KMS key}."
  if [ -n "${execution_role_trust:-}" ]; then
    stop "$problem The execution role could not decrypt it, and no task would start. Give the ARN of the secret's key on" \
      "the page (KMS key of the secrets), or edit the secret in the AWS console and give it the key of the page." \
      "Nothing was changed."
  fi
  say "$problem If the execution role may not decrypt with the secret's key (kms:Decrypt), no task starts."
}

# find_secret NAME VARIABLE WHAT KEY: leaves the secret in $answer, if it exists, and in $value what the script stores in
# it, if anything.
find_secret() {
  local version=''
  value=''
  may_keep=no
  [ -n "${!2:-}" ] || line=$((line + 1))
  # If a user may see only this secret and it does not exist, AWS says that access is denied. If the secret exists after
  # all, AWS does not create it a second time.
  if ! request secretsmanager describe-secret --secret-id="$1"; then
    case "$code: $message" in
      'ResourceNotFoundException: '* | 'AccessDeniedException: User: '*" on resource: $1 because no identity-based policy"*) ;;
      *) refused 'secretsmanager describe-secret' ;;
    esac
    answer=''
    ask "$2" "$3"
    return
  fi
  check_key "$1" "$4" "$answer"
  version=$(version_of "$answer")
  if [ -z "$version" ] && [ -z "$(jq -r '.DeletedDate // ""' <<<"$answer")" ]; then
    say "Secret $1: it has no value yet."
    ask "$2" "$3"
  elif [ "$2" = DELEGATE_TOKEN ] && [ "$rotate_token" = yes ]; then
    # An earlier run may have stored a token and not restarted the tasks.
    case " $versions_of_tasks " in '  ' | *" $version "*) ;; *) [ -z "$version" ] || may_keep=yes ;; esac
    ask "$2" "$3"
  elif [ -n "${!2:-}" ]; then
    if [ "$2" = DELEGATE_TOKEN ]; then
      say "Secret $1: it keeps its token. The one in DELEGATE_TOKEN is not used. To store it, run this script with --rotate-token."
    else
      say "Secret $1: it keeps its $3. The one in $2 is not used. To store it, edit the secret in the AWS console."
    fi
  fi
}

# make_secret NAME WHAT KEY FOUND VALUE: makes sure that the secret exists, and leaves its ARN in $arn.
make_secret() {
  local key=() version=''
  if [ -z "$4" ]; then
    [ -z "$3" ] || key=(--kms-key-id="$3")
    input=$5
    change secretsmanager create-secret --name="$1" --tags="$capital_tags" ${key[@]+"${key[@]}"} \
      --secret-string=file:///dev/stdin
    arn=$(jq -r .ARN <<<"$answer")
    version=$(version_of "$answer")
    say "Secret $1: created."
  else
    arn=$(jq -r .ARN <<<"$4")
    version=$(version_of "$4")
    if [ -n "$(jq -r '.DeletedDate // ""' <<<"$4")" ]; then
      change secretsmanager restore-secret --secret-id="$1"
      call secretsmanager describe-secret --secret-id="$1"
      version=$(version_of "$answer")
      say "Secret $1: it was scheduled for deletion, and is restored."
    else
      say "Secret $1: it exists."
    fi
    if [ -n "$5" ]; then
      input=$5
      change secretsmanager put-secret-value --secret-id="$1" --secret-string=file:///dev/stdin
      version=$(version_of "$answer")
      say "Secret $1: the $2 is replaced."
    fi
  fi
  input=''
  versions="$versions${versions:+ }$version"
}
