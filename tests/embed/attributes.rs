//! Attributes of the element: values, which fields are shown, later changes and errors.

use crate::common::{self, Outcome};
use crate::driver::in_browser;
use crate::frames::{NTH, assert_fits, enter, leave};
use crate::open::open;
use configurator::fields::FIELDS;
use serde_json::json;
use std::time::Duration;

#[test]
fn attributes_fill_the_form_in_and_the_frame_is_as_high_as_its_content() {
    in_browser(async |tab| {
        let element =
            "<ecs-delegate-configurator id=x class=y data-z=1 aria-label=w title=Setup launch-type=EC2
            delegate-name=\"build-blue\" env=\"
                A=1
                B=2 3\x20\x20
            \" way=script><a href=\"SITE\">link</a></ecs-delegate-configurator>";
        open(tab, element).await;
        let (title, link) = {
            let script = format!("{NTH} const a = document.querySelector('a');
                return [frame.title, a.checkVisibility() && a.getClientRects().length > 0, frame.loading, frame.allow]");
            let value = tab.run_with(&script, vec![json!(0)]).await;
            (value[0].clone(), value[1].clone())
        };
        assert_eq!((title, link), (json!("Setup"), json!(false)));
        assert_fits(tab, 0).await;
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, ["build-blue"]);
        assert_eq!(tab.values("launch_type").await, ["EC2"]);
        assert_eq!(tab.values("env").await, ["A=1", "B=2 3  ", ""]);
        let query = "launch_type=EC2&delegate_name=build-blue&env=A=1&env=B=2 3%20%20&way=script";
        let files: Vec<_> = Outcome::of(query)
            .files
            .into_iter()
            .map(|file| file.text)
            .collect();
        let shown: Vec<_> = tab.panes().await.into_iter().map(|(_, text)| text).collect();
        assert_eq!(shown, files);
        let begun = tab.address().await;
        // The frame grows and shrinks with the edits.
        for text in ["a", "very\nlong\nscript\nwith\nlines\n1\n2\n3\n4", ""] {
            tab.paste("[name=init_script]", text).await;
            leave(tab).await;
            assert_fits(tab, 0).await;
            enter(tab, 0).await;
        }
        for way in ["cli", "terraform"] {
            tab.click(&format!("[data-way={way}]")).await;
            leave(tab).await;
            assert_fits(tab, 0).await;
            enter(tab, 0).await;
        }
        // The page keeps nothing in its address, in storage or in the history.
        tokio::time::sleep(Duration::from_millis(500)).await;
        let kept = tab
            .run("return [location.href, Object.keys(localStorage).length, history.length]")
            .await;
        leave(tab).await;
        let history = tab.run("return history.length").await;
        assert_eq!(kept, json!([begun, 0, history]));
    });
}

/// The import box is there if the page around asks for it, or if somebody pastes a command elsewhere.
#[test]
fn the_import_box_is_shown_on_request() {
    in_browser(async |tab| {
        let elements = "<ecs-delegate-configurator></ecs-delegate-configurator>
            <ecs-delegate-configurator fields=\"import delegate-name region\" lock=region region=us-west-2></ecs-delegate-configurator>";
        open(tab, elements).await;
        let is_hidden = "return document.querySelector('.import').hidden";
        let command = "docker run -e DELEGATE_NAME=blue -e ACCOUNT_ID=abcdefghijklmnopqrstuQ harness/delegate:26.10.87203";
        enter(tab, 0).await;
        assert_eq!(tab.run(is_hidden).await, json!(true));
        tab.paste("[name=delegate_name]", command).await;
        tab.until("it is offered", async || tab.run(is_hidden).await == json!(false))
            .await;
        assert_eq!(tab.values("delegate_name").await, [""]);
        leave(tab).await;
        enter(tab, 1).await;
        assert_eq!(tab.run(is_hidden).await, json!(false));
        assert!(!tab.has_finding("unknown-key", "fields").await);
        let definition = r#"{"family": "a", "containerDefinitions": [{"name": "d", "image": "harness/delegate:26.10.87203",
            "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-region": "eu-west-1"}}}]}"#;
        tab.paste("[name=import]", definition).await;
        tab.until("it was read", async || {
            !tab.all("[data-action=apply-import]").await.is_empty()
        })
        .await;
        tab.run("document.querySelector('[data-action=apply-import]').click()")
            .await;
        tab.until("it was applied", async || {
            tab.pane("task-spec.json").await.contains("\"family\": \"a\"")
        })
        .await;
        // What is locked stays.
        assert_eq!(tab.values("region").await, ["us-west-2"]);
        leave(tab).await;
    });
}

