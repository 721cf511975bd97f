//! dump QUERIES OUT: everything a form means, one record after the other.
use configurator::link::{self, Secrets};
use configurator::{build, check, date::Date, fields, files, outputs::readme, read};
use std::io::{BufWriter, Write};
fn main() {
    let mut a = std::env::args().skip(1);
    let queries = std::fs::read_to_string(a.next().unwrap()).unwrap();
    let mut out = BufWriter::new(std::fs::File::create(a.next().unwrap()).unwrap());
    let today = Date::parse("2026-11-24").unwrap();
    for (n, query) in queries.lines().enumerate() {
        let (form, mut found) = link::parse(query, Secrets::Honour);
        let (config, reading) = read(&form);
        let deployment = build(&config);
        found.extend(reading.findings.clone());
        found.extend(check(&config, &reading, &deployment, today));
        let files = files(&deployment, config.way);
        let missing: Vec<_> = fields::missing(&config).iter().map(|f| f.key).collect();
        writeln!(
            out,
            "##### {n} {query}\nMISSING {missing:?}\nLINK {}",
            link::write(&form)
        )
        .unwrap();
        for f in &found {
            writeln!(out, "FINDING {}", serde_json::to_string(f).unwrap()).unwrap();
        }
        for f in &files {
            writeln!(out, "=== {}\n{}", f.name, f.text).unwrap();
        }
        writeln!(
            out,
            "=== README\n{}",
            readme::render(&deployment, &files, "https://example.com/#v=1")
        )
        .unwrap();
    }
}
