//! When two people have changed the same entry: what each of them changed, and both put together.

use std::collections::BTreeMap;

use super::layout::{Part, Place};
use super::values::Values;

/// A field in which two versions differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The field.
    pub(crate) name: String,
    /// Key of its label.
    pub(crate) label: &'static str,
    /// What it held before: texts by the rest of their names, empty ones left out.
    pub(crate) before: BTreeMap<String, String>,
    /// What it holds after.
    pub(crate) after: BTreeMap<String, String>,
}

/// In which fields two versions differ, in the order of the form.
pub(crate) fn differences(parts: &[Part], before: &Values, after: &Values) -> Vec<Difference> {
    let places = parts.iter().flat_map(|part| &part.places);
    let changed = places.filter_map(|place: &Place| {
        let name = place.name();
        let (before, after) = (without_counts(before.of(&name)), without_counts(after.of(&name)));
        (before != after).then_some(Difference { name, label: place.input.label, before, after })
    });
    changed.collect()
}

/// What came of two versions with a common origin.
#[derive(Debug)]
pub(crate) struct Merged {
    /// Mine, with what only the other person changed.
    pub(crate) values: Values,
    /// Fields that only the other person changed: taken over.
    pub(crate) taken: Vec<Difference>,
    /// Fields that both changed, each in their way: mine stays, theirs is shown beside it. `before` is theirs,
    /// `after` is mine.
    pub(crate) contested: Vec<Difference>,
}

/// Puts two versions with a common origin together.
pub(crate) fn merge(parts: &[Part], base: &Values, mine: &Values, theirs: &Values) -> Merged {
    let changed_by_me = differences(parts, base, mine);
    let mut merged = Merged { values: mine.clone(), taken: Vec::new(), contested: Vec::new() };
    for change in differences(parts, base, theirs) {
        match changed_by_me.iter().find(|own| own.name == change.name) {
            None => {
                merged.values.take(&change.name, theirs);
                merged.taken.push(change);
            }
            Some(own) if own.after == change.after => {}
            Some(own) => merged.contested.push(Difference { before: change.after, after: own.after.clone(), ..change }),
        }
    }
    merged
}

/// How many rows there are is no content.
fn without_counts(mut texts: BTreeMap<String, String>) -> BTreeMap<String, String> {
    texts.retain(|rest, _| rest.rsplit('.').next() != Some("zahl"));
    texts
}

#[cfg(test)]
mod tests {
    use golden_thread::testing::ARTICLE;

    use super::*;
    use crate::entries::form::parts;

    fn values(pairs: &[(&str, &str)]) -> Values {
        let mut values = Values::default();
        for (name, text) in pairs {
            values.set(*name, *text);
        }
        values
    }

    #[test]
    fn what_only_the_other_person_changed_is_taken_over() {
        let parts = parts(ARTICLE, false);
        let base = values(&[("matter.title", "a"), ("matter.summary", "b"), ("body", "c")]);
        let mine = values(&[("matter.title", "mine"), ("matter.summary", "b"), ("body", "mine too")]);
        let theirs = values(&[("matter.title", "a"), ("matter.summary", "theirs"), ("body", "theirs too")]);
        let merged = merge(&parts, &base, &mine, &theirs);
        assert_eq!(merged.values.get("matter.title"), "mine");
        assert_eq!(merged.values.get("matter.summary"), "theirs");
        assert_eq!(merged.values.get("body"), "mine too", "nobody's words are overwritten in my own form");
        let names = |list: &[Difference]| list.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        assert_eq!(
            (names(&merged.taken), names(&merged.contested)),
            (vec!["matter.summary".into()], vec!["body".into()])
        );
        assert_eq!(merged.contested[0].before[""], "theirs too");
    }

    #[test]
    fn same_change_by_both_is_no_contest() {
        let parts = parts(ARTICLE, false);
        let (base, both) = (values(&[("body", "a")]), values(&[("body", "b")]));
        let merged = merge(&parts, &base, &both, &both);
        assert!(merged.taken.is_empty() && merged.contested.is_empty());
    }
}
