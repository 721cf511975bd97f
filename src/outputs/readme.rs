//! `README.md` of the downloaded archive: what is in it, in which order to use it, and the link back to the page.

use super::{OutputFile, secrets};
use crate::choices::Way;
use crate::config::Config;
use crate::deployment::Deployment;
use std::fmt::Write as _;

/// The name of the archive.
pub const ARCHIVE: &str = "harness-delegate-ecs.zip";

/// The text. `link` is the page's address with the form in it; it holds no secret.
pub fn render(config: &Config, deployment: &Deployment, files: &[OutputFile], link: &str) -> String {
    let mut text = String::from("# A Harness delegate on Amazon ECS\n");
    let held: Vec<&str> = files
        .iter()
        .filter(|file| !secrets::in_file(file, config).is_empty())
        .map(|file| file.name)
        .collect();
    if !held.is_empty() {
        let _ = writeln!(
            text,
            "\n**Secret:** {} holds a secret in plain text. Keep it to yourself.",
            held.join(", ")
        );
    }
    if !deployment.missing.is_empty() {
        let labels: Vec<&str> = deployment.missing.iter().map(|field| field.label).collect();
        let _ = writeln!(
            text,
            "\n**Not finished:** the page still lacks {}.",
            labels.join(", ")
        );
    }
    text.push_str("\n## What to do\n\n");
    for (at, step) in steps(deployment, files, config.way).iter().enumerate() {
        let _ = writeln!(text, "{}. {step}", at + 1);
    }
    text.push_str("\n## What is in it\n\n");
    for file in files {
        let _ = writeln!(text, "- `{}`: {}", file.name, purpose(file.name));
    }
    let _ = write!(
        text,
        "\n## Change it\n\nThe page with these values, without any secret:\n\n<{link}>\n"
    );
    text
}

fn steps(deployment: &Deployment, files: &[OutputFile], way: Way) -> Vec<String> {
    let has = |name: &str| files.iter().any(|file| file.name == name);
    let mut steps = Vec::new();
    match way {
        Way::Cli => {
            if has("deployer-policy.json") {
                steps.push("Make sure that you may do what `deployer-policy.json` lists.".to_owned());
            }
            if deployment.secrets.iter().any(|secret| secret.arn.is_none()) {
                steps.push(
                    "In this folder: `bash commands.sh`. It stores the secret and prints its ARN; put that into the page, \
                     and take the files again."
                        .to_owned(),
                );
            } else {
                steps.push("In this folder: `bash commands.sh`, or its steps one by one.".to_owned());
            }
        }
        Way::Script => steps.push(
            "In AWS CloudShell: upload `deploy.sh` (Actions, Upload file), then `bash deploy.sh`.".to_owned(),
        ),
        Way::Terraform => {
            steps.push("In this folder: `terraform init`.".to_owned());
            steps.push("`terraform plan`, and read it.".to_owned());
            steps.push("`terraform apply`.".to_owned());
        }
        Way::CloudFormation => {
            let in_browser = match deployment.template_url {
                Some(_) => " Or, in a browser, open the link that stands there.",
                None => "",
            };
            steps.push(format!(
                "Run the `aws cloudformation deploy` command at the top of `template.yaml`.{in_browser}"
            ));
        }
    }
    steps.push(
        "In Harness the delegate appears about two minutes after its task started: under Account Settings, Delegates, \
         or under those of the organization or the project that the token is of."
            .to_owned(),
    );
    steps
}

fn purpose(name: &str) -> &'static str {
    match name {
        "task-spec.json" => "the task definition, for `aws ecs register-task-definition`",
        "service.json" => "the service, for `aws ecs create-service`",
        "commands.sh" => "the AWS CLI commands, in order",
        "deploy.sh" => "the whole job in one script; a second run changes nothing",
        "execution-role-trust.json" => "who may take the execution role",
        "execution-role-policy.json" => "what ECS may do to start the task",
        "task-role-trust.json" => "who may take the task role",
        "task-role-policy.json" => "what the delegate may do at AWS",
        "deployer-policy.json" => "what you must be allowed in order to run this",
        "main.tf" => "the call of the published Terraform module",
        "standalone.tf" => "the same in plain Terraform resources",
        "template.yaml" => "the same as a CloudFormation template",
        _ => "part of the deployment",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Secrets, parse};
    use crate::outputs::files;
    use crate::{build, read};

    fn readme(query: &str) -> String {
        let (config, _) = read(&parse(query, Secrets::Honour).0);
        let deployment = build(&config);
        render(
            &config,
            &deployment,
            &files(&deployment, config.way),
            "https://example.com/#v=1",
        )
    }

    #[test]
    fn it_names_every_file_the_order_and_the_link() {
        let text = readme("");
        for name in [
            "task-spec.json",
            "service.json",
            "commands.sh",
            "deployer-policy.json",
            "https://example.com/#v=1",
        ] {
            assert!(text.contains(name), "{name}");
        }
        assert!(!text.contains("part of the deployment") && !text.contains("**Secret:**"));
        // Each file with what it is for.
        let files = text.lines().filter(|line| line.starts_with("- `"));
        assert!(files.clone().count() > 4);
        for line in files {
            let purpose = line.split("`: ").nth(1).unwrap_or_default();
            assert!(purpose.len() > 10, "{line}");
        }
        assert!(readme("way=script").contains("bash deploy.sh"));
        let link = "open the link that stands there";
        assert!(!readme("way=cloudformation").contains(link));
        let url = "way=cloudformation&template_url=https://b.s3.amazonaws.com/t.yaml";
        assert!(readme(url).contains(link));
    }

    #[test]
    fn a_secret_in_a_file_is_said_and_not_shown() {
        let text = readme("start=docs&token=plainly-invented");
        assert!(text.contains("**Secret:** task-spec.json holds"), "{text}");
        assert!(!text.contains("plainly-invented"));
    }

    #[test]
    fn every_file_has_a_purpose_of_its_own() {
        let purposes: Vec<&str> = crate::outputs::KINDS
            .iter()
            .map(|kind| purpose(kind.name))
            .collect();
        for (at, purpose) in purposes.iter().enumerate() {
            assert!(!purpose.is_empty() && *purpose != super::purpose("other"), "{at}");
            assert!(!purposes[..at].contains(purpose), "{purpose}");
        }
    }

    #[test]
    fn the_steps_are_those_of_the_way() {
        let text = readme("");
        assert!(
            text.contains("\n1. Make sure")
                && text.contains("\n2. In this folder")
                && text.contains("\n3. In Harness")
        );
        assert!(text.contains("**Not finished:**") && text.contains("It stores the secret"));
        assert!(readme("token_secret_arn=a").contains("or its steps one by one"));
        assert!(readme("way=terraform").contains("\n3. `terraform apply`.\n4. In Harness"));
        let whole = readme(
            "way=cloudformation&delegate_name=a&account_id=b&manager_url=https://c.d&region=us-west-2&image=e",
        );
        assert!(!whole.contains("**Not finished:**"), "{whole}");
    }
}
