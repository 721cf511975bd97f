//! The modules of the crates in `src/`, and the file that each path in them refers to.

use crate::references::{self, Reference, Uses};
use crate::sources::{Source, attributes, is_for_tests};
use std::collections::{HashMap, HashSet};
use syn::Item;

/// A file uses something that another file defines.
pub struct Import {
    pub from: usize,
    pub to: usize,
    pub line: usize,
    /// The path as the source has it.
    pub name: String,
}

/// What a path refers to.
#[derive(Clone, Copy)]
enum Target {
    Module(usize),
    /// Something that this file defines.
    Item(usize),
}

struct Module {
    file: usize,
    root: usize,
    parent: Option<usize>,
    children: HashMap<String, usize>,
    items: HashSet<String>,
    uses: Uses,
    references: Vec<Reference>,
}

/// All modules except those for tests.
pub struct Modules<'a> {
    sources: &'a [Source],
    all: Vec<Module>,
    library: usize,
}

/// The first file of each crate, beginning with the library.
const CRATES: &[&str] = &["src/lib.rs", "src/main.rs", "src/bin/generate.rs"];
/// The library's name in the other crates.
const LIBRARY: &str = "configurator";

impl<'a> Modules<'a> {
    /// Follows the `mod` items from the first file of each crate.
    pub fn of(sources: &'a [Source]) -> Self {
        let mut modules = Self {
            sources,
            all: Vec::new(),
            library: 0,
        };
        for first in CRATES {
            let (below, _) = first.rsplit_once('/').expect("it is in src/");
            let file = modules.file(first).expect("a crate's first file");
            let root = modules.all.len();
            modules.add(file, &sources[file].tree.items, None, root, below);
        }
        modules
    }

    fn file(&self, path: &str) -> Option<usize> {
        self.sources.iter().position(|source| source.path == path)
    }

    fn add(&mut self, file: usize, items: &[Item], parent: Option<usize>, root: usize, below: &str) -> usize {
        let at = self.all.len();
        let (uses, references) = references::of(items);
        self.all.push(Module {
            file,
            root,
            parent,
            children: HashMap::new(),
            items: items.iter().flat_map(references::defined).collect(),
            uses,
            references,
        });
        for item in items.iter().filter(|item| !is_for_tests(attributes(item))) {
            let Item::Mod(module) = item else { continue };
            let name = module.ident.to_string();
            let below = format!("{below}/{name}");
            let child = if let Some((_, items)) = &module.content {
                self.add(file, items, Some(at), root, &below)
            } else {
                let own = [format!("{below}.rs"), format!("{below}/mod.rs")];
                let found = own.iter().find_map(|path| self.file(path));
                let file = found.unwrap_or_else(|| panic!("neither {} nor {} is there", own[0], own[1]));
                let sources = self.sources;
                self.add(file, &sources[file].tree.items, Some(at), root, &below)
            };
            self.all[at].children.insert(name, child);
        }
        at
    }

    /// All files except those for tests.
    pub fn files(&self) -> HashSet<usize> {
        self.all.iter().map(|module| module.file).collect()
    }

    /// Every import between two files.
    pub fn imports(&self) -> Vec<Import> {
        let mut imports = Vec::new();
        for (at, module) in self.all.iter().enumerate() {
            for reference in &module.references {
                let Some(to) = self.goal(at, reference) else {
                    continue;
                };
                if to != module.file {
                    imports.push(Import {
                        from: module.file,
                        to,
                        line: reference.line,
                        name: reference.path.join("::"),
                    });
                }
            }
        }
        imports
    }

    /// Every path that is written, with its file.
    pub fn references(&self) -> impl Iterator<Item = (usize, &Reference)> {
        self.all
            .iter()
            .flat_map(|module| module.references.iter().map(|reference| (module.file, reference)))
    }

    /// The file that a reference refers to.
    fn goal(&self, at: usize, reference: &Reference) -> Option<usize> {
        let path = &reference.path;
        match self.resolve(at, path, 0) {
            Some(Target::Item(file)) => Some(file),
            // Naming a module is no import; using a path through it is.
            Some(Target::Module(_)) => None,
            None if reference.is_macro && path.len() == 1 => self.textual_macro(at, &path[0]),
            // A macro defines the rest of the path: count the last module that the path names.
            None => (1..path.len())
                .rev()
                .find_map(|end| match self.resolve(at, &path[..end], 0) {
                    Some(Target::Module(module)) => Some(self.all[module].file),
                    Some(Target::Item(file)) => Some(file),
                    None => None,
                }),
        }
    }

    /// A macro that this module or one above it defines.
    fn textual_macro(&self, at: usize, name: &str) -> Option<usize> {
        let module = &self.all[at];
        if module.items.contains(name) {
            return Some(module.file);
        }
        self.textual_macro(module.parent?, name)
    }

    fn resolve(&self, at: usize, path: &[String], depth: usize) -> Option<Target> {
        // A name that refers to itself belongs to another crate.
        if depth > 16 {
            return None;
        }
        let mut target = match path.first()?.as_str() {
            "crate" => Target::Module(self.all[at].root),
            "self" => Target::Module(at),
            "super" => Target::Module(self.all[at].parent?),
            LIBRARY if self.all[at].root != self.library => Target::Module(self.library),
            name => self.lookup(at, name, depth)?,
        };
        for name in &path[1..] {
            let Target::Module(module) = target else { break };
            target = if name == "super" {
                Target::Module(self.all[module].parent?)
            } else {
                self.lookup(module, name, depth)?
            };
        }
        Some(target)
    }

    /// Looks a name up in a module: among its child modules, imports, items, and glob imports.
    fn lookup(&self, at: usize, name: &str, depth: usize) -> Option<Target> {
        let module = &self.all[at];
        if let Some(child) = module.children.get(name) {
            return Some(Target::Module(*child));
        }
        if let Some(path) = module.uses.names.get(name)
            && let Some(found) = self.resolve(at, path, depth + 1)
        {
            return Some(found);
        }
        if module.items.contains(name) {
            return Some(Target::Item(module.file));
        }
        module.uses.stars.iter().find_map(|path| {
            let Target::Module(other) = self.resolve(at, path, depth + 1)? else {
                return None;
            };
            (depth < 16 && other != at)
                .then(|| self.lookup(other, name, depth + 1))
                .flatten()
        })
    }
}
