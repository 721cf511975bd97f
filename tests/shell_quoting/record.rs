//! Runs `commands.sh` and records its calls.

use crate::common::{Outcome, programs};
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a script with only one program on `PATH`: a stub of `aws` that records its arguments. Returns the calls.
pub fn record(outcome: &Outcome) -> Vec<Vec<String>> {
    let home = tempfile::tempdir().expect("a temporary directory");
    let (work, bin, log) = (
        home.path().join("work"),
        home.path().join("bin"),
        home.path().join("calls"),
    );
    std::fs::create_dir(&work).expect("a directory");
    std::fs::create_dir(&bin).expect("a directory");
    let bash = programs::find("bash");
    let stub = format!(
        "#!{}\nprintf '%s\\0' \"$@\" $'\\036' >>\"$CALLS\"\n\
         case \" $* \" in *' DeletedDate '*) echo None ;; *) echo arn:aws:stub ;; esac\n",
        bash.display()
    );
    programs::script(&bin.join("aws"), &stub);
    outcome.write(&work);
    let before = listing(home.path());
    let output = programs::run(
        Command::new(&bash)
            .arg("commands.sh")
            .current_dir(&work)
            .env_clear()
            .env("PATH", &bin)
            .env("HOME", &work)
            .env("CALLS", &log)
            .stdin(Stdio::null()),
    );
    assert!(
        output.status.success(),
        "{}\n{}",
        programs::said(&output),
        outcome.file("commands.sh")
    );
    let calls = std::fs::read_to_string(&log).unwrap_or_default();
    let _ = std::fs::remove_file(&log);
    assert_eq!(listing(home.path()), before, "a value wrote a file");
    assert!(output.stderr.is_empty(), "{}", programs::said(&output));
    programs::calls(&calls)
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
