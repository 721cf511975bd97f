//! The inputs of the form: sizes, presets, rows and long texts.

use crate::driver::{Tab, in_browser};
use crate::files::{assert_shows, files};
use configurator::fields::FIELDS;
use serde_json::{Value, json};

/// The options of a choice: value, label, whether it is chosen.
async fn options(tab: &Tab, key: &str) -> Vec<(String, String, bool)> {
    let script = "return [...document.querySelector(`select[name=${arguments[0]}]`).options]
        .map(o => [o.value, o.textContent, o.selected])";
    serde_json::from_value(tab.run_with(script, vec![json!(key)]).await).expect("options")
}

#[test]
fn sizes_are_chosen_on_fargate_and_typed_on_ec2() {
    let chosen = |options: Vec<(String, String, bool)>| {
        let mut chosen = options.into_iter().filter(|(.., is_chosen)| *is_chosen);
        chosen.next().map(|(value, label, _)| (value, label))
    };
    let pair = |value: &str, label: &str| Some((value.to_owned(), label.to_owned()));
    in_browser(async |tab| {
        tab.visit("#cpu=1+vCPU&memory=8+GB").await;
        assert_eq!(chosen(options(tab, "cpu").await), pair("1024", "1024 (1 vCPU)"));
        assert_eq!(
            chosen(options(tab, "memory").await),
            pair("8192", "8192 MiB (8 GB)")
        );
        assert_eq!(
            (
                options(tab, "cpu").await.len(),
                options(tab, "memory").await.len()
            ),
            (8, 7)
        );

        // Another CPU does not silently remove the memory, and the fix chooses a pair that Fargate offers.
        tab.choose("cpu", "256").await;
        tab.until("the memory is no option any more", async || {
            chosen(options(tab, "memory").await) == pair("8 GB", "8 GB (not valid)")
        })
        .await;
        assert!(tab.has_finding("fargate-size-pair", "memory").await);
        tab.click("[data-fix=fargate-size-pair]").await;
        tab.until("there is a pair again", async || {
            chosen(options(tab, "memory").await) == pair("8192", "8192 MiB (8 GB)")
        })
        .await;
        assert_eq!(tab.values("cpu").await, ["1024"]);
        tab.choose("cpu", "512").await;
        tab.choose("memory", "3072").await;
        assert_shows(tab, &files("cpu=512&memory=3072")).await;
        assert!(
            !options(tab, "memory")
                .await
                .iter()
                .any(|(_, label, _)| label.contains("not valid"))
        );

        tab.choose("launch_type", "EC2").await;
        tab.until("they are typed", async || {
            tab.all("input[name=cpu], input[name=memory]").await.len() == 2
        })
        .await;
        tab.fill("memory", "1900").await;
        assert_shows(tab, &files("launch_type=EC2&cpu=512&memory=1900")).await;
        tab.choose("launch_type", "FARGATE").await;
        tab.until("they are chosen", async || {
            chosen(options(tab, "memory").await) == pair("1900", "1900 (not valid)")
        })
        .await;
        // A blank size is missing, not wrong.
        tab.visit("#cpu=&memory=").await;
        assert_eq!(chosen(options(tab, "cpu").await), pair("", "Choose one"));
        assert!(tab.missing().await.contains(&"memory".to_owned()));
    });
}

#[test]
fn presets_set_the_size_and_are_lit() {
    let lit = "return [...document.querySelectorAll('[data-preset][aria-pressed=true]')].map(e => e.dataset.preset)";
    in_browser(async |tab| {
        tab.visit("").await;
        assert_eq!(tab.run(lit).await, json!([]));
        for (preset, count) in [("replicas-4", "4"), ("replicas-8", "8")] {
            tab.click(&format!("[data-preset={preset}]")).await;
            tab.until("it is lit, and it alone", async || {
                tab.run(lit).await == json!([preset])
            })
            .await;
            assert_shows(tab, &files(&format!("cpu=512&memory=2048&desired_count={count}"))).await;
        }
        let focused = tab.run("return document.activeElement.dataset.preset").await;
        assert_eq!(focused, "replicas-8", "the focus stays on the button");
        tab.choose("memory", "3072").await;
        tab.until("it is not lit any more", async || tab.run(lit).await == json!([]))
            .await;
    });
}

