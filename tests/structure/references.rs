//! The paths in a module: in `use` items, types, expressions, patterns and macros.

use crate::sources::{attributes, is_for_tests};
use proc_macro2::{Spacing, TokenStream, TokenTree};
use std::collections::HashMap;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Item, ItemMod, ItemUse, Macro, Path, UseTree, Visibility};

/// A path at a line.
pub struct Reference {
    pub path: Vec<String>,
    pub line: usize,
    /// Whether it names a macro.
    pub is_macro: bool,
}

/// What the `use` items of a module import.
#[derive(Default)]
pub struct Uses {
    /// The path behind each imported name.
    pub names: HashMap<String, Vec<String>>,
    /// The paths of glob imports.
    pub stars: Vec<Vec<String>>,
}

/// The `use` items and the paths of a module, without nested modules and test code.
pub fn of(items: &[Item]) -> (Uses, Vec<Reference>) {
    let mut reader = Reader::default();
    for item in items {
        reader.visit_item(item);
    }
    (reader.uses, reader.references)
}

/// The names that an item defines. A macro is assumed to define the capitalised names in its input.
pub fn defined(item: &Item) -> Vec<String> {
    if is_for_tests(attributes(item)) {
        return Vec::new();
    }
    let name = match item {
        Item::Const(item) if item.ident != "_" => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        Item::Macro(item) => match &item.ident {
            Some(name) => name,
            None => return names_in_capitals(&item.mac.tokens),
        },
        _ => return Vec::new(),
    };
    vec![name.to_string()]
}

fn names_in_capitals(tokens: &TokenStream) -> Vec<String> {
    tokens
        .clone()
        .into_iter()
        .filter_map(|token| match token {
            TokenTree::Ident(name) => Some(name.to_string()),
            _ => None,
        })
        .filter(|name| name.starts_with(char::is_uppercase))
        .collect()
}

#[derive(Default)]
struct Reader {
    uses: Uses,
    references: Vec<Reference>,
}

impl Reader {
    fn push(&mut self, path: Vec<String>, line: usize, is_macro: bool) {
        self.references.push(Reference { path, line, is_macro });
    }

    fn read_use(&mut self, tree: &UseTree, front: &[String]) {
        let with = |name: &syn::Ident| {
            let mut path = front.to_vec();
            path.push(name.to_string());
            path
        };
        match tree {
            UseTree::Path(tree) => self.read_use(&tree.tree, &with(&tree.ident)),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.read_use(tree, front);
                }
            }
            UseTree::Glob(_) => self.uses.stars.push(front.to_vec()),
            UseTree::Name(tree) => {
                let path = if tree.ident == "self" {
                    front.to_vec()
                } else {
                    with(&tree.ident)
                };
                let name = path.last().cloned().unwrap_or_default();
                self.bring(name, path, tree.ident.span().start().line);
            }
            UseTree::Rename(tree) => {
                let path = if tree.ident == "self" {
                    front.to_vec()
                } else {
                    with(&tree.ident)
                };
                self.bring(tree.rename.to_string(), path, tree.ident.span().start().line);
            }
        }
    }

    fn bring(&mut self, name: String, path: Vec<String>, line: usize) {
        self.push(path.clone(), line, false);
        self.uses.names.insert(name, path);
    }

    /// Reads the paths in a macro's input, which can have any syntax: names joined by `::`.
    fn read_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut line = 0;
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == ':' => {
                    colons += 1;
                    if colons == 1 && mark.spacing() == Spacing::Alone {
                        self.end(&mut path, line);
                    }
                }
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.end(&mut path, line);
                    }
                    if path.is_empty() {
                        line = name.span().start().line;
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Group(group) => {
                    self.end(&mut path, line);
                    colons = 0;
                    self.read_tokens(group.stream());
                }
                _ => {
                    self.end(&mut path, line);
                    colons = 0;
                }
            }
        }
        self.end(&mut path, line);
    }

    fn end(&mut self, path: &mut Vec<String>, line: usize) {
        if !path.is_empty() {
            self.push(std::mem::take(path), line, false);
        }
    }
}

impl<'a> Visit<'a> for Reader {
    fn visit_item(&mut self, item: &'a Item) {
        if !is_for_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'a syn::ImplItemFn) {
        if !is_for_tests(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    // A nested module is read separately.
    fn visit_item_mod(&mut self, _: &'a ItemMod) {}

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        if item.leading_colon.is_none() {
            self.read_use(&item.tree, &[]);
        }
    }

    // `pub(in path)` imports nothing.
    fn visit_visibility(&mut self, _: &'a Visibility) {}

    fn visit_path(&mut self, path: &'a Path) {
        if path.leading_colon.is_none() {
            let names = path.segments.iter().map(|segment| segment.ident.to_string());
            self.push(names.collect(), path.span().start().line, false);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'a Macro) {
        let names = call.path.segments.iter().map(|segment| segment.ident.to_string());
        self.push(names.collect(), call.path.span().start().line, true);
        self.read_tokens(call.tokens.clone());
    }
}
