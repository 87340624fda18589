//! Three-way merge of versions, field by field: two people have changed the same document.

use std::collections::BTreeMap;

use golden_thread::sheet::Input;

use super::layout::{Part, Place};
use super::values::{COUNT, Values};

/// A field in which two versions differ.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The name of the field.
    pub name: String,
    /// The field.
    pub input: &'static Input,
    /// Its content before: texts by the rest of their names, empty ones left out.
    pub before: BTreeMap<String, String>,
    /// Its content after.
    pub after: BTreeMap<String, String>,
}

/// The fields in which two versions differ, in the order of the form.
pub fn differences(parts: &[Part], before: &Values, after: &Values) -> Vec<Difference> {
    let places = parts.iter().flat_map(|part| &part.places);
    let changed = places.filter_map(|place: &Place| {
        let name = place.name();
        let (before, after) = (without_counts(before.of(&name)), without_counts(after.of(&name)));
        (before != after).then_some(Difference { name, input: place.input, before, after })
    });
    changed.collect()
}

/// Two versions with a common origin, put together.
#[derive(Debug)]
pub struct Merged {
    /// Mine, with what only the other person changed.
    pub values: Values,
    /// Fields that only the other person changed: taken over.
    pub taken: Vec<Difference>,
    /// Fields that both changed, each in their way: mine stays, theirs is shown beside it. `before` is theirs,
    /// `after` is mine.
    pub contested: Vec<Difference>,
}

/// Puts two versions with a common origin together.
pub fn merge(parts: &[Part], base: &Values, mine: &Values, theirs: &Values) -> Merged {
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

/// The number of rows is no content.
fn without_counts(mut texts: BTreeMap<String, String>) -> BTreeMap<String, String> {
    texts.retain(|rest, _| rest.rsplit('.').next() != Some(COUNT));
    texts
}

#[cfg(test)]
mod tests {
    use golden_thread::sheet::Asks;

    use super::*;

    const TITLE: Input = Input::new("title", "", Asks::Line);
    const SUMMARY: Input = Input::new("summary", "", Asks::Text);
    const BODY: Input = Input::new("body", "", Asks::Markdown);

    fn parts() -> Vec<Part> {
        let places = vec![
            Place { root: "matter.", input: &TITLE },
            Place { root: "matter.", input: &SUMMARY },
            Place { root: "", input: &BODY },
        ];
        vec![Part { id: "text", title: "", places, folds: false }]
    }

    fn values(pairs: &[(&str, &str)]) -> Values {
        let mut values = Values::default();
        for (name, text) in pairs {
            values.set(*name, *text);
        }
        values
    }

    #[test]
    fn what_only_the_other_person_changed_is_taken_over() {
        let parts = parts();
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
        let parts = parts();
        let (base, both) = (values(&[("body", "a")]), values(&[("body", "b")]));
        let merged = merge(&parts, &base, &both, &both);
        assert!(merged.taken.is_empty() && merged.contested.is_empty());
    }
}
