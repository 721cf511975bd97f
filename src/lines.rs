//! Finds the lines of a text that an edit changed. Unchanged lines keep their identity from one text to the next; the
//! page redraws and marks only the others.

use std::collections::VecDeque;

/// The most lines taken out and put in. If a text would need more, all lines between the common beginning and end count as
/// changed.
const EDITS_MAX: usize = 400;

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

/// Which of two texts has a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Only the old one.
    Old,
    /// Only the new one.
    New,
    /// Both.
    Both,
}

/// Returns the lines of two texts in one list, each with the side that has it: what is gone before what has come.
pub fn compared<'a>(old: &'a str, new: &'a str) -> Vec<(Side, &'a str)> {
    let before = Lines::default().carry(old.lines().collect());
    let after = before.carry(new.lines().collect());
    let (mut all, mut added) = (Vec::new(), Vec::new());
    let mut rest = before.lines.iter().peekable();
    for line in &after.lines {
        // The old lines have the first identities.
        if line.id > before.lines.len() {
            added.push((Side::New, line.content));
            continue;
        }
        while let Some(gone) = rest.next_if(|old| old.id != line.id) {
            all.push((Side::Old, gone.content));
        }
        all.append(&mut added);
        rest.next();
        all.push((Side::Both, line.content));
    }
    all.extend(rest.map(|gone| (Side::Old, gone.content)));
    all.append(&mut added);
    all
}

/// Returns the longest common subsequence, as pairs of positions in both texts: the way from one text to the other with the
/// fewest lines taken out and put in. Finds it in as many steps as there are lines, times those edits.
/// Source: E. Myers, *An O(ND) Difference Algorithm and Its Variations*, 1986.
fn common<T: PartialEq>(old: &[Line<T>], new: &[T]) -> VecDeque<(usize, usize)> {
    // reached[edits][way]: how many old lines are behind us after so many edits, of which `way` were taken out.
    let mut reached: Vec<Vec<usize>> = Vec::new();
    for edits in 0..=EDITS_MAX {
        let mut ways = Vec::with_capacity(edits + 1);
        for way in 0..=edits {
            let mut at = reached.last().map_or(0, |before| step(before, way).0);
            let mut new_at = at + edits - 2 * way;
            while at < old.len() && new_at < new.len() && old[at].content == new[new_at] {
                (at, new_at) = (at + 1, new_at + 1);
            }
            ways.push(at);
            if at >= old.len() && new_at >= new.len() {
                return pairs(&reached, at, new_at, way);
            }
        }
        reached.push(ways);
    }
    VecDeque::new()
}

/// Where one more edit leads that makes `way` of them take a line out, and whether it is this one that does.
fn step(before: &[usize], way: usize) -> (usize, bool) {
    let put_in = before.get(way).copied();
    let taken_out = way
        .checked_sub(1)
        .and_then(|way| before.get(way))
        .map(|at| at + 1);
    (put_in.max(taken_out).unwrap_or(0), taken_out >= put_in)
}

/// The lines that both texts share, found by going back from the end.
fn pairs(
    reached: &[Vec<usize>],
    mut at: usize,
    mut new_at: usize,
    mut way: usize,
) -> VecDeque<(usize, usize)> {
    let mut pairs = VecDeque::new();
    for edits in (0..=reached.len()).rev() {
        let before = edits.checked_sub(1).and_then(|edits| reached.get(edits));
        let (start, is_taken_out) = before.map_or((0, false), |before| step(before, way));
        while at > start {
            (at, new_at) = (at - 1, new_at - 1);
            pairs.push_front((at, new_at));
        }
        if before.is_some() && is_taken_out {
            (at, way) = (at - 1, way - 1);
        } else {
            new_at = new_at.saturating_sub(1);
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
        assert_eq!(carry("xaacez", "yadew").1, [7, 2, 8, 5, 9]);
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
    }

    /// Every second line is another one, between a first and a last line that are others too.
    #[test]
    fn as_many_edits_as_are_allowed_are_found_and_no_more() {
        for (edits, kept) in [(EDITS_MAX, EDITS_MAX / 2 - 1), (EDITS_MAX + 2, 0)] {
            let old: Vec<i64> = (0..10_000).take(edits - 1).map(i64::from).collect();
            let new = old
                .iter()
                .map(|line| if line % 2 == 0 { -1 - line } else { *line });
            let carried = Lines::default().carry(old.clone()).carry(new.collect());
            let same = carried.lines.iter().filter(|line| line.id < edits).count();
            assert_eq!(same, kept, "{edits}");
        }
    }

    /// The length of the longest common subsequence, by its definition.
    fn longest(old: &[char], new: &[char]) -> usize {
        match (old, new) {
            ([one, old @ ..], [other, new @ ..]) if one == other => 1 + longest(old, new),
            ([_, old_rest @ ..], [_, new_rest @ ..]) => longest(old_rest, new).max(longest(old, new_rest)),
            _ => 0,
        }
    }

    proptest::proptest! {
        #[test]
        fn as_many_lines_are_kept_as_can_be(old in "[abc]{0,8}", new in "[abc]{0,8}") {
            let (before, after) = carry(&old, &new);
            let kept: Vec<usize> = after.into_iter().filter(|id| before.contains(id)).collect();
            proptest::prop_assert!(kept.is_sorted());
            let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
            proptest::prop_assert_eq!(kept.len(), longest(&old, &new));
        }
    }

    #[test]
    fn a_long_text_with_a_change_at_both_ends_keeps_what_is_between() {
        let text = |ends: i32| {
            std::iter::once(ends)
                .chain(0..5000)
                .chain([ends])
                .collect::<Vec<_>>()
        };
        let carried = Lines::default().carry(text(-1)).carry(text(-2));
        assert_eq!(carried.changed(), [0, 5001]);
    }

    #[test]
    fn two_texts_are_compared_line_by_line() {
        let sides = |old: &str, new: &str| {
            let sign = |side: Side| match side {
                Side::Old => '-',
                Side::New => '+',
                Side::Both => ' ',
            };
            let lines = compared(old, new).into_iter();
            lines
                .map(|(side, line)| format!("{}{line}", sign(side)))
                .collect::<Vec<_>>()
        };
        assert_eq!(sides("a\nb\nc", "a\nB\nc\nd"), [" a", "-b", "+B", " c", "+d"]);
        assert_eq!(sides("", "a"), ["+a"]);
        assert_eq!(sides("a\nb", ""), ["-a", "-b"]);
        assert_eq!(sides("a", "a"), [" a"]);
    }
}
