//! How to create a stack from `template.yaml`: the stack's name, the command, and the link to the console.

use super::flag::Flag;
use super::parameters::{parameters, variable};
use crate::aws::region;
use crate::deployment::Deployment;
use crate::document::text::Text;
use crate::document::written::Written;
use crate::facts::cloudformation::STACK_NAME_MAX;
use crate::outputs::language::aws_cli::Command;

/// Returns the name of the stack: the service's name, changed where CloudFormation does not allow it.
/// Source: the API's `CreateStackInput.StackName`.
pub fn stack_name(deployment: &Deployment) -> Text {
    let service = &deployment.service.service_name;
    let legal = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let name = service.map(|name| name.chars().map(legal).collect());
    let begins = name.to_string().starts_with(|c: char| c.is_ascii_alphabetic());
    let before = if begins || name.is_missing() {
        ""
    } else {
        "delegate-"
    };
    Text::from(before).then(name).first(STACK_NAME_MAX)
}

/// The shell variable for the bucket that a large template needs.
pub const BUCKET: &str = "S3_BUCKET";

/// Returns the command that creates or updates the stack, through a bucket if the template is too large for it. Parameters
/// without a default come from shell variables over standard input, so no secret is a command's argument.
pub fn command(deployment: &Deployment, is_large: bool) -> Written {
    let asked: Vec<&str> = parameters(deployment)
        .into_iter()
        .filter(|parameter| parameter.default.is_none())
        .map(|parameter| parameter.name)
        .collect();
    let mut command = Command::aws("cloudformation", "deploy", &deployment.region)
        .options("--template-file", &["template.yaml"])
        .option("--stack-name", stack_name(deployment))
        .options("--capabilities", &["CAPABILITY_NAMED_IAM"])
        .flag("--no-fail-on-empty-changeset");
    if is_large {
        command = command.variable("--s3-bucket", BUCKET);
    }
    // A flag that is not exported keeps its default, or the value that the stack has.
    let flags = Flag::of(deployment).map(|flag| {
        let name = flag.parameter_name();
        let variable = variable(name);
        format!("(env.{variable} | select(length > 0) | \"{name}=\" + .)")
    });
    let pairs: Vec<String> = asked
        .iter()
        .map(|name| format!("\"{name}=\" + env.{}", variable(name)))
        .chain(flags)
        .collect();
    if pairs.is_empty() {
        return command.script();
    }
    command = command.options("--parameter-overrides", &["file:///dev/stdin"]);
    let values = format!("jq -n '[{}]' |\n", pairs.join(", "));
    command.script().between(&values, "")
}

/// Returns a link to the console's page for creating a stack from the template at this URL. The link fills in the
/// parameters that the user gave; the console asks for the secrets.
/// Source:
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html>.
pub fn quick_create_link(deployment: &Deployment, template_url: &Text) -> String {
    let encode = |text: &Text| {
        form_urlencoded::byte_serialize(text.to_string().as_bytes())
            .collect::<String>()
            .replace('+', "%20")
    };
    let host = region::console(deployment.partition);
    let region = if deployment.has_region() {
        format!("?region={}", encode(&deployment.region))
    } else {
        String::new()
    };
    let mut link = format!(
        "https://{host}/cloudformation/home{region}#/stacks/create/review?templateURL={}&stackName={}",
        encode(template_url),
        encode(&stack_name(deployment))
    );
    for parameter in parameters(deployment) {
        if let Some(value) = parameter.default {
            link.extend(["&param_", parameter.name, "=", &encode(&value)]);
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Secrets, parse};
    use crate::{build, read};

    fn deployment(query: &str) -> Deployment {
        build(&read(&parse(query, Secrets::Honour).0).0)
    }

    #[test]
    fn a_stack_is_named_after_its_service() {
        let name = |service: &str| stack_name(&deployment(&format!("service_name={service}"))).to_string();
        assert_eq!(name("build_blue"), "build-blue");
        assert_eq!(name("1st"), "delegate-1st");
        assert_eq!(name(&"a".repeat(129)), "a".repeat(128));
        assert_eq!(name(&"1".repeat(128)), format!("delegate-{}", "1".repeat(119)));
        assert_eq!(stack_name(&deployment("")).to_string(), "<DELEGATE_NAME>");
        assert_eq!(name("<x>"), "delegate--x-");
    }

    #[test]
    fn the_link_is_to_the_console_of_the_partition_and_tells_no_secret() {
        let link = |query: &str| quick_create_link(&deployment(query), &"https://b.example/a b+c".into());
        for (region, host) in [
            ("cn-north-1", "console.amazonaws.cn"),
            ("us-gov-west-1", "console.amazonaws-us-gov.com"),
            ("eusc-de-east-1", "console.amazonaws-eusc.eu"),
            ("us-west-2", "console.aws.amazon.com"),
        ] {
            let start = format!("https://{host}/cloudformation/home?region={region}#/stacks/create/review?");
            assert!(link(&format!("region={region}")).starts_with(&start));
        }
        assert_eq!(
            link("service_name=a&token=not-a-real-token&token_source=plain&subnets=subnet-1,subnet-2"),
            "https://console.aws.amazon.com/cloudformation/home#/stacks/create/review\
             ?templateURL=https%3A%2F%2Fb.example%2Fa%20b%2Bc&stackName=a&param_Subnets=subnet-1%2Csubnet-2\
             &param_CreateCluster=true&param_CreateLogGroup=true"
        );
    }
}
