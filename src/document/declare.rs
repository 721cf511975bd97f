//! What can be a document, or a part of one.

use super::text::Text;
use super::tree::Tree;

/// A document of AWS, or a part of one.
pub trait Document {
    /// Its tree; `None` where the member that would hold it is left out.
    fn tree(&self) -> Option<Tree>;
}

impl Tree {
    /// The tree of a document.
    pub fn of(document: &impl Document) -> Self {
        document.tree().unwrap_or(Self::Map(Vec::new()))
    }
}

impl<T: Document + ?Sized> Document for &T {
    fn tree(&self) -> Option<Tree> {
        (**self).tree()
    }
}

impl<T: Document> Document for Option<T> {
    fn tree(&self) -> Option<Tree> {
        self.as_ref()?.tree()
    }
}

impl<T: Document> Document for [T] {
    fn tree(&self) -> Option<Tree> {
        Some(Tree::List(self.iter().filter_map(Document::tree).collect()))
    }
}

impl<T: Document> Document for Vec<T> {
    fn tree(&self) -> Option<Tree> {
        self.as_slice().tree()
    }
}

impl<T: Document, const N: usize> Document for [T; N] {
    fn tree(&self) -> Option<Tree> {
        self.as_slice().tree()
    }
}

impl Document for Text {
    fn tree(&self) -> Option<Tree> {
        Some(Tree::Text(self.clone()))
    }
}

impl Document for str {
    fn tree(&self) -> Option<Tree> {
        Some(Tree::Text(self.into()))
    }
}

impl Document for String {
    fn tree(&self) -> Option<Tree> {
        self.as_str().tree()
    }
}

impl Document for u64 {
    fn tree(&self) -> Option<Tree> {
        Some(Tree::Number(*self))
    }
}

impl Document for bool {
    fn tree(&self) -> Option<Tree> {
        Some(Tree::Flag(*self))
    }
}

/// The members of a document, one after the other.
#[derive(Default)]
pub struct Members(Vec<(String, Tree)>);

impl Members {
    /// Adds a member, unless it is left out.
    pub fn put(&mut self, name: &str, value: Option<Tree>) {
        if let Some(value) = value {
            self.0.push((name.to_owned(), value));
        }
    }

    /// Adds a member, unless it is an empty list, has no members or is `false`.
    pub fn put_filled(&mut self, name: &str, value: Option<Tree>) {
        self.put(name, value.filter(|value| !value.is_empty()));
    }

    /// The document of these members.
    pub fn tree(self) -> Tree {
        Tree::Map(self.0)
    }
}

/// Declares a struct whose members are those of a document of AWS. Before each member stands its name as the API spells
/// it; `if filled` leaves the member
/// out while it is an empty list, has no members or is `false`.
macro_rules! document {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident $(<$lifetime:lifetime>)? {
            $($(#[$of_member:meta])* $member:literal $(if $filled:ident)? => pub $field:ident: $type:ty,)+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub struct $name $(<$lifetime>)? { $($(#[$of_member])* pub $field: $type,)+ }

        impl $(<$lifetime>)? $crate::document::Document for $name $(<$lifetime>)? {
            fn tree(&self) -> Option<$crate::document::tree::Tree> {
                let mut members = $crate::document::declare::Members::default();
                $(document!(@put members, $member $($filled)?, self.$field);)+
                Some(members.tree())
            }
        }
    };
    (@put $members:ident, $member:literal filled, $value:expr) => {
        $members.put_filled($member, $crate::document::Document::tree(&$value));
    };
    (@put $members:ident, $member:literal, $value:expr) => {
        $members.put($member, $crate::document::Document::tree(&$value));
    };
}
pub(crate) use document;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::json;

    document! {
        /// A document.
        pub struct Sample {
            "theName" => pub name: Text,
            "on" if filled => pub is_on: bool,
            "off" => pub is_off: bool,
            "items" if filled => pub items: Vec<u64>,
            "none" => pub none: [u64; 0],
            "count" => pub count: Option<u64>,
        }
    }

    #[test]
    fn members_are_left_out_as_the_declaration_says() {
        let mut sample = Sample {
            name: "a".into(),
            is_on: false,
            is_off: false,
            items: Vec::new(),
            none: [],
            count: None,
        };
        let line = |sample: &Sample| json::compact(sample).into_text();
        assert_eq!(line(&sample), r#"{"theName":"a","off":false,"none":[]}"#);
        (sample.is_on, sample.count) = (true, Some(1));
        sample.items.push(2);
        let all = r#"{"theName":"a","on":true,"off":false,"items":[2],"none":[],"count":1}"#;
        assert_eq!(line(&sample), all);
    }
}
