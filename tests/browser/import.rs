//! The import box: what is pasted, dropped or picked there, or pasted elsewhere by mistake; what it shows before it is
//! applied; and one step of undo.

use crate::driver::{Tab, in_browser};
use crate::files::{assert_shows, files};
use serde_json::{Value, json};

/// A token that is not real.
fn token() -> String {
    format!("{}=", "ab".repeat(21) + "c")
}

fn docker_run() -> String {
    format!(
        "docker run -d  --cpus=1 --memory=2g \\\n  -e DELEGATE_NAME=blue \\\n  -e ACCOUNT_ID=abcdefghijklmnopqrstuQ \\\n  -e DELEGATE_TOKEN={} \\\n  -e MANAGER_HOST_AND_PORT=https://app.harness.io harness/delegate:26.08.89804",
        token()
    )
}

/// What a link with the values of that command holds.
const VALUES: &str = "delegate_name=blue&account_id=abcdefghijklmnopqrstuQ&manager_url=https://app.harness.io&image=harness/delegate:26.08.89804";

fn described() -> Value {
    json!({"taskDefinition": {
        "taskDefinitionArn": "arn:aws:ecs:us-west-2:012345678901:task-definition/blue:7", "revision": 7,
        "containerDefinitions": [
            {"name": "log-router", "image": "amazon/aws-for-fluent-bit:stable", "essential": false},
            {"name": "delegate", "image": "harness/delegate:26.08.89804", "cpu": 1, "essential": true, "mountPoints": [],
             "environment": [
                {"name": "ACCOUNT_ID", "value": "abcdefghijklmnopqrstuQ"}, {"name": "DELEGATE_TOKEN", "value": token()},
                {"name": "DELEGATE_NAME", "value": "blue"}, {"name": "MANAGER_HOST_AND_PORT", "value": "https://app.harness.io"}
             ]}
        ],
        "family": "blue", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "1024", "memory": "2048"
    }})
}

async fn is_there(tab: &Tab, css: &str) {
    tab.until(&format!("{css} is there"), async || {
        !tab.all(css).await.is_empty()
    })
    .await;
}

async fn paste(tab: &Tab, text: &str) {
    tab.paste("[name=import]", text).await;
}

