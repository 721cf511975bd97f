//! Finds circular imports in a graph of files.

use std::collections::BTreeMap;

/// The sets of files that import each other, directly or not (strongly connected components, by Tarjan's algorithm).
pub fn circles(count: usize, edges: impl Iterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut next: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (from, to) in edges {
        next.entry(from).or_default().push(to);
    }
    let mut search = Search {
        next,
        index: vec![None; count],
        low: vec![0; count],
        stack: Vec::new(),
        seen: 0,
        found: Vec::new(),
    };
    for file in 0..count {
        if search.index[file].is_none() {
            search.visit(file);
        }
    }
    search.found
}

struct Search {
    next: BTreeMap<usize, Vec<usize>>,
    index: Vec<Option<usize>>,
    low: Vec<usize>,
    stack: Vec<usize>,
    seen: usize,
    found: Vec<Vec<usize>>,
}

impl Search {
    fn visit(&mut self, file: usize) {
        self.index[file] = Some(self.seen);
        self.low[file] = self.seen;
        self.seen += 1;
        self.stack.push(file);
        for to in self.next.get(&file).cloned().unwrap_or_default() {
            match self.index[to] {
                None => {
                    self.visit(to);
                    self.low[file] = self.low[file].min(self.low[to]);
                }
                Some(index) if self.stack.contains(&to) => self.low[file] = self.low[file].min(index),
                Some(_) => {}
            }
        }
        if self.index[file] == Some(self.low[file]) {
            let at = self.stack.iter().position(|other| *other == file).unwrap_or(0);
            let mut circle = self.stack.split_off(at);
            if circle.len() > 1 {
                circle.sort_unstable();
                self.found.push(circle);
            }
        }
    }
}
