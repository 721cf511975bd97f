//! Documents and forms at random. Whatever AWS's API takes comes out of an import as it went in; what a form exports
//! comes back as that form; and an edit does the same before and after an export and an import.

use super::forms::{cases, cli_form, finished_form};
use configurator::document::json;
use configurator::document::tree::Tree;
use configurator::facts::api::{self, Shape};
use configurator::facts::api_service::SERVICE;
use configurator::facts::api_task_definition::TASK_DEFINITION;
use configurator::fields::Kind;
use configurator::import::read;
use configurator::{Deployment, Form, build, fields, read as read_form};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Numbers that look random and are the same in each run of a seed.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % end as u64).expect("below a usize")
    }

    fn one<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    fn is(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

const NAMES: &[&str] = &[
    "ACCOUNT_ID",
    "DELEGATE_TOKEN",
    "DELEGATE_NAME",
    "MANAGER_HOST_AND_PORT",
    "LOG_STREAMING_SERVICE_URL",
    "NEXT_GEN",
    "DELEGATE_TYPE",
    "PROXY_HOST",
    "PROXY_PORT",
    "PROXY_PASSWORD",
    "NO_PROXY",
    "INIT_SCRIPT",
    "JAVA_OPTS",
    "A",
    "A=B",
    "",
    " x ",
    "DB_PASSWORD",
];
const TEXTS: &[&str] = &[
    "",
    "a",
    " a ",
    "x=y",
    "https://app.harness.io",
    "https://app.harness.io/log-service/",
    "true",
    "1024",
    "2 GB",
    "<ACCOUNT_ID>",
    "${a}",
    "'\"\\",
    "é\u{2028}🦀\n",
    "FARGATE",
    "EC2",
    "awsvpc",
    "awslogs",
    "ENABLED",
    "SERVICE",
    "arn:aws:iam::012345678901:role/a",
    "arn:aws:secretsmanager:us-west-2:012345678901:secret:a-b1C2d3",
    "nginx:1.27",
    "harness/delegate:26.08.89804",
    "subnet-0123456789abcdef0",
];

fn object(random: &mut Random, shape: Shape, depth: usize) -> Value {
    let mut members = Map::new();
    for (name, kind) in shape {
        if random.is(if depth == 0 { 60 } else { 40 }) {
            members.insert((*name).to_owned(), member(random, name, *kind, depth));
        }
    }
    if random.is(4) {
        members.insert(
            random.one(&["nonsense", "Image", "envirΠnment"]).to_owned(),
            unexpected(random),
        );
    }
    Value::Object(members)
}

fn member(random: &mut Random, name: &str, kind: api::Kind, depth: usize) -> Value {
    if random.is(3) {
        return unexpected(random);
    }
    let list = |random: &mut Random, one: &dyn Fn(&mut Random) -> Value| {
        (0..random.below(4))
            .map(|_| one(random))
            .collect::<Vec<_>>()
            .into()
    };
    match kind {
        api::Kind::Text if name == "name" => random.one(NAMES).into(),
        // One delegate at most, which a fifth of the documents have: two are refused.
        api::Kind::Text if name == "image" => random.one(&["nginx:1.27", "busybox", "a.b/c@sha256:0"]).into(),
        api::Kind::Text => random.one(TEXTS).into(),
        api::Kind::Number => json!(random.below(5000)),
        api::Kind::Flag => random.is(50).into(),
        api::Kind::Texts => list(random, &|random| random.one(TEXTS).into()),
        api::Kind::Numbers => list(random, &|random| json!(random.below(9))),
        api::Kind::Map => json!({random.one(&["awslogs-group", "a", "b c"]): random.one(TEXTS)}),
        api::Kind::Any => unexpected(random),
        api::Kind::One(shape) => object(random, shape, depth + 1),
        api::Kind::Many(shape) => list(random, &|random| object(random, shape, depth + 1)),
    }
}

fn unexpected(random: &mut Random) -> Value {
    let all = [
        json!(null),
        json!(-1),
        json!(2.5),
        json!("text"),
        json!(true),
        json!([]),
        json!({}),
        json!(["a", 1]),
        json!({"a": {"b": null}}),
    ];
    all[random.below(all.len())].clone()
}

fn deployment(form: &Form) -> Deployment {
    build(&read_form(form).0)
}

fn line(tree: &Tree) -> String {
    json::line(tree).into_text()
}

fn parsed(tree: &Tree) -> Value {
    let text = line(tree);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn any_document_comes_out_as_it_went_in() {
    let (mut read_in, mut refused) = (0, 0);
    for seed in 0..10_000 {
        let mut random = Random(seed);
        let is_service = random.is(30);
        let shape = if is_service { SERVICE } else { TASK_DEFINITION };
        let mut document = object(&mut random, shape, 0);
        let name = if is_service {
            "serviceName"
        } else {
            "containerDefinitions"
        };
        document[name] = if is_service {
            json!("s")
        } else {
            document.get(name).cloned().unwrap_or_else(|| json!([]))
        };
        if !is_service && document.get("serviceName").is_some() {
            continue;
        }
        match read(&document.to_string(), &Form::default()) {
            Ok(import) => {
                let deployment = deployment(&import.form);
                let tree = if is_service {
                    deployment.service_tree()
                } else {
                    deployment.task_definition_tree()
                };
                assert_eq!(parsed(&tree), document, "seed {seed}");
                read_in += 1;
            }
            // Variables make a container a delegate, and two of them are one too many.
            Err(failure) => {
                assert!(
                    failure.to_string().starts_with("Two containers"),
                    "seed {seed}: {failure}"
                );
                refused += 1;
            }
        }
    }
    assert!(read_in > 8_500, "{read_in} read, {refused} refused");
}

/// Both documents of a form, as a paste.
fn exported(form: &Form) -> String {
    let deployment = deployment(form);
    format!(
        "{}{}",
        json::pretty(&deployment.task_definition_tree()).text(),
        json::pretty(&deployment.service_tree()).text()
    )
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn what_a_form_exports_comes_back(form in cli_form()) {
        let import = read(&exported(&form), &Form::default()).map_err(|failure| failure.to_string());
        let import = import.expect("an import").form;
        prop_assert_eq!(exported(&import), exported(&form));
        // The form holds all of it, not the documents that it carries.
        let base = &import.carried.imported().expect("documents").base;
        let own = deployment(&form);
        prop_assert_eq!(line(&base.task_definition), line(&own.task_definition_tree()));
        prop_assert_eq!(line(&base.service), line(&own.service_tree()));
    }

    #[test]
    fn an_edit_is_the_same_after_an_import(form in finished_form(), at in 0..EDITED.len(), is_sample in any::<bool>()) {
        let key = EDITED[at];
        let field = fields::field(key).expect("a field");
        let text = match field.kind {
            Kind::Flag(_) if !is_sample => "false",
            Kind::Flag(_) => "true",
            _ if is_sample || field.kind.has_rows() => field.sample,
            _ => "",
        };
        let import = read(&exported(&form), &Form::default()).map_err(|failure| failure.to_string());
        let mut import = import.expect("an import").form;
        let mut form = form;
        for form in [&mut form, &mut import] {
            form.set(field, vec![text.to_owned()]);
        }
        let values = |text: &str| {
            let documents = serde_json::Deserializer::from_str(text).into_iter::<Value>();
            let sorted = documents.map(|document| by_name(document.expect("JSON")));
            sorted.collect::<Vec<_>>()
        };
        prop_assert_eq!(values(&exported(&import)), values(&exported(&form)), "{}", key);
    }
}

/// The fields from which nothing else follows.
const EDITED: [&str; 17] = [
    "image",
    "stop_timeout",
    "env",
    "delegate_tags",
    "delegate_description",
    "init_script",
    "hostname",
    "container_port",
    "container_cpu",
    "health_check",
    "circuit_breaker",
    "minimum_healthy_percent",
    "maximum_percent",
    "tags",
    "secret_env",
    "ephemeral_storage",
    "desired_count",
];

/// What is added stands at the end of a list, so lists are compared without their order.
fn by_name(value: Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(by_name).collect();
            items.sort_by_key(ToString::to_string);
            items.into()
        }
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, by_name(value)))
            .collect(),
        other => other,
    }
}
