//! Texts as long as the import box takes, made to be slow.

use super::{import, texts};
use configurator::document::json::line as printed;
use configurator::{build, fields, read as read_form};
use serde_json::{Value, json};

/// More variables than AWS takes make no rows, and are in the document all the same.
#[test]
fn the_form_holds_no_more_rows_than_aws_takes() {
    let variables: Vec<Value> = (0..20_000)
        .map(|n| json!({"name": format!("V{n}"), "value": ""}))
        .collect();
    let document = json!({"family": "a", "containerDefinitions": [{"name": "d", "image": "harness/delegate:1", "environment": variables}]});
    let import = import(&document.to_string());
    assert!(import.form.texts(&fields::ENV).len() < 3_000);
    assert!(
        import.notes.iter().all(|note| note.text.len() < 3_000),
        "a note is too long"
    );
    let deployment = build(&read_form(&import.form).0);
    let line = printed(&deployment.task_definition_tree()).into_text();
    assert_eq!(serde_json::from_str::<Value>(&line).expect("JSON"), document);
}

/// As long as the box takes, and hostile: it takes no longer for it.
#[test]
fn many_members_are_read_in_time() {
    let members: String = (0..60_000).map(|n| format!("\"m{n}\":1,")).collect();
    let written = format!("{{{members}\"family\": \"a\", \"containerDefinitions\": []}}");
    let yaml = written
        .replace(['{', '}'], "")
        .replace(", ", ",")
        .replace(',', "\n")
        .replace("\":", "\": ");
    for text in [written, yaml] {
        assert!(text.len() < configurator::import::LENGTH_MAX);
        let deployment = build(&read_form(&import(&text).form).0);
        assert!(deployment.task_definition_tree().members().len() > 60_000);
    }
    let twice = import("{\"family\": \"a\", \"family\": \"b\", \"containerDefinitions\": []}");
    assert_eq!(texts(&twice.form, &["family"]), ["b"]);
}