async fn text(tab: &Tab, css: &str) -> String {
    let script =
        "const e = document.querySelector(arguments[0]); return e?.checkVisibility() ? e.innerText : ''";
    let text = tab.run_with(script, vec![json!(css)]).await;
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_paste_is_shown_then_applied_in_one_step() {
    in_browser(async |tab| {
        tab.visit("").await;
        paste(tab, &docker_run()).await;
        is_there(tab, "[data-action=apply-import]").await;
        // Nothing has happened yet.
        assert_shows(tab, &files("")).await;
        assert_eq!(tab.fragment().await, "");
        let shown = text(tab, ".import-preview").await;
        for part in [
            "docker run command",
            "Delegate name",
            "blue",
            "Left out",
            "The token",
        ] {
            assert!(shown.contains(part), "{part}: {shown}");
        }
        assert!(!shown.contains(&token()), "{shown}");
        tab.click("[data-action=apply-import]").await;
        assert_shows(tab, &files(VALUES)).await;
        assert_eq!(tab.missing().await, ["region", "subnets", "security_groups"]);
        assert_eq!(tab.values("import").await, [""]);
        assert!(tab.fragment().await.contains("delegate_name=blue"));
        // The next value to give has the focus.
        assert_eq!(tab.run("return document.activeElement.name").await, "region");
        tab.click("[data-undo]").await;
        assert_shows(tab, &files("")).await;
        assert_eq!(tab.missing().await.len(), 7);
        tab.click("[data-action=redo]").await;
        assert_shows(tab, &files(VALUES)).await;
        tab.click("[data-way=script]").await;
        tab.until("the Region alone is missing", async || {
            tab.missing().await == ["region"]
        })
        .await;
    });
}

#[test]
fn a_command_that_is_pasted_into_a_field_goes_no_further() {
    in_browser(async |tab| {
        tab.visit("").await;
        let before = tab.panes().await;
        // As a browser pastes into one line: the line breaks are gone.
        let line = docker_run().replace('\n', "");
        for key in ["delegate_name", "account_id", "image", "delegate_description"] {
            paste(tab, "").await;
            tab.paste(&format!("[name={key}]"), &line).await;
            is_there(tab, "[data-action=apply-import]").await;
            assert_eq!(tab.values(key).await, [""], "{key}");
        }
        // A real paste event: nothing reaches the input at all.
        paste(tab, "").await;
        let script = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
            const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
            Object.defineProperty(event, 'clipboardData', { value: data });
            return document.querySelector('[name=manager_url]').dispatchEvent(event)";
        let is_going_on = tab.run_with(script, vec![json!(docker_run())]).await;
        assert_eq!(is_going_on, false);
        is_there(tab, "[data-action=apply-import]").await;
        assert_eq!(tab.panes().await, before);
        assert_eq!(tab.fragment().await, "");
        assert_eq!(
            tab.run("return document.querySelector('[data-action=undo]').ariaDisabled")
                .await,
            "true"
        );
        // In a script, such a line may be meant.
        let script = "docker run --rm busybox true";
        tab.paste("[name=init_script]", script).await;
        assert_eq!(tab.values("init_script").await, [script]);
    });
}

#[test]
fn a_task_definition_keeps_what_has_no_field() {
    in_browser(async |tab| {
        tab.visit("").await;
        paste(tab, &described().to_string()).await;
        is_there(tab, "[data-action=upgrade-import]").await;
        let shown = text(tab, ".import-preview").await;
        assert!(
            shown.contains("container log-router") && shown.contains("revision"),
            "{shown}"
        );
        assert!(!shown.contains(&token()), "{shown}");
        // To look for what is in a closed section opens it.
        tab.element(".import-upgrade > summary").await;
        is_there(tab, ".diff > del").await;
        let diff = text(tab, ".diff").await;
        for part in ["-       \"cpu\": 1,", "+       \"secrets\": ["] {
            assert!(diff.contains(part), "{part}: {diff}");
        }
        tab.click("[data-action=apply-import]").await;
        let shows =
            async || serde_json::from_str::<Value>(&tab.pane("task-spec.json").await).unwrap_or_default();
        let mut expected = described()["taskDefinition"].clone();
        let members = expected.as_object_mut().expect("an object");
        members.remove("taskDefinitionArn");
        members.remove("revision");
        tab.until("the definition is shown", async || shows().await == expected)
            .await;
        assert!(tab.has_finding("token-plaintext", "token").await);
        tab.click("[data-fix=token-plaintext]").await;
        tab.until("the token is gone", async || {
            !tab.pane("task-spec.json").await.contains(&token())
        })
        .await;
        assert_eq!(
            shows().await["containerDefinitions"][0],
            expected["containerDefinitions"][0]
        );
        tab.click("[data-action=forget-import]").await;
        tab.until("the other container is gone", async || {
            !tab.pane("task-spec.json").await.contains("log-router")
        })
        .await;
        tab.click("[data-action=undo]").await;
        tab.until("it is back", async || {
            tab.pane("task-spec.json").await.contains("log-router")
        })
        .await;
        tab.click("[data-action=share]").await;
        is_there(tab, ".share .popover").await;
        assert!(text(tab, ".share .popover").await.contains("imported"));
    });
}

#[test]
fn an_upgrade_is_one_step_too() {
    in_browser(async |tab| {
        tab.visit("").await;
        paste(tab, &described().to_string()).await;
        is_there(tab, "[data-action=upgrade-import]").await;
        tab.click("[data-action=upgrade-import]").await;
        tab.until("the token is a secret", async || {
            let pane = tab.pane("task-spec.json").await;
            pane.contains("\"secrets\"") && pane.contains("log-router") && !pane.contains(&token())
        })
        .await;
        tab.click("[data-action=undo]").await;
        assert_shows(tab, &files("")).await;
    });
}

#[test]
fn what_cannot_be_read_is_said_and_changes_nothing() {
    in_browser(async |tab| {
        tab.visit("").await;
        for (pasted, said) in [
            (
                "{\n \"family\": \"a\",\n \"containerDefinitions\": [",
                "Line 3, column",
            ),
            ("docker run nginx", "nginx"),
            ("family: a\n  cpu: b\n c: [", "YAML"),
            ("hello", "does not know"),
        ] {
            paste(tab, pasted).await;
            tab.until(said, async || text(tab, ".import-failure").await.contains(said))
                .await;
            assert!(tab.all("[data-action=apply-import]").await.is_empty());
        }
        assert_shows(tab, &files("")).await;
        // What is typed is not judged before the user asks for it.
        tab.fill("import", "docker run x").await;
        assert_eq!(text(tab, ".import-failure").await, "");
        tab.click("[data-action=import]").await;
        tab.until("it is judged", async || {
            !text(tab, ".import-failure").await.is_empty()
        })
        .await;
        // An empty box takes the focus.
        paste(tab, "").await;
        tab.click("[data-action=import]").await;
        assert_eq!(tab.run("return document.activeElement.name").await, "import");
    });
}

#[test]
fn a_file_is_dropped_or_picked() {
    in_browser(async |tab| {
        tab.visit("").await;
        let drop = "const data = new DataTransfer(); data.items.add(new File([new Uint8Array(arguments[0])], 'x.json'));
            const event = (name) => new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true });
            document.body.dispatchEvent(event('dragover')); return document.body.dispatchEvent(event('drop'))";
        let utf_16: Vec<u8> = "\u{FEFF}docker run -e DELEGATE_NAME=blue harness/delegate:26.08.89804"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(tab.run_with(drop, vec![json!(utf_16)]).await, false);
        is_there(tab, "[data-import-field=delegate_name]").await;
        tab.click("[data-action=cancel-import]").await;
        tab.until("it is gone", async || {
            tab.all("[data-import-field]").await.is_empty()
        })
        .await;
        tab.run_with(drop, vec![json!([0xFF, 0xD8, 0xFF, 0xE0])]).await;
        tab.until("it is no text", async || {
            text(tab, ".import-failure").await.contains("UTF-8")
        })
        .await;
        let pick = "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'x'));
            const input = document.querySelector('input[type=file]'); input.files = data.files;
            input.dispatchEvent(new Event('change', { bubbles: true }))";
        tab.run_with(pick, vec![json!(docker_run())]).await;
        is_there(tab, "[data-import-field=account_id]").await;
        tab.run_with(pick, vec![json!("x".repeat(2 << 20))]).await;
        tab.until("it is too long", async || {
            text(tab, ".import-failure").await.contains("2048 KiB")
        })
        .await;
    });
}
