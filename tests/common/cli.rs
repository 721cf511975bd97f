//! The AWS CLI, version 1 and version 2, bound to moto on loopback. Nothing here calls AWS.

use super::{judges, programs};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A version of the AWS CLI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cli {
    /// The newest version 1, from `requirements.txt`.
    V1,
    /// Debian's version 2 (2.9.19 in Debian 12), or another one that this machine has.
    V2,
}

/// Where a version 2 is installed, in the order of preference: Debian's package, AWS's installer, Homebrew.
/// `scripts/install-test-tools` looks in the same places.
const PLACES_OF_V2: &[&str] = &["/usr/bin/aws", "/usr/local/bin/aws", "/opt/homebrew/bin/aws"];

/// The status with which the wrapper refuses to start.
pub const REFUSED: i32 = 97;

impl Cli {
    pub const ALL: &'static [Self] = &[Self::V1, Self::V2];

    /// The versions that this machine has.
    pub fn available() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|cli| cli.is_available())
    }

    /// Whether this machine has the version. Says so if not.
    pub fn is_available(self) -> bool {
        match self {
            Self::V1 => true,
            Self::V2 => judges::is_available("AWS CLI v2", v2().is_some()),
        }
    }

    /// A word for names of resources and for messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V2 => "v2",
        }
    }

    /// The program itself, which calls AWS. Only `place` and `version` may use it.
    fn program(self) -> PathBuf {
        match self {
            Self::V1 => programs::find("aws"),
            Self::V2 => v2().cloned().expect("is_available says that it is there"),
        }
    }

    /// The version, as `2.9.19`.
    pub fn version(self) -> String {
        version(&self.program()).expect("it says its version")
    }

    /// Writes an executable `aws` that is this CLI, bound to the server that `AWS_ENDPOINT_URL` names. It refuses to
    /// start if that is not on loopback, and adds each call to `record` as `programs::calls` reads it.
    pub fn place(self, aws: &Path, record: &Path) {
        wrapper(&self.program(), aws, record);
    }
}

/// Writes the wrapper of a program.
///
/// Version 2 before 2.13 ignores `AWS_ENDPOINT_URL`, so the wrapper passes the option. A call that would go elsewhere all
/// the same ends at a proxy that does not exist. Another Python's variables do not reach the CLI.
pub fn wrapper(program: &Path, aws: &Path, record: &Path) {
    let quote = |path: &Path| {
        let path = path.to_str().expect("UTF-8");
        shlex::try_quote(path).expect("no NUL").into_owned()
    };
    let path = programs::path();
    let text = format!(
        "#!{bash}\n\
        printf '%s\\0' aws \"$@\" $'\\036' >>{record}\n\
        case ${{AWS_ENDPOINT_URL-}} in\n\
        http://127.0.0.1:*) ;;\n\
        *) echo 'aws: AWS_ENDPOINT_URL names no server on loopback, and the tests never call AWS.' >&2; exit {REFUSED} ;;\n\
        esac\n\
        export PATH={path} PYTHONNOUSERSITE=1\n\
        unset PYTHONPATH PYTHONHOME HTTP_PROXY http_proxy ALL_PROXY all_proxy\n\
        export HTTPS_PROXY=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 NO_PROXY=127.0.0.1 no_proxy=127.0.0.1\n\
        exec {program} --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"\n",
        bash = programs::find("bash").display(),
        record = quote(record),
        path = quote(Path::new(&path)),
        program = quote(program),
    );
    programs::script(aws, &text);
}

/// The installed version 2.
fn v2() -> Option<&'static PathBuf> {
    static FOUND: OnceLock<Option<PathBuf>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        let places = PLACES_OF_V2.iter().map(PathBuf::from);
        places
            .into_iter()
            .find(|place| place.is_file() && version(place).is_some_and(|version| version.starts_with("2.")))
    });
    found.as_ref()
}

/// What `aws --version` says: `2.9.19` of `aws-cli/2.9.19 Python/3.11.2 …`. Calls nothing.
fn version(program: &Path) -> Option<String> {
    let mut command = Command::new(program);
    command
        .arg("--version")
        .env_remove("PYTHONPATH")
        .env_remove("PYTHONHOME")
        .env("PYTHONNOUSERSITE", "1");
    let said = programs::said(&programs::run(&mut command));
    let first = said.split_whitespace().next()?;
    first.strip_prefix("aws-cli/").map(str::to_owned)
}
