//! Pages that embed the configurator, on a port of their own, which makes them another origin than it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};

/// A page: its path, its Content-Security-Policy if it has one, and its text.
#[derive(Clone)]
pub struct HostPage {
    pub path: &'static str,
    pub policy: Option<String>,
    pub text: String,
}

/// Serves pages. Returns the port.
pub fn serve(pages: Vec<HostPage>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("it is bound").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let pages = pages.clone();
            std::thread::spawn(move || answer(&pages, stream));
        }
    });
    port
}

fn answer(pages: &[HostPage], mut stream: TcpStream) {
    let mut head = String::new();
    let Ok(reading) = stream.try_clone() else { return };
    let mut lines = BufReader::new(reading);
    while lines.read_line(&mut head).is_ok_and(|length| length > 2) {}
    let path = head.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    let (status, mime, policy, body) = match pages.iter().find(|page| page.path == path) {
        Some(page) => {
            let mime = if path.contains(".js") {
                "text/javascript"
            } else {
                "text/html; charset=utf-8"
            };
            (200, mime, page.policy.as_deref(), page.text.as_str())
        }
        // What browsers ask for by themselves.
        None if path == "/favicon.ico" => (204, "image/x-icon", None, ""),
        None => (404, "text/plain", None, ""),
    };
    let policy = policy.map_or_else(String::new, |policy| {
        format!("Content-Security-Policy: {policy}\r\n")
    });
    let head = format!(
        "HTTP/1.1 {status} x\r\nContent-Type: {mime}\r\n{policy}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(body.as_bytes()));
}
