//! What a user does on the page, and what the page shows.

use super::Tab;
use super::engine::{Engine, webkit};
use crate::common::programs;
use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

impl Tab {
    pub async fn all(&self, css: &str) -> Vec<Element> {
        self.client
            .find_all(Locator::Css(css))
            .await
            .expect("elements can be looked for")
    }

    /// The first element that matches, with the sections around it open, scrolled into view.
    pub async fn element(&self, css: &str) -> Element {
        // The page may put another one into its place meanwhile.
        for _ in 0..5 {
            if let Some(element) = self.look_for(css).await {
                return element;
            }
        }
        panic!("{css} does not stay");
    }

    async fn look_for(&self, css: &str) -> Option<Element> {
        self.until(&format!("there is {css}"), async || {
            !self.all(css).await.is_empty()
        })
        .await;
        // As a user would, with a click on the heading of each closed section.
        for _ in 0..4 {
            let summary = "const e = document.querySelector(arguments[0]);
                let d = e?.parentElement.closest('details:not([open])');
                while (d?.parentElement.closest('details:not([open])')) d = d.parentElement.closest('details:not([open])');
                const s = d?.querySelector('summary'); s?.scrollIntoView({block: 'center'}); return s ?? null";
            let summary = self.run_with(summary, vec![json!(css)]).await;
            if summary.is_null() {
                break;
            }
            let summary: Element = Element::from_element_id(
                self.client.clone(),
                summary
                    .as_object()
                    .and_then(|map| map.values().next()?.as_str())
                    .unwrap_or_default()
                    .to_owned()
                    .into(),
            );
            self.press_on(&summary).await.expect("a heading can be clicked");
        }
        // And a click on the name of a file that is not open.
        let closed = "return document.querySelector(arguments[0])?.closest('.pane[hidden]')?.querySelector('pre').dataset.file ?? null";
        if let Some(name) = self.run_with(closed, vec![json!(css)]).await.as_str() {
            self.open_file(name).await;
        }
        self.run_with(
            "document.querySelector(arguments[0])?.scrollIntoView({block: 'center'})",
            vec![json!(css)],
        )
        .await;
        self.client.find(Locator::Css(css)).await.ok()
    }

