//! What the user has and prefers: the window, the colours, the clipboard, the place of downloads, the keyboard.

use super::Tab;
use super::engine::{Engine, chromium, firefox, webkit};
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use serde_json::json;
use std::path::PathBuf;
use std::time::Duration;

/// What the user's system asks of a page.
#[derive(Debug, Clone)]
pub struct Preferences {
    /// `light` or `dark`.
    pub theme: String,
    pub forced_colors: bool,
    pub reduced_motion: bool,
    /// Not a preference: the page is shown as it is printed.
    pub print: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: "light".to_owned(),
            forced_colors: false,
            reduced_motion: false,
            print: false,
        }
    }
}

impl Tab {
    /// Sets the size of the page in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        match self.engine {
            Engine::Chromium => chromium::resize(self, width, height).await,
            Engine::Gecko => firefox::resize(self, width, height).await,
            Engine::WebKit => webkit::resize(self, width, height).await,
        }
    }

    /// Changes what the user prefers.
    pub async fn prefer(&self, change: impl FnOnce(&mut Preferences)) {
        change(&mut self.preferences.borrow_mut());
        let preferences = self.preferences.borrow().clone();
        match self.engine {
            Engine::Chromium => chromium::prefer(self, &preferences).await,
            Engine::Gecko => firefox::prefer(self, &preferences).await,
            Engine::WebKit => webkit::prefer(self, &preferences).await,
        }
    }

    /// Sets the width of the page and the colour scheme of the system.
    pub async fn look(&self, width: u32, theme: &str) {
        self.resize(width, 900).await;
        self.prefer(|user| theme.clone_into(&mut user.theme)).await;
    }

    /// The directory in which the browser saves files.
    pub fn downloads(&self) -> PathBuf {
        self.driver.home.path().join("downloads")
    }

    /// Lets the page use the clipboard, where the browser would ask. (The others take a click for the answer.)
    pub async fn permit_clipboard(&self) {
        if self.engine == Engine::Chromium {
            chromium::permit_clipboard(self, "granted").await;
        }
    }

    /// The page may not write to the clipboard. In the browsers that ask nobody, this is so without a click: use
    /// `click_by_script`.
    pub async fn deny_clipboard(&self) {
        if self.engine == Engine::Chromium {
            chromium::permit_clipboard(self, "denied").await;
        }
    }

    /// The text on the clipboard.
    pub async fn clipboard(&self) -> String {
        let text = match self.engine {
            Engine::Chromium => chromium::clipboard(self).await,
            Engine::Gecko => firefox::clipboard(self).await,
            Engine::WebKit => webkit::clipboard(self),
        };
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Presses keys together: the last one while the others are held.
    pub async fn press(&self, keys: &[char]) {
        let down = keys.iter().map(|key| KeyAction::Down { value: *key });
        let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
        let all = down
            .chain(up)
            .fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client
            .perform_actions(all)
            .await
            .expect("keys can be pressed");
    }

    /// Clicks without being the user: no browser takes it for consent.
    pub async fn click_by_script(&self, css: &str) {
        self.element(css).await;
        if self.engine == Engine::Gecko {
            // The click that opened what is around it counts for five seconds.
            tokio::time::sleep(Duration::from_secs(6)).await;
        }
        self.run_with("document.querySelector(arguments[0]).click()", vec![json!(css)])
            .await;
    }

    /// Presses Ctrl and Z, or Shift too: the browser's own undo goes with it unless the page prevents that.
    pub async fn press_undo(&self, is_redo: bool) {
        const CONTROL: char = '\u{E009}';
        const SHIFT: char = '\u{E008}';
        if self.engine == Engine::WebKit {
            // WebKitGTK's driver presses keys beside the toolkit that knows what Ctrl and Z are for.
            self.run("addEventListener('keydown', event => { window.isPrevented = event.defaultPrevented })")
                .await;
        }
        if is_redo {
            self.press(&[CONTROL, SHIFT, 'z']).await;
        } else {
            self.press(&[CONTROL, 'z']).await;
        }
        if self.engine == Engine::WebKit {
            let own = "if (!window.isPrevented) document.execCommand(arguments[0])";
            self.run_with(own, vec![json!(if is_redo { "redo" } else { "undo" })])
                .await;
        }
    }
}
