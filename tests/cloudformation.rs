//! `template.yaml`: other tools read it, and it holds the same deployment as every other format.

mod formats;
#[path = "cloudformation/imported.rs"]
mod imported;
#[path = "cloudformation/same.rs"]
mod same;
#[path = "cloudformation/templates.rs"]
mod templates;
#[path = "common/whole.rs"]
mod whole;

use configurator::date::Date;
use configurator::fields::{FIELDS, Kind};
use configurator::link::{Secrets, parse};
use configurator::outputs::OutputFile;
use configurator::outputs::cloudformation::stack::{
    command as deploy_command, quick_create_link, stack_name,
};
use configurator::outputs::step::Need;
use formats::{Case, GOOD, HOSTILE, NETWORK, case, command, run, scratch};
use same::assert_same;
use serde_json::Value;
use templates::{read, templates, write};

const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 24,
};

#[test]
fn cfn_lint_has_nothing_to_say() {
    let directory = scratch("cfn-lint");
    write(&directory, &templates());
    let (is_clean, findings) = run(command("cfn-lint")
        .args(["-r", "us-west-2", "-f", "parseable", "-c", "I3011", "--"])
        .arg(directory.join("*.yaml")));
    assert!(is_clean, "{findings}");
    assert_eq!(findings, "");
}

#[test]
fn the_template_is_the_deployment() {
    let cases = templates();
    for (template, case) in read("cloudformation", &cases).iter().zip(&cases) {
        assert_same(template, case);
    }
}

#[test]
fn no_text_is_changed_by_yaml() {
    let cases: Vec<Case> = HOSTILE
        .iter()
        .map(|hostile| case(&format!("{}&way=cloudformation", formats::hostile_query(hostile))))
        .collect();
    for (template, case) in read("yaml-hostile", &cases).iter().zip(&cases) {
        assert_same(template, case);
    }
}

#[test]
fn secrets_and_the_network_are_parameters() {
    let cases = vec![
        case(&format!("{GOOD}&way=cloudformation")),
        case(&format!("{GOOD}&{NETWORK}&token_source=plain&way=cloudformation")),
        case(&format!(
            "{GOOD}&launch_type=EC2&create_cluster=false&way=cloudformation&{}",
            formats::SECRET
        )),
    ];
    let templates = read("parameters", &cases);
    let names = |template: &Value| {
        template["Parameters"]
            .as_object()
            .map(|all| all.keys().cloned().collect::<Vec<_>>())
            .unwrap_or_default()
    };
    assert_eq!(
        names(&templates[0]),
        [
            "CreateCluster",
            "CreateLogGroup",
            "DelegateToken",
            "SecurityGroups",
            "Subnets"
        ]
    );
    for template in &templates[..2] {
        let parameters = &template["Parameters"];
        assert_eq!(parameters["DelegateToken"]["NoEcho"], true);
        assert_eq!(parameters["Subnets"]["Type"], "List<AWS::EC2::Subnet::Id>");
        assert_eq!(
            parameters["SecurityGroups"]["Type"],
            "List<AWS::EC2::SecurityGroup::Id>"
        );
    }
    assert_eq!(templates[0]["Parameters"]["Subnets"]["Default"], Value::Null);
    assert_eq!(
        templates[1]["Parameters"]["Subnets"]["Default"],
        "subnet-0a1b2c3d4e5f67890,subnet-0b1c2d3e4f5a67891"
    );
    assert_eq!(names(&templates[2]), ["CreateLogGroup"]);
    let nothing_to_ask = case(&format!(
        "{GOOD}&launch_type=EC2&create_cluster=false&logs=none&way=cloudformation&{}",
        formats::SECRET
    ));
    let command = deploy_command(&nothing_to_ask.deployment, false);
    assert!(!command.text().contains("parameter-overrides"));
}

#[test]
fn propagate_tags_none_is_absent() {
    let cases = [case(&format!("{GOOD}&way=cloudformation&propagate_tags=NONE"))];
    let template = &read("propagate-tags", &cases)[0];
    assert_eq!(
        template["Resources"]["Service"]["Properties"]["PropagateTags"],
        Value::Null
    );
    assert_eq!(
        template["Resources"]["Service"]["Properties"]["EnableECSManagedTags"],
        true
    );
}

#[test]
fn a_stack_has_a_legal_name_whatever_the_service_is_called() {
    for (service, stack) in [
        ("build-blue", "build-blue"),
        ("1_2.x", "delegate-1-2-x"),
        ("größe", "gr--e"),
    ] {
        let mut deployment = case(GOOD).deployment;
        deployment.service.service_name = service.into();
        assert_eq!(stack_name(&deployment).to_string(), stack);
    }
}

fn file_of(case: &Case) -> &OutputFile {
    let file = case.files.iter().find(|file| file.name == "template.yaml");
    file.expect("the way has a template")
}

