//! The page in a real browser: the release build in `dist/`, driven through chromedriver as a person would, and what
//! it shows, copies and saves compared with what the library and `generate` make of the same link.

mod common;
#[allow(dead_code)] // It serves `tests/embed.rs` and `tests/offline.rs` too.
#[path = "browser/driver.rs"]
mod driver;

use common::{EC2, FARGATE, Outcome, programs};
use configurator::fields::{FIELDS, field};
use configurator::link;
use driver::{Tab, in_browser, single_file};
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::Stdio;
use std::time::Duration;

/// The files of a link as the library makes them.
fn files(query: &str) -> Vec<(String, String)> {
    let files = Outcome::of(query).files.into_iter();
    files.map(|file| (file.name.to_owned(), file.text)).collect()
}

/// The files of a link as the command writes them.
fn generated(query: &str) -> Vec<(String, String)> {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let mut generate = std::process::Command::new(env!("CARGO_BIN_EXE_generate"))
        .args(["--today", "2026-11-24"])
        .arg(directory.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("generate starts");
    generate
        .stdin
        .take()
        .expect("it is piped")
        .write_all(query.as_bytes())
        .expect("it reads");
    let output = generate.wait_with_output().expect("it ends");
    let report: Value = serde_json::from_slice(&output.stdout).expect("it reports in JSON");
    let names = report["files"].as_array().expect("a list").iter();
    names
        .map(|name| {
            let name = name.as_str().expect("a text").to_owned();
            let text = std::fs::read_to_string(directory.path().join(&name)).expect("the file is there");
            (name, text)
        })
        .collect()
}

async fn assert_shows(tab: &Tab, expected: &[(String, String)]) {
    tab.until("the panes show the files", async || {
        tab.panes().await.len() == expected.len()
    })
    .await;
    let same = async || tab.panes().await == expected;
    for _ in 0..40 {
        if same().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    for (shown, expected) in tab.panes().await.iter().zip(expected) {
        assert_eq!(
            shown, expected,
            "the pane and the file differ (if the sources changed since, run `make build`)"
        );
    }
}

/// Types every value of these parameters into the form, and chooses where there is a choice.
async fn type_in(tab: &Tab, parameters: &str) {
    for (key, value) in form_urlencoded::parse(parameters.as_bytes()) {
        assert!(field(&key).is_some(), "{key} is no field");
        // The same field may be chosen here and typed there.
        if tab.all(&format!("select[name={key}]")).await.len() == 1 {
            tab.choose(&key, &value).await;
        } else {
            tab.fill(&key, &value).await;
        }
    }
}

/// From the empty form to finished files.
async fn fill_in_as_a_person(tab: &Tab, start: &str, parameters: &str) {
    tab.visit(start).await;
    let blank = Outcome::of(start.trim_start_matches(['?', '#']));
    assert_eq!(tab.missing().await, blank.missing());
    assert_shows(
        tab,
        &blank
            .files
            .iter()
            .map(|f| (f.name.to_owned(), f.text.clone()))
            .collect::<Vec<_>>(),
    )
    .await;

    type_in(tab, parameters).await;
    tab.until("nothing is missing", async || tab.missing().await.is_empty())
        .await;
    let query = format!("{}&{parameters}", start.trim_start_matches(['?', '#']));
    assert_shows(tab, &files(&query)).await;
    // The address holds the same, and so does the command's output for it.
    let expected = link::write(&Outcome::of(&query).form);
    tab.until("the address holds the form", async || {
        tab.fragment().await == expected
    })
    .await;
    assert_eq!(tab.panes().await, generated(&tab.fragment().await));
    for (_, text) in tab.panes().await {
        assert_eq!(common::placeholders(&text), Vec::<&str>::new());
    }
}

#[test]
fn fargate_from_the_empty_form_to_files() {
    let more = "desired_count=2&cpu=2048&memory=8192&circuit_breaker=false\
        &delegate_description=O'Brien's \"$x\" \\ </script>";
    in_browser(async |tab| {
        fill_in_as_a_person(tab, "", &format!("{FARGATE}&{more}")).await;
    });
}

#[test]
fn ec2_from_the_empty_form_to_files() {
    in_browser(async |tab| fill_in_as_a_person(tab, "", EC2).await);
}

#[test]
fn the_documentations_start_from_the_empty_form_to_files() {
    let finished = "delegate_name=build-blue&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io\
        &region=us-west-2&cluster=delegates&hostname=build-blue";
    in_browser(async |tab| {
        tab.visit("?start=docs&launch_type=EC2").await;
        type_in(tab, finished).await;
        tab.fill("token", "not-a-real-token").await;
        tab.until("nothing is missing", async || tab.missing().await.is_empty())
            .await;
        assert_shows(
            tab,
            &files(&format!(
                "start=docs&launch_type=EC2&{finished}&token=not-a-real-token"
            )),
        )
        .await;
        // The token is in the file, and Copy and Download say so; it is in no address.
        let note = tab
            .run(
                "const b = document.querySelector('[data-copy=\"task-spec.json\"]');
            return b.closest('article, section, div').textContent",
            )
            .await;
        assert!(
            note.as_str()
                .unwrap_or_default()
                .to_lowercase()
                .contains("secret"),
            "{note}"
        );
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert!(!tab.address().await.contains("not-a-real"));
    });
}

/// Switching moves what was not touched and keeps what was typed; back again is as before.
#[test]
fn launch_type_and_start_switch_back_and_forth() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}")).await;
        let before = tab.panes().await;
        for (key, there, back) in [
            ("launch_type", "EC2", "FARGATE"),
            ("start", "docs", "recommended"),
        ] {
            tab.choose(key, there).await;
            assert_shows(tab, &files(&format!("{FARGATE}&{key}={there}"))).await;
            tab.choose(key, back).await;
            assert_shows(tab, &before).await;
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
        tab.permit("clipboard-write", "granted").await;
        tab.permit("clipboard-read", "granted").await;
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

#[test]
fn copy_without_permission_selects_the_text() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}")).await;
        tab.permit("clipboard-write", "denied").await;
        tab.click("[data-copy=\"service.json\"]").await;
        let text = tab.pane("service.json").await;
        tab.until("the text is selected", async || {
            tab.run("return getSelection().toString().trimEnd()").await == text.trim_end()
        })
        .await;
        tab.may_complain.set(true);
    });
}

