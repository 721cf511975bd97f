//! When a field is judged: not while a legal value is typed; and nothing moves the field that has the focus.

use crate::driver::{Tab, in_browser};
use configurator::fields::{FIELDS, Kind};
use serde_json::json;
use std::collections::BTreeSet;

/// Runs in the page: types a text key by key, as a user does, and notes every error and every shift of the input.
const TYPE: &str = "const [key, text, done] = arguments, input = document.getElementsByName(key)[0], seen = [];
    for (let d = input.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
    input.scrollIntoView({ block: 'center' }); input.focus();
    if (input.value) { input.value = ''; input.dispatchEvent(new InputEvent('input', { bubbles: true })); input.blur(); input.focus(); }
    const frame = () => new Promise(r => requestAnimationFrame(() => setTimeout(r)));
    (async () => {
        await new Promise(r => setTimeout(r, 100));
        await frame();
        const top = input.getBoundingClientRect().top;
        for (const c of text) {
            input.setRangeText(c, input.value.length, input.value.length, 'end');
            input.dispatchEvent(new InputEvent('input', { data: c, inputType: 'insertText', bubbles: true }));
            // Long enough for the page to react; a frame is drawn once per field.
            await new Promise(r => setTimeout(r));
            const errors = [...document.querySelectorAll(`[data-severity=error][data-field=${key}]`)].map(e => e.textContent);
            const by = () => document.getElementsByName(key)[0].getBoundingClientRect().top - top;
            // Nobody sees what is undone before a frame is drawn.
            if (Math.abs(by()) > 0.5) await frame();
            const moved = by();
            if (errors.length || Math.abs(moved) > 0.5 || input.getAttribute('aria-invalid') || document.activeElement !== input)
                seen.push([input.value, errors, moved, document.activeElement.name]);
        }
        input.blur();
        await frame();
        done(seen);
    })()";

async fn typed(tab: &Tab, key: &str, text: &str) -> serde_json::Value {
    tab.client
        .execute_async(TYPE, vec![json!(key), json!(text)])
        .await
        .expect("it can be typed")
}

#[test]
fn no_legal_value_is_an_error_while_it_is_typed_and_nothing_moves() {
    in_browser(async |tab| {
        // On EC2 other rules hold; the rest of the forms only show more fields.
        let mut typed_already = BTreeSet::new();
        for query in [
            "v=1&",
            "launch_type=EC2&",
            "token_source=plain&proxy_host=p.example",
            "way=terraform&terraform_source=module",
            "way=cloudformation&task_role_permissions=assume-roles",
            "task_role_permissions=read-s3&",
        ] {
            tab.visit_anew(&format!("#{query}")).await;
            if query.contains("EC2") {
                typed_already.clear();
            }
            for field in FIELDS {
                let is_typed = !matches!(field.kind, Kind::Choice(..) | Kind::Flag(_))
                    && !typed_already.contains(field.key);
                let css = format!(":is(input, textarea)[name={}]", field.key);
                if is_typed && !tab.all(&css).await.is_empty() {
                    let seen = typed(tab, field.key, field.sample).await;
                    assert_eq!(seen, json!([]), "{query}: {}", field.key);
                    typed_already.insert(field.key);
                }
            }
        }
    });
}

#[test]
fn a_field_is_judged_when_it_is_left_or_after_a_rest_or_where_it_was_right() {
    in_browser(async |tab| {
        tab.visit("").await;
        let is_wrong = async || tab.has_finding("account-id-format", "account_id").await;
        tab.fill("account_id", "6_vV").await;
        assert!(!is_wrong().await, "it was judged while it was typed");
        tab.until("it is judged after a rest", is_wrong).await;
        tab.fill("account_id", "6_vVHzo9Qeu9fXvj-AcQCb").await;
        tab.until("it is right", async || !is_wrong().await).await;
        tab.leave().await;
        // It had been right: the next wrong key is said at once, within less than a rest.
        tab.element("[name=account_id]")
            .await
            .send_keys("!")
            .await
            .expect("a key");
        assert!(
            is_wrong().await,
            "a value that had been right was not judged at once"
        );
        tab.fill("manager_url", "ftp").await;
        let is_wrong = async || {
            tab.findings()
                .await
                .iter()
                .any(|(_, field)| field == "manager_url")
        };
        assert!(!is_wrong().await);
        tab.leave().await;
        tab.until("it is judged when it is left", is_wrong).await;
    });
}

#[test]
fn screen_readers_hear_which_field_and_what_once() {
    in_browser(async |tab| {
        tab.visit("").await;
        // Every text that the live region ever had.
        tab.run("window.heard = []; const said = document.querySelector('.said');
            new MutationObserver(() => said.textContent.trim() && heard.push(said.textContent)).observe(said, { childList: true, characterData: true, subtree: true })")
            .await;
        tab.fill("account_id", "6_vVHzo9Qeu9fXvj-AcQC").await;
        tab.leave().await;
        let heard =
            async || serde_json::from_value::<Vec<String>>(tab.run("return heard").await).expect("texts");
        tab.until("it is said", async || {
            heard()
                .await
                .iter()
                .any(|text| text.contains("Harness account ID: ") && text.contains("21"))
        })
        .await;
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        let times = heard()
            .await
            .iter()
            .filter(|text| text.contains("Harness account ID"))
            .count();
        assert_eq!(times, 1, "{:?}", heard().await);
        // What is needed is known to assistive technology, and the finding describes the input.
        let described = "const i = document.querySelector('[name=account_id]');
            return [i.ariaRequired, i.ariaInvalid, i.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent).join(' ')]";
        let now = tab.run(described).await;
        assert_eq!((&now[0], &now[1]), (&json!("true"), &json!("true")));
        assert!(now[2].as_str().is_some_and(|text| text.contains("21")), "{now}");
        let region = "const i = document.querySelector('[name=region]');
            return i.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent).join(' ')";
        assert!(
            tab.run(region)
                .await
                .as_str()
                .is_some_and(|text| text.contains("to fill in"))
        );
    });
}
