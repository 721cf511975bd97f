//! Locked fields.

use crate::driver::in_browser;
use crate::frames::{enter, leave};
use crate::open::open;
use serde_json::json;

#[test]
fn what_is_locked_cannot_be_changed_by_anything() {
    in_browser(async |tab| {
        let element = "<ecs-delegate-configurator start=docs launch-type=FARGATE memory=99 cpu=256 platform-version=1.2.0 ephemeral-storage=500
            lock=\"launch_type memory env way image token\" env=\"A=1\"></ecs-delegate-configurator>";
        open(tab, element).await;
        enter(tab, 0).await;
        let state = "return ['launch_type', 'memory', 'env', 'image', 'cpu', 'token'].map(name => {
            const all = [...document.querySelectorAll(`[name=${name}]`)];
            return all.map(e => e.readOnly || e.disabled) })";
        let locked = json!([[true, true], [true], [true], [true], [false], [false]]);
        assert_eq!(tab.run(state).await, locked);
        assert!(
            tab.has_finding("unknown-key", "lock").await,
            "a secret cannot be locked"
        );
        let hint = "return document.querySelector('[name=memory]').closest('.field').textContent.includes('set by this page')";
        assert_eq!(tab.run(hint).await, json!(true));
        let before = tab.form().await;
        assert_eq!(before["memory"], json!(["99"]));
        // Nothing changes a locked field: a switch with another default, a tab, typing, every fix, Start over.
        let memory = async || tab.values("memory").await.concat();
        tab.choose("start", "recommended").await;
        assert_eq!(memory().await, "99");
        tab.run("document.querySelector('[data-way=terraform]').click()")
            .await;
        assert_eq!(
            tab.run("return document.querySelector('[data-way=cli]').ariaSelected")
                .await,
            json!("true")
        );
        // A script in the page that types into a locked input changes only what the input shows.
        let type_in = "for (const name of ['memory', 'env', 'image', 'launch_type']) {
            const e = document.querySelector(`[name=${name}]`), was = e.value; e.value = 'EC2';
            e.dispatchEvent(new Event('input', {bubbles: true})); e.dispatchEvent(new Event('change', {bubbles: true}));
            e.value = was; }";
        tab.run(type_in).await;
        let task = tab.pane("task-spec.json").await;
        assert!(task.contains("\"memory\": \"99\"") && task.contains("FARGATE") && task.contains("\"A\""));
        assert!(tab.has_finding("fargate-size-pair", "memory").await);
        // This fix would change a locked field together with an unlocked one.
        assert!(tab.has_finding("delegate-too-small", "cpu").await);
        let fixes = "return [...document.querySelectorAll('[data-fix]')].filter(b => b.closest('[data-field=memory], [data-field=image], [data-field=cpu]')).length";
        assert_eq!(tab.run(fixes).await, json!(0));
        tab.click("[data-action=fix-all]").await;
        assert!(!tab.has_finding("ephemeral-range", "ephemeral_storage").await);
        assert!(tab.pane("task-spec.json").await.contains("\"memory\": \"99\""));
        tab.fill("delegate_name", "build-blue").await;
        tab.click("[data-action=start-over]").await;
        tab.until("the form is as the attributes say", async || {
            tab.values("delegate_name").await == [""] && tab.values("cpu").await == ["256"]
        })
        .await;
        assert_eq!(tab.values("start").await, ["docs"]);
        let form = tab.form().await;
        let now = ["memory", "env", "launch_type"].map(|key| form[key].clone());
        assert_eq!(now, [json!(["99"]), json!(["A=1"]), json!(["FARGATE"])]);
        leave(tab).await;
    });
}