#[test]
fn download_saves_the_bytes_that_are_shown() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}&delegate_description=%F0%9F%A6%80%0D%0A"))
            .await;
        tab.devtools(
            "Browser.setDownloadBehavior",
            json!({ "behavior": "allow", "downloadPath": tab.downloads.path() }),
        )
        .await;
        for (name, text) in tab.panes().await {
            tab.click(&format!("[data-download=\"{name}\"]")).await;
            let file = tab.downloads.path().join(&name);
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
            tab.devtools(
                "Browser.setDownloadBehavior",
                json!({ "behavior": "allow", "downloadPath": tab.downloads.path() }),
            )
            .await;
            let archive = tab.downloads.path().join("harness-delegate-ecs.zip");
            let _ = std::fs::remove_file(&archive);
            let panes = tab.panes().await;
            tab.click("[data-action=download-all]").await;
            let read = |name: &str| {
                // A real program reads the archive.
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
        tab.visit(&format!("#{FARGATE}&way=script")).await;
        tab.permit("clipboard-write", "granted").await;
        tab.permit("clipboard-read", "granted").await;
        let (_, script) = tab.panes().await.into_iter().next().unwrap();
        tab.click("[data-action=copy-cloudshell]").await;
        let paste = configurator::outputs::script::paste::of(&script);
        tab.until("the paste is on the clipboard", async || {
            tab.clipboard().await == paste
        })
        .await;
    });
}

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
            tab.permit("clipboard-write", "granted").await;
            tab.permit("clipboard-read", "granted").await;
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
            // Without the secret, as the link is.
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
        // The row that was cleared may still stand there, blank.
        form["env"] = json!(tab.values("env").await);
        assert_eq!(tab.form().await, form);
        assert_eq!(tab.values("env").await, ["A=1", "B=two\nlines", ""]);
    });
}

