//! The form that several frames of an embedding page share, as one of them knows it.

use crate::fields::Field;
use crate::form::Form;
use crate::link::embedding::Embedding;
use crate::link::{self, Secrets};

/// The parameter that names the fields that have their default again.
const RESET: &str = "reset";

/// What a frame knows of the form of its group. Only what has changed goes from one to the other: what is locked here, what is
/// secret, and what the user is still typing stay as they are on either side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shared {
    /// The form of the group, without secrets. `None` until the embedding page has told it.
    group: Option<Form>,
    /// The form here when the two were last brought together, without secrets.
    own: Form,
}

impl Shared {
    /// Begins with the form here, which the embedding page gave.
    pub fn begin(own: &Form) -> Self {
        Self {
            group: None,
            own: own.without_secrets(),
        }
    }

    /// Whether the embedding page has told the form of the group.
    pub fn is_known(&self) -> bool {
        self.group.is_some()
    }

    /// Takes what the others have changed, as a link. Returns the form here, and what has changed where secrets go: they are
    /// removed then.
    pub fn take(&mut self, text: &str, form: &Form, embedding: &Embedding) -> (Form, Vec<&'static Field>) {
        let (group, _) = link::parse(text, Secrets::Ignore);
        let changed = group.differing(self.group.as_ref().unwrap_or(&self.own));
        let with_changes = |form: &Form| {
            let mut form = form.clone();
            form.follow(&changed, &group);
            embedding.hold(&mut form);
            form
        };
        self.own = with_changes(&self.own);
        let mut now = with_changes(&form.without_secrets());
        now.carried = form.carried.clone();
        link::keep_secrets(&mut now, form);
        let protected = link::protect_secrets(&mut now, form);
        self.group = Some(group);
        (now, protected)
    }

    /// The same for what others have changed since: see [`tell`](Self::tell).
    pub fn take_changes(
        &mut self,
        changes: &str,
        form: &Form,
        embedding: &Embedding,
    ) -> (Form, Vec<&'static Field>) {
        let changes: Vec<_> = form_urlencoded::parse(changes.as_bytes()).collect();
        let reset = changes.iter().find(|(key, _)| key == RESET);
        let reset: Vec<&str> = reset.map_or_else(Vec::new, |(_, keys)| keys.split_whitespace().collect());
        let is_changed = |key: &str| reset.contains(&key) || changes.iter().any(|(other, _)| other == key);
        let known = self.group.as_ref().map(link::write).unwrap_or_default();
        let mut group = form_urlencoded::Serializer::new(String::new());
        group.extend_pairs(form_urlencoded::parse(known.as_bytes()).filter(|(key, _)| !is_changed(key)));
        group.extend_pairs(changes.iter().filter(|(key, _)| key != RESET));
        self.take(&group.finish(), form, embedding)
    }

