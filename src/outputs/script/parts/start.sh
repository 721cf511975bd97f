
say() { printf '%s\n' "$*"; }

stop() {
  printf 'deploy.sh: %s\n' "$*" >&2
  exit 1
}

if [ -n "$missing" ]; then
  stop "The page still lacks: $missing. Fill it in on the page and download deploy.sh again. Nothing was changed."
fi
for program in aws jq; do
  command -v "$program" >/dev/null ||
    stop "$program is not installed here. Install it, or run this script in AWS CloudShell, which has it. Nothing was changed."
done
# Linux has sha256sum, a Mac has shasum.
if command -v sha256sum >/dev/null; then
  sha256() { sha256sum; }
elif command -v shasum >/dev/null; then
  sha256() { shasum -a 256; }
else
  stop "Neither sha256sum nor shasum is installed here. Install one, or run this script in AWS CloudShell, which has it." \
    "Nothing was changed."
fi

errors=$(mktemp)
document=$(mktemp)
trap 'rm -f "$errors" "$document"' EXIT

# Calls of AWS leave the answer in $answer: a function in $(...) could not end the script.
answer=''
# What the AWS CLI reads from its input. Only a secret text is there: others can see the arguments of a command.
input=''
changed=no
is_change=no
# Whether this script has the ARNs of roles that AWS may not know everywhere yet, and whether this run created one.
has_own_roles=no
has_new_role=no
# The versions of the secrets that the script keeps. ECS reads a secret only when it starts a task.
versions=''