    /// Opens a file: in the list, or on a phone in the choice.
    pub async fn open_file(&self, name: &str) {
        let is_listed = "return document.querySelector(`[data-open=\"${arguments[0]}\"]`).checkVisibility()";
        let opener_css = if self.run_with(is_listed, vec![json!(name)]).await == true {
            format!("[data-open=\"{name}\"]")
        } else {
            format!(".file-choice option[value=\"{name}\"]")
        };
        let opener = self
            .client
            .find(Locator::Css(&opener_css))
            .await
            .expect("the file is listed");
        self.run_with(
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })",
            vec![json!(opener_css)],
        )
        .await;
        self.press_on(&opener).await.expect("it can be clicked");
        let is_open = "return !document.getElementById(`pane-${arguments[0]}`).hidden";
        self.until("the file is open", async || {
            self.run_with(is_open, vec![json!(name)]).await == true
        })
        .await;
    }

    pub async fn click(&self, css: &str) {
        // The page may put another one into its place between the look and the click.
        let mut tries = 0;
        while let Err(error) = self.press_on(&self.element(css).await).await {
            tries += 1;
            assert!(tries < 5, "{css} cannot be clicked: {error}");
        }
    }

    /// Clicks one of several elements, scrolled into view.
    pub async fn click_nth(&self, css: &str, n: usize) {
        let scroll =
            "document.querySelectorAll(arguments[0])[arguments[1]].scrollIntoView({ block: 'center' })";
        self.run_with(scroll, vec![json!(css), json!(n)]).await;
        let element = self.all(css).await.swap_remove(n);
        if let Err(error) = element.click().await {
            panic!("{css} number {n} cannot be clicked: {error}");
        }
    }

    /// Replaces the text of a field, key by key.
    pub async fn fill(&self, key: &str, text: &str) {
        self.fill_in(&format!("[name={key}]"), text).await;
    }

    /// Leaves the input that has the focus, as a click beside it does.
    pub async fn leave(&self) {
        if self.is_out_of_reach().await {
            self.run(webkit::LEAVE).await;
        }
        self.run("document.activeElement.blur()").await;
    }

    /// Whether the driver's clicks and keys miss: `WebKitGTK`'s in a frame.
    async fn is_out_of_reach(&self) -> bool {
        self.engine == Engine::WebKit && self.run("return self !== top").await == true
    }

    async fn press_on(&self, element: &Element) -> Result<(), CmdError> {
        if self.is_out_of_reach().await {
            self.run(webkit::LEAVE).await;
            let element = serde_json::to_value(element).expect("a reference to it");
            self.client
                .execute("arguments[0].click()", vec![element])
                .await
                .map(drop)
        } else {
            element.click().await
        }
    }

    pub async fn fill_in(&self, css: &str, text: &str) {
        let input = self.element(css).await;
        if self.is_out_of_reach().await {
            self.run(webkit::LEAVE).await;
            self.run_with(webkit::FILL_IN, vec![json!(css), json!(text)])
                .await;
            return;
        }
        // WebKitGTK's driver presses keys beside the toolkit that knows what Ctrl and A are for.
        let select = "const e = document.querySelector(arguments[0]); e.focus(); e.select()";
        let mut keys = vec![format!("\u{E017}{text}")];
        if self.engine == Engine::WebKit {
            self.run_with(select, vec![json!(css)]).await;
        } else {
            keys.insert(0, "\u{E009}a".to_owned());
        }
        for keys in keys {
            input
                .send_keys(&keys)
                .await
                .unwrap_or_else(|error| panic!("{css} cannot be typed into: {error}"));
        }
    }

    /// Sets the text of an input at once, as pasting does. (Chromium's own command takes minutes for 100 KB.)
    pub async fn paste(&self, css: &str, text: &str) {
        self.element(css).await;
        let script =
            "const input = document.querySelector(arguments[0]); input.focus(); input.value = arguments[1];
            input.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }))";
        self.run_with(script, vec![json!(css), json!(text)]).await;
    }

    pub async fn choose(&self, key: &str, value: &str) {
        let segment = format!("input[type=radio][name={key}]");
        if !self.all(&segment).await.is_empty() {
            self.click(&format!("label:has(> {segment}[value=\"{value}\"])"))
                .await;
            return;
        }
        let css = format!("select[name={key}]");
        self.element(&css)
            .await
            .select_by_value(value)
            .await
            .unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// The values of the inputs, by name and in order.
    pub async fn form(&self) -> Value {
        self.run(
            "const form = {}; for (const e of document.querySelectorAll('[name]')) {
            if (e.tagName !== 'META' && (e.type !== 'radio' || e.checked)) (form[e.name] ??= []).push(e.value); } return form",
        )
        .await
    }

    pub async fn values(&self, key: &str) -> Vec<String> {
        let values = self.form().await[key].clone();
        serde_json::from_value(values).unwrap_or_default()
    }

    /// The names and texts of the shown files, in order.
    pub async fn panes(&self) -> Vec<(String, String)> {
        let panes = "return [...document.querySelectorAll('pre[data-file]')].map(p => [p.dataset.file, p.textContent])";
        serde_json::from_value(self.run(panes).await).expect("pairs of texts")
    }

    pub async fn pane(&self, name: &str) -> String {
        let panes = self.panes().await;
        let pane = panes.into_iter().find(|(other, _)| other == name);
        pane.unwrap_or_else(|| panic!("there is no pane of {name}")).1
    }

    pub async fn missing(&self) -> Vec<String> {
        let missing = "return [...document.querySelectorAll('[data-missing]')].map(e => e.dataset.missing)";
        serde_json::from_value(self.run(missing).await).expect("texts")
    }

    /// The rule and the field of every finding in the document.
    pub async fn findings(&self) -> Vec<(String, String)> {
        let findings = "return [...document.querySelectorAll('[data-rule]')].map(e => [e.dataset.rule, e.dataset.field])";
        serde_json::from_value(self.run(findings).await).expect("pairs of texts")
    }

    pub async fn has_finding(&self, rule: &str, field: &str) -> bool {
        self.findings()
            .await
            .contains(&(rule.to_owned(), field.to_owned()))
    }

    /// The address in the address bar.
    pub async fn address(&self) -> String {
        self.run("return location.href")
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    pub async fn fragment(&self) -> String {
        let address = self.address().await;
        address
            .split_once('#')
            .map(|(_, fragment)| fragment.to_owned())
            .unwrap_or_default()
    }

    /// The violations that axe-core finds with every section open and all animations done.
    pub async fn violations(&self) -> Value {
        let axe = std::fs::read_to_string(programs::root().join("node_modules/axe-core/axe.min.js"))
            .unwrap_or_else(|_| panic!("axe-core is not installed: run `make test`, which installs it."));
        self.run("document.querySelectorAll('details').forEach(d => d.open = true)")
            .await;
        self.until("it is still", async || {
            self.run("return document.getAnimations().length === 0").await == true
        })
        .await;
        self.run(&axe).await;
        let violations = "const done = arguments[0]; axe.run(document, {iframes: false, resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}).then(r => done(
            r.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 5).map(n => n.target + ' ' + n.failureSummary).join('; '))))";
        self.client
            .execute_async(violations, vec![])
            .await
            .expect("axe runs")
    }

    /// What the page says for some seconds.
    pub async fn notice(&self) -> String {
        let text = self
            .run("return document.querySelector('.notice p').textContent")
            .await;
        text.as_str().unwrap_or_default().trim().to_owned()
    }
}
