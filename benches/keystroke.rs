//! Measures one keystroke in a native program: reading, building, checking and rendering a full configuration.

use configurator::date::Date;
use configurator::link::{Secrets, parse};
use configurator::{Form, build, check, fields, files, import, read};

fn main() {
    divan::main();
}

/// Returns a form in which every field has its sample, except those that decide what the files are.
fn full(way: &str) -> Form {
    let (mut form, _) = parse(&format!("way={way}"), Secrets::Honour);
    for field in fields::FIELDS {
        if ![
            &fields::WAY,
            &fields::START,
            &fields::LAUNCH_TYPE,
            &fields::TOKEN_SOURCE,
        ]
        .contains(field)
        {
            form.set(field, vec![field.sample.to_owned()]);
        }
    }
    form
}

const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 24,
};

/// Everything that happens between a key and the panes, except in the browser.
#[divan::bench(args = ["cli", "script", "terraform", "cloudformation"])]
fn keystroke(bencher: divan::Bencher, way: &str) {
    let form = full(way);
    bencher.bench(|| {
        let (config, reading) = read(divan::black_box(&form));
        let deployment = build(&config);
        let findings = check(&config, &reading, &deployment, TODAY);
        (
            reading.findings.len() + findings.len(),
            files(&deployment, config.way),
        )
    });
}

/// Only the rules.
#[divan::bench]
fn rules(bencher: divan::Bencher) {
    let (config, reading) = read(&full("cli"));
    let deployment = build(&config);
    bencher.bench(|| check(divan::black_box(&config), &reading, &deployment, TODAY));
}

/// A task definition of 64 KiB, AWS's own limit, as the import box reads it.
#[divan::bench]
fn import_64_kib(bencher: divan::Bencher) {
    let variable = |at| {
        format!(
            "{{\"name\": \"VARIABLE_{at}\", \"value\": \"{}\"}}",
            "x".repeat(20)
        )
    };
    let variables: Vec<String> = (0..1150).map(variable).collect();
    let text = format!(
        "{{\"family\": \"a\", \"containerDefinitions\": [{{\"name\": \"d\", \"image\": \"harness/delegate:1\", \"environment\": [{}]}}]}}",
        variables.join(",")
    );
    assert!((63 * 1024..66 * 1024).contains(&text.len()), "{}", text.len());
    let form = Form::default();
    bencher.bench(|| import::read(divan::black_box(&text), &form));
}

/// The edit of a form that carries that task definition, without the files.
#[divan::bench]
fn carried(bencher: divan::Bencher) {
    let text = r#"{"family": "a", "containerDefinitions": [{"name": "d", "image": "harness/delegate:1", "memory": 2048}, {"name": "b", "image": "b"}]}"#;
    let form = import::read(text, &full("cli")).expect("a document").form;
    bencher.bench(|| build(&read(divan::black_box(&form)).0));
}
