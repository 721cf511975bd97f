//! Programs that judge the outputs where they are installed. Debian has every one, so a missing one fails there; elsewhere
//! the run prints what it leaves out.

use std::io::Write as _;
use std::sync::Mutex;

/// Returns whether a judge is there. If not, the run prints that it leaves the judge out, once.
///
/// # Panics
/// If it is missing on Debian.
pub fn is_available(name: &'static str, is_there: bool) -> bool {
    static LEFT_OUT: Mutex<Vec<&str>> = Mutex::new(Vec::new());
    if is_there {
        return true;
    }
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let said = leave_out(name, &release).unwrap_or_else(|missing| panic!("{missing}"));
    let mut left_out = LEFT_OUT.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if !left_out.contains(&name) {
        left_out.push(name);
        // Unlike `eprintln!`, this is shown although the test passes.
        let _ = writeln!(std::io::stderr(), "{said}");
    }
    false
}

/// What the run prints about a missing judge; on Debian, as `/etc/os-release` says, it is an error.
pub fn leave_out(name: &str, release: &str) -> Result<String, String> {
    let is_debian = release
        .lines()
        .any(|line| line == "ID=debian" || line == "ID=\"debian\"");
    if is_debian {
        Err(format!(
            "{name}, which judges the outputs, is missing: run `make test`, which installs it."
        ))
    } else {
        Ok(format!("left out, because this machine does not have it: {name}"))
    }
}
