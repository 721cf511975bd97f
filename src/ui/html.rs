//! Elements of the page. Leptos makes a separate type for every shape of element, and the compiler generates code for
//! every type: several hundred kilobytes for a page like this. Here all elements have one type, whatever their tag,
//! attributes and children.

use leptos::ev::{Custom, Event};
use leptos::prelude::{
    AddAnyAttr, AnyView, ArcMemo, Effect, ElementChild, Get, GetUntracked, IntoAny, Memo, Owner, RwSignal,
    With, untrack,
};
use leptos::reactive::graph::{Subscriber as _, ToAnySubscriber as _};
use leptos::reactive::owner::on_cleanup;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::tachys::reactive_graph::OwnedView;
use leptos::tachys::view::keyed::keyed as list;
use std::sync::Arc;

/// An element that is being built. It is boxed because every step of the builder moves it.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    text: String,
    children: Vec<AnyView>,
}

/// An element.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        text: String::new(),
        children: Vec::new(),
    }))
}

/// A button that does not submit the form.
pub fn button(class: &'static str, click: impl FnMut() + 'static) -> El {
    boxed_button(class, Box::new(click))
}

// Not generic over the function: compiled once.
fn boxed_button(class: &'static str, mut click: Box<dyn FnMut()>) -> El {
    el("button")
        .attr("type", "button")
        .attr("class", class)
        .on("click", move |_| click())
}

impl El {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> Self {
        self.attribute(custom_attribute(name, value.into()).into_any_attr())
    }

    /// Sets an attribute if there is a value.
    pub fn maybe(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute that follows a value, and removes it while there is none.
    pub fn follow(self, name: &'static str, value: Memo<Option<String>>) -> Self {
        self.attribute(custom_attribute(name, value).into_any_attr())
    }

    /// Sets a property that follows a text.
    pub fn prop(self, name: &'static str, value: Memo<String>) -> Self {
        self.attribute(prop(name, value).into_any_attr())
    }

    /// Sets a property that follows a yes or no.
    pub fn flag(self, name: &'static str, value: Memo<bool>) -> Self {
        self.attribute(prop(name, value).into_any_attr())
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, call: impl FnMut(Event) + 'static) -> Self {
        let call: Box<dyn FnMut(Event)> = Box::new(call);
        self.attribute(on(Custom::<Event>::new(event), call).into_any_attr())
    }

    #[inline(never)]
    fn attribute(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Adds a text.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.add_text(text.into())
    }

    #[inline(never)]
    fn add_text(mut self, text: String) -> Self {
        if self.0.children.is_empty() && self.0.text.is_empty() {
            self.0.text = text;
            return self;
        }
        self.view(text.into_any())
    }

    /// Adds an element.
    pub fn child(self, child: Self) -> Self {
        self.view(child.into_view())
    }

    /// Adds elements.
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Adds a finished view.
    #[inline(never)]
    pub fn view(mut self, view: AnyView) -> Self {
        if !self.0.text.is_empty() {
            let text = std::mem::take(&mut self.0.text);
            self.0.children.push(text.into_any());
        }
        self.0.children.push(view);
        self
    }

    /// Adds elements that follow the page's state: they are rebuilt when something that they read changes.
    pub fn live(self, children: impl Fn() -> Vec<Self> + Send + Sync + 'static) -> Self {
        self.view(live(children))
    }

    /// Adds a text that follows the page's state.
    pub fn live_text(self, text: Memo<String>) -> Self {
        self.view(text.into_any())
    }

    /// Finishes the element.
    #[inline(never)]
    pub fn into_view(self) -> AnyView {
        let Parts {
            tag,
            attributes,
            text,
            children,
        } = *self.0;
        let element = custom(tag);
        // Leptos marks the places of several children in the markup, but not those of no child or a single text. An
        // input or a textarea can hold nothing else.
        if !children.is_empty() {
            element.child(children).add_any_attr(attributes).into_any()
        } else if text.is_empty() {
            element.add_any_attr(attributes).into_any()
        } else {
            element.child(text).add_any_attr(attributes).into_any()
        }
    }
}

/// Elements that follow the page's state.
pub fn live(children: impl Fn() -> Vec<El> + Send + Sync + 'static) -> AnyView {
    boxed_live(Box::new(children))
}

// Not generic over the function: compiled once.
fn boxed_live(children: Box<dyn Fn() -> Vec<El> + Send + Sync>) -> AnyView {
    (move || children().into_iter().map(El::into_view).collect::<Vec<_>>()).into_any()
}

/// Elements that are rebuilt only when a text changes: the text says what they show.
pub fn live_by(
    key: impl Fn() -> String + Send + Sync + 'static,
    children: impl Fn() -> Vec<El> + Send + Sync + 'static,
) -> AnyView {
    let key = memo(key);
    live(move || {
        let _ = key.get();
        untrack(&children)
    })
}

/// Badges, each a class and a text. They are rebuilt when one of these changes.
pub fn badges(all: impl Fn() -> Vec<(&'static str, String)> + Send + Sync + Copy + 'static) -> AnyView {
    let badge = |(class, text)| el("span").attr("class", format!("badge {class}")).text(text);
    live_by(
        move || {
            all()
                .into_iter()
                .flat_map(|(class, text)| [class.to_owned(), text])
                .collect()
        },
        move || all().into_iter().map(badge).collect(),
    )
}

/// A link that leads away from the page. Screen readers also say `of_what`.
pub fn away(address: &str, word: &'static str, of_what: &str) -> El {
    el("a")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text(word)
        .child(el("span").attr("class", "hidden").text(of_what))
}

/// Keeps the browser from changing what is typed into an input.
pub fn plain(input: El, name: &'static str) -> El {
    input
        .attr("name", name)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
}

/// An option of a select.
pub fn option(value: impl Into<String>, label: impl Into<String>, is_chosen: Memo<bool>) -> El {
    let option = el("option")
        .attr("value", value)
        .text(label)
        .flag("selected", is_chosen);
    if is_chosen.get_untracked() {
        option.attr("selected", "")
    } else {
        option
    }
}

/// An element while a condition holds.
pub fn when(is_so: Memo<bool>, element: impl FnOnce() -> El) -> Vec<El> {
    if is_so.get() { vec![element()] } else { vec![] }
}

/// The value of the attribute `hidden` of an element whose text may be blank.
pub fn hidden_while_blank(text: Memo<String>) -> Memo<Option<String>> {
    memo(move || text.with(String::is_empty).then(String::new))
}

/// Runs something now, and again when the state changes that it reads.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

// Not generic over the function: compiled once.
fn boxed_effect(run: Box<dyn FnMut()>) {
    Effect::new(run);
}

/// A value that follows the page's state.
pub fn memo<T: Send + Sync + PartialEq + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    boxed(Box::new(value))
}

// Not generic over the function: compiled once per type of value.
fn boxed<T: Send + Sync + PartialEq + 'static>(value: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    let memo = ArcMemo::new(move |_| value());
    let subscriber = memo.to_any_subscriber();
    // What a memo follows keeps a place for it, also after it is gone. Where elements are rebuilt at each key, that
    // would be more memory and more time with each key.
    on_cleanup(move || subscriber.clear_sources(&subscriber));
    Memo::from(memo)
}

