//! Measures of a source: lines of code, the length of functions, literals that begin with `<`.

use crate::sources::{Source, attributes, is_for_tests};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Expr, Item, Lit};

/// The lines of code, without blank lines, comment lines and test modules.
pub fn lines_of_code(source: &Source) -> usize {
    let tests: Vec<_> = source
        .tree
        .items
        .iter()
        .filter(|item| matches!(item, Item::Mod(_)) && is_for_tests(attributes(item)))
        .map(|item| item.span().start().line..=item.span().end().line)
        .collect();
    source
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with("//"))
        .filter(|(at, _)| !tests.iter().any(|lines| lines.contains(&(at + 1))))
        .count()
}

/// A function or a closure with a block, from its first line to its closing brace.
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

/// Every function that is not test code.
pub fn functions(source: &Source) -> Vec<Function> {
    let mut reader = Functions::default();
    reader.visit_file(&source.tree);
    reader.found
}

#[derive(Default)]
struct Functions {
    found: Vec<Function>,
}

impl Functions {
    fn push(&mut self, name: String, line: usize, block: &Block) {
        let end = block.span().end().line;
        self.found.push(Function {
            name,
            line,
            lines: end + 1 - line,
        });
    }
}

impl<'a> Visit<'a> for Functions {
    fn visit_item(&mut self, item: &'a Item) {
        if !is_for_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_fn(&mut self, function: &'a syn::ItemFn) {
        let signature = &function.sig;
        self.push(
            signature.ident.to_string(),
            signature.span().start().line,
            &function.block,
        );
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'a syn::ImplItemFn) {
        if is_for_tests(&function.attrs) {
            return;
        }
        let signature = &function.sig;
        self.push(
            signature.ident.to_string(),
            signature.span().start().line,
            &function.block,
        );
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'a syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.push(
                function.sig.ident.to_string(),
                function.sig.span().start().line,
                block,
            );
        }
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_expr_closure(&mut self, closure: &'a syn::ExprClosure) {
        if let Expr::Block(body) = &*closure.body {
            self.push("a closure".to_owned(), closure.span().start().line, &body.block);
        }
        visit::visit_expr_closure(self, closure);
    }
}

/// The literals that begin with `<` outside test code, with their lines.
pub fn angle_literals(source: &Source) -> Vec<(usize, String)> {
    let mut reader = Angles::default();
    reader.visit_file(&source.tree);
    reader.found
}

#[derive(Default)]
struct Angles {
    found: Vec<(usize, String)>,
}

impl Angles {
    fn literal(&mut self, literal: &Lit) {
        let begins = match literal {
            Lit::Str(text) => text.value().starts_with('<'),
            Lit::ByteStr(text) => text.value().starts_with(b"<"),
            Lit::Char(character) => character.value() == '<',
            Lit::Byte(byte) => byte.value() == b'<',
            _ => false,
        };
        if begins {
            let line = literal.span().start().line;
            self.found.push((line, literal.into_token_stream().to_string()));
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Literal(literal) => self.literal(&Lit::new(literal)),
                TokenTree::Group(group) => self.tokens(group.stream()),
                _ => {}
            }
        }
    }
}

impl<'a> Visit<'a> for Angles {
    fn visit_item(&mut self, item: &'a Item) {
        if !is_for_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    // Doc comments are attributes.
    fn visit_attribute(&mut self, _: &'a Attribute) {}

    fn visit_lit(&mut self, literal: &'a Lit) {
        self.literal(literal);
    }

    fn visit_macro(&mut self, call: &'a syn::Macro) {
        self.tokens(call.tokens.clone());
    }
}
