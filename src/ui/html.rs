//! Elements of the page. Leptos makes a type of its own for every shape of element, and the compiler code for every
//! type: several hundred kilobytes for a page like this. Here all elements are of one type, whatever their tag,
//! attributes and children are.

use crate::highlight::Span;
use crate::lines::Line;
use leptos::ev::{Custom, Event};
use leptos::prelude::{AddAnyAttr, AnyView, ElementChild, For, ForProps, IntoAny, Memo};
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use std::sync::Arc;

/// An element to be.
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    text: String,
    children: Vec<AnyView>,
}

/// An element.
pub fn el(tag: &'static str) -> El {
    El {
        tag,
        attributes: Vec::new(),
        text: String::new(),
        children: Vec::new(),
    }
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
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes
            .push(custom_attribute(name, value.into()).into_any_attr());
        self
    }

    /// Gives it an attribute, if there is a value.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Gives it an attribute that follows a value, and is not there while there is none.
    pub fn follow(mut self, name: &'static str, value: Memo<Option<String>>) -> Self {
        self.attributes
            .push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Gives it a property that follows a text.
    pub fn prop(mut self, name: &'static str, value: Memo<String>) -> Self {
        self.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// Gives it a property that follows a yes or no.
    pub fn flag(mut self, name: &'static str, value: Memo<bool>) -> Self {
        self.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// Listens to an event.
    pub fn on(mut self, event: &'static str, call: impl FnMut(Event) + 'static) -> Self {
        let call: Box<dyn FnMut(Event)> = Box::new(call);
        self.attributes
            .push(on(Custom::<Event>::new(event), call).into_any_attr());
        self
    }

    /// Adds a text.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if self.children.is_empty() && self.text.is_empty() {
            self.text = text;
            return self;
        }
        self.view(text.into_any())
    }

    /// Adds an element.
    pub fn child(self, child: Self) -> Self {
        self.view(child.into_view())
    }

    /// Adds an element, if there is one.
    pub fn option(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Adds elements.
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Adds what is an element already.
    pub fn view(mut self, view: AnyView) -> Self {
        if !self.text.is_empty() {
            self.children.push(std::mem::take(&mut self.text).into_any());
        }
        self.children.push(view);
        self
    }

    /// Adds what follows the page's state: made anew when something that it reads changes.
    pub fn live(self, children: impl Fn() -> Vec<El> + Send + Sync + 'static) -> Self {
        self.view(live(children))
    }

    /// Adds a text that follows the page's state.
    pub fn live_text(self, text: Memo<String>) -> Self {
        self.view(text.into_any())
    }

    /// The element.
    pub fn into_view(self) -> AnyView {
        let element = custom(self.tag);
        // Of no child and of one text the markup has no trace but themselves: an input and a textarea can hold
        // nothing else.
        if !self.children.is_empty() {
            element
                .child(self.children)
                .add_any_attr(self.attributes)
                .into_any()
        } else if self.text.is_empty() {
            element.add_any_attr(self.attributes).into_any()
        } else {
            element.child(self.text).add_any_attr(self.attributes).into_any()
        }
    }
}

/// What follows the page's state.
pub fn live(children: impl Fn() -> Vec<El> + Send + Sync + 'static) -> AnyView {
    let children: Box<dyn Fn() -> Vec<AnyView> + Send> =
        Box::new(move || children().into_iter().map(El::into_view).collect());
    children.into_any()
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
