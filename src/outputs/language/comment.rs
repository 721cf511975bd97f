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
    }
}
