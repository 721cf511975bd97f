//! The health check of the container reaches the delegate whatever proxy the environment names. A real shell and a real
//! curl run the command of the task definition against a server on loopback.

mod common;

use common::{FARGATE, Outcome};
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::process::Command;

/// Nothing listens on port 9 of loopback, so a proxy there refuses.
const REFUSES: &str = "http://127.0.0.1:9";

/// Answers every request with this status, and returns the port.
fn serve(status: &'static str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port of loopback");
    let port = listener.local_addr().expect("it has an address").port();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 1024]);
            let _ = write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            );
        }
    });
    port
}

#[test]
fn the_health_check_goes_around_a_proxy() {
    let document = Outcome::of(FARGATE).json("task-spec.json");
    let command = &document["containerDefinitions"][0]["healthCheck"]["command"];
    assert_eq!(command[0], "CMD-SHELL");
    let command = command[1].as_str().expect("a command of the shell");
    for (status, is_healthy) in [("200 OK", true), ("500 Internal Server Error", false)] {
        let command = command.replace("3460", &serve(status).to_string());
        for variable in ["http_proxy", "all_proxy", "ALL_PROXY", "HTTP_PROXY", "NONE"] {
            let output = Command::new("sh")
                .args(["-c", &command])
                .env_remove("no_proxy")
                .env_remove("NO_PROXY")
                .env(variable, REFUSES)
                .output()
                .expect("sh and curl run");
            assert_eq!(
                output.status.success(),
                is_healthy,
                "{variable}, {status}: {output:?}"
            );
        }
    }
}
