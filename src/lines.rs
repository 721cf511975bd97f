//! Finds the lines of a text that an edit changed. Unchanged lines keep their identity from one text to the next; the
//! page redraws and marks only the others.

use std::collections::VecDeque;

/// The most comparisons of two lines. If a text would need more, all lines between the common beginning and end count
/// as changed.
const COMPARISONS_MAX: usize = 250_000;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<T> {
    /// Stays the same while the line does. No two lines of a text share one.
    pub id: usize,
    /// The line itself.
    pub content: T,
}

/// The lines of a text, and the last identity in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines<T> {
    /// The lines, in order.
    pub lines: Vec<Line<T>>,
    next: usize,
    /// The last identity of the text before. Zero for the first text.
    before: usize,
}

impl<T> Default for Lines<T> {
    fn default() -> Self {
        Self {
            lines: Vec::new(),
            next: 0,
            before: 0,
        }
    }
}

impl<T: Clone + PartialEq> Lines<T> {
    /// Returns the lines of the next text. Lines that both texts share keep their identities: the common beginning,
    /// the common end, and the longest common subsequence between them.
    #[must_use]
    pub fn carry(&self, new: Vec<T>) -> Self {
        let old = &self.lines;
        let head = old
            .iter()
            .zip(&new)
            .take_while(|(old, new)| old.content == **new)
            .count();
        let (old_rest, new_rest) = (&old[head..], &new[head..]);
        let tail = old_rest
            .iter()
            .rev()
            .zip(new_rest.iter().rev())
            .take_while(|(old, new)| old.content == **new)
            .count();
        let middle = common(
            &old_rest[..old_rest.len() - tail],
            &new_rest[..new_rest.len() - tail],
        );
        let shift = old.len().wrapping_sub(new.len());
        let (end, mut middle) = (new.len() - tail, middle.into_iter().peekable());
        let mut next = self.next;
        let lines = new
            .into_iter()
            .enumerate()
            .map(|(at, content)| {
                let same = if at < head {
                    Some(at)
                } else if at >= end {
                    Some(at.wrapping_add(shift))
                } else {
                    middle
                        .next_if(|(_, new)| head + new == at)
                        .map(|(old, _)| head + old)
                };
                let id = same.and_then(|at| old.get(at)).map_or_else(
                    || {
                        next = next.wrapping_add(1);
                        next
                    },
                    |line| line.id,
                );
                Line { id, content }
            })
            .collect();
        Self {
            lines,
            next,
            before: self.next,
        }
    }

    /// Whether a line is not in the text before. No line of the first text is changed.
    pub fn is_changed(&self, id: usize) -> bool {
        self.before > 0 && id > self.before
    }

    /// Returns the positions of the changed lines.
    pub fn changed(&self) -> Vec<usize> {
        let lines = self.lines.iter().enumerate();
        lines
            .filter(|(_, line)| self.is_changed(line.id))
            .map(|(at, _)| at)
            .collect()
    }
}

/// Returns the longest common subsequence, as pairs of positions in both texts.
fn common<T: PartialEq>(old: &[Line<T>], new: &[T]) -> VecDeque<(usize, usize)> {
    let mut pairs = VecDeque::new();
    if old.len().saturating_mul(new.len()) > COMPARISONS_MAX {
        return pairs;
    }
    // lengths[i][j] is the length of the longest common subsequence of old[i..] and new[j..].
    let width = new.len() + 1;
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[i * width + j] = if old[i].content == new[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i].content == new[j] {
            pairs.push_back((i, j));
            i += 1;
            j += 1;
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carry(old: &str, new: &str) -> (Vec<usize>, Vec<usize>) {
        let text = |text: &str| text.chars().collect::<Vec<_>>();
        let old = Lines::default().carry(text(old));
        let carried = old.carry(text(new));
        assert_eq!(
            carried.lines.iter().map(|line| line.content).collect::<String>(),
            new
        );
        let ids = |lines: &Lines<char>| lines.lines.iter().map(|line| line.id).collect();
        (ids(&old), ids(&carried))
    }

    #[test]
    fn the_lines_of_the_last_edit_are_known() {
        let first = Lines::default().carry(vec!['a', 'b', 'c']);
        assert!(first.changed().is_empty());
        let second = first.carry(vec!['a', 'x', 'c', 'd']);
        assert_eq!(second.changed(), [1, 3]);
        assert!(second.is_changed(second.lines[1].id) && !second.is_changed(second.lines[0].id));
        assert!(second.carry(vec!['a', 'x', 'c']).changed().is_empty());
    }

    #[test]
    fn a_changed_line_is_new_and_its_neighbours_are_not() {
        assert_eq!(carry("abc", "axc"), (vec![1, 2, 3], vec![1, 4, 3]));
    }

    #[test]
    fn lines_put_in_and_taken_out_move_the_others() {
        assert_eq!(carry("abc", "abxc").1, [1, 2, 4, 3]);
        assert_eq!(carry("abc", "ac").1, [1, 3]);
        assert_eq!(carry("abcdef", "xbcyef").1, [7, 2, 3, 8, 5, 6]);
        assert_eq!(carry("", "ab").1, [1, 2]);
        assert!(carry("ab", "").1.is_empty());
        assert_eq!(carry("aaa", "aa").1, [1, 2]);
        assert_eq!(carry("aa", "aaa").1, [1, 2, 3]);
    }

    #[test]
    fn of_two_ways_to_match_the_longer_one_is_kept() {
        for (old, new, kept) in [("xabcbdaby", "zbdcabaw", 4), ("cxab", "abc", 2)] {
            let (old, new) = carry(old, new);
            assert_eq!(new.iter().filter(|id| old.contains(id)).count(), kept);
        }
    }

    #[test]
    fn one_line_is_matched_with_one_line() {
        assert_eq!(carry("xac", "yaad").1, [4, 2, 5, 6]);
        assert_eq!(carry("xaacez", "yadew").1, [7, 3, 8, 5, 9]);
    }

    #[test]
    fn an_identity_is_not_used_twice() {
        let old = Lines::default().carry(vec!['a', 'b']);
        let next = old.carry(vec!['a']).carry(vec!['a', 'c']);
        assert_eq!(next.lines[1].id, 3);
    }

    #[test]
    fn an_enormous_change_is_not_compared_line_by_line() {
        let old = Lines::default().carry((0..1000).collect());
        let new = old.carry((0..1000).rev().collect());
        assert_eq!(new.lines.len(), 1000);
        assert!(new.lines.iter().all(|line| line.id > 1000));
        // Exactly as many comparisons as are allowed.
        let old = Lines::default().carry((0..500).collect());
        let new = old.carry((0..500).rev().collect());
        assert!(new.lines.iter().any(|line| line.id <= 500));
    }
}
