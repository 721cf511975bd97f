//! The message of every rule on a phone, and the reference that it leads to.

use crate::common::{EC2, FARGATE, programs};
use crate::driver::{in_browser, single_file};
use configurator::fields::field;
use configurator::link;
use serde_json::json;

/// The link of a rule's example on top of a finished configuration. `{n}` becomes n characters.
fn example(example: &str) -> String {
    let parameters = example.lines().next().unwrap_or_default();
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
            // The page takes secrets only from the link with which it opens.
            if link::leaves_out(&link::parse(&query, link::Secrets::Honour).0) {
                tab.visit_anew(&format!("#{query}")).await;
            } else {
                tab.run_with("location.hash = arguments[0]", vec![json!(query)])
                    .await;
            }
            // A rule about imported documents: the document is in the next line.
            if let Some((_, document)) = rule.fires.split_once('\n') {
                // The page has read the address.
                tokio::time::sleep(std::time::Duration::from_millis(500)).await;
                tab.paste("[name=import]", document).await;
                tab.click("[data-action=apply-import]").await;
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
            // The single file has no page beside it, so the link opens the entry in a dialog.
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
        // The reference is a separate page with its own policy.
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
