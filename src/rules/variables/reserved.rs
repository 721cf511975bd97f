//! The variables that fields of the form set, and the field that each belongs to.

use crate::aws::names;
use crate::config::{Config, Row};
use crate::facts::delegate::VARIABLES;
use crate::facts::harness::DELEGATE_NAME_MAX;
use crate::fields::{self, Field};
use crate::finding::{Edit, Fix, short};
use crate::harness::account_id;
use crate::rules::harness::manager_url;
use crate::rules::placeholder;
use crate::rules::rule::Problem;
use crate::rules::subject::Subject;

/// Whether a field of the form sets this variable. The description counts only if it is not empty, and the proxy's
/// variables only if the form has a proxy host.
pub fn is_produced(config: &Config, name: &str) -> bool {
    let v = &VARIABLES;
    let always = [
        v.account_id,
        v.token,
        v.manager_url,
        v.log_service_url,
        v.name,
        v.tags,
        v.delegate_type,
        v.deploy_mode,
        v.next_gen,
        v.init_script,
    ];
    let proxy = [
        v.proxy_host,
        v.proxy_port,
        v.proxy_scheme,
        v.proxy_user,
        v.proxy_password,
        v.no_proxy,
    ];
    always.contains(&name)
        || (name == v.description && !config.delegate_description.is_empty())
        || (!config.proxy_host.is_blank() && proxy.contains(&name))
}

/// Creates the problem of a row whose variable a field of the form also sets. The fix moves the value to the field if
/// the field is blank and accepts the value. Otherwise, the fix removes the row.
pub fn problem(subject: &Subject, at: &'static Field, row: &Row) -> Problem {
    let home = (at == &fields::ENV).then(|| home(subject, row)).flatten();
    let without = subject.without_rows(at, |index| index == row.index);
    let fix = match home {
        Some(field) => Fix::new(
            format!("Move it to {}", field.label),
            vec![Edit::set(field, row.value.as_str()), without],
        ),
        None => Fix::new("Remove the row", vec![without]),
    };
    let message = format!("`{}` is set by a field of the form.", short(&row.name));
    Problem::new(at, message).row(row.index).fix(fix)
}

fn home(subject: &Subject, row: &Row) -> Option<&'static Field> {
    let (config, value, v) = (subject.config, row.value.as_str(), &VARIABLES);
    if value.trim().is_empty() || value.trim() != value || placeholder::of_identifier(value).is_some() {
        return None;
    }
    let name = row.name.as_str();
    let (field, is_free): (&'static Field, bool) = if name == v.account_id {
        (
            &fields::ACCOUNT_ID,
            config.account_id.is_blank() && account_id::is_account_id(value),
        )
    } else if name == v.manager_url {
        (
            &fields::MANAGER_URL,
            config.manager_url.is_blank() && manager_url::wrong(value).is_none(),
        )
    } else if name == v.log_service_url {
        (&fields::LOG_SERVICE_URL, config.log_service_url.is_blank())
    } else if name == v.name {
        let is_name = names::is_ecs_name(value) && value.len() <= DELEGATE_NAME_MAX;
        (&fields::DELEGATE_NAME, config.delegate_name.is_blank() && is_name)
    } else if name == v.tags {
        (&fields::DELEGATE_TAGS, config.delegate_tags.is_empty())
    } else if name == v.init_script {
        (&fields::INIT_SCRIPT, config.init_script.is_empty())
    } else {
        return None;
    };
    // Of two rows for one field, only one can move: after that, the field is no longer blank.
    is_free.then_some(field)
}
