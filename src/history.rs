//! Undo and redo: the states before and after the current one, in memory only.

/// How many steps can be undone.
const STEPS_MAX: usize = 200;

/// What changed the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The user types into a row of a field. Everything that is typed there without a break is one step.
    Typing(&'static str, usize),
    /// Anything else: a choice, a fix, a preset, a link.
    Whole,
}

/// The states before and after the current one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
    /// Where the user is typing.
    run: Option<Step>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self {
            past: Vec::new(),
            future: Vec::new(),
            run: None,
        }
    }
}

impl<T: PartialEq> History<T> {
    /// Records the state before a change. What was undone cannot be redone afterwards.
    pub fn record(&mut self, before: T, step: Step) {
        self.future.clear();
        if step != Step::Whole && self.run == Some(step) {
            return;
        }
        self.run = Some(step).filter(|step| *step != Step::Whole);
        if self.past.last() != Some(&before) {
            self.past.push(before);
        }
        if self.past.len() > STEPS_MAX {
            self.past.remove(0);
        }
    }

    /// Ends the run of typing: what is typed next is a new step.
    pub fn end_run(&mut self) {
        self.run = None;
    }

    /// Returns the state before the last step. `None` if there is none.
    pub fn undo(&mut self, now: T) -> Option<T> {
        self.run = None;
        Self::go(&mut self.past, &mut self.future, now)
    }

    /// Returns the state after the step that was undone last. `None` if there is none.
    pub fn redo(&mut self, now: T) -> Option<T> {
        self.run = None;
        Self::go(&mut self.future, &mut self.past, now)
    }

    /// Takes the first state that differs from the current one: typing that ends with the text with which it began changed
    /// nothing.
    fn go(from: &mut Vec<T>, to: &mut Vec<T>, now: T) -> Option<T> {
        while let Some(state) = from.pop() {
            if state != now {
                to.push(now);
                return Some(state);
            }
        }
        None
    }

    /// Whether there is a state to go back to.
    pub fn can_undo(&self, now: &T) -> bool {
        self.past.iter().any(|state| state != now)
    }

    /// Whether there is a state to go forward to.
    pub fn can_redo(&self, now: &T) -> bool {
        self.future.iter().any(|state| state != now)
    }

    /// Changes every state, for example to remove secrets.
    pub fn change_all(&mut self, change: impl Fn(&T) -> T) {
        for state in self.past.iter_mut().chain(&mut self.future) {
            *state = change(state);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A state, and the history that a page keeps of it.
    #[derive(Default)]
    struct Page(String, History<String>);

    impl Page {
        fn change(&mut self, to: &str, step: Step) {
            self.1.record(self.0.clone(), step);
            self.0 = to.to_owned();
        }

        fn undo(&mut self) -> bool {
            let before = self.1.undo(self.0.clone());
            before.map(|state| self.0 = state).is_some()
        }

        fn redo(&mut self) -> bool {
            let after = self.1.redo(self.0.clone());
            after.map(|state| self.0 = state).is_some()
        }
    }

    const NAME: Step = Step::Typing("delegate_name", 0);

    #[test]
    fn one_run_in_one_field_is_one_step() {
        let mut page = Page::default();
        for text in ["a", "ab", "abc"] {
            page.change(text, NAME);
        }
        page.change("abc 1", Step::Typing("env", 0));
        page.change("abc 1 2", Step::Typing("env", 1));
        assert!(page.undo() && page.0 == "abc 1");
        assert!(page.undo() && page.0 == "abc");
        assert!(page.undo() && page.0.is_empty() && !page.undo());
        assert!(page.redo() && page.0 == "abc");
        assert!(page.redo() && page.redo() && page.0 == "abc 1 2" && !page.redo());
    }

    #[test]
    fn a_break_ends_a_run_and_a_change_forgets_what_was_undone() {
        let mut page = Page::default();
        page.change("a", NAME);
        page.1.end_run();
        page.change("ab", NAME);
        page.change("fixed", Step::Whole);
        page.change("fixed again", Step::Whole);
        for expected in ["fixed", "ab", "a"] {
            assert!(page.undo() && page.0 == expected, "{}", page.0);
        }
        page.change("other", NAME);
        assert!(!page.redo() && page.0 == "other");
        assert!(page.1.can_undo(&page.0) && !page.1.can_redo(&page.0));
    }

    #[test]
    fn typing_that_changes_nothing_is_no_step() {
        let mut page = Page::default();
        page.change("a", Step::Whole);
        page.change("ab", NAME);
        page.change("a", NAME);
        assert!(page.undo() && page.0.is_empty());
        assert!(!page.1.can_undo(&page.0));
        assert!(page.redo() && page.0 == "a" && !page.1.can_redo(&page.0));
    }

    #[test]
    fn every_state_can_be_changed_and_their_number_is_limited() {
        let mut page = Page::default();
        for number in 0..300 {
            page.change(&format!("secret {number}"), Step::Whole);
        }
        assert!(page.undo());
        page.1.change_all(|state| state.replace("secret", "blank"));
        let mut undone = 0;
        while page.undo() {
            undone += 1;
            assert!(page.0.starts_with("blank"), "{}", page.0);
        }
        assert_eq!(undone, STEPS_MAX - 1);
    }
}
