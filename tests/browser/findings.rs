//! Findings and their fixes in the page.

use crate::common::{EC2, FARGATE, Outcome};
use crate::driver::in_browser;
use serde_json::json;

#[test]
fn a_fix_is_one_click() {
    in_browser(async |tab| {
        tab.visit("#launch_type=EC2&platform_version=1.4.0&cpu=lots&memory=%202048%20")
            .await;
        for (rule, field, after) in [
            ("does-not-apply", "platform_version", None),
            ("unreadable-value", "cpu", Some("1024")),
            ("cleaned-value", "memory", Some("2048")),
        ] {
            if rule == "cleaned-value" && !tab.has_finding(rule, field).await {
                continue;
            }
            assert!(
                tab.has_finding(rule, field).await,
                "{rule} on {field}: {:?}",
                tab.findings().await
            );
            tab.click(&format!(
                "[data-rule={rule}][data-field={field}] [data-fix={rule}]"
            ))
            .await;
            tab.until("the finding is gone", async || {
                !tab.has_finding(rule, field).await
            })
            .await;
            if let Some(after) = after {
                assert_eq!(tab.values(field).await, [after]);
            }
        }
    });
}

#[test]
fn what_the_page_finds_is_what_the_rules_find() {
    in_browser(async |tab| {
        for query in [
            "start=docs",
            "start=docs&launch_type=EC2&token=x&hostname=h",
            FARGATE,
            EC2,
        ] {
            tab.visit_anew(&format!("#{query}")).await;
            let outcome = Outcome::of(query);
            for finding in outcome
                .findings
                .iter()
                .filter(|finding| !finding.rule.starts_with("image-"))
            {
                assert!(
                    tab.has_finding(finding.rule, &finding.field).await,
                    "{query}: {finding:?} is not shown"
                );
            }
            assert_eq!(tab.missing().await, outcome.missing(), "{query}");
        }
    });
}

#[test]
fn findings_are_announced_and_lead_to_their_field() {
    let spoken = "return document.querySelector('.said').textContent";
    let described = "const b = document.querySelector(arguments[0]);
        return b.disabled ? 'disabled' : document.getElementById(b.getAttribute('aria-describedby')).textContent";
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}")).await;
        assert!(
            !tab.run(spoken)
                .await
                .as_str()
                .unwrap_or_default()
                .contains("Stop timeout")
        );
        tab.fill("stop_timeout", "200").await;
        tab.until("the error is said", async || {
            tab.run(spoken)
                .await
                .as_str()
                .unwrap_or_default()
                .contains("Stop timeout: ")
        })
        .await;
        tab.leave().await;
        // Copy and Download still work and say that there is an error.
        for button in [
            "[data-copy=\"task-spec.json\"]",
            "[data-download=\"task-spec.json\"]",
        ] {
            let said = tab.run_with(described, vec![json!(button)]).await;
            assert_eq!(said, "1 error left", "{button}");
        }
        tab.run("document.querySelectorAll('details').forEach(d => d.open = false)")
            .await;
        tab.element(".tally .badge.error").await;
        tab.click(".jumps .error button").await;
        tab.until("the field has the focus", async || {
            tab.run("return document.activeElement.name").await == "stop_timeout"
        })
        .await;
    });
}
