
# said: what the AWS CLI said last, as a sentence on one line.
said() {
  local text
  text=$(tr -s '[:space:]' ' ' <"$errors")
  text=${text# }
  text=${text% }
  case $text in *[.!?:]) ;; *) text="$text." ;; esac
  printf '%s' "$text"
}

# read_error: leaves the code and the message of the AWS CLI's last error in $code and $message. The CLI writes
# `An error occurred (CODE) when calling the OPERATION operation (reached max retries: 4): MESSAGE`; some of the words in
# the middle may be missing. Names of the user are in the message only.
code=''
message=''
read_error() {
  local text
  text=$(said)
  code='' message=$text
  case $text in
    *'An error occurred ('*')'*)
      text=${text#*An error occurred (}
      code=${text%%)*}
      text=${text#*)}
      case $text in ' when calling the '*' operation'*) text=${text#*' operation'} ;; esac
      case $text in ' (reached max retries: '*')'*) text=${text#*)} ;; esac
      message=${text#: }
      ;;
  esac
}

# Three kinds of error pass by themselves. Names in a message never decide: a code is compared as a whole, and a sentence
# from its beginning.

# Source: botocore, `retries/standard.py`, without LimitExceededException, which IAM uses for quotas. ECS has no code of
# its own for `Rate exceeded` (github.com/aws/aws-sdk/issues/821). Read 2026-11.
is_throttled() {
  case $code in
    Throttling | ThrottlingException | ThrottledException | RequestThrottled | RequestThrottledException | \
      TooManyRequestsException | RequestLimitExceeded | BandwidthLimitExceeded | EC2ThrottledException | SlowDown | \
      ProvisionedThroughputExceededException | PriorRequestNotComplete) return 0 ;;
  esac
  case $message in 'Rate exceeded'*) return 0 ;; esac
  return 1
}

# Source: the errors of IAM, CloudWatch Logs and ECS in botocore's models. Read 2026-11.
is_busy() {
  case $code in
    OperationAborted | OperationAbortedException | ConcurrentModification | ConcurrentModificationException | \
      EntityTemporarilyUnmodifiable | UpdateInProgressException) return 0 ;;
  esac
  case $message in 'The specified cluster is in a busy state'*) return 0 ;; esac
  return 1
}

# Sources: the service-linked role: terraform-provider-aws, `retryServiceCreate`, and github.com/awslabs/fargatecli/issues/35.
# `Role is not valid`: github.com/fabfuel/ecs-deploy/issues/231; the same sentence is about an ARN of the page that is
# wrong. The role that cannot be found: IAM User Guide, "Troubleshoot IAM", eventual consistency. `iam:PassRole`:
# github.com/terraform-aws-modules/terraform-aws-ecs/issues/414. `ECS was unable`: github.com/pulumi/pulumi-awsx/issues/927.
# Read 2026-11.
is_role_unknown() {
  case $code:$message in
    InvalidParameterException:'Unable to assume the service linked role'*) return 0 ;;
    ClientException:'Role is not valid'* | ClientException:'ECS was unable to assume the role '*) [ "$has_own_roles" = yes ] ;;
    NoSuchEntity:'The role with name '*) [ "$has_new_role" = yes ] ;;
    AccessDeniedException:'User: '*' is not authorized to perform: iam:PassRole on resource: '*)
      case $message in *' with an explicit deny'*) return 1 ;; esac
      [ "$has_new_role" = yes ]
      ;;
    *) return 1 ;;
  esac
}

# reason_to_wait: prints why the call may succeed soon, or nothing.
reason_to_wait() {
  if is_throttled; then
    echo 'AWS gets too many requests from this account at the moment'
  elif [ "$is_change" = yes ] && is_busy; then
    echo 'AWS still carries out another change'
  elif [ "$is_change" = yes ] && is_role_unknown; then
    echo 'a new role is not yet known everywhere in AWS'
  fi
}

# request SERVICE OPERATION...: calls AWS, and tries again for a minute and a half while there is a reason to wait.
request() {
  local try=1 reason='' said_reason=''
  until answer=$(aws "$@" --region="$region" --output=json 2>"$errors" < <(printf '%s' "$input")); do
    read_error
    reason=$(reason_to_wait)
    if [ -z "$reason" ] || [ "$try" = 20 ]; then
      return 1
    fi
    [ "$reason" = "$said_reason" ] || say "Waiting: $reason."
    said_reason=$reason
    try=$((try + 1))
    sleep 5
  done
}

# call SERVICE OPERATION...: a call that AWS must not reject.
call() { request "$@" || refused "$1 $2"; }

# look CODE SERVICE OPERATION...: a call that leaves an empty answer if AWS rejects it with CODE, or with `CODE: MESSAGE`,
# of which the message may go on.
look() {
  local not_found=$1
  shift
  request "$@" && return
  case "$code: $message" in "$not_found"*) answer='' ;; *) refused "$1 $2" ;; esac
}

# change SERVICE OPERATION...: a call that changes something.
change() {
  is_change=yes
  call "$@"
  is_change=no
  changed=yes
}

is_denied() {
  case $code in
    AccessDenied | AccessDeniedException | UnauthorizedOperation) return 0 ;;
    *) case $message in 'User: '*' is not authorized to perform: '*) return 0 ;; esac ;;
  esac
  return 1
}

is_signed_out() {
  case $code in
    ExpiredToken | ExpiredTokenException | RequestExpired | InvalidClientTokenId | UnrecognizedClientException) return 0 ;;
    '') case $message in *[Tt]'oken has expired'*) return 0 ;; esac ;;
  esac
  return 1
}

# refused COMMAND: ends the script with what AWS said, and what to do.
refused() {
  local advice='Correct that, here, on the page or at AWS, and run this again'
  if is_denied; then
    advice='Ask for that permission (on the page, deployer-policy.json under AWS CLI has all of them) and run this again'
  elif is_signed_out; then
    advice='Sign in again and run this again'
  elif is_throttled; then
    advice='Something else in this account makes many requests. Run this again in some minutes'
  elif is_busy; then
    advice='Run this again when the other change is complete'
  fi
  if [ "$changed" = yes ]; then
    advice="$advice: it goes on where it stopped."
  else
    advice="$advice. Nothing was changed."
  fi
  stop "AWS rejects '$1': $(said) $advice"
}