#[test]
fn the_address_follows_the_form() {
    in_browser(async |tab| {
        // A link of a documentation page: a query. The first edit makes it a fragment.
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
        // It survives a reload.
        tab.client.refresh().await.expect("it reloads");
        tab.until("it is back", async || tab.values("cluster").await == ["blue"])
            .await;

        // A fragment is the whole form: the query is not read. One without `=` is none.
        tab.visit_anew("?delegate_name=query&cpu=512#delegate_name=fragment")
            .await;
        assert_eq!(
            (tab.values("delegate_name").await, tab.values("cpu").await),
            (vec!["fragment".into()], vec!["1024".into()])
        );
        tab.visit_anew("?delegate_name=query#somewhere").await;
        assert_eq!(tab.values("delegate_name").await, ["query"]);

        // The defaults leave a bare address.
        tab.visit_anew("#v=1&cluster=blue").await;
        tab.fill("cluster", "harness-delegate").await;
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
        // A fragment that is no form changes nothing.
        tab.run("location.hash = '#output'").await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(tab.values("delegate_name").await, ["two"]);
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
        // Nothing but the theme is stored.
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
        // The fragment is the form; of the query nothing is taken, and nothing stays.
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
        // What could not be read is still shown, as it was given.
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
        // A choice that is none can be put right.
        tab.choose("launch_type", "EC2").await;
        tab.until("the finding is gone", async || {
            !tab.has_finding("unreadable-value", "launch_type").await
        })
        .await;
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
        // And it still reacts; so it does to a link with as much.
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

/// The options of a choice: value, label, whether it is the chosen one.
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
            (7, 7)
        );

        // Another CPU does not take the memory away without a word, and its fix leads to a pair that there is.
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
        // Blank is missing, not wrong.
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
        let last = tab.values("env").await.pop();
        assert_eq!(last.as_deref(), Some(""));
    });
}

#[test]
fn every_field_has_an_input_with_its_name() {
    in_browser(async |tab| {
        // Every condition under which some field applies, one after the other.
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
            // The way is chosen by the tabs.
            assert!(
                field.key == "way" || seen.contains(field.key),
                "there is no input for {}",
                field.key
            );
        }
    });
}

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

/// Where the template's address is given, the console opens with what is known.
#[test]
fn a_link_opens_the_console_with_the_parameters() {
    let url = "https://templates-of-mine.s3.us-west-2.amazonaws.com/template.yaml";
    let link = "return document.querySelector('.pane a')?.href ?? null";
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}&way=cloudformation")).await;
        assert_eq!(tab.run(link).await, Value::Null);
        tab.fill("template_url", url).await;
        let expected = files(&format!("{FARGATE}&way=cloudformation&template_url={url}"));
        assert_shows(tab, &expected).await;
        let href = tab.run(link).await;
        let href = href.as_str().expect("a link");
        assert!(expected[0].1.contains(href), "{href} is not that of the file");
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
        // Beside the output, where the field is.
        assert_eq!(
            tab.all(".output-head [data-rule=template-url-format]")
                .await
                .len(),
            1
        );
    });
}

