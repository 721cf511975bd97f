//! The archive's `README.md`: the steps to follow, the files, and the link back to the page.

use super::OutputFile;
use super::guide::{APPEARS, Guide};
use super::step::Step;
use crate::deployment::Deployment;
use std::fmt::Write as _;

/// The name of the archive.
pub const ARCHIVE: &str = "harness-delegate-ecs.zip";

/// Renders the file. `fragment` holds the form's values, and `link` is the page's address with it, unless that is a file
/// of the user. Neither may contain a secret.
pub fn render(deployment: &Deployment, files: &[OutputFile], link: Option<&str>, fragment: &str) -> String {
    let mut text = String::from("# A Harness delegate on Amazon ECS\n");
    let holds = |step: &Step| {
        step.command
            .as_ref()
            .is_some_and(|command| !command.secrets().is_empty())
    };
    let mut held: Vec<&str> = files
        .iter()
        .filter(|file| !file.secrets.is_empty())
        .map(|file| file.name)
        .collect();
    if files.iter().flat_map(|file| &file.steps).any(holds) {
        held.push("README.md");
    }
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
    push_steps(&mut text, files);
    text.push_str("\n## What is in it\n\n");
    for file in files {
        let _ = writeln!(text, "- `{}`: {}", file.name, file.purpose);
        let found = file.found_placeholders();
        if !found.is_empty() {
            let _ = writeln!(text, "  (`commands.sh` fills in `{}`)", found.join("`, `"));
        }
        if let Some(link) = &file.link {
            let _ = writeln!(text, "  ({}: <{}>)", link.label, link.address);
        }
    }
    let page = match link {
        Some(link) => format!("The page with these values, without any secret:\n\n<{link}>"),
        None => format!(
            "Open your copy of the page with this behind its address. It has these values, without any secret:\n\n\
             `#{fragment}`"
        ),
    };
    let _ = write!(text, "\n## Change it\n\n{page}\n");
    text
}

/// Appends the steps of all files, stage by stage.
fn push_steps(text: &mut String, files: &[OutputFile]) {
    text.push_str("\n## What to do\n");
    let guide = Guide::of(files);
    let (before, run) = (guide.prepare.len(), guide.run.len());
    if let Some(whole) = guide.whole {
        let (first, last) = (before + 1, before + run);
        let _ = writeln!(
            text,
            "\n`{whole}` carries out the steps {first} to {last}. You can also paste them, one after the other."
        );
    }
    for (at, step) in guide.prepare.iter().chain(&guide.run).enumerate() {
        push_step(text, at + 1, step);
    }
    let number = before + run + 1;
    let _ = writeln!(text, "\n{number}. {APPEARS}");
    if !guide.later.is_empty() {
        text.push_str("\n## Later\n");
    }
    for (at, step) in guide.later.iter().enumerate() {
        push_step(text, at + 1, step);
    }
}

/// Appends a step: its sentence, what its command needs, and the command.
fn push_step(text: &mut String, number: usize, step: &Step) {
    let _ = writeln!(text, "\n{number}. {}", step.sentence);
    // The archive contains the files that the command needs.
    let exports: Vec<String> = step
        .variables()
        .map(|variable| {
            let secret = if variable.is_secret {
                " It is a secret:"
            } else {
                ""
            };
            format!(
                "- `{}`: {}.{secret} `{}`",
                variable.name,
                variable.what,
                variable.export()
            )
        })
        .collect();
    if !exports.is_empty() {
        let _ = writeln!(text, "\nExport these variables first:\n\n{}", exports.join("\n"));
    }
    if let Some(command) = &step.command {
        // The block begins at the margin. In a list's item, a line break in a value could end the item. No value can end
        // the block: a shell's word has a backslash before each backtick.
        let _ = writeln!(text, "\n```sh\n{}\n```", command.text());
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
            &deployment,
            &files(&deployment, config.way),
            Some("https://example.com/#v=1"),
            "v=1",
        )
    }

    #[test]
    fn the_path_of_the_users_file_is_not_in_it() {
        let deployment = build(&read(&parse("", Secrets::Honour).0).0);
        let text = |link, fragment| render(&deployment, &[], link, fragment);
        assert!(text(Some("https://example.com/"), "").ends_with("\n\n<https://example.com/>\n"));
        let of_file = text(None, "v=1&cpu=512");
        assert!(of_file.ends_with("\n\n`#v=1&cpu=512`\n") && !of_file.contains("file:"));
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
        let link = "<https://console.aws.amazon.com/cloudformation/home";
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

    /// A value can neither end the block of its command nor hide that the file holds a secret.
    #[test]
    fn a_command_stays_in_its_block() {
        let query =
            "create_cluster=false&cluster=a```b&region=c````d%0A```%0A&service_name=```&launch_type=EC2";
        for way in ["cli&token_secret_arn=a", "script", "terraform", "cloudformation"] {
            let text = readme(&format!("way={way}&{query}"));
            let fences = text.matches("```");
            assert_eq!(fences.count(), 2 * text.matches("\n```sh\n").count(), "{text}");
        }
        let token = format!("{}%2B/=", "a".repeat(41));
        let text = readme(&format!("way=cloudformation&region={token}"));
        assert!(text.contains("README.md holds a secret"), "{text}");
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
        for words in [
            "\n`bash commands.sh` carries out the steps 2 to 7.",
            "\n1. Make sure",
            "\n2. Store the delegate token",
            "\n7. Wait until the tasks run.",
            "\n8. In Harness",
            "## Later\n\n1. If the tasks do not run",
            "**Not finished:**",
            "\n  (`commands.sh` fills in `<AWS_ACCOUNT_ID>`, `<TOKEN_SECRET_ARN>`)",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        let given = readme("token_secret_arn=arn:aws:secretsmanager:us-west-2:012345678901:secret:a-b1c2d3");
        assert!(
            given.contains("steps 2 to 6.") && !given.contains("fills in"),
            "{given}"
        );
        assert!(readme("way=terraform").contains("\n```sh\nterraform apply\n```\n\n4. In Harness"));
        assert!(
            readme("way=terraform&terraform_source=module").contains("\n2. If you give a secret a new value")
        );
        assert!(readme("way=terraform&terraform_source=standalone").contains("\n2. To remove everything"));
        let exports = "`read -rs DELEGATE_TOKEN && export DELEGATE_TOKEN`";
        assert!(readme("way=cloudformation").contains(exports));
        let whole = readme(
            "way=cloudformation&delegate_name=a&account_id=b&manager_url=https://c.d&region=us-west-2&image=e",
        );
        assert!(!whole.contains("**Not finished:**"), "{whole}");
    }
}
