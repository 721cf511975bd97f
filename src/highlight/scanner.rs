//! Goes through a text from left to right and splits it into classes.

use super::span::Class;

/// A text, and the parts recognised so far.
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// The parts recognised so far, without gaps.
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

    /// Returns the text that is still to scan.
    pub fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Returns the next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Whether only white space precedes the next character in its line.
    pub fn is_line_start(&self) -> bool {
        let before = self.text[..self.at].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    }

    /// Whether a word can start at the next character: it is the first one, or follows white space or a separator.
    pub fn is_word_start(&self) -> bool {
        self.text[..self.at]
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || "(;|&".contains(c))
    }

    /// Takes this many bytes, rounded up to the end of a character.
    pub fn take(&mut self, class: Class, bytes: usize) {
        let mut end = (self.at + bytes).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        if end == self.at {
            return;
        }
        match self.spans.last_mut() {
            // Joins neighbours of the same class.
            Some((last, text)) if *last == class => {
                *text = &self.text[self.at - text.len()..end];
            }
            _ => self.spans.push((class, &self.text[self.at..end])),
        }
        self.at = end;
    }

    /// Takes characters as long as they match.
    pub fn take_while(&mut self, class: Class, such: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.take(class, rest.find(|c| !such(c)).unwrap_or(rest.len()));
    }

    /// Takes the rest of the line, without its line feed.
    pub fn take_line(&mut self, class: Class) {
        self.take_while(class, |c| c != '\n');
    }

    /// Returns the length in bytes of the quoted string that begins here, quotes included. A backslash escapes the
    /// next character.
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

    /// Takes the lines of a here-document, up to and including the line that holds only this word.
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

/// Whether a word can contain this character.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}
