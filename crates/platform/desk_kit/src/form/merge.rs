//! Three-way merge of versions, field by field: two people have changed the same document.

use std::collections::BTreeMap;

use golden_thread::sheet::{Asks, Input};

use super::layout::{Part, Place};
use super::passages;
use super::values::{COUNT, Values, as_sent};

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
    /// Texts that hold passages of the other person beside mine. `before` is mine, `after` has both.
    pub combined: Vec<Difference>,
    /// Fields, and passages of texts, that both changed, each in their way.
    pub contested: Vec<Contested>,
}

/// A field, or a passage of a text, that both changed: mine stays, or what the other person made of a passage that I removed.
#[derive(Debug)]
pub struct Contested {
    /// `before` is theirs, `after` is mine.
    pub difference: Difference,
    /// The byte of the text at which the passage stands; `None` for a field as a whole.
    pub at: Option<usize>,
}

/// Puts two versions with a common origin together.
pub fn merge(parts: &[Part], base: &Values, mine: &Values, theirs: &Values) -> Merged {
    let changed_by_me = differences(parts, base, mine);
    let mut merged = Merged { values: mine.clone(), taken: vec![], combined: vec![], contested: vec![] };
    for change in differences(parts, base, theirs) {
        match changed_by_me.iter().find(|own| own.name == change.name) {
            None => {
                merged.values.take(&change.name, theirs);
                merged.taken.push(change);
            }
            Some(own) if own.after == change.after => {}
            Some(own) if matches!(own.input.asks, Asks::Markdown | Asks::Text) => merged.combine(own, &change),
            Some(own) => merged.contest(own, &change),
        }
    }
    merged
}

impl Merged {
    /// Both have changed a field.
    fn contest(&mut self, own: &Difference, other: &Difference) {
        let difference = Difference { before: other.after.clone(), ..own.clone() };
        self.contested.push(Contested { difference, at: None });
    }

    /// Both have changed a text, perhaps not the same passages of it.
    fn combine(&mut self, own: &Difference, other: &Difference) {
        let text = |texts: &BTreeMap<String, String>| texts.get("").map(|text| as_sent(text)).unwrap_or_default();
        let (base, mine, theirs) = (text(&own.before), text(&own.after), text(&other.after));
        let Some(both) = passages::merged(&base, &mine, &theirs) else { return self.contest(own, other) };
        let of = |before: String, after: String| {
            let texts = |text| BTreeMap::from([(String::new(), text)]);
            Difference { before: texts(before), after: texts(after), ..own.clone() }
        };
        let contested = both.disputes.into_iter();
        self.contested
            .extend(contested.map(|one| Contested { difference: of(one.theirs, one.mine), at: Some(one.at) }));
        self.values.set(own.name.clone(), both.text.clone());
        if both.text != mine {
            self.combined.push(of(mine, both.text));
        }
    }
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
        let taken: Vec<&str> = merged.taken.iter().map(|one| one.name.as_str()).collect();
        let contested: Vec<&str> = merged.contested.iter().map(|one| one.difference.name.as_str()).collect();
        assert_eq!((taken, contested), (vec!["matter.summary"], vec!["body"]));
        let contested = &merged.contested[0];
        assert_eq!((contested.difference.before[""].as_str(), contested.at), ("theirs too", Some(0)));
    }

    #[test]
    fn same_change_by_both_is_no_contest() {
        let parts = parts();
        let (base, both) = (values(&[("body", "a")]), values(&[("body", "b")]));
        let merged = merge(&parts, &base, &both, &both);
        assert!(merged.taken.is_empty() && merged.contested.is_empty());
    }
}