#[test]
fn rows_grow_while_one_types() {
    in_browser(async |tab| {
        tab.visit("").await;
        assert_eq!(tab.values("env").await, [""]);
        tab.fill_in("[name=env]", "A=1").await;
        tab.until("there is a next row", async || {
            tab.values("env").await == ["A=1", ""]
        })
        .await;
        tab.fill_in("[name=env]:nth-of-type(2)", "B=x=y").await;
        tab.until("there is a next row", async || {
            tab.values("env").await == ["A=1", "B=x=y", ""]
        })
        .await;
        assert_shows(tab, &files("env=A=1&env=B=x%3Dy")).await;
        tab.fill_in("[name=env]:nth-of-type(1)", "").await;
        assert_shows(tab, &files("env=&env=B=x%3Dy")).await;
        // Enter leads to the next row; with Shift it breaks the line.
        let first = tab.element("[name=env]").await;
        first.send_keys("A=1\u{E007}").await.expect("keys");
        let focused = "const rows = [...document.getElementsByName('env')]; return rows.indexOf(document.activeElement)";
        assert_eq!(tab.run(focused).await, json!(1));
        assert_eq!(tab.values("env").await, ["A=1", "B=x=y", ""]);
        for keys in ["\u{E008}\u{E007}", "x"] {
            first.send_keys(keys).await.expect("keys");
        }
        tab.until("the value has two lines", async || {
            tab.values("env").await[0] == "A=1\nx"
        })
        .await;
        // Several rows that are pasted at once are several rows.
        tab.paste("[name=env]:nth-of-type(3)", "C=3\nexport D=4\nE=5")
            .await;
        tab.until("there is a row for each", async || {
            tab.values("env").await == ["A=1\nx", "B=x=y", "C=3", "D=4", "E=5", ""]
        })
        .await;
        tab.click("[data-action=undo]").await;
        tab.until("the paste is undone", async || tab.values("env").await.len() == 3)
            .await;
        tab.paste("[name=env]:nth-of-type(3)", "KEY=-----BEGIN\nabc\n-----END")
            .await;
        tab.until("one value may have line breaks", async || {
            tab.values("env").await[2] == "KEY=-----BEGIN\nabc\n-----END"
        })
        .await;
        tab.fill_in("[name=env]:nth-of-type(3)", "").await;
        let last = tab.values("env").await.pop();
        assert_eq!(last.as_deref(), Some(""));
    });
}

#[test]
fn every_field_has_an_input_with_its_name() {
    in_browser(async |tab| {
        // Together these links meet the condition of every field.
        let mut seen = std::collections::BTreeSet::new();
        for query in [
            "",
            "launch_type=EC2",
            "token_source=plain",
            "proxy_host=p",
            "task_role_permissions=assume-roles",
            "task_role_permissions=read-s3",
            "way=terraform",
            "way=cloudformation",
        ] {
            tab.visit_anew(&format!("#v=1&{query}")).await;
            let Value::Object(form) = tab.form().await else {
                panic!("a form")
            };
            seen.extend(form.into_iter().map(|(name, _)| name));
        }
        for field in FIELDS {
            // The tabs choose the way.
            assert!(
                field.key == "way" || seen.contains(field.key),
                "there is no input for {}",
                field.key
            );
        }
    });
}

#[test]
fn a_hundred_kilobytes() {
    let text: String = "'$x\"\\é\n".chars().cycle().take(100_000).collect();
    in_browser(async |tab| {
        tab.visit("").await;
        tab.paste("[name=init_script]", &text).await;
        tab.until("the file has it", async || {
            let task: Value = serde_json::from_str(&tab.pane("task-spec.json").await).unwrap_or_default();
            let environment = task["containerDefinitions"][0]["environment"]
                .as_array()
                .cloned()
                .unwrap_or_default();
            environment
                .iter()
                .any(|variable| variable["name"] == "INIT_SCRIPT" && variable["value"] == text)
        })
        .await;
        // The page still reacts, also to a link of this length.
        tab.fill("cluster", "blue").await;
        tab.until("it reacts", async || {
            tab.pane("service.json").await.contains("\"blue\"")
        })
        .await;
        tab.visit_anew(&format!("#init_script={}&cluster=kept", "x".repeat(100_000)))
            .await;
        assert_eq!(tab.values("cluster").await, ["kept"]);
        assert_eq!(tab.values("init_script").await[0].len(), 100_000);
    });
}
