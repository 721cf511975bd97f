//! The shape of a case.

/// Parameters on top of the good configuration, a field, and the rules that fire on it, including infos.
pub(in crate::rules::tests) type Case = (&'static str, &'static str, &'static [&'static str]);
