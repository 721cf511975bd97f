//! The archive's `README.md`: the steps to follow, the files, and the link back to the page.

use super::OutputFile;
use super::file::Stage;
use crate::deployment::Deployment;
use std::fmt::Write as _;

/// The name of the archive.
pub const ARCHIVE: &str = "harness-delegate-ecs.zip";

/// The sentence after the last step.
const APPEARS: &str = "In Harness the delegate appears about two minutes after its task started: under Account Settings, \
     Delegates, or under those of the organization or the project that the token is of.";

/// Renders the file. `link` is the page's URL with the form's values in it; it must not contain a secret.
pub fn render(deployment: &Deployment, files: &[OutputFile], link: &str) -> String {
    let mut text = String::from("# A Harness delegate on Amazon ECS\n");
    let held: Vec<&str> = files
        .iter()
        .filter(|file| !file.secrets.is_empty())
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
    for (at, sentence) in sentences(files).iter().enumerate() {
        let _ = writeln!(text, "{}. {sentence}", at + 1);
    }
    text.push_str("\n## What is in it\n\n");
    for file in files {
        let _ = writeln!(text, "- `{}`: {}", file.name, file.purpose);
    }
    let _ = write!(
        text,
        "\n## Change it\n\nThe page with these values, without any secret:\n\n<{link}>\n"
    );
    text
}

/// The steps of all files, stage by stage.
fn sentences(files: &[OutputFile]) -> Vec<&str> {
    let mut sentences = Vec::new();
    for stage in Stage::ALL {
        let steps = files.iter().flat_map(|file| &file.steps);
        let steps = steps.filter(|step| step.stage == *stage);
        sentences.extend(steps.map(|step| step.sentence.as_str()));
    }
    sentences.push(APPEARS);
    sentences
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
        assert!(!text.contains("**Secret:**"));
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
        let purposes: Vec<&str> = crate::outputs::all_kinds().map(|kind| kind.purpose).collect();
        for (at, purpose) in purposes.iter().enumerate() {
            assert!(
                !purpose.is_empty() && !purposes[..at].contains(purpose),
                "{purpose}"
            );
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
