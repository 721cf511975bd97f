
# ask VARIABLE WHAT: leaves in $value a secret from the variable, else asked for without echo, else the line of the input
# that is its own: the first of those that no variable holds has the first line, whether or not it is asked for.
line=0
lines_read=0
ask() {
  value=${!1:-}
  if [ -z "$value" ] && [ -t 0 ]; then
    printf 'Harness %s (it is not shown): ' "$2" >&2
    IFS= read -r -s value || true
    echo >&2
  elif [ -z "$value" ]; then
    while [ "$lines_read" -lt "$line" ]; do
      IFS= read -r value || true
      lines_read=$((lines_read + 1))
    done
  fi
  value=${value%$'\r'}
  [ -n "$value" ] || stop "No $2 was given: set the variable $1, or type it when you are asked. Nothing was changed."
}
