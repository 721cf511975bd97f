//! Links: shared, followed, with secrets and with errors.

use crate::common::FARGATE;
use crate::driver::in_browser;
use crate::files::{assert_shows, files};
use serde_json::{Value, json};
use std::time::Duration;

#[test]
fn a_shared_link_opens_the_same_form_in_another_browser() {
    let given = format!(
        "{FARGATE}&init_script=echo+%22%24HOME%22%0A%0Aecho+%F0%9F%A6%80&env=A=1&env=B=two%0Alines&tags=team=blue\
         &delegate_tags=100%25,a%2Bb%26c%23d&log_retention=&env=MY_TOKEN=not-a-real-token"
    );
    let (link, panes, form) = {
        let shared = std::cell::RefCell::new((String::new(), vec![], Value::Null));
        in_browser(async |tab| {
            tab.visit(&format!("#{given}")).await;
            tab.permit_clipboard().await;
            tab.click("[data-action=share]").await;
            tab.until("a link is on the clipboard", async || {
                tab.clipboard().await.starts_with(&tab.page)
            })
            .await;
            let status = tab.run("return document.body.innerText").await;
            assert!(
                status.as_str().unwrap_or_default().contains("not in the link"),
                "the secret is left out unsaid"
            );
            // The link leaves the secret out, so remove it here too.
            let row = tab
                .values("env")
                .await
                .iter()
                .position(|row| row.starts_with("MY_TOKEN"))
                .expect("the row");
            let css = format!("[name=env]:nth-of-type({})", row + 1);
            tab.fill_in(&css, "").await;
            let expected = given.replace("&env=MY_TOKEN=not-a-real-token", "");
            assert_shows(tab, &files(&expected)).await;
            *shared.borrow_mut() = (tab.clipboard().await, tab.panes().await, tab.form().await);
        });
        shared.into_inner()
    };
    assert!(
        !link.contains("MY_TOKEN") && !link.contains("not-a-real"),
        "{link}"
    );
    let fragment = link.split_once('#').expect("a fragment").1.to_owned();
    in_browser(async |tab| {
        tab.visit(&format!("#{fragment}")).await;
        assert_eq!(tab.panes().await, panes);
        let mut form = form.clone();
        // The cleared row may still be there, blank.
        form["env"] = json!(tab.values("env").await);
        assert_eq!(tab.form().await, form);
        assert_eq!(tab.values("env").await, ["A=1", "B=two\nlines", ""]);
    });
}

#[test]
fn the_address_follows_the_form() {
    in_browser(async |tab| {
        // A documentation page links with a query. The first edit turns it into a fragment.
        tab.visit("?launch_type=EC2&delegate_name=from-query").await;
        assert_eq!(tab.values("delegate_name").await, ["from-query"]);
        assert_eq!(tab.values("launch_type").await, ["EC2"]);
        assert!(
            tab.address()
                .await
                .ends_with("?launch_type=EC2&delegate_name=from-query")
        );
        let entries = tab.run("return history.length").await;
        tab.fill("cluster", "blue").await;
        tab.leave().await;
        let expected = format!(
            "{}#v=1&launch_type=EC2&delegate_name=from-query&cluster=blue",
            tab.page
        );
        tab.until("the address follows", async || tab.address().await == expected)
            .await;
        assert_eq!(
            tab.run("return history.length").await,
            entries,
            "edits made history entries"
        );
        // The form survives a reload.
        tab.client.refresh().await.expect("it reloads");
        tab.until("it is back", async || tab.values("cluster").await == ["blue"])
            .await;

        // A fragment is the whole form, so the page ignores the query. A fragment without `=` is not a form.
        tab.visit_anew("?delegate_name=query&cpu=512#delegate_name=fragment")
            .await;
        assert_eq!(
            (tab.values("delegate_name").await, tab.values("cpu").await),
            (vec!["fragment".into()], vec!["1024".into()])
        );
        tab.visit_anew("?delegate_name=query#somewhere").await;
        assert_eq!(tab.values("delegate_name").await, ["query"]);

        // A form of defaults leaves a bare address.
        tab.visit_anew("#v=1&cluster=blue").await;
        tab.fill("cluster", "harness-delegate").await;
        tab.leave().await;
        tab.until("the address is bare", async || tab.address().await == tab.page)
            .await;
    });
}

#[test]
fn back_and_followed_links_keep_the_secrets() {
    in_browser(async |tab| {
        tab.visit("#token_source=plain&delegate_name=one").await;
        tab.fill("token", "not-a-real-token").await;
        tab.run("location.hash = '#v=1&token_source=plain&delegate_name=two&token=another'")
            .await;
        tab.until("the link is read", async || {
            tab.values("delegate_name").await == ["two"]
        })
        .await;
        assert_eq!(tab.values("token").await, ["not-a-real-token"]);
        assert!(tab.has_finding("secret-in-link", "token").await);
        tab.until("the secret is gone", async || {
            !tab.address().await.contains("another")
        })
        .await;
        tab.client.back().await.expect("back");
        tab.until("the earlier form is back", async || {
            tab.values("delegate_name").await == ["one"]
        })
        .await;
        assert_eq!(tab.values("token").await, ["not-a-real-token"]);
        assert!(tab.pane("task-spec.json").await.contains("not-a-real-token"));
        tab.client.forward().await.expect("forward");
        tab.until("the later form is back", async || {
            tab.values("delegate_name").await == ["two"]
        })
        .await;
        assert_eq!(tab.values("token").await, ["not-a-real-token"]);
        // A fragment that is not a form changes nothing.
        tab.run("location.hash = '#output'").await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(tab.values("delegate_name").await, ["two"]);
    });
}

