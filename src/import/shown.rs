//! Which container of a task definition the form shows: the delegate, or else the first one that the task needs.

use super::described::Described;
use super::failure::Failure;
use super::note::quoted;
use crate::document::tree::Tree;

/// The container that the form shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shown {
    /// Its position among the containers.
    pub at: usize,
    /// Whether it is a delegate.
    pub is_delegate: bool,
}

/// Chooses the container.
///
/// # Errors
///
/// Two containers look like a delegate.
pub fn container(task_definition: &Tree) -> Result<Shown, Failure> {
    let containers = task_definition.list("containerDefinitions");
    let delegates: Vec<usize> = containers
        .iter()
        .enumerate()
        .filter(|(_, container)| is_delegate(container))
        .map(|(at, _)| at)
        .collect();
    match delegates.as_slice() {
        [] => Ok(Shown {
            at: containers.iter().position(is_essential).unwrap_or(0),
            is_delegate: false,
        }),
        [at] => Ok(Shown {
            at: *at,
            is_delegate: true,
        }),
        [first, second, ..] => {
            let name = |at: usize| containers[at].text_of("name").unwrap_or_default();
            Err(Failure::of(format!(
                "Two containers of the task definition look like a delegate: {} and {}. The form holds one delegate: take the other one out of the text.",
                quoted(&name(*first)),
                quoted(&name(*second))
            )))
        }
    }
}

fn is_essential(container: &Tree) -> bool {
    container.get("essential") != Some(&Tree::Flag(false))
}

fn is_delegate(container: &Tree) -> bool {
    let variable = |item: &Tree| Some((item.text_of("name")?, String::new()));
    let list = |member: &str| container.list(member).iter();
    let container = Described {
        image: container.text_of("image"),
        variables: list("environment")
            .chain(list("secrets"))
            .filter_map(variable)
            .collect(),
        ..Described::default()
    };
    container.is_delegate() && !container.is_upgrader()
}
