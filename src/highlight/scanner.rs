//! Going through a text from left to right, stretch by stretch.

use super::Class;

/// A text and what was recognised of it so far.
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// What was recognised, without gaps.
    pub spans: Vec<(Class, &'a str)>,
}

impl<'a> Scanner<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            spans: Vec::new(),
        }
    }

    /// What is still to be looked at.
    pub fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Whether the next character is the first of its line, white space apart.
    pub fn is_line_start(&self) -> bool {
        let before = self.text[..self.at].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    }

    /// Whether white space or nothing stands before the next character.
    pub fn is_word_start(&self) -> bool {
        self.text[..self.at]
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || "(;|&".contains(c))
    }

    /// Takes so many bytes, up to the next boundary of a character.
    pub fn take(&mut self, class: Class, bytes: usize) {
        let mut end = (self.at + bytes).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        if end == self.at {
            return;
        }
        match self.spans.last_mut() {
            // Neighbours of one class are one stretch.
            Some((last, text)) if *last == class => {
                *text = &self.text[self.at - text.len()..end];
            }
            _ => self.spans.push((class, &self.text[self.at..end])),
        }
        self.at = end;
    }

    /// Takes characters while they are such.
    pub fn take_while(&mut self, class: Class, such: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.take(class, rest.find(|c| !such(c)).unwrap_or(rest.len()));
    }

    /// Takes the rest of the line, without its line feed.
    pub fn take_line(&mut self, class: Class) {
        self.take_while(class, |c| c != '\n');
    }

    /// How many bytes the string in these quotes has that begins here; a backslash hides the next character.
    pub fn string_length(&self, quote: char) -> usize {
        let mut hidden = false;
        for (at, c) in self.rest().char_indices().skip(1) {
            match c {
                _ if hidden => hidden = false,
                '\\' => hidden = true,
                _ if c == quote => return at + 1,
                _ => {}
            }
        }
        self.rest().len()
    }

    /// Takes the lines of a here-document up to the one that is this word, white space before it apart.
    pub fn take_here_document(&mut self, end: &str) {
        while !self.rest().is_empty() {
            let rest = self.rest();
            let length = rest.find('\n').map_or(rest.len(), |at| at + 1);
            let is_end = rest[..length].trim() == end;
            self.take(Class::Text, length);
            if is_end {
                return;
            }
        }
    }
}

/// Whether a word can go on with this character.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}
