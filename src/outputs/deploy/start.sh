
say() { printf '%s\n' "$*"; }

stop() {
  printf 'deploy.sh: %s\n' "$*" >&2
  exit 1
}

if [ -n "$missing" ]; then
  stop "The page still lacks: $missing. Fill it in there and take deploy.sh again. Nothing was changed."
fi
for program in aws jq sha256sum; do
  command -v "$program" >/dev/null ||
    stop "$program is not installed here. AWS CloudShell has it: run this script there. Nothing was changed."
done

errors=$(mktemp)
document=$(mktemp)
trap 'rm -f "$errors" "$document"' EXIT

# look NOT_FOUND COMMAND...: what a command prints that only reads; nothing where AWS says NOT_FOUND.
look() {
  local not_found=$1
  shift
  if "$@" 2>"$errors"; then
    return
  fi
  grep -q -e "$not_found" "$errors" || stop "AWS refused '$1 $2 $3': $(cat "$errors")"
}
