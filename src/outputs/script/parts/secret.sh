
# find_secret NAME VARIABLE WHAT: leaves the secret in $answer, if there is one, and in $value what is to be stored in
# it, if anything is.
find_secret() {
  value=''
  [ -n "${!2:-}" ] || line=$((line + 1))
  # Of a secret that is not there, AWS tells whoever may see that one only that it may not be seen. If it is there after
  # all, it is not created a second time.
  if ! answer=$(aws secretsmanager describe-secret --region="$region" --secret-id="$1" --output=json 2>"$errors"); then
    grep -q -F -e ResourceNotFoundException -e "on resource: $1 because no identity-based policy" "$errors" ||
      refused 'secretsmanager describe-secret'
    answer=''
  fi
  if [ -z "$answer" ] || { [ "$rotate_token" = yes ] && [ "$2" = DELEGATE_TOKEN ]; }; then
    ask "$2" "$3"
  fi
}

# make_secret NAME WHAT KEY FOUND VALUE: makes sure that there is such a secret, and leaves its ARN in $arn.
make_secret() {
  local key=()
  if [ -z "$4" ]; then
    [ -z "$3" ] || key=(--kms-key-id="$3")
    call secretsmanager create-secret --name="$1" --tags="$capital_tags" ${key[@]+"${key[@]}"} \
      --secret-string=file:///dev/stdin < <(printf '%s' "$5")
    changed=yes
    arn=$(jq -r .ARN <<<"$answer")
    say "Secret $1: created."
    return
  fi
  arn=$(jq -r .ARN <<<"$4")
  if [ -n "$(jq -r '.DeletedDate // ""' <<<"$4")" ]; then
    change secretsmanager restore-secret --secret-id="$1"
    say "Secret $1: it was to be deleted, and is restored."
  else
    say "Secret $1: it is there."
  fi
  if [ -n "$5" ]; then
    call secretsmanager put-secret-value --secret-id="$1" --secret-string=file:///dev/stdin < <(printf '%s' "$5")
    changed=yes
    say "Secret $1: the $2 is replaced."
  fi
}
