//! Several elements of a page that are one form.

use crate::common::Outcome;
use crate::driver::in_browser;
use crate::frames::{assert_fits, enter, leave};
use crate::group::{ASKED, SPEC, file_of, until_in};
use crate::open::open;
use serde_json::json;
use std::time::Duration;

/// What the user fills in once is in all files, as if it were one form.
#[test]
fn filled_in_once_all_follow() {
    in_browser(async |tab| {
        let service = SPEC.replace("task-spec", "service");
        let other = SPEC.replace("group=a", "group=b start=docs");
        open(tab, &[ASKED, SPEC, &service, &other].concat()).await;
        enter(tab, 0).await;
        tab.run("window.same = true").await;
        for (key, text) in [
            ("delegate_name", "build-blue"),
            ("manager_url", "https://app.harness.io"),
            ("image", "harness/delegate:26.10.87203"),
        ] {
            tab.fill(key, text).await;
            tab.leave().await;
        }
        leave(tab).await;
        until_in(tab, 1, "task-spec.json", "26.10.87203").await;
        let outcome = Outcome::of(
            "start=docs&delegate_name=build-blue&manager_url=https://app.harness.io&image=harness/delegate:26.10.87203",
        );
        assert_eq!(file_of(tab, 1).await, outcome.file("task-spec.json"));
        until_in(tab, 2, "service.json", "build-blue").await;
        assert_eq!(file_of(tab, 2).await, outcome.file("service.json"));
        // Another group hears nothing.
        assert_eq!(
            file_of(tab, 3).await,
            Outcome::of("start=docs").file("task-spec.json")
        );
        // Without a reload, and the other way round: undo in the form is undone everywhere.
        enter(tab, 0).await;
        assert_eq!(tab.run("return window.same").await, json!(true));
        tab.click("[data-action=undo]").await;
        leave(tab).await;
        until_in(tab, 1, "task-spec.json", "22.12.77802").await;
        assert_fits(tab, 1).await;
    });
}

/// Two frames with fields: what is edited in one is in the other, and in the files.
#[test]
fn every_frame_edits_the_same_form() {
    in_browser(async |tab| {
        let more = "<ecs-delegate-configurator group=a fields=\"cluster delegate-name\" files=service.json></ecs-delegate-configurator>";
        open(tab, &[ASKED, SPEC, more].concat()).await;
        enter(tab, 0).await;
        tab.fill("delegate_name", "build-blue").await;
        tab.leave().await;
        leave(tab).await;
        enter(tab, 2).await;
        tab.until("it follows", async || {
            tab.values("delegate_name").await == ["build-blue"]
        })
        .await;
        tab.fill("cluster", "tools").await;
        tab.fill("delegate_name", "build-green").await;
        tab.leave().await;
        tab.until("the file follows", async || {
            tab.pane("service.json").await.contains("\"tools\"")
        })
        .await;
        leave(tab).await;
        enter(tab, 0).await;
        tab.until("the first follows", async || {
            tab.values("delegate_name").await == ["build-green"]
        })
        .await;
        leave(tab).await;
        until_in(tab, 1, "task-spec.json", "build-green").await;
    });
}

/// Blank says another thing than the default.
#[test]
fn what_is_cleared_in_one_is_blank_in_all() {
    in_browser(async |tab| {
        let one = "<ecs-delegate-configurator group=a start=docs fields=\"image family\" files=\"\"></ecs-delegate-configurator>";
        open(tab, &[one, SPEC].concat()).await;
        until_in(tab, 1, "task-spec.json", "22.12.77802").await;
        enter(tab, 0).await;
        tab.fill("image", " ").await;
        tab.paste("[name=image]", "").await;
        tab.leave().await;
        leave(tab).await;
        until_in(tab, 1, "task-spec.json", "<IMAGE>").await;
    });
}

/// Somebody types, scrolls down without leaving the field, and looks at the file.
#[test]
fn a_rest_is_enough_but_not_within_a_url() {
    in_browser(async |tab| {
        open(tab, &[ASKED, SPEC].concat()).await;
        enter(tab, 1).await;
        leave(tab).await;
        enter(tab, 0).await;
        tab.fill("delegate_name", "build-blue").await;
        leave(tab).await;
        until_in(tab, 1, "task-spec.json", "build-blue").await;
        enter(tab, 0).await;
        // Half of it does not show yet that a password follows.
        tab.fill("manager_url", "https://user:not-a-real-pass").await;
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        leave(tab).await;
        assert!(!file_of(tab, 1).await.contains("not-a-real"));
    });
}

