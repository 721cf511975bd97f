
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

# Commands of the AWS CLI leave what they print in $answer: a function in $(...) could not end the script.
answer=''
changed=no

# call SERVICE OPERATION...: a command that AWS must not refuse.
call() {
  answer=$(aws "$@" --region="$region" --output=json 2>"$errors") || refused "$1 $2"
}

# look NOT_FOUND SERVICE OPERATION...: the same, with an empty answer where AWS says NOT_FOUND.
look() {
  local not_found=$1
  shift
  if ! answer=$(aws "$@" --region="$region" --output=json 2>"$errors"); then
    grep -q -F -e "$not_found" "$errors" || refused "$1 $2"
    answer=''
  fi
}

# change SERVICE OPERATION...: a command that changes something. It can take a minute until all of AWS knows a new role,
# and some things take no second change while the first one is going on: that is tried again.
change() {
  local try
  for try in {1..20}; do
    if answer=$(aws "$@" --region="$region" --output=json 2>"$errors"); then
      changed=yes
      return
    fi
    if [ "$try" = 20 ] || is_denied ||
      ! grep -q -i -e role -e OperationAborted -e ConcurrentModification -e 'busy state' "$errors"; then
      refused "$1 $2"
    fi
    sleep 5
  done
}

# said: what the AWS CLI said last, on one line.
said() { tr -s '[:space:]' ' ' <"$errors"; }

is_denied() { grep -q -i -e AccessDenied -e UnauthorizedOperation -e 'not authorized' "$errors"; }

# refused COMMAND: says what AWS said, and what to do.
refused() {
  local advice='Mend that, here, on the page or at AWS, and run this again'
  if is_denied; then
    advice='Ask for that permission (deployer-policy.json, under AWS CLI on the page, has all that are needed) and run this again'
  elif grep -q -e ExpiredToken -e 'token has expired' "$errors"; then
    advice='Sign in again and run this again'
  fi
  if [ "$changed" = yes ]; then
    advice="$advice: it goes on where it stopped."
  else
    advice="$advice. Nothing was changed."
  fi
  stop "AWS refuses '$1': $(said) $advice"
}
