//! The small HTTP server of all browser tests.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// An answer to a request.
pub struct Answer {
    status: &'static str,
    mime: &'static str,
    /// Whether pages of other origins may read it.
    is_open: bool,
    policy: Option<String>,
    body: Vec<u8>,
    /// How much of the body never arrives.
    lost: usize,
}

impl Answer {
    /// A page under a Content-Security-Policy, if it has one.
    pub fn page(text: &str, policy: Option<&str>) -> Self {
        Self::found("html", text.as_bytes().to_owned(), policy.map(str::to_owned))
    }

    /// A script.
    pub fn script(text: &str) -> Self {
        Self::found("js", text.as_bytes().to_owned(), None)
    }

    /// A file of a directory, as a static host serves it. `depth` is how many parts of the path precede the file's name.
    pub fn file(directory: &Path, depth: usize, path: &str) -> Self {
        // Many hosts serve `//` like `/`.
        let path = path.replacen("//", "/", 1);
        let name = match path.splitn(depth + 2, '/').nth(depth + 1) {
            Some("") => "index.html",
            Some(name) if !name.contains("..") => name,
            _ => return Self::missing(),
        };
        let extension = Path::new(name)
            .extension()
            .and_then(|extension| extension.to_str());
        match std::fs::read(directory.join(name)) {
            Ok(body) => Self::found(extension.unwrap_or_default(), body, None),
            Err(_) => Self::missing(),
        }
    }

    /// A program.
    #[allow(dead_code)] // only the tests of broken programs use it
    pub fn wasm(bytes: &[u8]) -> Self {
        Self::found("wasm", bytes.to_owned(), None)
    }

    /// The same, cut off after some bytes.
    #[allow(dead_code)] // as above
    pub fn cut(mut self, length: usize) -> Self {
        self.body.truncate(length);
        self
    }

    /// The same, under another type.
    #[allow(dead_code)] // only one test has such a host
    pub fn typed(mut self, mime: &'static str) -> Self {
        self.mime = mime;
        self
    }

    /// The same with one address in place of another.
    #[allow(dead_code)] // only one test has a site that was built for another address
    pub fn readdressed(mut self, from: &str, to: &str) -> Self {
        if let Ok(text) = String::from_utf8(self.body.clone()) {
            self.body = text.replace(from, to).into_bytes();
        }
        self
    }

    /// The same from a host that lets no other origin read it.
    #[allow(dead_code)] // only one test has such a host
    pub fn closed(mut self) -> Self {
        self.is_open = false;
        self
    }

    /// Nothing at this path.
    pub fn missing() -> Self {
        Self {
            status: "404 Not Found",
            ..Self::found("", Vec::new(), None)
        }
    }

    /// An answer whose connection breaks. (A browser may ask again where nothing arrives at all.)
    pub fn broken() -> Self {
        Self {
            lost: 1000,
            ..Self::found("", Vec::new(), None)
        }
    }

    /// Success without content, such as for a page's missing icon.
    pub fn empty() -> Self {
        Self {
            status: "204 No Content",
            ..Self::found("", Vec::new(), None)
        }
    }

    fn found(extension: &str, body: Vec<u8>, policy: Option<String>) -> Self {
        let mime = match extension {
            "html" => "text/html; charset=utf-8",
            "js" => "text/javascript",
            "css" => "text/css",
            "wasm" => "application/wasm",
            "svg" => "image/svg+xml",
            "json" | "webmanifest" => "application/json",
            _ => "application/octet-stream",
        };
        Self {
            status: "200 OK",
            mime,
            is_open: true,
            policy,
            body,
            lost: 0,
        }
    }

    fn send(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        let policy = self.policy.as_ref().map_or_else(String::new, |policy| {
            format!("Content-Security-Policy: {policy}\r\n")
        });
        let sharing = if self.is_open {
            "Access-Control-Allow-Origin: *\r\n"
        } else {
            ""
        };
        let head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\n{policy}{sharing}Content-Length: {}\r\nConnection: close\r\n\r\n",
            self.status,
            self.mime,
            self.body.len() + self.lost
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(&self.body)
    }
}

/// What browsers ask for by themselves, however they are set. (The page's policy lets it ask no other host at all.)
const OF_BROWSERS: &[&str] = &[
    ".google.com",
    ".googleapis.com",
    ".gstatic.com",
    ".mozilla.com",
    ".mozilla.org",
    ".mozilla.net",
];

/// The built site below `/docs/` on a port of its own, with a record of what the browser asks for. It is also the browser's
/// proxy, so the record has the requests to other hosts too: they get no answer.
pub struct Site {
    pub port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    blocked: Arc<Mutex<Vec<String>>>,
}

impl Site {
    pub fn serve(directory: PathBuf) -> Self {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let blocked = Arc::new(Mutex::new(Vec::<String>::new()));
        let (record, refused) = (Arc::clone(&asked), Arc::clone(&blocked));
        let port = serve_targets(move |target| {
            record
                .lock()
                .expect("nothing panics with it")
                .push(target.to_owned());
            let is_blocked = refused
                .lock()
                .expect("nothing panics with it")
                .iter()
                .any(|part| target.contains(part));
            if is_blocked {
                return Some(Answer::broken());
            }
            target
                .starts_with('/')
                .then(|| Answer::file(&directory, 1, path_of(target)))
        });
        Self { port, asked, blocked }
    }

    /// Every requested address since the last call.
    pub fn requests(&self) -> Vec<String> {
        let asked = std::mem::take(&mut *self.asked.lock().expect("nothing panics with it"));
        let whole = |target: String| {
            if target.starts_with('/') {
                format!("http://127.0.0.1:{}{target}", self.port)
            } else {
                target
            }
        };
        let of_browser = |target: &String| {
            let address = target.split_once("://").map_or(target.as_str(), |(_, rest)| rest);
            let host = address.split([':', '/']).next().unwrap_or_default();
            OF_BROWSERS.iter().any(|own| host.ends_with(own))
        };
        asked
            .into_iter()
            .filter(|target| !of_browser(target))
            .map(whole)
            .collect()
    }

    /// Breaks the connection from now on for addresses with one of these parts, and only to these.
    pub fn block(&self, parts: &[&str]) {
        *self.blocked.lock().expect("nothing panics with it") =
            parts.iter().map(|part| (*part).to_owned()).collect();
    }
}

/// Serves on a free loopback port until the tests end, and returns the port. `answer` gets the path of each request
/// without its query; if it returns `None`, the server closes the connection.
pub fn serve(answer: impl Fn(&str) -> Option<Answer> + Send + Sync + 'static) -> u16 {
    serve_targets(move |target| answer(path_of(target)))
}

/// A request's target without its query.
fn path_of(target: &str) -> &str {
    target.split('?').next().unwrap_or_default()
}

/// The same with the whole target of each request.
fn serve_targets(answer: impl Fn(&str) -> Option<Answer> + Send + Sync + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("it is bound").port();
    let answer = Arc::new(answer);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            std::thread::spawn(move || {
                if let Some(answer) = answer(&requested(&stream)) {
                    // The browser may have closed the connection.
                    let _ = answer.send(&stream);
                }
            });
        }
    });
    port
}

/// What a request asks for.
fn requested(stream: &TcpStream) -> String {
    let mut head = String::new();
    let mut lines = BufReader::new(stream);
    while lines.read_line(&mut head).is_ok_and(|length| length > 2) {}
    head.split(' ').nth(1).unwrap_or_default().to_owned()
}
