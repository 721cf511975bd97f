//! Every script passes shellcheck with its style checks, without an exception.

mod common;

use common::forms::{HOSTILE, cases, cli_form};
use common::{Outcome, programs};
use configurator::Form;
use configurator::choices::{LaunchType, Way};
use configurator::fields;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

/// Writes every script of these forms into one directory and checks them all at once.
fn assert_clean(forms: impl IntoIterator<Item = Form>) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let mut scripts = Vec::new();
    for (number, form) in forms.into_iter().enumerate() {
        for way in Way::ALL {
            let mut form = form.clone();
            form.set(&fields::WAY, vec![way.value().to_owned()]);
            for file in Outcome::of_form(form).files {
                if std::path::Path::new(file.name)
                    .extension()
                    .is_some_and(|extension| extension == "sh")
                {
                    assert!(
                        !file.text.contains("shellcheck disable"),
                        "{} makes an exception",
                        file.name
                    );
                    // A shell into which `commands.sh` is pasted would take `!` for its history.
                    let is_pasted = file.name == "commands.sh";
                    assert_eq!(
                        !file.text.starts_with("#!/usr/bin/env bash\n"),
                        is_pasted,
                        "{} says another shell",
                        file.name
                    );
                    let path = directory.path().join(format!("{number}-{}", file.name));
                    std::fs::write(&path, file.text).expect("a temporary file can be written");
                    scripts.push((path, is_pasted));
                }
            }
        }
    }
    assert!(!scripts.is_empty());
    let (pasted, others): (Vec<_>, Vec<_>) = scripts.into_iter().partition(|(_, is_pasted)| *is_pasted);
    // Each step of `commands.sh` sets its environment in a subshell of its own, so that it runs alone.
    assert_scripts("sh", "--exclude=SC2030,SC2031", &pasted);
    assert_scripts("bash", "--exclude=", &others);
}

/// Checks scripts for a shell.
fn assert_scripts(shell: &str, exceptions: &str, scripts: &[(std::path::PathBuf, bool)]) {
    let scripts: Vec<_> = scripts.iter().map(|(path, _)| path).collect();
    for scripts in scripts.chunks(500) {
        let shellcheck = [
            "--norc",
            "--severity=style",
            "--format=gcc",
            "--color=never",
            exceptions,
        ];
        let shell_option = format!("--shell={shell}");
        let mut command = programs::command("shellcheck");
        let checked = programs::run(command.args(shellcheck).arg(shell_option).args(scripts));
        assert!(checked.status.success(), "{}", excerpt(&programs::said(&checked)));
        let parsed = programs::run(programs::command("bash").arg("-n").arg(scripts[0]));
        assert!(parsed.status.success(), "{}", programs::said(&parsed));
    }
}

/// The first complaints, each with its line.
fn excerpt(complaints: &str) -> String {
    let with_line = |complaint: &str| {
        let mut parts = complaint.split(':');
        let file = parts.next().and_then(|file| std::fs::read_to_string(file).ok());
        let number = parts.next().and_then(|number| number.parse::<usize>().ok());
        let line = file
            .zip(number)
            .and_then(|(file, number)| file.lines().nth(number - 1).map(str::to_owned));
        format!("{complaint}\n    {}", line.unwrap_or_default())
    };
    complaints
        .lines()
        .take(20)
        .map(with_line)
        .collect::<Vec<_>>()
        .join("\n")
}

fn form(query: &str) -> Form {
    Outcome::of(query).form
}

#[test]
fn scripts_of_ordinary_configurations() {
    let more = [
        "",
        "&start=docs",
        "&token_secret_arn=",
        "&token_secret_arn=&proxy_host=p&proxy_user=u&kms_key_id=arn:aws:kms:us-west-2:012345678901:key/x",
        "&token_source=plain",
        "&create_cluster=false&create_roles=false&logs=none&tags=",
        "&capacity=FARGATE_SPOT&desired_count=3&log_retention=&tags=team=blue&tags=a=b+c",
        "&task_role_permissions=deploy-ecs&enable_execute_command=true",
    ];
    let mut forms = vec![
        form(""),
        form("launch_type=EC2"),
        form("start=docs"),
        form("start=docs&launch_type=EC2"),
    ];
    for context in more {
        forms.push(form(&format!("{}{context}", common::FARGATE)));
        forms.push(form(&format!("{}{context}", common::EC2)));
    }
    assert_clean(forms);
}

/// Every hostile value in some field, and in every field some hostile value.
#[test]
fn scripts_with_hostile_values() {
    let fields = [
        &fields::DELEGATE_NAME,
        &fields::CLUSTER,
        &fields::SERVICE_NAME,
        &fields::REGION,
        &fields::LOG_GROUP,
        &fields::INIT_SCRIPT,
    ];
    let forms = (0..HOSTILE.len()).step_by(fields.len() - 1).map(|first| {
        let hostile = |at: usize| HOSTILE[(first + at) % HOSTILE.len()];
        let mut form = Form::default();
        form.set(
            &fields::LAUNCH_TYPE,
            vec![LaunchType::ALL[first % 2].value().to_owned()],
        );
        for (at, field) in fields.into_iter().enumerate() {
            form.set(field, vec![hostile(at).to_owned()]);
        }
        form.set(
            &fields::TAGS,
            vec![
                format!("{}={}", hostile(1), hostile(2)),
                format!("a={}", hostile(3)),
            ],
        );
        form.set(
            &fields::TOKEN_SECRET_ARN,
            vec![fields::TOKEN_SECRET_ARN.sample.to_owned()],
        );
        form
    });
    assert_clean(forms);
}

#[test]
fn scripts_of_any_configuration() {
    let mut runner = TestRunner::new(cases(1));
    let forms = cli_form();
    assert_clean((0..20).map(|_| forms.new_tree(&mut runner).expect("forms can be made").current()));
}

/// The check itself works.
#[test]
fn shellcheck_refuses_an_unquoted_variable() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let script = directory.path().join("bad.sh");
    std::fs::write(&script, "#!/usr/bin/env bash\na='x y'\nls $a\n")
        .expect("a temporary file can be written");
    let checked = programs::run(programs::command("shellcheck").arg(&script));
    assert!(programs::said(&checked).contains("SC2086"));
}
