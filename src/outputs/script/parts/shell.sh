# Shells other than Bash, and Windows line endings, end the script here: a shell reads one line after the other.
end=here
case $end in here) ;; *) printf '%s\n' 'deploy.sh: This file has Windows line endings (CR LF). Download it again, or convert it: tr -d "\r" <deploy.sh >unix.sh. Nothing was changed.' >&2; exit 1 ;; esac && :
if [ -z "${BASH_VERSION:-}" ]; then
  printf '%s\n' 'deploy.sh: This script needs Bash. Run: bash deploy.sh. Nothing was changed.' >&2
  exit 1
fi
# On a Mac and in CloudShell the program sh is Bash too, but in POSIX mode, in which older versions lack what follows.
set +o posix
set -euo pipefail
# Settings of the user that change what the AWS CLI prints, or let it ask. Older versions ignore those they do not know.
export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off AWS_CLI_FILE_ENCODING=UTF-8 AWS_CLI_ERROR_FORMAT=legacy
export -n DELEGATE_TOKEN PROXY_PASSWORD