#[test]
fn axe_finds_nothing() {
    let axe = std::fs::read_to_string(programs::root().join("node_modules/axe-core/axe.min.js"))
        .unwrap_or_else(|_| {
            panic!(
                "axe-core, which judges accessibility, is not installed: run `make test`, which installs it."
            )
        });
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
            let violations = tab.violations(&axe).await;
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
                            // What stands in a strip that scrolls by itself can be reached.
                            .filter(e => { while ((e = e.parentElement)) if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return false; return true })
                            .map(e => e.name || e.textContent)]")
                    .await;
                assert_eq!(wide, json!([0]), "at {width} px, {rest}");
                let hidden = tab
                    .run(
                        "return [...document.querySelectorAll('.tab')]
                        .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth)
                        .map(e => e.textContent)",
                    )
                    .await;
                assert_eq!(hidden, json!([]), "ways that are cut off at {width} px");
            }
        }
    });
}

/// The link of a rule's example: on top of a finished configuration, with what it grows to.
fn example(parameters: &str) -> String {
    let mut grown = parameters.to_owned();
    if let Some((before, rest)) = parameters.split_once('{') {
        let (length, after) = rest.split_once('}').expect("a closing brace");
        grown = format!("{before}{}{after}", "x".repeat(length.parse().expect("a number")));
    }
    let good = if grown.contains("launch_type=EC2") {
        EC2
    } else {
        FARGATE
    };
    let mut form = link::parse(good, link::Secrets::Honour).0;
    let own = link::parse(&grown, link::Secrets::Honour).0;
    for (field, texts) in own.touched() {
        form.set(field, texts.to_vec());
    }
    for (key, value) in form_urlencoded::parse(grown.as_bytes()) {
        if value.is_empty() {
            form.set(field(&key).expect("a field"), vec![String::new()]);
        }
    }
    let mut query = form_urlencoded::Serializer::new("v=1".to_owned());
    for (field, texts) in form.touched() {
        query.extend_pairs(texts.iter().map(|text| (field.key, text)));
        if texts.is_empty() {
            query.append_pair(field.key, "");
        }
    }
    query.finish()
}

#[test]
fn every_rules_message_fits_a_phone_and_leads_to_its_entry() {
    let reference = std::fs::read_to_string(programs::root().join("dist/rules.html")).expect("the reference");
    let shown = "const w = document.documentElement.clientWidth, found = [];
        document.querySelectorAll('details').forEach(d => d.open = true);
        if (document.documentElement.scrollWidth > w) found.push('the page');
        for (const f of document.querySelectorAll('.finding, .jumps li'))
            for (const e of [f, ...f.querySelectorAll('*')])
                if (e.checkVisibility() && !e.classList.contains('hidden') && (e.getBoundingClientRect().right > w || e.scrollWidth > e.clientWidth + 1 && e.clientWidth))
                    found.push(`${e.tagName}.${e.className}: ${e.textContent.slice(0, 80)}`);
        return [found, [...document.querySelectorAll('.finding')].map(f => [f.dataset.rule,
            ...[...f.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(a => !a.startsWith('https:'))])]";
    in_browser(async |tab| {
        tab.look(360, "light").await;
        tab.visit("").await;
        for rule in &configurator::rules::RULES {
            let query = example(rule.fires);
            // A secret is taken from the link with which the page opens.
            if link::leaves_out(&link::parse(&query, link::Secrets::Honour).0) {
                tab.visit_anew(&format!("#{query}")).await;
            } else {
                tab.run_with("location.hash = arguments[0]", vec![json!(query)])
                    .await;
            }
            let css = format!("[data-rule={}]", rule.id);
            tab.until(&format!("{} is found", rule.id), async || {
                !tab.all(&css).await.is_empty()
            })
            .await;
            let (wide, findings): (Vec<String>, Vec<Vec<String>>) =
                serde_json::from_value(tab.run(shown).await).expect("a list");
            assert!(wide.is_empty(), "{} at 360 px: {wide:#?}", rule.id);
            for finding in findings {
                assert_eq!(finding[1..], [format!("rules.html#{}", finding[0])]);
                assert!(
                    reference.contains(&format!(" id=\"{}\"", finding[0])),
                    "{finding:?}"
                );
            }
        }
        if single_file().is_some() {
            // There is no such page beside the file: what leads there opens the entry in a dialog.
            tab.visit(&format!("#{FARGATE}&memory=3000")).await;
            let address = tab.address().await;
            let entry = "const e = document.querySelector('dialog[open] #fargate-size-pair');
                return !!e && e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().top < innerHeight";
            assert_eq!(tab.run(entry).await, false);
            tab.click("a[href=\"rules.html#fargate-size-pair\"]").await;
            tab.until("the entry is in sight", async || tab.run(entry).await == true)
                .await;
            assert_eq!(tab.address().await, address, "the form is still in the address");
            return;
        }
        // It is a page of the site, under a policy of its own.
        tab.client
            .goto(&format!("{}rules.html#fargate-size-pair", tab.page))
            .await
            .expect("it opens");
        let target = "return document.querySelector(':target')?.textContent";
        assert_eq!(tab.run(target).await, "fargate-size-pair");
        let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(tab.run(wide).await, false, "the reference is wider than a phone");
    });
}

#[test]
fn findings_are_announced_and_lead_to_their_field() {
    let spoken = "return document.querySelector('.summary [aria-live=polite]').textContent";
    let described = "const b = document.querySelector(arguments[0]);
        return b.disabled ? 'disabled' : document.getElementById(b.getAttribute('aria-describedby')).textContent";
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}")).await;
        assert!(
            !tab.run(spoken)
                .await
                .as_str()
                .unwrap_or_default()
                .contains("error")
        );
        tab.fill("stop_timeout", "200").await;
        tab.until("the error is said", async || {
            tab.run(spoken)
                .await
                .as_str()
                .unwrap_or_default()
                .contains("1 error")
        })
        .await;
        // The files can be taken all the same, and say so.
        for button in [
            "[data-copy=\"task-spec.json\"]",
            "[data-download=\"task-spec.json\"]",
        ] {
            let said = tab.run_with(described, vec![json!(button)]).await;
            assert_eq!(said, "1 error left", "{button}");
        }
        tab.run("document.querySelectorAll('details').forEach(d => d.open = false)")
            .await;
        tab.click(".jumps .error button").await;
        tab.until("the field has the focus", async || {
            tab.run("return document.activeElement.name").await == "stop_timeout"
        })
        .await;
    });
}

