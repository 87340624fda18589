//! Facets: filters by kind, field of action and year, with the number of hits for each value.

use std::collections::HashMap;

use roaring::RoaringBitmap;
use uuid::Uuid;

use super::index::Aspect;

/// The filters that a visitor has chosen.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// The code of a kind.
    pub kind: Option<String>,
    /// The id of a field of action.
    pub field: Option<Uuid>,
    /// A year that the document's date touches.
    pub year: Option<i16>,
}

/// The number of hits for each value of a filter, together with the other chosen filters.
#[derive(Debug, Default)]
pub struct Counts {
    /// By code of the kind, in alphabetical order.
    pub kinds: Vec<(String, u64)>,
    /// By field of action.
    pub fields: HashMap<Uuid, u64>,
    /// By year, the latest first.
    pub years: Vec<(i16, u64)>,
}

/// The values of all filters, each with its set of documents.
pub struct Filters {
    kinds: Vec<(String, RoaringBitmap)>,
    fields: Vec<(Uuid, RoaringBitmap)>,
    years: Vec<(i16, RoaringBitmap)>,
    /// The chosen values.
    pub choice: Choice,
}

/// The kinds of filters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    Kind,
    Field,
    Year,
}

impl Filters {
    /// Sorts the sets of the index by filter and drops chosen fields and years that no document has.
    pub fn of(sets: Vec<(Aspect, String, RoaringBitmap)>, choice: &Choice) -> Self {
        let mut filters = Self { kinds: Vec::new(), fields: Vec::new(), years: Vec::new(), choice: choice.clone() };
        let (mut since, mut until) = (Vec::new(), Vec::new());
        for (aspect, value, documents) in sets {
            let year = || value.parse().ok();
            match aspect {
                Aspect::Kind => filters.kinds.push((value, documents)),
                Aspect::Field => filters.fields.extend(value.parse().ok().map(|id| (id, documents))),
                Aspect::Year => filters.years.extend(year().map(|year| (year, documents))),
                Aspect::Since => since.extend(year().map(|year: i16| (year, documents))),
                Aspect::Until => until.extend(year().map(|year: i16| (year, documents))),
                Aspect::Title => {}
            }
        }
        filters.kinds.sort_by(|(one, _), (other, _)| one.cmp(other));
        filters.stretch(&since, &until);
        // A chosen field or year without documents is ignored, as in lists.
        filters.choice.field.take_if(|field| !filters.fields.iter().any(|(known, _)| known == field));
        filters.choice.year.take_if(|year| !filters.years.iter().any(|(known, _)| known == year));
        filters
    }

    /// A document that continues counts in every later year of the list, and one with an unknown beginning in
    /// every earlier one.
    fn stretch(&mut self, since: &[(i16, RoaringBitmap)], until: &[(i16, RoaringBitmap)]) {
        for (year, _) in since.iter().chain(until) {
            if !self.years.iter().any(|(known, _)| known == year) {
                self.years.push((*year, RoaringBitmap::new()));
            }
        }
        self.years.sort_by_key(|(year, _)| std::cmp::Reverse(*year));
        for (year, documents) in &mut self.years {
            since.iter().filter(|(first, _)| *first <= *year).for_each(|(_, set)| *documents |= set);
            until.iter().filter(|(last, _)| *last >= *year).for_each(|(_, set)| *documents |= set);
        }
    }

    /// The documents of `all` that pass the chosen filters, except for the filter `but`.
    pub fn apply(&self, all: &RoaringBitmap, but: Option<Filter>) -> RoaringBitmap {
        let mut shown = all.clone();
        if let Some(kind) = self.choice.kind.as_ref().filter(|_| but != Some(Filter::Kind)) {
            shown &= set_of(&self.kinds, kind);
        }
        if let Some(field) = self.choice.field.filter(|_| but != Some(Filter::Field)) {
            shown &= set_of(&self.fields, &field);
        }
        if let Some(year) = self.choice.year.filter(|_| but != Some(Filter::Year)) {
            shown &= set_of(&self.years, &year);
        }
        shown
    }

    /// The number of hits that each value would show.
    pub fn counts(&self, all: &RoaringBitmap) -> Counts {
        let kinds = self.apply(all, Some(Filter::Kind));
        let fields = self.apply(all, Some(Filter::Field));
        let years = self.apply(all, Some(Filter::Year));
        Counts {
            kinds: counted(&self.kinds, &kinds),
            fields: counted(&self.fields, &fields).into_iter().collect(),
            years: counted(&self.years, &years),
        }
    }
}

fn set_of<K: PartialEq>(sets: &[(K, RoaringBitmap)], value: &K) -> RoaringBitmap {
    sets.iter().find(|(key, _)| key == value).map(|(_, set)| set.clone()).unwrap_or_default()
}

fn counted<K: Clone>(sets: &[(K, RoaringBitmap)], hits: &RoaringBitmap) -> Vec<(K, u64)> {
    let counts = sets.iter().map(|(key, set)| (key.clone(), set.intersection_len(hits)));
    counts.filter(|(_, count)| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELD: Uuid = Uuid::from_u128(4);

    fn filters(choice: &Choice) -> Filters {
        let set = |numbers: &[u32]| numbers.iter().collect::<RoaringBitmap>();
        let sets = vec![
            (Aspect::Kind, "event".to_owned(), set(&[1, 2, 3])),
            (Aspect::Kind, "news".to_owned(), set(&[4, 5])),
            (Aspect::Field, FIELD.to_string(), set(&[1, 4])),
            (Aspect::Year, "2018".to_owned(), set(&[1, 4])),
            (Aspect::Year, "2020".to_owned(), set(&[2])),
            (Aspect::Since, "2019".to_owned(), set(&[3])),
            (Aspect::Until, "2018".to_owned(), set(&[5])),
        ];
        Filters::of(sets, choice)
    }

    #[test]
    fn what_goes_on_counts_in_later_years_and_what_began_unknown_in_earlier_ones() {
        let all = (1..=5).collect();
        let counts = filters(&Choice::default()).counts(&all);
        assert_eq!(counts.years, [(2020, 2), (2019, 1), (2018, 3)]);
    }

    #[test]
    fn each_value_counts_what_it_shows_beside_the_other_filters() {
        let choice = Choice { kind: Some("event".to_owned()), year: Some(2018), ..Choice::default() };
        let (filters, all) = (filters(&choice), (1..=5).collect());
        assert_eq!(filters.apply(&all, None), [1].into_iter().collect());
        let counts = filters.counts(&all);
        assert_eq!(counts.kinds, [("event".to_owned(), 1), ("news".to_owned(), 2)]);
        assert_eq!(counts.years, [(2020, 2), (2019, 1), (2018, 1)]);
        assert_eq!(counts.fields, HashMap::from([(FIELD, 1)]));
    }

    #[test]
    fn field_or_year_that_nothing_has_counts_as_none() {
        let choice = Choice { field: Some(Uuid::from_u128(5)), year: Some(1900), ..Choice::default() };
        let filters = filters(&choice);
        assert_eq!((filters.choice.field, filters.choice.year), (None, None));
    }
}
