
# ask VARIABLE WHAT: leaves in $value a secret from the variable, else asked for without echo, else the first line of
# the input.
ask() {
  value=${!1:-}
  if [ -z "$value" ]; then
    if [ -t 0 ]; then
      printf 'Harness %s (it is not shown): ' "$2" >&2
      IFS= read -r -s value || true
      echo >&2
    else
      IFS= read -r value || true
    fi
  fi
  value=${value%$'\r'}
  [ -n "$value" ] || stop "No $2 was given: set the variable $1, or type it when you are asked. Nothing was changed."
}
