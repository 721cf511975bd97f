//! The words of commands as people paste them: with the line continuations of any shell, prompts, and other commands
//! beside.

use super::failure::Failure;

/// A command: its program, what the program is to do, and the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// `docker`, `helm` and so on.
    pub program: String,
    /// The words behind `run` or `upgrade`.
    pub words: Vec<String>,
}

/// Programs that run a container, with Docker's options.
pub const RUNNERS: [&str; 3] = ["docker", "podman", "nerdctl"];

/// Returns the commands of a text that run a container or install a chart.
///
/// # Errors
///
/// A quote is not closed.
pub fn commands(text: &str) -> Result<Vec<Command>, Failure> {
    let text = joined(text)?;
    let words = shlex::split(&text)
        .ok_or_else(|| Failure::of("The command ends within a word. Was all of it copied?"))?;
    let mut commands: Vec<Command> = Vec::new();
    let mut rest = words.into_iter().peekable();
    let mut is_ended = false;
    while let Some(word) = rest.next() {
        let is_runner = RUNNERS.contains(&word.as_str());
        if is_runner && rest.peek().is_some_and(|second| second == "container") {
            rest.next();
        }
        let second = rest.peek().map_or("", String::as_str);
        if is_runner && second == "run" || word == "helm" && ["upgrade", "install"].contains(&second) {
            rest.next();
            is_ended = false;
            commands.push(Command {
                program: word,
                words: Vec::new(),
            });
        } else if let Some(command) = commands.last_mut() {
            is_ended |= ["&&", "||", "|", ";", "&"].contains(&word.as_str()) || word == "sudo";
            if !is_ended {
                command.words.push(word);
            }
        }
    }
    Ok(commands)
}

/// Whether a text begins with a command that runs a container.
pub fn begins_with_run(text: &str) -> bool {
    let text = without_prompt(text.trim_start_matches('\u{FEFF}'));
    let mut words = text.split_whitespace().skip_while(|word| *word == "sudo");
    let program = words.next().unwrap_or_default();
    let second = words.find(|word| *word != "container").unwrap_or_default();
    RUNNERS.contains(&program) && second == "run"
}

/// The text behind what a shell shows when it waits for a command.
fn without_prompt(text: &str) -> &str {
    text.trim_start().trim_start_matches(['$', '>', '#']).trim_start()
}

/// Joins lines that continue, as the shells of Unix (`\`), Windows (`^`) and `PowerShell` mark them, also where blanks
/// follow the mark.
fn joined(text: &str) -> Result<String, Failure> {
    let mut all = String::with_capacity(text.len());
    let is_one_line = !text.trim_end().contains('\n');
    let mut open: Option<(char, usize)> = None;
    for (at, line) in text.split('\n').enumerate() {
        // The prompt of root begins a comment otherwise.
        let is_first = open.is_none() && begins_with_run(line);
        let line = if is_first { without_prompt(line) } else { line };
        let mut chars = line.char_indices().peekable();
        let (mut begin, mut end) = (0, line.len());
        while let Some((index, c)) = chars.next() {
            let is_last = line[index + c.len_utf8()..].trim().is_empty();
            match (open, c) {
                (None | Some(('"', _)), '\\') if is_last => end = index,
                // An input of one line has removed the line breaks, and left the marks.
                (None, '\\') if is_one_line && stands_alone(line, index) => {
                    all.push_str(&line[begin..index]);
                    begin = index + 1;
                }
                (None, '^' | '`') if is_last && index > 0 => end = index,
                (None | Some(('"', _)), '\\') => _ = chars.next(),
                (None, '"' | '\'') => open = Some((c, at + 1)),
                (Some((quote, _)), c) if c == quote => open = None,
                _ => {}
            }
            if end < line.len() {
                break;
            }
        }
        all.push_str(&line[begin..end]);
        all.push(if end < line.len() { ' ' } else { '\n' });
    }
    match open {
        Some((quote, line)) => Err(Failure::at(
            line,
            1,
            format!(
                "The quote `{quote}` that opens in this line is never closed. Was all of the command copied?"
            ),
        )),
        None => Ok(all),
    }
}

/// Whether the character has blanks on both sides.
fn stands_alone(line: &str, at: usize) -> bool {
    line[..at].ends_with([' ', '\t']) && line[at + 1..].starts_with([' ', '\t'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut commands = commands(text).expect("words");
        assert_eq!(commands.len(), 1, "{text}");
        commands.remove(0).words
    }

    #[test]
    fn lines_continue_as_in_any_shell() {
        for text in [
            "docker run -d \\\n  -e A=1 \\\n i",
            "docker run -d \\  \n  -e A=1 \\\t\n i",
            "docker run -d ^\n  -e A=1 ^\n i",
            "docker run -d `\n  -e A=1 `\n i",
            "docker run -d\n-e A=1\ni",
            "docker run -d \\  -e A=1 \\   i",
            "$ sudo docker  run -d -e A=1 i",
            "docker container run -d -e A=1 i && docker ps",
        ] {
            assert_eq!(words(text), ["-d", "-e", "A=1", "i"], "{text}");
        }
    }

    #[test]
    fn quotes_keep_what_is_in_them() {
        assert_eq!(
            words("docker run -e 'A=1 \\\n2' -e \"B=\\\"\" i"),
            ["-e", "A=1 \\\n2", "-e", "B=\"", "i"]
        );
        let open = commands("docker run \\\n -e A='1").expect_err("an open quote");
        assert!(open.to_string().starts_with("Line 2, column 1: "), "{open}");
    }

    #[test]
    fn several_commands_are_told_apart() {
        let text = "docker run -d a/b\n# the other one\npodman run c\nhelm upgrade -i d";
        let programs: Vec<_> = commands(text)
            .expect("words")
            .into_iter()
            .map(|command| command.program)
            .collect();
        assert_eq!(programs, ["docker", "podman", "helm"]);
        assert!(begins_with_run("  $ sudo docker run x") && begins_with_run("nerdctl  run"));
        for text in ["docker ps", "docker", "my docker run", ""] {
            assert!(!begins_with_run(text), "{text}");
        }
    }
}
