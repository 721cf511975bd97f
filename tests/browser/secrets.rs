//! Nothing of a secret outlives the field that it was typed into: not in the address, the history, or on the page.

use crate::common::FARGATE;
use crate::driver::{Tab, in_browser};
use serde_json::json;
use std::time::Duration;

/// Longer than the pause between two writes of the address.
const A_WHILE: Duration = Duration::from_millis(700);

/// Notes every address that the page writes.
const NOTE_ADDRESSES: &str = "window.addresses = [];
    const replace = history.replaceState.bind(history);
    history.replaceState = (state, title, url) => { window.addresses.push(String(url)); replace(state, title, url); }";

async fn addresses(tab: &Tab) -> Vec<String> {
    serde_json::from_value(tab.run("return window.addresses").await).expect("texts")
}

#[test]
fn a_text_is_in_the_address_when_its_field_is_left() {
    in_browser(async |tab| {
        tab.visit("").await;
        tab.run(NOTE_ADDRESSES).await;
        tab.fill("manager_url", "https://me:notreal").await;
        tokio::time::sleep(A_WHILE).await;
        assert!(
            addresses(tab).await.is_empty(),
            "it was written while it was typed"
        );
        tab.leave().await;
        assert_eq!(tab.fragment().await, "v=1&left_out=manager_url");
        tab.fill("manager_url", "https://app.harness.io").await;
        tab.fill("cluster", "blue").await;
        assert_eq!(
            tab.fragment().await,
            "v=1&manager_url=https%3A%2F%2Fapp.harness.io"
        );
        // Enter, a choice and the window's last moment write what was typed.
        tab.element("[name=cluster]")
            .await
            .send_keys("\u{E007}")
            .await
            .expect("Enter");
        assert!(tab.fragment().await.ends_with("&cluster=blue"));
        tab.fill("delegate_name", "build-blue").await;
        tab.choose("launch_type", "EC2").await;
        tab.until("the choice is written", async || {
            tab.fragment().await.contains("launch_type=EC2")
        })
        .await;
        tab.fill("service_name", "blue-service").await;
        tab.run("window.dispatchEvent(new Event('visibilitychange'))")
            .await;
        assert!(tab.fragment().await.contains("service_name=blue-service"));
        let written = addresses(tab).await.join(" ");
        assert!(
            !written.contains("notreal") && !written.contains("cluster=blu&"),
            "{written}"
        );
    });
}

#[test]
fn a_reload_in_the_middle_of_a_field_loses_nothing() {
    in_browser(async |tab| {
        tab.visit("").await;
        tab.fill("cluster", "half-typ").await;
        tab.client.refresh().await.expect("it reloads");
        tab.until("it is back", async || tab.values("cluster").await == ["half-typ"])
            .await;
        assert_eq!(tab.fragment().await, "v=1&cluster=half-typ");
        let stored = "return [localStorage.length, sessionStorage.length]";
        assert_eq!(tab.run(stored).await, json!([0, 0]), "something is stored");
        // A secret is lost, and said to be.
        tab.choose("token_source", "plain").await;
        tab.fill("token", "notreal").await;
        tab.client.refresh().await.expect("it reloads");
        tab.until("it is told", async || tab.has_finding("left-out", "token").await)
            .await;
        assert_eq!(tab.values("token").await, [""]);
    });
}

#[test]
fn what_is_no_field_is_removed_from_the_address_if_it_is_secret() {
    let token = "bm90YXJlYWx0b2tlbm5vdGFyZWFsdG9rZW5ub3RhcmU=";
    in_browser(async |tab| {
        for rest in [
            "#cpu=512&DELEGATE_TOKEN=notreal",
            "?password=notreal#cpu=512",
            "?cpu=512#ghp_notrealtoken",
            &format!("#cpu=512&{token}"),
        ] {
            tab.visit_anew(rest).await;
            let address = tab.address().await;
            assert_eq!(address, format!("{}#v=1&cpu=512", tab.page), "{rest}");
            assert_eq!(tab.values("cpu").await, ["512"]);
            let body = tab.run("return document.body.textContent").await.to_string();
            assert!(body.contains("removed from the address bar"), "{rest}");
            assert!(!body.contains("notreal") && !body.contains("bm90"), "{rest}");
        }
        tab.visit_anew("#cpu=512").await;
        tab.run(&format!("location.hash = '{}'", token.trim_end_matches('=')))
            .await;
        tab.until("it is removed", async || !tab.address().await.contains("bm90"))
            .await;
        assert!(tab.has_finding("secret-in-link", "link").await);
        assert_eq!(tab.values("cpu").await, ["512"], "the form was lost");
    });
}

#[test]
fn the_path_of_another_site_keeps_no_secret() {
    in_browser(async |tab| {
        if tab.page.starts_with("file:") {
            return;
        }
        // As the address of a link alone, `//docs/` is that of the host `docs`.
        let page = tab.page.replacen("/docs/", "//docs/", 1);
        tab.open_at(&format!("{page}?token=notreal&cpu=512")).await;
        assert_eq!(tab.address().await, format!("{page}#v=1&cpu=512&left_out=token"));
        assert!(tab.has_finding("secret-in-link", "token").await);
        tab.fill("cluster", "blue").await;
        tab.leave().await;
        assert_eq!(
            tab.address().await,
            format!("{page}#v=1&cpu=512&cluster=blue&left_out=token")
        );
    });
}

#[test]
fn a_paste_that_holds_a_secret_goes_with_the_form() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}&way=script&token_source=plain"))
            .await;
        tab.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
            .await;
        let shown = "return document.getElementById('paste')?.textContent ?? ''";
        for action in ["edit", "start-over"] {
            tab.fill("token", "not-a-real-token").await;
            tab.click("[data-action=copy-cloudshell]").await;
            tab.until("the paste is shown", async || {
                tab.run(shown)
                    .await
                    .as_str()
                    .is_some_and(|text| text.len() > 1000)
            })
            .await;
            if action == "edit" {
                tab.fill("token", "").await;
            } else {
                tab.click("[data-action=start-over]").await;
            }
            tab.until("the paste is gone", async || tab.run(shown).await == json!(""))
                .await;
        }
        assert!(tab.values("token").await.iter().all(String::is_empty));
    });
}

#[test]
fn the_receiver_of_a_link_is_told_what_it_leaves_out() {
    in_browser(async |tab| {
        tab.visit("#v=1&cpu=512&left_out=init_script+env").await;
        for field in ["init_script", "env"] {
            assert!(
                tab.has_finding("left-out", field).await,
                "{:?}",
                tab.findings().await
            );
        }
        // The page that wrote the link still has the text, and says nothing.
        tab.visit_anew("#v=1&cpu=512").await;
        tab.fill("init_script", "curl -u me:notreal https://nexus.example")
            .await;
        tab.leave().await;
        assert_eq!(tab.fragment().await, "v=1&cpu=512&left_out=init_script");
        tab.run("location.hash = '#v=1&cpu=256&left_out=init_script'")
            .await;
        tab.until("the link is read", async || tab.values("cpu").await == ["256"])
            .await;
        assert!(!tab.has_finding("left-out", "init_script").await);
        assert!(tab.values("init_script").await[0].contains("notreal"));
    });
}
