//! What axe-core finds, and whether the page fits a phone.

use crate::common::FARGATE;
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