/// The page shows only the named fields, and still reports what is missing or wrong in the others.
#[test]
fn fields_shows_only_these() {
    in_browser(async |tab| {
        let element = "<ecs-delegate-configurator start=docs memory=99 launch-type=FARGATE
            fields=\"delegate-name, region widht\"></ecs-delegate-configurator>";
        open(tab, element).await;
        assert_fits(tab, 0).await;
        enter(tab, 0).await;
        let names = "return [...new Set([...document.querySelectorAll('[name]')].filter(e => e.tagName !== 'META').map(e => e.name))]";
        assert_eq!(tab.run(names).await, json!(["delegate_name", "region"]));
        assert!(tab.all("[data-way]").await.is_empty());
        let visible = "return [...document.querySelectorAll('.card, .group')].filter(e => e.checkVisibility()).map(e => e.ariaLabel)";
        assert_eq!(tab.run(visible).await, json!(["Questions"]));
        // The value of a hidden field still counts, and its finding is in the summary in full.
        assert!(tab.pane("task-spec.json").await.contains("\"memory\": \"99\""));
        assert!(tab.has_finding("unknown-key", "fields").await);
        let finding = "return [...document.querySelectorAll('.elsewhere [data-field=memory]')].length > 0";
        assert_eq!(tab.run(finding).await, json!(true));
        assert!(tab.missing().await.contains(&"account_id".to_owned()));
        assert!(tab.all("[data-missing=account_id] button").await.is_empty());
        assert_eq!(tab.all("[data-missing=delegate_name] button").await.len(), 1);
        tab.fill("delegate_name", "build-blue").await;
        tab.until("the file follows", async || {
            tab.pane("task-spec.json").await.contains("build-blue")
        })
        .await;
        leave(tab).await;
    });
}

#[test]
fn a_field_of_a_section_is_open_where_it_is_picked_and_no_field_leaves_the_files() {
    in_browser(async |tab| {
        let elements = "<ecs-delegate-configurator fields=\"cpu tags way\"></ecs-delegate-configurator>
            <ecs-delegate-configurator fields=\"\"></ecs-delegate-configurator>";
        open(tab, elements).await;
        enter(tab, 0).await;
        let open = "return ['cpu', 'tags'].map(n => document.querySelector(`[name=${n}]`).checkVisibility())";
        assert_eq!(tab.run(open).await, json!([true, true]));
        assert_eq!(tab.all("[data-way]").await.len(), 4);
        leave(tab).await;
        enter(tab, 1).await;
        let only = "return [document.querySelectorAll('.form [name]').length, document.querySelector('.form').checkVisibility(),
            document.querySelectorAll('pre[data-file]').length > 0]";
        assert_eq!(tab.run(only).await, json!([0, false, true]));
        leave(tab).await;
        assert_fits(tab, 1).await;
    });
}

#[test]
fn an_attribute_that_changes_later_changes_the_form_and_keeps_what_was_typed() {
    in_browser(async |tab| {
        open(
            tab,
            "<ecs-delegate-configurator region=us-west-2></ecs-delegate-configurator>",
        )
        .await;
        enter(tab, 0).await;
        tab.run("window.same = true").await;
        tab.fill("delegate_name", "typed").await;
        leave(tab).await;
        let history = tab.run("return history.length").await;
        tab.run("const e = document.querySelector('ecs-delegate-configurator'); e.setAttribute('region', 'eu-west-1');
            e.setAttribute('launch-type', 'EC2'); e.setAttribute('lock', 'region')")
            .await;
        enter(tab, 0).await;
        tab.until("the form follows", async || {
            tab.values("region").await == ["eu-west-1"]
        })
        .await;
        assert_eq!(tab.values("launch_type").await, ["EC2"]);
        assert_eq!(tab.values("delegate_name").await, ["typed"]);
        assert_eq!(
            tab.run("return [window.same, document.querySelector('[name=region]').readOnly]")
                .await,
            json!([true, true])
        );
        leave(tab).await;
        assert_eq!(tab.run("return history.length").await, history);
        assert_fits(tab, 0).await;
    });
}

#[test]
fn attributes_that_are_no_fields_and_bad_values_are_reported_in_the_page() {
    in_browser(async |tab| {
        let element =
            "<ecs-delegate-configurator widht=3 cpu=many launch-type=MARS onclick=\"\" _ngcontent-x role=form
            tabindex=0 delegate_name=a delegate-name=b></ecs-delegate-configurator>";
        open(tab, element).await;
        enter(tab, 0).await;
        let findings = tab.findings().await;
        for (rule, field) in [
            ("unknown-key", "widht"),
            ("unreadable-value", "cpu"),
            ("unreadable-value", "launch_type"),
            ("repeated-key", "delegate_name"),
        ] {
            assert!(
                findings.contains(&(rule.to_owned(), field.to_owned())),
                "{rule} {field}: {findings:?}"
            );
        }
        assert_eq!(
            findings.iter().filter(|(rule, _)| rule == "unknown-key").count(),
            1,
            "{findings:?}"
        );
        leave(tab).await;
    });
}

/// embed.js cannot read the field table, so it has its own list of the fields with rows.
#[test]
fn embed_js_knows_the_fields_with_rows() {
    let file = common::programs::root().join("embed/configurator.js");
    let text = std::fs::read_to_string(file).expect("it is there");
    let rows: Vec<_> = FIELDS
        .iter()
        .filter(|field| field.kind.has_rows())
        .map(|field| format!("\"{}\"", field.key))
        .collect();
    assert!(
        text.contains(&format!("const ROWS = [{}];", rows.join(", "))),
        "ROWS has to be {rows:?}"
    );
}
