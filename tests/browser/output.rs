//! The panes with the files: the ways, copies, downloads and the link to the console.

use crate::common::{FARGATE, Outcome};
use crate::driver::in_browser;
use crate::files::{assert_shows, files};
use serde_json::Value;
use std::time::Duration;

#[test]
fn the_ways_are_tabs() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}")).await;
        let ways = tab
            .run("return [...document.querySelectorAll('[data-way]')].map(e => e.dataset.way)")
            .await;
        for way in ways.as_array().expect("a list") {
            let way = way.as_str().expect("a text");
            tab.click(&format!("[data-way={way}]")).await;
            assert_shows(tab, &files(&format!("{FARGATE}&way={way}"))).await;
            assert_eq!(
                tab.missing().await,
                Outcome::of(&format!("{FARGATE}&way={way}")).missing()
            );
        }
    });
}

#[test]
fn copy_copies_the_bytes_that_are_shown() {
    in_browser(async |tab| {
        tab.visit(&format!(
            "#{FARGATE}&delegate_description=%F0%9F%A6%80+%22+%3C%2Fscript%3E"
        ))
        .await;
        tab.permit_clipboard().await;
        for (name, text) in tab.panes().await {
            tab.click(&format!("[data-copy=\"{name}\"]")).await;
            tab.until("the clipboard has the file", async || {
                tab.clipboard().await == text
            })
            .await;
            tab.until("the page says so", async || {
                let status = tab.run("return [...document.querySelectorAll('[role=status]')].map(e => e.textContent).join()").await;
                status.as_str().unwrap_or_default().contains("copied")
            })
            .await;
        }
    });
}

/// The files that are not open wait for a moment without a key, but nothing that hands them out does.
#[test]
fn a_click_right_after_a_key_finds_every_file_as_it_is() {
    let script = "const done = arguments[0], input = document.querySelector('[name=cluster]');
        input.value = 'blue'; input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        document.querySelector('[data-copy=\"task-spec.json\"]').click();
        setTimeout(() => done(document.querySelector('pre[data-file=\"service.json\"]').textContent))";
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}")).await;
        let text = tab.client.execute_async(script, vec![]).await.expect("it runs");
        assert!(
            text.as_str().is_some_and(|text| text.contains("\"blue\"")),
            "{text}"
        );
        // And without a click they follow.
        tab.fill("cluster", "green").await;
        tab.until("the other file follows", async || {
            tab.pane("service.json").await.contains("\"green\"")
        })
        .await;
    });
}

#[test]
fn copy_without_permission_selects_the_text() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}")).await;
        tab.deny_clipboard().await;
        tab.click_by_script("[data-copy=\"service.json\"]").await;
        let text = tab.pane("service.json").await;
        tab.until("the text is selected", async || {
            tab.run("return getSelection().toString().trimEnd()").await == text.trim_end()
        })
        .await;
        tab.may_complain.set(true);
    });
}

/// Some browsers throw at once where the others reject.
#[test]
fn a_clipboard_that_throws_is_one_that_denies() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}")).await;
        tab.run("Clipboard.prototype.writeText = () => { throw new DOMException('no', 'NotAllowedError') }")
            .await;
        tab.click("[data-copy=\"service.json\"]").await;
        let text = tab.pane("service.json").await;
        tab.until("the text is selected", async || {
            tab.run("return getSelection().toString().trimEnd()").await == text.trim_end()
        })
        .await;
    });
}

#[test]
fn download_saves_the_bytes_that_are_shown() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}&delegate_description=%F0%9F%A6%80%0D%0A"))
            .await;
        for (name, text) in tab.panes().await {
            tab.click(&format!("[data-download=\"{name}\"]")).await;
            let file = tab.downloads().join(&name);
            tab.until("the file is saved", async || {
                std::fs::read(&file).is_ok_and(|saved| saved == text.as_bytes())
            })
            .await;
        }
    });
}

