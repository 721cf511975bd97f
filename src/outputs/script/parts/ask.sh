
# ask VARIABLE WHAT: leaves in $value a secret text: that of the variable, or what the user types, or a line of the input.
# The first secret that no variable holds has the first line, whether or not the script asks for it. With
# $may_keep, a blank text is accepted: the secret keeps its value.
line=0
lines_read=0
may_keep=no
ask() {
  local hint=''
  value=${!1:-}
  if [ -z "$value" ] && [ -t 0 ]; then
    [ "$may_keep" = no ] || hint=', or press Enter to use the one in the secret, which the tasks do not have yet'
    printf 'Harness %s (it is not shown)%s: ' "$2" "$hint" >&2
    IFS= read -r -s value || true
    echo >&2
  elif [ -z "$value" ]; then
    case $-:$may_keep in
      # The input is this script, and its next line is no secret.
      *s*:no) stop "No $2 was given, and the input of this shell is the script. Run: bash deploy.sh, or set the variable $1." \
        "Nothing was changed." ;;
      *s*:yes) ;;
      *)
        while [ "$lines_read" -lt "$line" ]; do
          IFS= read -r value || true
          lines_read=$((lines_read + 1))
          if [ "$lines_read" -lt "$line" ] && [ -n "${value%$'\r'}" ]; then
            say "The first line of the input is not used: the secret keeps its token. To store it, run this script with --rotate-token."
          fi
        done
        ;;
    esac
  fi
  value=${value%$'\r'}
  [ -n "$value" ] || [ "$may_keep" = yes ] ||
    stop "No $2 was given. Set the variable $1, or type it when the script asks. Nothing was changed."
}