#[test]
fn nothing_is_asked_for_but_the_pages_own_files() {
    in_browser(async |tab| {
        tab.visit("").await;
        let own = tab.requests().await;
        assert!(!own.is_empty());
        for url in &own {
            assert!(url.starts_with(&tab.page), "{url} is not the page's own");
        }
        if single_file().is_some() {
            assert_eq!(own, [tab.page.as_str()], "the file is all there is");
        }
        type_in(tab, FARGATE).await;
        tab.fill("delegate_description", "http://example.com/x.png").await;
        tab.permit("clipboard-write", "granted").await;
        tab.click("[data-copy=\"task-spec.json\"]").await;
        tab.click("[data-download=\"task-spec.json\"]").await;
        tab.click("[data-action=share]").await;
        tab.click("[data-action=theme]").await;
        tab.click("[data-action=start-over]").await;
        tokio::time::sleep(Duration::from_millis(800)).await;
        // What was typed goes nowhere: of the site's own files, each at most once, without a query.
        let later = tab.requests().await;
        let mut names: Vec<&str> = Vec::new();
        for url in &later {
            let name = url.strip_prefix(&tab.page).expect("the page's own");
            assert!(
                programs::root().join("dist").join(name).is_file(),
                "{url} is no file of the site"
            );
            names.push(name);
        }
        if single_file().is_some() {
            assert_eq!(names, Vec::<&str>::new(), "everything is inside");
            return;
        }
        assert!(
            names.iter().any(|name| name.starts_with("rules-")),
            "the rules were not fetched: {names:?}"
        );
        assert!(
            !names.iter().any(|name| name.starts_with("formats-")),
            "fetched without need: {names:?}"
        );
    });
}