/// If the template is one byte too large for the command, its step uses a bucket; the rule has said it before.
#[test]
fn a_template_that_needs_a_bucket_says_so() {
    let of = |length: usize| {
        let script = "x".repeat(length);
        let case = case(&format!(
            "{GOOD}&{NETWORK}&way=cloudformation&init_script={script}"
        ));
        let file = file_of(&case).clone();
        let names = file
            .steps
            .iter()
            .flat_map(|step| &step.needs)
            .map(|need| match need {
                Need::File(name) => (*name).to_owned(),
                Need::Variable(variable) => variable.name.clone(),
            });
        let commands = file.steps.iter().filter_map(|step| step.command.as_ref());
        let has_option = commands
            .clone()
            .any(|command| command.text().contains("--s3-bucket \"$S3_BUCKET\""));
        (
            file.text.len(),
            has_option,
            names.into_iter().any(|name| name == "S3_BUCKET"),
        )
    };
    let room = 51_201 - of(1).0;
    assert_eq!(of(room), (51_200, false, false));
    assert_eq!(of(room + 1), (51_201, true, true));
}

/// The file has the link if the template's address is given. The link contains no secret, and no value can redirect it.
#[test]
fn the_link_to_the_console_tells_no_secret() {
    let url = "https://templates-of-mine.s3.us-west-2.amazonaws.com/template.yaml";
    let query = format!("{GOOD}&{NETWORK}&way=cloudformation");
    let link_of = |case: &Case| file_of(case).link.clone();
    assert_eq!(link_of(&case(&query)), None);
    for (more, host) in [
        ("", "console.aws.amazon.com"),
        ("&region=cn-north-1", "console.amazonaws.cn"),
        ("&region=us-gov-west-1", "console.amazonaws-us-gov.com"),
        ("&region=eusc-de-east-1", "console.amazonaws-eusc.eu"),
        (
            "&proxy_host=p&proxy_port=3128&proxy_user=u",
            "console.aws.amazon.com",
        ),
    ] {
        let case = case(&format!("{query}{more}&template_url={url}"));
        let text = case.file("template.yaml");
        let link = link_of(&case).expect("a link").address;
        assert_eq!(link, quick_create_link(&case.deployment, &url.into()), "{more}");
        assert!(!text.contains(&link), "no comment holds a value");
        assert!(
            link.starts_with(&format!("https://{host}/cloudformation/home?region=")),
            "{link}"
        );
        for secret in ["DelegateToken", "ProxyPassword"] {
            assert!(!link.contains(secret), "{link}");
        }
        assert!(text.contains("NoEcho"), "there are secrets to leave out");
    }
    let name = "x%0A%23%20%20%20https://console.example.com";
    let hostile = case(&format!(
        "{query}&delegate_name={name}&service_name={name}&template_url={url}"
    ));
    let link = link_of(&hostile).expect("a link").address;
    assert!(link.starts_with("https://console.aws.amazon.com/"), "{link}");
}

#[test]
fn the_quick_create_link_fills_in_what_is_known() {
    let deployment = case(&format!("{GOOD}&{NETWORK}")).deployment;
    assert_eq!(
        quick_create_link(&deployment, &"https://b.s3.amazonaws.com/a b.yaml".into()),
        "https://console.aws.amazon.com/cloudformation/home?region=us-west-2#/stacks/create/review\
         ?templateURL=https%3A%2F%2Fb.s3.amazonaws.com%2Fa%20b.yaml&stackName=build-blue\
         &param_Subnets=subnet-0a1b2c3d4e5f67890%2Csubnet-0b1c2d3e4f5a67891\
         &param_SecurityGroups=sg-0a1b2c3d4e5f67890&param_CreateCluster=true&param_CreateLogGroup=true"
    );
}

/// The rule finds each text that reaches the template, and no other.
#[test]
fn a_dynamic_reference_is_found_wherever_the_template_has_it() {
    let mut found = 0;
    for more in [
        "",
        "create_roles=false&token_source=plain&task_role_permissions=read-s3",
        "launch_type=EC2&hostname=a&task_role_permissions=assume-roles",
        "proxy_host=p&proxy_port=1&proxy_user=u&task_role_permissions=all-s3",
    ] {
        let base = parse(
            &format!("{GOOD}&{NETWORK}&way=cloudformation&{more}"),
            Secrets::Honour,
        )
        .0;
        for field in FIELDS.iter().copied() {
            let text = "{{resolve:ssm:/x:1}}";
            let texts = match field.kind {
                Kind::Number(..) | Kind::Flag(_) | Kind::Choice(..) => continue,
                Kind::Rows(_) => vec!["OTHER=1".to_owned(), format!("X={text}")],
                Kind::Identifier(_) | Kind::FreeText(_) | Kind::Secret(_) | Kind::List(_) => {
                    vec![text.to_owned()]
                }
            };
            let mut form = base.clone();
            form.set(field, texts);
            let (config, _) = configurator::read(&form);
            let files = configurator::files(&configurator::build(&config), config.way);
            let reaches = files[0].text.contains("{{resolve:");
            let findings = configurator::rules::findings(&form, TODAY);
            let rule = findings
                .iter()
                .find(|finding| finding.rule == "dynamic-reference");
            assert_eq!(rule.is_some(), reaches, "{}: {more}", field.key);
            if let Some(finding) = rule {
                assert_eq!(finding.field, field.key);
                assert_eq!(finding.row, matches!(field.kind, Kind::Rows(_)).then_some(1));
                found += 1;
            }
        }
    }
    assert!(found > 60, "{found}");
}
