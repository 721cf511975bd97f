//! Runs `commands.sh` and records its calls.

use crate::common::{Outcome, programs};
use crate::expected::{ACCOUNT, SECRET_ARN, TOKEN};
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run did.
pub struct Recorded {
    /// The arguments of each call of `aws`.
    pub calls: Vec<Vec<String>>,
    /// What `register-task-definition` read, if that was not the file of the page.
    pub registered: String,
}

/// An `aws` that records its arguments. In its account nothing exists but the secrets that it has created. Each secret
/// leaves a file in `$CALLS.secrets`.
const STUB: &str = r#"
if [ "$*" = --version ]; then
  echo aws-cli/2.31.0 Python/3.11.2
  exit
fi
printf '%s\0' "$@" $'\036' >>"$CALLS"
all=" $* "
name=''
for word in "$@"; do
  case $before in --secret-id | --name) name=$word ;; esac
  case $word in --secret-id=* | --name=*) name=${word#*=} ;; esac
  before=$word
done
secret=$CALLS.secrets/$(printf '%s' "$name" | cksum | tr ' ' -)
case "$1 $2" in
  'sts get-caller-identity') printf '%s\n' "$ACCOUNT" ;;
  'secretsmanager describe-secret')
    if [ ! -e "$secret" ]; then
      echo 'An error occurred (ResourceNotFoundException) when calling the DescribeSecret operation: none' >&2
      exit 254
    fi
    echo "$SECRET_ARN" ;;
  'secretsmanager create-secret') cat >"$secret" ;;
  'iam get-role' | 'iam get-role-policy')
    echo 'An error occurred (NoSuchEntity) when calling the operation: none' >&2
    exit 254 ;;
  'ecs register-task-definition')
    case $before in
      file://task-spec.json) ;;
      *) cat "${before#file://}" >"$CALLS.registered" ;;
    esac ;;
  'ecs describe-task-definition')
    case $all in *taskDefinitionArn*) echo arn:aws:stub ;; *) exit 254 ;; esac ;;
  'ecs describe-services')
    case $all in *'services[0].serviceArn '*) echo arn:aws:stub ;; *) echo None ;; esac ;;
  'ecs describe-clusters')
    case $all in
      *registeredContainerInstancesCount*) echo 1 ;;
      *capacityProviders*) printf '%s\n' "$PROVIDER" ;;
      *) echo "$CLUSTER" ;;
    esac ;;
esac
"#;

/// Runs a script with only these programs on `PATH`: the stub of `aws`, and what the script uses besides.
pub fn record(outcome: &Outcome) -> Recorded {
    let home = tempfile::tempdir().expect("a temporary directory");
    let (work, bin, log) = (
        home.path().join("work"),
        home.path().join("bin"),
        home.path().join("calls"),
    );
    let secrets = home.path().join("calls.secrets");
    let temporary = home.path().join("temporary");
    for directory in [&work, &bin, &secrets, &temporary] {
        std::fs::create_dir(directory).expect("a directory");
    }
    let bash = programs::find("bash");
    programs::script(&bin.join("aws"), &format!("#!{}{STUB}", bash.display()));
    for name in ["awk", "cat", "cksum", "cut", "grep", "mktemp", "rm", "sed", "tr"] {
        std::os::unix::fs::symlink(programs::find(name), bin.join(name)).expect("a link");
    }
    outcome.write(&work);
    let before = listing(home.path());
    let account = outcome.config.aws_account_id.known();
    let account = account.map_or(ACCOUNT.to_owned(), |account| account.to_string());
    let provider = outcome.config.capacity.known().unwrap_or_default().to_string();
    let output = programs::run(
        Command::new(&bash)
            .arg("commands.sh")
            .current_dir(&work)
            .env_clear()
            .env("PATH", &bin)
            .env("HOME", &work)
            .env("CALLS", &log)
            .env("TMPDIR", &temporary)
            .env("ACCOUNT", account.replace('\0', ""))
            .env("SECRET_ARN", SECRET_ARN)
            .env(
                "CLUSTER",
                if outcome.config.create_cluster {
                    "None"
                } else {
                    "ACTIVE"
                },
            )
            .env("PROVIDER", provider.replace('\0', ""))
            .env("DELEGATE_TOKEN", TOKEN)
            .env("PROXY_PASSWORD", TOKEN)
            .stdin(Stdio::null()),
    );
    assert!(
        output.status.success(),
        "{}\n{}",
        programs::said(&output),
        outcome.file("commands.sh")
    );
    assert!(output.stderr.is_empty(), "{}", programs::said(&output));
    let calls = std::fs::read_to_string(&log).unwrap_or_default();
    assert!(!calls.contains(TOKEN), "the token is an argument");
    let registered = std::fs::read_to_string(home.path().join("calls.registered")).unwrap_or_default();
    for file in ["calls", "calls.registered"] {
        let _ = std::fs::remove_file(home.path().join(file));
    }
    for file in std::fs::read_dir(&secrets).expect("it is there").flatten() {
        let stored = std::fs::read_to_string(file.path()).expect("a secret");
        assert_eq!(stored, TOKEN, "the secret is stored as it is");
        std::fs::remove_file(file.path()).expect("it is there");
    }
    assert_eq!(listing(home.path()), before, "a value wrote a file");
    Recorded {
        calls: programs::calls(&calls),
        registered,
    }
}

/// Every file below a directory, with its size.
fn listing(directory: &Path) -> Vec<(std::path::PathBuf, u64)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(directory).expect("a directory").flatten() {
        let metadata = entry.metadata().expect("a file");
        if metadata.is_dir() {
            all.extend(listing(&entry.path()));
        } else {
            all.push((entry.path(), metadata.len()));
        }
    }
    all.sort();
    all
}
