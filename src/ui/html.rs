//! Elements of the page. Leptos makes a type of its own for every shape of element, and the compiler code for every
//! type: several hundred kilobytes for a page like this. Here all elements are of one type, whatever their tag,
//! attributes and children are.

use crate::highlight::Span;
use crate::lines::Line;
use leptos::ev::{Custom, Event};
use leptos::prelude::{AddAnyAttr, AnyView, ElementChild, For, ForProps, Get, IntoAny, Memo, untrack};
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use std::sync::Arc;

/// An element to be. In a box, since it is handed on at each step of its making.
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

/// A button that submits nothing.
pub fn button(class: &'static str, click: impl FnMut() + 'static) -> El {
    let mut click = click;
    el("button")
        .attr("type", "button")
        .attr("class", class)
        .on("click", move |_| click())
}

impl El {
    /// Gives it an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> Self {
        self.attribute(custom_attribute(name, value.into()).into_any_attr())
    }

    /// Gives it an attribute, if there is a value.
    pub fn maybe(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Gives it an attribute that follows a value, and is not there while there is none.
    pub fn follow(self, name: &'static str, value: Memo<Option<String>>) -> Self {
        self.attribute(custom_attribute(name, value).into_any_attr())
    }

    /// Gives it a property that follows a text.
    pub fn prop(self, name: &'static str, value: Memo<String>) -> Self {
        self.attribute(prop(name, value).into_any_attr())
    }

    /// Gives it a property that follows a yes or no.
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

    /// Adds what is an element already.
    #[inline(never)]
    pub fn view(mut self, view: AnyView) -> Self {
        if !self.0.text.is_empty() {
            let text = std::mem::take(&mut self.0.text);
            self.0.children.push(text.into_any());
        }
        self.0.children.push(view);
        self
    }

    /// Adds what follows the page's state: made anew when something that it reads changes.
    pub fn live(self, children: impl Fn() -> Vec<Self> + Send + Sync + 'static) -> Self {
        self.view(live(children))
    }

    /// Adds a text that follows the page's state.
    pub fn live_text(self, text: Memo<String>) -> Self {
        self.view(text.into_any())
    }

    /// The element.
    #[inline(never)]
    pub fn into_view(self) -> AnyView {
        let Parts {
            tag,
            attributes,
            text,
            children,
        } = *self.0;
        let element = custom(tag);
        // Of no child and of one text the markup has no trace but themselves: an input and a textarea can hold
        // nothing else.
        if !children.is_empty() {
            element.child(children).add_any_attr(attributes).into_any()
        } else if text.is_empty() {
            element.add_any_attr(attributes).into_any()
        } else {
            element.child(text).add_any_attr(attributes).into_any()
        }
    }
}

/// What follows the page's state.
pub fn live(children: impl Fn() -> Vec<El> + Send + Sync + 'static) -> AnyView {
    boxed_live(Box::new(children))
}

// Not generic over the function: once in all.
fn boxed_live(children: Box<dyn Fn() -> Vec<El> + Send + Sync>) -> AnyView {
    (move || children().into_iter().map(El::into_view).collect::<Vec<_>>()).into_any()
}

/// What is made anew when a text changes, and only then: the text says what is to be shown.
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

/// Badges: classes and texts, made anew when one of them changes.
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

/// An element while something is so.
pub fn when(is_so: Memo<bool>, element: impl FnOnce() -> El) -> Vec<El> {
    if is_so.get() { vec![element()] } else { vec![] }
}

/// A value that follows the page's state.
pub fn memo<T: Send + Sync + PartialEq + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    boxed(Box::new(value))
}

// Not generic over the function: once per type of value.
fn boxed<T: Send + Sync + PartialEq + 'static>(value: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| value())
}

/// A list whose elements stay while their identities do.
pub fn keyed(
    each: impl Fn() -> Vec<Line<Vec<Span>>> + Send + Sync + 'static,
    child: impl Fn(Line<Vec<Span>>) -> El + Send + Sync + 'static,
) -> AnyView {
    let each: Box<dyn Fn() -> Vec<Line<Vec<Span>>> + Send + Sync> = Box::new(each);
    let child: Arc<dyn Fn(Line<Vec<Span>>) -> AnyView + Send + Sync> =
        Arc::new(move |line| child(line).into_view());
    let child = move |line| child(line);
    let props = ForProps::builder()
        .each(each)
        .key(|line: &Line<Vec<Span>>| line.id)
        .children(child)
        .build();
    For(props).into_any()
}