/// A change elsewhere takes nothing away that is not told yet.
#[test]
fn half_of_a_url_survives_a_change_elsewhere() {
    in_browser(async |tab| {
        open(tab, &[ASKED, SPEC].concat()).await;
        until_in(tab, 1, "task-spec.json", "<DELEGATE_NAME>").await;
        enter(tab, 0).await;
        tab.fill("manager_url", "https://app.harn").await;
        leave(tab).await;
        tab.run(
            "document.querySelector('ecs-delegate-configurator').setAttribute('delegate-name', 'by-host')",
        )
        .await;
        until_in(tab, 1, "task-spec.json", "by-host").await;
        enter(tab, 0).await;
        tab.until("it follows", async || {
            tab.values("delegate_name").await == ["by-host"]
        })
        .await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(tab.values("manager_url").await, ["https://app.harn"]);
        leave(tab).await;
    });
}

/// The script of the page passes no secret: a file that needs the token says where it goes.
#[test]
fn a_secret_stays_in_the_frame_where_it_was_typed() {
    in_browser(async |tab| {
        open(tab, &[ASKED, SPEC].concat()).await;
        tab.run(
            "window.heard = []; addEventListener('message', e => heard.push(JSON.stringify(e.data)), true)",
        )
        .await;
        enter(tab, 0).await;
        tab.fill("token", "not-a-real-token").await;
        tab.fill("manager_url", "https://user:not-a-real-pass@app.harness.io")
            .await;
        tab.fill("delegate_name", "build-blue").await;
        tab.leave().await;
        leave(tab).await;
        until_in(tab, 1, "task-spec.json", "build-blue").await;
        let spec = file_of(tab, 1).await;
        assert!(
            spec.contains("<DELEGATE_TOKEN>")
                && spec.contains("<MANAGER_HOST_AND_PORT>")
                && !spec.contains("not-a-real"),
            "{spec}"
        );
        enter(tab, 1).await;
        let note = tab
            .run("return document.querySelector('.block-note').textContent")
            .await;
        assert!(
            note.to_string()
                .contains("Replace <DELEGATE_TOKEN> with your delegate token"),
            "{note}"
        );
        assert!(
            !tab.run("return document.documentElement.outerHTML + location.href")
                .await
                .to_string()
                .contains("not-a-real")
        );
        leave(tab).await;
        let heard = tab.run("return heard.join()").await.to_string();
        assert!(
            heard.contains("build-blue") && !heard.contains("not-a-real"),
            "{heard}"
        );
        enter(tab, 0).await;
        assert_eq!(tab.values("token").await, ["not-a-real-token"]);
        leave(tab).await;
    });
}

/// What another frame decides about where secrets go takes them away, as any change from outside does.
#[test]
fn a_manager_from_another_frame_does_not_get_the_token() {
    in_browser(async |tab| {
        let evil =
            "<ecs-delegate-configurator group=a fields=manager-url files=\"\"></ecs-delegate-configurator>";
        open(tab, &[ASKED, evil].concat()).await;
        enter(tab, 0).await;
        tab.fill("token", "not-a-real-token").await;
        tab.leave().await;
        leave(tab).await;
        enter(tab, 1).await;
        tab.fill("manager_url", "https://evil.example").await;
        tab.leave().await;
        leave(tab).await;
        enter(tab, 0).await;
        tab.until("the token is gone", async || tab.values("token").await == [""])
            .await;
        assert!(tab.notice().await.contains("manager URL"));
        leave(tab).await;
    });
}

/// `lock`, `fields` and `files` are each element's own; the first one sets the form.
#[test]
fn locks_are_each_elements_own_and_the_first_sets_the_form() {
    in_browser(async |tab| {
        let elements = [
            "<ecs-delegate-configurator group=a launch-type=EC2 region=us-west-2 fields=\"delegate-name region\" files=\"\"></ecs-delegate-configurator>",
            "<ecs-delegate-configurator group=a launch-type=FARGATE lock=launch-type files=task-spec.json></ecs-delegate-configurator>",
            "<ecs-delegate-configurator group=a files=task-spec.json cpu=512 region=eu-west-1></ecs-delegate-configurator>",
            "<ecs-delegate-configurator group=a way=terraform lock=way files=standalone.tf></ecs-delegate-configurator>",
        ];
        open(tab, &elements.concat()).await;
        until_in(tab, 1, "task-spec.json", "FARGATE").await;
        until_in(tab, 2, "task-spec.json", "EC2").await;
        enter(tab, 2).await;
        assert!(
            tab.has_finding("unknown-key", "region").await && tab.has_finding("unknown-key", "cpu").await
        );
        let spec = tab.pane("task-spec.json").await;
        assert!(spec.contains("\"us-west-2\"") && !spec.contains("512"), "{spec}");
        leave(tab).await;
        enter(tab, 0).await;
        tab.fill("delegate_name", "build-blue").await;
        tab.leave().await;
        leave(tab).await;
        until_in(tab, 1, "task-spec.json", "build-blue").await;
        until_in(tab, 2, "task-spec.json", "build-blue").await;
        until_in(tab, 3, "standalone.tf", "build-blue").await;
        let query = "launch_type=FARGATE&region=us-west-2&delegate_name=build-blue";
        assert_eq!(file_of(tab, 1).await, Outcome::of(query).file("task-spec.json"));
        // What is locked in one does not reach the others.
        enter(tab, 0).await;
        tab.fill("region", "eu-west-1").await;
        tab.leave().await;
        leave(tab).await;
        until_in(tab, 2, "task-spec.json", "eu-west-1").await;
        assert!(file_of(tab, 2).await.contains("\"EC2\""));
        // The first element's attributes set the form also later.
        tab.run(
            "document.querySelector('ecs-delegate-configurator').setAttribute('delegate-name', 'by-host')",
        )
        .await;
        until_in(tab, 1, "task-spec.json", "by-host").await;
        until_in(tab, 3, "standalone.tf", "by-host").await;
    });
}

