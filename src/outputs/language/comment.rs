//! Comments. A comment consists of words of this program, so no value of the form can be in one: a value that ends a
//! comment's line would become a line of the file.

/// A comment of one or several lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment(Vec<&'static str>);

impl Comment {
    /// Returns the lines of the comment, each with its `#`. Bash, HCL and YAML share that form.
    pub fn lines(&self) -> Vec<String> {
        let line = |line: &str| format!("# {line}").trim_end().to_owned();
        self.0.concat().lines().map(line).collect()
    }

    /// Prints the comment as lines of at most `width` characters, each with its `#` and a line feed.
    pub fn wrapped(&self, width: usize) -> String {
        let mut text = String::from("#");
        let mut length = 1;
        for word in self.0.concat().split_whitespace() {
            if length + 1 + word.len() > width {
                text.push_str("\n#");
                length = 1;
            }
            text.push(' ');
            text.push_str(word);
            length += 1 + word.len();
        }
        text + "\n"
    }

    /// Prints the comment, with a line feed after each line.
    pub fn print(&self) -> String {
        self.lines()
            .iter()
            .fold(String::new(), |all, line| all + line + "\n")
    }
}

impl From<&'static str> for Comment {
    fn from(words: &'static str) -> Self {
        Self(vec![words])
    }
}

impl<const N: usize> From<[&'static str; N]> for Comment {
    fn from(words: [&'static str; N]) -> Self {
        Self(words.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_comment() {
        let comment = Comment::from(["a\n", "\n b", "c"]);
        assert_eq!(comment.print(), "# a\n#\n#  bc\n");
        assert_eq!(Comment::from("ab cd efg").wrapped(7), "# ab cd\n# efg\n");
    }
}