    /// Returns what has changed here, as parameters without secrets: the fields with other texts, and under `reset` those
    /// that have their default again. `None` if nothing has changed, or if the form of the group is not known yet. Not the
    /// whole form: what another frame has changed at the same time would be lost.
    pub fn tell(&mut self, form: &Form, embedding: &Embedding) -> Option<String> {
        let group = self.group.as_mut()?;
        let now = form.without_secrets();
        let mut changed = now.differing(&self.own);
        changed.retain(|field| !embedding.is_locked(field));
        if changed.is_empty() {
            return None;
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        let touched: Vec<_> = now
            .touched()
            .filter(|(field, _)| changed.contains(field))
            .collect();
        for (field, texts) in &touched {
            if texts.is_empty() {
                query.append_pair(field.key, "");
            }
            query.extend_pairs(texts.iter().map(|text| (field.key, text)));
        }
        let is_touched = |field: &&Field| touched.iter().any(|(other, _)| other == field);
        let reset: Vec<&str> = changed
            .iter()
            .filter(|field| !is_touched(field))
            .map(|field| field.key)
            .collect();
        if !reset.is_empty() {
            query.append_pair(RESET, &reset.join(" "));
        }
        group.follow(&changed, &now);
        self.own = now;
        Some(query.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields;

    fn frame(query: &str) -> (Form, Embedding, Shared) {
        let (form, _) = link::parse(query, Secrets::Ignore);
        let (embedding, _) = Embedding::parse(query, &form, true);
        let shared = Shared::begin(&form);
        (form, embedding, shared)
    }

    #[test]
    fn what_changes_here_is_told_once_and_what_comes_from_others_does_not_go_back() {
        let (mut form, embedding, mut shared) = frame("group=a&start=docs");
        form.set(&fields::REGION, vec!["us-west-2".into()]);
        assert_eq!(shared.tell(&form, &embedding), None, "the group is not known yet");
        (form, _) = shared.take("start=docs&cluster=a", &form, &embedding);
        assert_eq!(
            (form.text(&fields::CLUSTER), form.text(&fields::REGION)),
            ("a".into(), "us-west-2".into())
        );
        let told = shared.tell(&form, &embedding).expect("the Region is new");
        assert_eq!(told, "region=us-west-2");
        assert_eq!(shared.tell(&form, &embedding), None);
        (form, _) = shared.take("start=docs&cluster=b&region=us-west-2", &form, &embedding);
        assert_eq!(shared.tell(&form, &embedding), None);
        assert_eq!(form.text(&fields::CLUSTER), "b");
    }

    #[test]
    fn what_is_locked_here_alone_is_not_told_and_stays() {
        let (form, embedding, mut shared) =
            frame("group=a&way=terraform&launch_type=EC2&lock=way+launch-type&start=docs");
        let (mut form, _) = shared.take("start=docs&memory=2048", &form, &embedding);
        assert_eq!(form.text(&fields::WAY), "terraform");
        // On EC2 it is the default. That it is touched in the group is not forgotten.
        assert!(!form.is_touched(&fields::MEMORY));
        form.set(&fields::REGION, vec!["us-west-2".into()]);
        let told = shared.tell(&form, &embedding).expect("the Region is new");
        assert_eq!(told, "region=us-west-2");
        // Back to the default of each launch type.
        let (form, _) = shared.take("start=docs&region=us-west-2", &form, &embedding);
        assert_eq!(form.text(&fields::MEMORY), "2048");
    }

    #[test]
    fn a_secret_and_a_half_typed_text_stay_here() {
        let (mut form, embedding, mut shared) = frame("group=a&start=docs");
        (form, _) = shared.take("start=docs", &form, &embedding);
        form.set(&fields::TOKEN, vec!["not-a-real-token".into()]);
        form.set(
            &fields::ENV,
            vec!["A=1".into(), "MY_SECRET=not-a-real-secret".into()],
        );
        let told = shared.tell(&form, &embedding).expect("a variable is new");
        assert_eq!(told, "env=A%3D1");
        form.set(&fields::CLUSTER, vec!["half".into()]);
        let (now, protected) = shared.take("start=docs&env=A%3D1&region=us-west-2", &form, &embedding);
        assert!(protected.is_empty());
        assert_eq!(now.text(&fields::TOKEN), "not-a-real-token");
        assert_eq!(now.texts(&fields::ENV).len(), 2);
        assert_eq!(now.text(&fields::CLUSTER), "half");
        assert_eq!(shared.tell(&now, &embedding).as_deref(), Some("cluster=half"));
        // Another manager does not get the token.
        let (now, protected) = shared.take(
            "start=docs&env=A%3D1&region=us-west-2&cluster=half&manager_url=https://evil.example",
            &now,
            &embedding,
        );
        assert_eq!(protected, [&fields::MANAGER_URL]);
        assert_eq!(now.text(&fields::TOKEN), "");
    }

    #[test]
    fn a_secret_in_what_the_page_tells_is_ignored() {
        let (form, embedding, mut shared) = frame("group=a&start=docs");
        let (now, _) = shared.take(
            "start=docs&token=not-a-real-token&env=MY_SECRET=not-a-real-secret&cluster=a",
            &form,
            &embedding,
        );
        assert_eq!(
            (now.text(&fields::TOKEN), now.text(&fields::CLUSTER)),
            (String::new(), "a".into())
        );
        assert!(now.texts(&fields::ENV).is_empty());
    }

    /// Two frames change something at the same time: the messages cross.
    #[test]
    fn changes_that_cross_are_both_kept() {
        let (mut one, embedding, mut of_one) = frame("group=a&start=docs");
        let (mut two, _, mut of_two) = frame("group=a&start=docs");
        (one, _) = of_one.take("start=docs&tags=a&cpu=2048", &one, &embedding);
        (two, _) = of_two.take("start=docs&tags=a&cpu=2048", &two, &embedding);
        one.set(&fields::CLUSTER, vec!["tools".into()]);
        one.set(&fields::CPU, vec!["1024".into()]);
        two.set(&fields::REGION, vec!["us-west-2".into()]);
        two.set(&fields::TAGS, vec![]);
        let from_one = of_one.tell(&one, &embedding).expect("a change");
        let from_two = of_two.tell(&two, &embedding).expect("a change");
        assert_eq!(from_one, "cluster=tools&reset=cpu");
        (one, _) = of_one.take_changes(&from_two, &one, &embedding);
        (two, _) = of_two.take_changes(&from_one, &two, &embedding);
        assert_eq!(one, two);
        assert_eq!(link::write(&one), "v=1&start=docs&region=us-west-2&cluster=tools");
        assert_eq!(
            (of_one.tell(&one, &embedding), of_two.tell(&two, &embedding)),
            (None, None)
        );
    }

    #[test]
    fn one_change_after_another_is_kept() {
        let (mut form, embedding, mut shared) = frame("group=a&start=docs");
        (form, _) = shared.take("start=docs", &form, &embedding);
        for changes in [
            "delegate_name=blue",
            "manager_url=https%3A%2F%2Fapp.harness.io",
            "image=harness%2Fdelegate%3A26.10.87203",
        ] {
            (form, _) = shared.take_changes(changes, &form, &embedding);
        }
        assert_eq!(
            link::write(&form),
            "v=1&delegate_name=blue&manager_url=https%3A%2F%2Fapp.harness.io&image=harness%2Fdelegate%3A26.10.87203&start=docs"
        );
    }
}
