
# secret NAME VARIABLE WHAT KEY: makes sure that there is such a secret, and prints its ARN.
secret() {
  local found value key=()
  found=$(look ResourceNotFoundException aws secretsmanager describe-secret --region "$region" --secret-id "$1" --output json)
  if [ -z "$found" ]; then
    value=$(ask "$2" "$3")
    [ -z "$4" ] || key=(--kms-key-id "$4")
    printf '%s' "$value" |
      aws secretsmanager create-secret --region "$region" --name "$1" --tags "$capital_tags" ${key[@]+"${key[@]}"} \
        --secret-string file:///dev/stdin --query ARN --output text
    say "Secret $1: created." >&2
    return
  fi
  if [ "$(jq -r '.DeletedDate // ""' <<<"$found")" ]; then
    aws secretsmanager restore-secret --region "$region" --secret-id "$1" >/dev/null
    say "Secret $1: it was to be deleted, and is restored." >&2
  else
    say "Secret $1: it is there." >&2
  fi
  if [ "$rotate_token" = yes ] && [ "$2" = DELEGATE_TOKEN ]; then
    value=$(ask "$2" "$3")
    printf '%s' "$value" |
      aws secretsmanager put-secret-value --region "$region" --secret-id "$1" \
        --secret-string file:///dev/stdin >/dev/null
    say "Secret $1: the $3 is replaced." >&2
  fi
  jq -r .ARN <<<"$found"
}