/// A text that follows the page's state while somebody sees it, and stays as it is while nobody does.
pub fn while_seen(
    is_seen: RwSignal<bool>,
    text: impl Fn() -> String + Send + Sync + 'static,
) -> Memo<String> {
    let text: Box<dyn Fn() -> String + Send + Sync> = Box::new(text);
    Memo::new(move |old: Option<&String>| {
        if is_seen.get() {
            return text();
        }
        old.cloned().unwrap_or_else(|| untrack(&text))
    })
}

/// A list. An element stays while an item has its key; no two items may have the same key.
pub fn keyed<T: Send + 'static>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    key: fn(&T) -> usize,
    child: impl Fn(T) -> El + Send + Sync + 'static,
) -> AnyView {
    // What an item follows lives as long as its element, not until the list changes.
    let parent = Owner::new();
    let own = move |item: T| {
        let owner = parent.with(Owner::new);
        let view = owner.with(|| child(item).into_view());
        OwnedView::new_with_owner(view, owner).into_any()
    };
    boxed_keyed(boxed_items(items, key, own))
}

/// The same for elements that follow nothing. They leave nothing behind, however often they are replaced: an owner keeps
/// a place for each owner below it.
pub fn keyed_still<T: Send + 'static>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    key: fn(&T) -> usize,
    child: fn(&T) -> El,
) -> AnyView {
    boxed_keyed(boxed_items(items, key, move |item| child(&item).into_view()))
}

/// An item of a list: its key, and how to make its element if there is none with this key yet.
struct Item {
    key: usize,
    make: Box<dyn FnOnce() -> AnyView + Send>,
}

type Items = Box<dyn Fn() -> Vec<Item> + Send + Sync>;

fn boxed_items<T: Send + 'static>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    key: fn(&T) -> usize,
    child: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> Items {
    let child = Arc::new(child);
    Box::new(move || {
        let keep = |item: T| {
            let (key, child) = (key(&item), Arc::clone(&child));
            let make: Box<dyn FnOnce() -> AnyView + Send> = Box::new(move || child(item));
            Item { key, make }
        };
        items().into_iter().map(keep).collect()
    })
}

// Not generic over the item: the code that compares two lists is large.
fn boxed_keyed(items: Items) -> AnyView {
    (move || {
        let key = |item: &Item| item.key;
        list(items(), key, |_, item: Item| (|_: usize| (), (item.make)()))
    })
    .into_any()
}
