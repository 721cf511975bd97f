//! The engine that a run's tests drive: Chromium, or what the variable `ENGINE` names (`ENGINE=firefox make test-engine`).
//! Each browser has a driver and a home directory of its own.

pub mod chromium;
pub mod firefox;
pub mod webkit;

use serde_json::{Map, Value};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use tempfile::TempDir;

/// What draws the page and runs its program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chrome's and Edge's.
    Chromium,
    /// Firefox's.
    Gecko,
    /// Safari's, as `WebKitGTK`.
    WebKit,
}

impl Engine {
    /// The engine of this run.
    ///
    /// # Panics
    /// If `ENGINE` names none.
    pub fn chosen() -> Self {
        match std::env::var("ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Gecko,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("ENGINE is {other}: it can be chromium, firefox or webkit."),
        }
    }

    pub fn start(self) -> Driver {
        match self {
            Self::Chromium => chromium::start(),
            Self::Gecko => firefox::start(),
            Self::WebKit => webkit::start(),
        }
    }

    /// What the driver is asked for. A proxy takes all requests to other hosts.
    pub fn capabilities(self, home: &Path, proxy: u16) -> Map<String, Value> {
        let capabilities = match self {
            Self::Chromium => chromium::capabilities(home, proxy),
            Self::Gecko => firefox::capabilities(home, proxy),
            Self::WebKit => webkit::capabilities(home, proxy),
        };
        let Value::Object(capabilities) = capabilities else {
            unreachable!("they are written as objects")
        };
        capabilities
    }
}

/// Whether this run's engine can show what a test is about. If not, the run says so.
pub fn only(engines: &[Engine], why: &str) -> bool {
    let engine = Engine::chosen();
    let is_one = engines.contains(&engine);
    if !is_one {
        // Unlike `eprintln!`, this is shown although the test passes.
        let _ = writeln!(std::io::stderr(), "left out in {engine:?}: {why}");
    }
    is_one
}

/// A running driver. It ends, and its browser's files go, when this is dropped.
pub struct Driver {
    pub port: u16,
    /// Where the browser needs one of its own.
    pub display: Option<Display>,
    /// In the order in which they end.
    pub processes: Vec<Child>,
    /// The browser's profile and the user's directories. `downloads` is one of them.
    pub home: TempDir,
}

/// An X display: its number, and the process that tells the programs on it what the user prefers.
pub struct Display {
    pub number: u32,
    pub settings: u32,
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in &mut self.processes {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// A home directory with a place for downloads.
fn home() -> TempDir {
    let home = tempfile::tempdir().expect("a temporary directory");
    std::fs::create_dir(home.path().join("downloads")).expect("it is empty");
    home
}

/// Starts a program, and returns it and what `wanted` finds in the first line that it prints with something in it. Tries
/// again if the program ends before: two can choose the same port.
fn started<T>(command: &mut Command, mut wanted: impl FnMut(&str) -> Option<T>) -> (Child, T) {
    let name = command.get_program().display().to_string();
    for _ in 0..3 {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        let mut lines = BufReader::<ChildStdout>::new(child.stdout.take().expect("it is piped")).lines();
        let found = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| wanted(&line));
        // Nobody reads the rest of its output, but the pipe must not fill up.
        std::thread::spawn(move || lines.for_each(drop));
        if let Some(found) = found {
            return (child, found);
        }
        let _ = child.wait();
    }
    panic!("{name} ends before it is ready")
}
