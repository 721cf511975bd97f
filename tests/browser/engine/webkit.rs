//! `WebKitGTK`'s `MiniBrowser` with `WebKitWebDriver`, each on an X display of its own: the display has the clipboard, and
//! its settings (xsettingsd) are what the user prefers.

use super::{Display, Driver, home, started};
use crate::common::programs;
use crate::driver::Tab;
use crate::driver::user::Preferences;
use serde_json::{Value, json};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Without this, the buttons of the browser's toolbar keep the window wider than a phone.
const NO_TOOLBAR: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }";

pub fn start() -> Driver {
    let home = home();
    let config = home.path().join(".config");
    std::fs::create_dir_all(config.join("gtk-3.0")).expect("it is new");
    let write = |file: PathBuf, text: &str| std::fs::write(file, text).expect("it can be written");
    write(config.join("gtk-3.0/gtk.css"), NO_TOOLBAR);
    write(
        config.join("user-dirs.dirs"),
        "XDG_DOWNLOAD_DIR=\"$HOME/downloads\"\n",
    );
    write(home.path().join("settings"), &settings(&Preferences::default()));

    let mut command = programs::command("Xvfb");
    command
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "2000x1400x24",
            "-nolisten",
            "tcp",
        ])
        .stderr(Stdio::null());
    let (display, number) = started(&mut command, |line| line.trim().parse::<u32>().ok());
    let on_display = |name: &str| {
        let mut command = programs::command(name);
        of_display(&mut command, number);
        command.env("HOME", home.path()).env("XDG_CONFIG_HOME", &config);
        for (variable, directory) in [("XDG_DATA_HOME", ".local"), ("XDG_CACHE_HOME", ".cache")] {
            command.env(variable, home.path().join(directory));
        }
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    };
    let preferences = on_display("xsettingsd")
        .arg("-c")
        .arg(home.path().join("settings"))
        .spawn()
        .expect("xsettingsd starts");
    let port = free_port();
    let driver = on_display("WebKitWebDriver")
        .arg(format!("--port={port}"))
        .spawn()
        .expect("WebKitWebDriver starts");
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "WebKitWebDriver does not listen"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    Driver {
        port,
        display: Some(Display {
            number,
            settings: preferences.id(),
        }),
        processes: vec![driver, preferences, display],
        home,
    }
}

fn of_display(command: &mut Command, number: u32) {
    command
        .env("DISPLAY", format!(":{number}"))
        .env_remove("WAYLAND_DISPLAY");
    // No bus runs there.
    command
        .env("NO_AT_BRIDGE", "1")
        .env("GSETTINGS_BACKEND", "memory");
}

/// It cannot choose one itself.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("it is bound").port()
}

/// Debian keeps it beside the library, by the name of the processor's architecture.
fn browser() -> PathBuf {
    let roots = std::fs::read_dir("/usr/lib").expect("it can be read").flatten();
    let places = roots.map(|root| root.path().join("webkit2gtk-4.1/MiniBrowser"));
    places
        .into_iter()
        .find(|place| place.is_file())
        .expect("MiniBrowser is not installed: run `make test`, which installs it")
}

pub fn capabilities(_: &Path, proxy: u16) -> Value {
    let proxy = format!("--proxy=http://127.0.0.1:{proxy}");
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": browser(),
            "args": ["--automation", proxy, "--ignore-host=127.0.0.1", "--ignore-host=localhost"],
        },
    })
}

/// Measures how much higher the window is than the page. The page is the whole window's at that time.
pub async fn measure(tab: &Tab) -> u32 {
    resize_window(tab, 1280, 900).await;
    let height = tab.run("return innerHeight").await;
    900 - height
        .as_u64()
        .and_then(|height| u32::try_from(height).ok())
        .expect("a height")
}

pub async fn resize(tab: &Tab, width: u32, height: u32) {
    resize_window(tab, width, height + tab.bars).await;
}

async fn resize_window(tab: &Tab, width: u32, height: u32) {
    let rect = json!({ "x": 0, "y": 0, "width": width, "height": height });
    tab.raw("window/rect", rect).await;
}

pub async fn prefer(tab: &Tab, preferences: &Preferences) {
    assert!(
        !preferences.print && !preferences.forced_colors,
        "WebKitGTK can neither show the page as on paper nor force colours"
    );
    let display = tab.driver.display.as_ref().expect("it has one");
    std::fs::write(tab.driver.home.path().join("settings"), settings(preferences))
        .expect("it can be written");
    let told = Command::new("kill")
        .args(["-HUP", &display.settings.to_string()])
        .status();
    assert!(told.is_ok_and(|status| status.success()), "xsettingsd runs");
    let follows = format!(
        "return matchMedia('(prefers-color-scheme: {})').matches && matchMedia('(prefers-reduced-motion: reduce)').matches === {}",
        preferences.theme, preferences.reduced_motion
    );
    tab.until("the browser follows the display's settings", async || {
        tab.run(&follows).await == true
    })
    .await;
}

pub fn clipboard(tab: &Tab) -> Value {
    let display = tab.driver.display.as_ref().expect("it has one");
    let mut command = programs::command("xclip");
    of_display(&mut command, display.number);
    let output = programs::run(command.args(["-o", "-selection", "clipboard"]));
    json!(String::from_utf8_lossy(&output.stdout))
}

/// In a frame, the driver misses what it clicks by as much as the pages around are scrolled, and the browser gives no input
/// the focus before a click. So a script fills in, and its events are those of a user.
pub const FILL_IN: &str =
    "const [css, text] = arguments, input = window.filled = document.querySelector(css);
    input.focus();
    input.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true }))";

/// Leaves the input that was filled in.
pub const LEAVE: &str = "for (const name of ['blur', 'focusout'])
    window.filled?.dispatchEvent(new FocusEvent(name, { bubbles: name === 'focusout' }));
    window.filled = undefined";

/// No log of the console can be read, so the page notes its own complaints from when it is ready.
pub const WATCH: &str = "if (!window.complaints) {
    window.complaints = [];
    const note = (...all) => complaints.push(all.map(String).join(' '));
    addEventListener('error', e => note(e.message));
    addEventListener('unhandledrejection', e => note(e.reason));
    document.addEventListener('securitypolicyviolation', e => note('Content Security Policy', e.violatedDirective, e.blockedURI));
    for (const level of ['warn', 'error']) { const own = console[level]; console[level] = (...all) => { note(...all); own.apply(console, all); }; }
}";

/// The complaints since the last call.
pub async fn log(tab: &Tab) -> Vec<(bool, String)> {
    let log = tab.run("return window.complaints?.splice(0) ?? []").await;
    let log: Vec<String> = serde_json::from_value(log).expect("texts");
    log.into_iter().map(|text| (true, text)).collect()
}

fn settings(preferences: &Preferences) -> String {
    let theme = if preferences.theme == "dark" {
        "Adwaita-dark"
    } else {
        "Adwaita"
    };
    let moves = i32::from(!preferences.reduced_motion);
    // With the smallest text, the toolbar needs the least room.
    format!("Net/ThemeName \"{theme}\"\nGtk/EnableAnimations {moves}\nGtk/FontName \"Sans 1\"\n")
}
