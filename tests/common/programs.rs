//! The real programs that judge the outputs. A missing program fails the test with an explanation.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// The root of the checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `PATH` with the checkout's own tools first, as the Makefile has it.
pub fn path() -> OsString {
    let own = [".venv/bin", "node_modules/.bin"].map(|directory| root().join(directory));
    let given = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(own.into_iter().chain(std::env::split_paths(&given))).expect("PATH can be joined")
}

/// Finds a program on `PATH`.
pub fn search(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&path())
        .map(|directory| directory.join(name))
        .find(|file| file.is_file())
}

/// Finds a program on `PATH`.
///
/// # Panics
/// If it is not installed.
pub fn find(name: &str) -> PathBuf {
    search(name).unwrap_or_else(|| {
        panic!("`{name}`, which judges the outputs, is not installed: run `make test`, which installs it.")
    })
}

/// The path of Python itself, because `python3` can be a script that looks for it on `PATH`.
pub fn python() -> &'static Path {
    static PYTHON: OnceLock<PathBuf> = OnceLock::new();
    PYTHON.get_or_init(|| {
        let code = "import os, sys\nprint(os.path.realpath(sys.executable), end='')";
        let output = run(command("python3").args(["-c", code]));
        assert!(output.status.success(), "{}", said(&output));
        PathBuf::from(String::from_utf8_lossy(&output.stdout).into_owned())
    })
}

/// A command that runs an installed program.
pub fn command(name: &str) -> Command {
    let mut command = Command::new(find(name));
    command.env("PATH", path());
    command
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Output {
    command
        .output()
        .unwrap_or_else(|error| panic!("{} does not start: {error}", command.get_program().display()))
}

/// The text that a command printed on both streams.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Writes an executable script.
pub fn script(file: &Path, text: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::write(file, text).expect("a temporary file can be written");
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755))
        .expect("it can be made executable");
}

/// Whether an operation of the AWS CLI changes something.
pub fn is_change(operation: &str) -> bool {
    let reads = ["describe-", "get-", "list-", "wait"];
    !reads.iter().any(|read| operation.starts_with(read))
}

/// The calls that a script has recorded with `printf '%s\0' "$@" $'\036'`: the arguments of each.
pub fn calls(recorded: &str) -> Vec<Vec<String>> {
    let calls = recorded.split("\u{1e}\0").filter(|call| !call.is_empty());
    calls
        .map(|call| {
            let arguments = call.trim_end_matches('\0').split('\0');
            arguments.map(str::to_owned).collect()
        })
        .collect()
}
