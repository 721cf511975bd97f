//! Every message is short and contains no secret.

use super::thresholds::cases;
use super::{findings, form};

/// Rules whose message lists permissions. It is as long as the list.
const LISTS: &[&str] = &["execution-role-given", "task-role-given"];

#[test]
fn messages_fit_a_small_screen() {
    for (parameters, ..) in cases() {
        for finding in findings(&form(parameters)) {
            let length = finding.message.chars().count();
            assert!(
                length <= 160 || LISTS.contains(&finding.rule),
                "{}: {length} characters: {}",
                finding.rule,
                finding.message
            );
            let title = finding.fix.map_or(0, |fix| fix.title.chars().count());
            assert!(title <= 80, "{}: a button of {title} characters", finding.rule);
        }
    }
}

#[test]
fn no_message_tells_a_secret() {
    let secret = "hunter2-and-more";
    for parameters in [
        format!("token_source=plain&token={secret}"),
        format!("token_source=plain&token={secret}<X>"),
        format!("proxy_host=p&proxy_port=1&proxy_password={secret}"),
        format!("env=MY_TOKEN={secret}&env=DELEGATE_TOKEN={secret}"),
    ] {
        for finding in findings(&form(&parameters)) {
            let title = finding.fix.as_ref().map_or("", |fix| fix.title.as_ref());
            assert!(
                !finding.message.contains(secret) && !title.contains(secret),
                "{}",
                finding.rule
            );
        }
    }
}
