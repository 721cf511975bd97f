//! The domain as a command: reads the query string of the page's URL from standard input, and writes the files into a
//! directory.
//!
//! ```sh
//! echo 'launch_type=EC2&delegate_name=build-blue' | generate --today 2026-11-24 out/
//! ```
//!
//! With `--import FILE`, reads that file (a docker run command, a task definition and so on) as the page's import box does,
//! before the URL's values count.
//!
//! Prints one JSON document: the names of the files, the missing fields, the findings, the steps and the link. It holds
//! no secret: a fix or a command that would is left out. The files hold what the form says.

use configurator::date::Date;
use configurator::document::written::Written;
use configurator::import::{self, Note};
use configurator::link::{self, Secrets};
use configurator::outputs::OutputFile;
use configurator::outputs::step::{Need, Stage, Variable};
use configurator::{Form, build, check, fields, files, read, secrecy};
use serde_json::{Value, json};
use std::io::Read as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

const USAGE: &str = "usage: generate [--today YYYY-MM-DD] [--import FILE]… DIRECTORY < QUERY\n\
    Reads the page's URL parameters (and before them each FILE, as the page's import box does), writes the files of the open way into DIRECTORY, and prints as JSON what\n\
    they are, what is missing, what was found, and the steps to carry out.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("generate: {message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let Arguments {
        directory,
        today,
        imports,
    } = arguments()?;
    let mut query = String::new();
    std::io::stdin()
        .read_to_string(&mut query)
        .map_err(|error| format!("standard input: {error}"))?;
    let query = query
        .trim_end_matches(['\r', '\n'])
        .trim_start_matches(['?', '#']);

    let (given, mut findings) = link::parse(query, Secrets::Honour);
    let (mut form, notes) = imported(&given, &imports)?;
    for (field, texts) in given.touched() {
        form.set(field, texts.to_vec());
    }
    let (config, reading) = read(&form);
    let deployment = build(&config);
    findings.extend(reading.findings.clone());
    findings.extend(check(&config, &reading, &deployment, today));
    secrecy::drop_secret_fixes(&reading.secrets, &mut findings);
    let files = files(&deployment, config.way);

    std::fs::create_dir_all(&directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    for file in &files {
        let path = directory.join(file.name);
        std::fs::write(&path, &file.text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let report = json!({
        "files": files.iter().map(|file| file.name).collect::<Vec<_>>(),
        "imported": notes,
        "missing": deployment.missing.iter().map(|field| field.key).collect::<Vec<_>>(),
        "findings": findings,
        "steps": steps(&files),
        "link": link::write(&form),
    });
    println!("{report:#}");
    Ok(())
}

/// Reads files into a form that begins with the starting point and launch type of the query. Returns it, and what was not
/// taken over.
fn imported(given: &Form, files: &[PathBuf]) -> Result<(Form, Vec<Value>), String> {
    let mut form = Form::default();
    form.take(
        &[&fields::START, &fields::LAUNCH_TYPE, &fields::TOKEN_SOURCE],
        given,
    );
    let mut notes = Vec::new();
    for file in files {
        let said = |problem: String| format!("{}: {problem}", file.display());
        let bytes = std::fs::read(file).map_err(|error| said(error.to_string()))?;
        let text = import::bytes::decoded(&bytes).map_err(|failure| said(failure.to_string()))?;
        let import = import::read(&text, &form).map_err(|failure| said(failure.to_string()))?;
        let words = |note: &Note| json!({ "outcome": note.outcome.title(), "text": note.text });
        notes.extend(import.notes.iter().map(words));
        form = import.form;
    }
    Ok((form, notes))
}

/// Returns the steps of all files, stage by stage.
fn steps(files: &[OutputFile]) -> Vec<Value> {
    let need = |need: &Need| match need {
        Need::File(name) => json!({ "file": name }),
        Need::Variable(Variable {
            name,
            what,
            is_secret,
        }) => json!({ "variable": name, "what": what, "secret": is_secret }),
    };
    let mut all = Vec::new();
    for stage in Stage::ALL {
        for file in files {
            let steps = file.steps.iter().filter(|step| step.stage == *stage);
            all.extend(steps.map(|step| {
                let command = step.command.as_ref();
                let shown = command.filter(|command| command.secrets().is_empty());
                json!({
                    "file": file.name,
                    "stage": stage.name(),
                    "sentence": step.sentence,
                    "command": shown.map(Written::text),
                    "needs": step.needs.iter().map(need).collect::<Vec<_>>(),
                })
            }));
        }
    }
    all
}

struct Arguments {
    directory: PathBuf,
    today: Date,
    imports: Vec<PathBuf>,
}

fn arguments() -> Result<Arguments, String> {
    let mut directory = None;
    let mut today = None;
    let mut imports = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (argument.clone(), None),
        };
        match name.as_str() {
            "--help" | "-h" => {
                println!("{USAGE}");
                std::process::exit(0);
            }
            "--today" => {
                let value = value.or_else(|| arguments.next()).unwrap_or_default();
                let date = Date::parse(&value).ok_or(format!("--today wants YYYY-MM-DD, not `{value}`"))?;
                today = Some(date);
            }
            "--import" => imports.extend(value.or_else(|| arguments.next()).map(PathBuf::from)),
            "--out" => directory = value.or_else(|| arguments.next()).map(PathBuf::from),
            _ if argument.starts_with('-') => {
                return Err(format!("there is no option `{argument}`\n{USAGE}"));
            }
            _ => directory = Some(PathBuf::from(argument)),
        }
    }
    Ok(Arguments {
        directory: directory.ok_or(USAGE)?,
        today: today.unwrap_or_else(this_day),
        imports,
    })
}

/// Returns the current day in UTC.
fn this_day() -> Date {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    Date::from_days(seconds / 86400)
}
