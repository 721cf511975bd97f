//! The small HTTP server of all browser tests.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;

/// An answer to a request.
pub struct Answer {
    status: &'static str,
    mime: &'static str,
    /// Whether pages of other origins may read it.
    is_open: bool,
    policy: Option<String>,
    body: Vec<u8>,
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
            self.body.len()
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(&self.body)
    }
}

/// Serves on a free loopback port until the tests end, and returns the port. `answer` gets the path of each request
/// without its query; if it returns `None`, the server closes the connection.
pub fn serve(answer: impl Fn(&str) -> Option<Answer> + Send + Sync + 'static) -> u16 {
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

/// The path that a request asks for.
fn requested(stream: &TcpStream) -> String {
    let mut head = String::new();
    let mut lines = BufReader::new(stream);
    while lines.read_line(&mut head).is_ok_and(|length| length > 2) {}
    let target = head.split(' ').nth(1).unwrap_or_default();
    target.split('?').next().unwrap_or_default().to_owned()
}