#[test]
fn download_all_saves_every_file_and_a_readme() {
    in_browser(async |tab| {
        for way in ["cli", "script"] {
            tab.visit_anew(&format!("#{FARGATE}&way={way}")).await;
            let archive = tab.downloads().join("harness-delegate-ecs.zip");
            let _ = std::fs::remove_file(&archive);
            let panes = tab.panes().await;
            tab.click("[data-action=download-all]").await;
            let read = |name: &str| {
                // Another program reads the archive.
                let script = "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))";
                std::process::Command::new("python3")
                    .args(["-c", script])
                    .arg(&archive)
                    .arg(name)
                    .output()
                    .unwrap()
                    .stdout
            };
            tab.until("the archive is saved", async || !read("README.md").is_empty())
                .await;
            for (name, text) in panes {
                assert!(read(&name) == text.as_bytes(), "{name} differs in the archive");
            }
            let readme = String::from_utf8(read("README.md")).unwrap();
            assert!(
                readme.contains("v=1&") && readme.contains("What to do"),
                "{readme}"
            );
        }
    });
}

#[test]
fn the_paste_for_cloudshell_holds_the_script() {
    in_browser(async |tab| {
        let query = format!("{FARGATE}&way=script");
        tab.visit(&format!("#{query}")).await;
        tab.permit_clipboard().await;
        tab.click("[data-action=copy-cloudshell]").await;
        let outcome = Outcome::of(&query);
        let paste = outcome.files[0].paste.unwrap()(&outcome.deployment);
        tab.until("the paste is on the clipboard", async || {
            tab.clipboard().await == paste
        })
        .await;
    });
}

/// If the template's address is given, a link opens the console with the known parameters.
#[test]
fn a_link_opens_the_console_with_the_parameters() {
    let url = "https://templates-of-mine.s3.us-west-2.amazonaws.com/template.yaml";
    let link = "return document.querySelector('.pane a')?.href ?? null";
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}&way=cloudformation")).await;
        assert_eq!(tab.run(link).await, Value::Null);
        tab.fill("template_url", url).await;
        let query = format!("{FARGATE}&way=cloudformation&template_url={url}");
        assert_shows(tab, &files(&query)).await;
        let outcome = Outcome::of(&query);
        let link_of_file = outcome.files.iter().find_map(|file| file.link.as_ref());
        let href = tab.run(link).await;
        let href = href.as_str().expect("a link");
        assert_eq!(Some(href), link_of_file.map(|link| link.address.as_str()));
        // It says whose template it opens.
        let of = tab
            .run("return document.querySelector('.pane-link').textContent")
            .await;
        assert!(
            of.as_str().is_some_and(
                |of| of.ends_with("with the template of templates-of-mine.s3.us-west-2.amazonaws.com")
            ),
            "{of}"
        );
        assert!(href.starts_with("https://console.aws.amazon.com/cloudformation/home?region="));
        assert!(
            href.contains("&param_Subnets=") && !href.contains("Token"),
            "{href}"
        );
        tab.fill("template_url", "http://example.com/x").await;
        tab.until("it is found bad", async || {
            tab.has_finding("template-url-format", "template_url").await
        })
        .await;
        // The finding is under the field, in the form.
        assert_eq!(tab.all(".field [data-rule=template-url-format]").await.len(), 1);
    });
}

#[test]
fn a_saved_copy_can_be_read() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}")).await;
        let panes = tab.panes().await;
        let html = tab.run("return document.documentElement.outerHTML").await;
        let copy = tab.downloads().join("copy.html");
        std::fs::write(
            &copy,
            format!("<!doctype html>{}", html.as_str().expect("a text")),
        )
        .expect("the copy is written");
        tab.client
            .goto(&format!("file://{}", copy.display()))
            .await
            .expect("the copy can be opened");
        tokio::time::sleep(Duration::from_millis(500)).await;
        // The copy is unchanged: the program does not start in it.
        assert_eq!(tab.panes().await, panes);
        let shown = "return document.querySelector('pre[data-file]').checkVisibility()";
        assert_eq!(tab.run(shown).await, Value::Bool(true));
        // The browser refuses to load the site's module from disk.
        tab.may_complain.set(true);
    });
}