#[test]
fn a_frame_that_comes_late_catches_up() {
    in_browser(async |tab| {
        let body = format!("{ASKED}<div style=\"height: 12000px\"></div>{SPEC}");
        open(tab, &body).await;
        let _ = tab.site.requests();
        enter(tab, 0).await;
        tab.fill("delegate_name", "build-blue").await;
        tab.leave().await;
        leave(tab).await;
        let asked = tab.site.requests();
        assert!(!asked.iter().any(|url| url.contains("block.html")), "{asked:?}");
        until_in(tab, 1, "task-spec.json", "build-blue").await;
        // And one that is added later still, and one that is moved.
        tab.run("const e = document.createElement('ecs-delegate-configurator'); e.setAttribute('group', 'a'); e.setAttribute('files', 'service.json');
            document.body.prepend(e); document.body.append(document.querySelectorAll('ecs-delegate-configurator')[2])").await;
        until_in(tab, 0, "service.json", "build-blue").await;
        until_in(tab, 2, "task-spec.json", "build-blue").await;
    });
}

/// The first element goes while the others stay: they keep the form.
#[test]
fn the_form_outlives_its_first_element() {
    in_browser(async |tab| {
        let more =
            "<ecs-delegate-configurator group=a fields=\"region\" files=\"\"></ecs-delegate-configurator>";
        open(tab, &[ASKED, SPEC, more].concat()).await;
        enter(tab, 0).await;
        tab.fill("delegate_name", "build-blue").await;
        tab.leave().await;
        leave(tab).await;
        until_in(tab, 1, "task-spec.json", "build-blue").await;
        tab.run("window.first = document.querySelector('ecs-delegate-configurator'); first.remove()")
            .await;
        enter(tab, 1).await;
        tab.fill("region", "eu-west-1").await;
        tab.leave().await;
        leave(tab).await;
        tab.run("document.body.append(first)").await;
        enter(tab, 2).await;
        tab.until("the first has caught up", async || {
            tab.values("delegate_name").await == ["build-blue"] && tab.values("region").await == ["eu-west-1"]
        })
        .await;
        leave(tab).await;
        // Alone again, it begins anew.
        tab.run("for (const e of document.querySelectorAll('ecs-delegate-configurator')) e.remove(); document.body.append(first)").await;
        enter(tab, 0).await;
        assert_eq!(tab.values("delegate_name").await, [""]);
        leave(tab).await;
    });
}

/// An element can be of several groups: what is edited in it is in all of them.
#[test]
fn an_element_can_be_of_several_groups() {
    in_browser(async |tab| {
        let elements = [
            "<ecs-delegate-configurator group=\"one two\" start=docs fields=\"delegate-name cluster\" files=\"\"></ecs-delegate-configurator>",
            "<ecs-delegate-configurator group=one launch-type=EC2 lock=launch-type files=task-spec.json></ecs-delegate-configurator>",
            "<ecs-delegate-configurator group=two launch-type=FARGATE lock=launch-type fields=\"cluster\" files=service.json></ecs-delegate-configurator>",
            "<p><ecs-delegate-value group=one name=memory></ecs-delegate-value> <ecs-delegate-value group=two name=memory></ecs-delegate-value></p>",
        ];
        open(tab, &elements.concat()).await;
        enter(tab, 0).await;
        tab.fill("delegate_name", "build-blue").await;
        tab.leave().await;
        leave(tab).await;
        until_in(tab, 1, "task-spec.json", "build-blue").await;
        until_in(tab, 2, "service.json", "build-blue").await;
        enter(tab, 2).await;
        tab.fill("cluster", "tools").await;
        tab.leave().await;
        leave(tab).await;
        enter(tab, 0).await;
        tab.until("both see it", async || tab.values("cluster").await == ["tools"])
            .await;
        leave(tab).await;
        // Each group's values are those of an element that is of this group alone.
        tab.until("each has its memory", async || {
            tab.run("return document.querySelector('p').textContent").await == json!("2048 6144")
        })
        .await;
    });
}