#[test]
fn a_part_that_cannot_be_fetched_is_said_and_tried_again() {
    if single_file().is_some() {
        return; // nothing is fetched
    }
    in_browser(async |tab| {
        tab.visit("").await;
        tab.block(&["*formats-*"]).await;
        tab.click("[data-way=terraform]").await;
        tab.until("the page says so", async || {
            tab.run("return document.querySelector('.cut-off')?.textContent ?? ''")
                .await
                .as_str()
                .is_some_and(|text| text.contains("could not be fetched"))
        })
        .await;
        tab.block(&[]).await;
        tab.click(".cut-off button").await;
        assert_shows(tab, &files("way=terraform")).await;
        assert_eq!(
            tab.run("return document.querySelectorAll('.cut-off').length")
                .await,
            json!(0)
        );
        tab.may_complain.set(true);
    });
}

#[test]
fn a_part_that_arrives_does_not_hide_that_another_could_not_be_fetched() {
    if single_file().is_some() {
        return; // nothing is fetched
    }
    in_browser(async |tab| {
        let alerts = async || {
            tab.run("return document.querySelectorAll('.cut-off').length")
                .await
        };
        tab.visit("").await;
        tab.block(&["*rules-*"]).await;
        tab.fill("delegate_name", "Build").await;
        tab.until("the page says so", async || alerts().await == json!(1))
            .await;
        tab.click("[data-way=terraform]").await;
        assert_shows(tab, &files("way=terraform&delegate_name=Build")).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(alerts().await, json!(1));
        tab.block(&[]).await;
        tab.click(".cut-off button").await;
        tab.until("the rules are here", async || {
            tab.has_finding("delegate-name-format", "delegate_name").await
        })
        .await;
        assert_eq!(alerts().await, json!(0));
        tab.may_complain.set(true);
    });
}

#[test]
fn the_policy_is_in_force() {
    in_browser(async |tab| {
        tab.visit("").await;
        // Through the document: a script of WebDriver's own may do everything.
        tab.run("const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);
            const i = document.createElement('img'); i.setAttribute('onerror', 'window.ran = 2'); i.src = 'missing.png'; document.body.append(i);
            const x = document.createElement('script'); x.src = 'https://example.com/x.js'; document.body.append(x)")
            .await;
        tab.until("the browser has complained", async || {
            tab.console()
                .await
                .iter()
                .any(|complaint| complaint.contains("Content Security Policy"))
        })
        .await;
        assert_eq!(
            tab.run("return window.ran ?? null").await,
            Value::Null,
            "an inline script ran"
        );
        let fetched = "const done = arguments[0]; fetch('https://example.com/').then(() => done('went out'), e => done('blocked'))";
        assert_eq!(
            tab.client.execute_async(fetched, vec![]).await.expect("it ends"),
            "blocked"
        );
        tab.may_complain.set(true);
    });
}

#[test]
fn a_saved_copy_can_be_read() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}")).await;
        let panes = tab.panes().await;
        let html = tab.run("return document.documentElement.outerHTML").await;
        let copy = tab.downloads.path().join("copy.html");
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
        // As it was: the program neither starts once more beside it nor takes it away.
        assert_eq!(tab.panes().await, panes);
        let shown = "return document.querySelector('pre[data-file]').checkVisibility()";
        assert_eq!(tab.run(shown).await, Value::Bool(true));
        // From disk the browser refuses the site's module.
        tab.may_complain.set(true);
    });
}

#[test]
fn start_over_leaves_nothing() {
    in_browser(async |tab| {
        tab.visit(&format!("#{FARGATE}&token_source=plain")).await;
        tab.fill("token", "not-a-real-token").await;
        tab.click("[data-action=start-over]").await;
        assert_shows(tab, &files("")).await;
        tab.until("the address is bare", async || tab.address().await == tab.page)
            .await;
        tab.choose("token_source", "plain").await;
        assert_eq!(tab.values("token").await, [""]);
    });
}