/// An opener keeps the window and can swap its fragment after the user has typed the token.
#[test]
fn a_token_does_not_follow_a_manager_that_the_user_did_not_choose() {
    in_browser(async |tab| {
        let link = "v=1&token_source=plain&delegate_name=one";
        tab.visit(&format!("#{link}")).await;
        tab.fill("token", "not-a-real-token").await;
        tab.run(&format!(
            "location.hash = '#{link}&manager_url=https%3A%2F%2Fevil.example'"
        ))
        .await;
        tab.until("the token is removed", async || tab.values("token").await == [""])
            .await;
        assert_eq!(tab.values("manager_url").await, ["https://evil.example"]);
        assert!(tab.notice().await.contains("Changed from outside this form: "));
        tab.click("[data-undo]").await;
        tab.until("both are as before", async || {
            tab.values("token").await == ["not-a-real-token"]
        })
        .await;
        assert_ne!(tab.values("manager_url").await, ["https://evil.example"]);
    });
}

#[test]
fn a_token_in_a_link_is_honoured_and_removed() {
    in_browser(async |tab| {
        for separator in ["?", "#"] {
            tab.visit_anew(&format!("{separator}token_source=plain&token=abc%3D&cpu=512"))
                .await;
            assert_eq!(tab.values("token").await, ["abc="]);
            assert_eq!(tab.values("cpu").await, ["512"]);
            assert!(tab.pane("task-spec.json").await.contains("\"abc=\""));
            assert!(
                tab.has_finding("secret-in-link", "token").await,
                "{:?}",
                tab.findings().await
            );
            tab.until("the token is gone", async || !tab.address().await.contains("abc"))
                .await;
            assert!(tab.address().await.contains("cpu=512"));
        }
        // The page stores only the theme.
        let stored = tab
            .run("return [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]")
            .await;
        assert_eq!(stored, json!([[], [], ""]));
    });
}

#[test]
fn a_secret_in_the_query_beside_a_form_is_removed_too() {
    in_browser(async |tab| {
        tab.visit(
            "?token=not-a-real-token&env=DB_PASSWORD%3Dnot-real&delegate_name=other#delegate_name=build-blue",
        )
        .await;
        // The fragment is the form. The page ignores the query and removes it.
        assert_eq!(tab.values("delegate_name").await, ["build-blue"]);
        assert_eq!(
            tab.address().await,
            format!("{}#v=1&delegate_name=build-blue", tab.page)
        );
        assert!(tab.has_finding("secret-in-link", "token").await);
        assert!(tab.has_finding("secret-in-link", "env").await);
        tab.choose("token_source", "plain").await;
        assert_eq!(tab.values("token").await, [""]);
    });
}

#[test]
fn bad_links_are_reported_and_lose_nothing_else() {
    in_browser(async |tab| {
        tab.visit("#memroy=1&<img+src=x+onerror=alert(1)>=1&launch_type=fargate&cpu=lots&circuit_breaker=ENABLED\
            &desired_count=99999999999999999999&delegate_tags=%FF&init_script=100%&delegate_name=%20%E2%80%8Bblue%0D%0A\
            &env=NOVALUE&cluster=kept")
            .await;
        for (rule, field) in [
            ("unknown-key", "memroy"),
            ("unreadable-value", "launch_type"),
            ("unreadable-value", "cpu"),
            ("unreadable-value", "circuit_breaker"),
            ("unreadable-value", "desired_count"),
            ("unreadable-value", "env"),
            ("broken-encoding", "delegate_tags"),
            ("cleaned-value", "delegate_name"),
        ] {
            assert!(
                tab.has_finding(rule, field).await,
                "{rule} on {field} is not among {:?}",
                tab.findings().await
            );
        }
        // The page still shows an unreadable value as given.
        assert_eq!(tab.values("launch_type").await, ["fargate"]);
        assert_eq!(tab.values("circuit_breaker").await, ["ENABLED"]);
        assert_eq!(tab.values("cpu").await, ["lots"]);
        assert_eq!(
            (tab.values("cluster").await, tab.values("init_script").await),
            (vec!["kept".into()], vec!["100%".into()])
        );
        assert_eq!(tab.all("img").await.len(), 0, "text of a link became markup");
        let row = tab
            .run("return document.querySelector('[data-rule=unreadable-value][data-field=env]').dataset.row")
            .await;
        assert_eq!(row, "0");
        // The user can replace an unknown choice.
        tab.choose("launch_type", "EC2").await;
        tab.until("the finding is gone", async || {
            !tab.has_finding("unreadable-value", "launch_type").await
        })
        .await;
    });
}
