cli_is_new_enough() (
  has=$(aws --version 2>&1) || has=''
  has=${has##*aws-cli/}
  has=${has%%[ /]*}
  case $has in
    1.[0-9]*) needs=$1 ;;
    2.[0-9]*) needs=$2 ;;
    *)
      printf '%s\n' "The AWS CLI does not tell its version, and version $2 or newer is needed. Nothing was changed."
      exit 1
      ;;
  esac
  left=$has. wanted=$needs.
  while [ -n "$wanted" ]; do
    one=${left%%.*} other=${wanted%%.*}
    left=${left#*.} wanted=${wanted#*.}
    one=${one%%[a-z]*}
    if [ "${one:-0}" -gt "$other" ]; then exit 0; fi
    if [ "${one:-0}" -lt "$other" ]; then
      printf '%s\n' "The AWS CLI here is version $has, and version $needs or newer is needed. Nothing was changed."
      exit 1
    fi
  done
)
