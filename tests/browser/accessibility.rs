//! What axe-core finds, and whether the page fits a phone.

use crate::common::FARGATE;
use crate::driver::engine::{Engine, only};
use crate::driver::in_browser;
use serde_json::json;

#[test]
fn axe_finds_nothing() {
    in_browser(async |tab| {
        let bad = "#launch_type=EC2&platform_version=1.4.0&cpu=lots&env=NOVALUE&tags=a=b&memroy=1&token_source=plain&token=x";
        for (rest, width, theme) in [
            ("", 1280, "light"),
            ("", 390, "dark"),
            (bad, 1280, "dark"),
            (bad, 390, "light"),
            (bad, 1280, "light"),
            (bad, 390, "dark"),
            (bad, 320, "light"),
            (bad, 1920, "dark"),
        ] {
            tab.look(width, theme).await;
            tab.visit_anew(rest).await;
            let violations = tab.violations().await;
            assert_eq!(
                violations,
                json!([]),
                "at {width} px, {theme}, {rest}: {violations:#}"
            );
        }
    });
}

#[test]
fn it_fits_a_phone() {
    in_browser(async |tab| {
        for rest in [
            "",
            &format!("#{FARGATE}&cpu=lots&delegate_name={}", "x".repeat(300)),
        ] {
            for width in [360, 390, 800, 1280] {
                tab.look(width, "light").await;
                tab.visit_anew(rest).await;
                tab.run("document.querySelectorAll('details').forEach(d => d.open = true)")
                    .await;
                let wide = tab
                    .run("const w = document.documentElement.clientWidth; return [document.documentElement.scrollWidth - w,
                        ...[...document.querySelectorAll('input, select, textarea, button, summary')]
                            .filter(e => e.getBoundingClientRect().right > w + 1 && e.checkVisibility())
                            // A user can reach what is in a strip that scrolls by itself.
                            .filter(e => { while ((e = e.parentElement)) if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return false; return true })
                            .map(e => e.name || e.textContent)]")
                    .await;
                assert_eq!(wide, json!([0]), "at {width} px, {rest}");
                let hidden = tab
                    .run(
                        "return [...document.querySelectorAll('.way')]
                        .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth)
                        .map(e => e.textContent)",
                    )
                    .await;
                assert_eq!(hidden, json!([]), "ways that are cut off at {width} px");
            }
        }
    });
}

/// What is seen and what Tab reaches have one order: what decides the questions, the questions, the settings, the output.
#[test]
fn tab_reaches_everything_in_the_order_in_which_it_is_seen() {
    let active = "const e = document.activeElement;
        return e.name || e.dataset.action || e.dataset.way || e.dataset.open || e.dataset.copy || e.dataset.copyStep === '' && 'step'
            || e.className || e.textContent";
    in_browser(async |tab| {
        tab.visit("?way=script").await;
        let mut order: Vec<String> = Vec::new();
        let body = tab.element("body").await;
        let _ = body;
        for _ in 0..60 {
            tab.press(&['\u{E004}']).await;
            order.push(tab.run(active).await.as_str().unwrap_or_default().to_owned());
        }
        let expected = [
            "skip",
            "undo",
            "redo",
            "share",
            "quiet",
            "script",
            "launch_type",
            "delegate_name",
            "account_id",
            "manager_url",
            "image",
            "region",
            "token_source",
            "copy-cloudshell",
            "deploy.sh",
        ];
        let mut rest = order.iter();
        for name in expected {
            assert!(
                rest.any(|other| other == name),
                "{name} is not where it is seen: {order:#?}"
            );
        }
    });
}

/// With the system's colours, shape tells what colour told: the chosen tab, segment and file, and the severities.
#[test]
fn forced_colours_lose_no_state() {
    if !only(&[Engine::Chromium, Engine::Gecko], "it has no forced colours") {
        return;
    }
    in_browser(async |tab| {
        tab.prefer(|user| user.forced_colors = true).await;
        tab.visit("#stop_timeout=300").await;
        let shapes = "const style = css => getComputedStyle(document.querySelector(css));
            const outline = css => style(css).outlineStyle;
            return [outline('.way[aria-selected=true]'), outline('.way[aria-selected=false]'), outline('.file[aria-selected=true]'),
                outline('.segment > :checked + span'), outline('.segment > :not(:checked) + span'),
                style('.badge.error').borderTopStyle, style('.finding.error').borderTopStyle]";
        let seen = tab.run(shapes).await;
        assert_eq!(
            seen,
            json!(["solid", "none", "solid", "solid", "none", "solid", "solid"])
        );
        let violations = tab.violations().await;
        assert_eq!(violations, json!([]), "{violations:#}");
    });
}
