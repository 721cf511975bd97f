//! The commands of a shell script, and the files that they write to. Not a parser: a separator in quotes separates too.

/// Where the installer of the AWS CLI writes unless options say otherwise. Source:
/// <https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html>, read 2026-11.
const AWS_CLI: [(&[&str], &str); 2] = [
    (&["-i", "--install-dir"], "/usr/local/aws-cli"),
    (&["-b", "--bin-dir"], "/usr/local/bin"),
];

/// Programs that write to their last argument.
const TO_THE_LAST: &[&str] = &["mv", "cp", "install", "ln"];

/// Programs that write to each argument.
const TO_EACH: &[&str] = &[
    "tee", "touch", "mkdir", "rm", "rmdir", "chmod", "chown", "truncate",
];

/// Programs with the options that name a file or a directory to write to. The scripts that install tools, which are piped
/// into a shell, have `-b` by custom.
const OPTIONS: &[(&[&str], &[&str])] = &[
    (&["curl"], &["-o", "--output", "--output-dir"]),
    (&["wget"], &["-O", "-P"]),
    (&["tar"], &["-C", "--directory"]),
    (&["unzip"], &["-d"]),
    (&["sh", "bash"], &["-b", "--bin-dir", "--install-dir"]),
];

/// A command: the words of it, without a leading keyword or assignment.
pub struct Command<'a>(Vec<&'a str>);

/// Returns the commands of a line, without comments: what stands between `&&`, `;`, `|` and the like.
pub fn commands(line: &str) -> Vec<Command<'_>> {
    let is_comment = |(at, _): &(usize, &str)| *at == 0 || line[..*at].ends_with(char::is_whitespace);
    let end = line
        .match_indices('#')
        .find(is_comment)
        .map_or(line.len(), |(at, _)| at);
    let is_before =
        |word: &&str| ["if", "then", "else", "!", "do", "exec", "while"].contains(word) || word.contains('=');
    let parts = line[..end].split(['&', ';', '|', '(', '{']);
    parts
        .map(|part| Command(part.split_whitespace().skip_while(is_before).collect()))
        .collect()
}

impl<'a> Command<'a> {
    /// Returns the name of the program, without its directory.
    pub fn program(&self) -> Option<&'a str> {
        self.0.first()?.rsplit('/').next()
    }

    /// Returns the files and directories that the command writes to, as far as they can be told.
    pub fn targets(&self) -> Vec<&'a str> {
        let program = self.program().unwrap_or_default();
        let arguments = || {
            self.0
                .iter()
                .skip(1)
                .copied()
                .filter(|word| !word.starts_with(['-', '>']))
        };
        let mut targets = self.redirections();
        if self.0.first().is_some_and(|word| word.ends_with("aws/install")) {
            targets.extend(
                AWS_CLI
                    .iter()
                    .map(|(options, default)| self.value_of(options).unwrap_or(default)),
            );
        } else if TO_THE_LAST.contains(&program) {
            targets.extend(arguments().next_back());
        } else if TO_EACH.contains(&program) {
            targets.extend(arguments());
        }
        let options = OPTIONS.iter().filter(|(programs, _)| programs.contains(&program));
        targets.extend(options.filter_map(|(_, options)| self.value_of(options)));
        targets
            .into_iter()
            .map(|target| target.trim_matches(['"', '\'']))
            .collect()
    }

    /// Returns the value of one of these options: the next word, or what follows `=`.
    fn value_of(&self, options: &[&str]) -> Option<&'a str> {
        let next = self
            .0
            .windows(2)
            .find(|pair| options.contains(&pair[0]))
            .map(|pair| pair[1]);
        next.or_else(|| {
            let assigned = self.0.iter().filter_map(|word| word.split_once('='));
            assigned
                .filter(|(name, _)| options.contains(name))
                .map(|(_, value)| value)
                .next()
        })
    }

    /// Returns the files behind `>` and `>>`.
    fn redirections(&self) -> Vec<&'a str> {
        let of_word = |(at, word): (usize, &&'a str)| {
            let behind = word
                .trim_start_matches(['1', '2'])
                .strip_prefix('>')?
                .trim_start_matches('>');
            if behind.is_empty() {
                self.0.get(at + 1).copied()
            } else {
                Some(behind)
            }
        };
        self.0.iter().enumerate().filter_map(of_word).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::commands;

    fn targets(line: &str) -> Vec<&str> {
        commands(line).iter().flat_map(super::Command::targets).collect()
    }

    #[test]
    fn a_command_writes_where_its_arguments_say() {
        for (line, expected) in [
            ("mv kubectl /usr/local/bin/", &["/usr/local/bin/"][..]),
            ("if cp -f a b '/usr/bin/c'; then", &["/usr/bin/c"]),
            ("A=1 B=2 tee -a /etc/hosts /etc/x", &["/etc/hosts", "/etc/x"]),
            ("curl -sSLo x url; curl --output=/usr/bin/x url", &["/usr/bin/x"]),
            ("curl -s url -o /usr/bin/x", &["/usr/bin/x"]),
            ("wget url -P /opt/x && unzip x -d /opt", &["/opt/x", "/opt"]),
            ("curl url | tar xz -C /usr/local", &["/usr/local"]),
            ("curl url | sh -s -- -b /usr/local/bin", &["/usr/local/bin"]),
            ("echo x > /etc/x 2>/dev/null", &["/etc/x", "/dev/null"]),
            ("cat >>/etc/x <<EOF", &["/etc/x"]),
            ("./aws/install", &["/usr/local/aws-cli", "/usr/local/bin"]),
            ("./aws/install -i ~/aws -b ~/bin", &["~/aws", "~/bin"]),
            (
                "./aws/install --install-dir=~/aws --bin-dir ~/bin",
                &["~/aws", "~/bin"],
            ),
            ("echo mv a /usr/bin # mv a /usr/bin", &[]),
            ("test -d /usr/local/bin || [ -d /etc ]", &[]),
            ("ls /usr/bin", &[]),
        ] {
            assert_eq!(targets(line), expected, "{line}");
        }
    }
}
