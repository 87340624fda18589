//! The inverted index in memory: the documents of each word and of each shared property.

use std::collections::{BTreeMap, HashMap, HashSet};

use base::Locale;
use jiff::civil::Date;
use roaring::RoaringBitmap;
use uuid::Uuid;

use super::document::{Document, is_same_month};
use super::fold::{folded, words};
use super::stem::Language;

base::coded! {
    /// The kinds of properties that documents share.
    pub enum Aspect {
        /// The kind of the entry.
        Kind = "kind",
        /// A field of action, by its id.
        Field = "field",
        /// A year that their dates touch.
        Year = "year",
        /// The first year of documents that continue.
        Since = "since",
        /// The last year of documents whose beginning is unknown.
        Until = "until",
        /// The whole title, with its language in front.
        Title = "title",
    }
}

/// The most years of one document; a mistake in a date must not fill the index.
const YEARS: i16 = 150;

/// The documents of a word, or of a group of words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Postings {
    /// Documents with the word in their title.
    pub titled: RoaringBitmap,
    /// Documents with the word anywhere, including the title.
    pub anywhere: RoaringBitmap,
}

/// The most different words of a document; eighty printed pages of German have six thousand.
const MOST_WORDS: usize = 8_000;

/// An inverted index of some documents, to be stored in the database.
#[derive(Debug, Default)]
pub struct Index {
    /// The postings of each word.
    pub words: HashMap<(Language, String), Postings>,
    /// The documents with each shared property.
    pub sets: BTreeMap<(Aspect, String), RoaringBitmap>,
    /// The documents, in chronological order.
    pub documents: Vec<Numbered>,
}

/// A document and its number.
#[derive(Debug)]
pub struct Numbered {
    /// The number by which all sets refer to the document.
    pub number: u32,
    /// The id of the entry.
    pub id: Uuid,
    /// Its phrases in German and in English.
    pub asides: [String; 2],
}

impl Index {
    /// Indexes all documents and numbers them in chronological order.
    pub fn of(documents: &[Document<'_>]) -> Self {
        let mut ordered: Vec<&Document<'_>> = documents.iter().collect();
        ordered.sort_by_cached_key(|document| document.order());
        let mut index = Self::default();
        for document in ordered {
            let first = document.first_number();
            let last = index.documents.last().map(|last| last.number).filter(|last| is_same_month(*last, first));
            index.add(document, last.map_or(first, |last| last + 1));
        }
        index
    }

    /// Adds a document under an unused number.
    pub fn add(&mut self, document: &Document<'_>, number: u32) {
        let mut known: HashSet<(Language, String)> = HashSet::new();
        for (locale, text, is_name) in document.read() {
            let language = Language::of(locale);
            for word in words(&text) {
                let key = (language, word.folded);
                if !known.contains(&key) {
                    if known.len() == MOST_WORDS {
                        continue;
                    }
                    known.insert(key.clone());
                }
                let postings = self.words.entry(key).or_default();
                postings.anywhere.insert(number);
                if is_name {
                    postings.titled.insert(number);
                }
            }
        }
        for (aspect, value) in common(document) {
            self.sets.entry((aspect, value)).or_default().insert(number);
        }
        self.documents.push(Numbered { number, id: document.id, asides: document.asides() });
    }
}

/// The properties that a document shares with others.
fn common(document: &Document<'_>) -> HashSet<(Aspect, String)> {
    let mut common = HashSet::from([(Aspect::Kind, document.kind.to_string())]);
    common.extend(document.fields.iter().map(|field| (Aspect::Field, field.to_string())));
    common.extend(document.texts.iter().map(|(locale, title, ..)| (Aspect::Title, title_key(*locale, title))));
    if let Some(when) = document.when {
        match when.years() {
            (Some(first), Some(last)) => {
                let years = first..=last.min(first.saturating_add(YEARS));
                common.extend(years.map(|year| (Aspect::Year, year.to_string())));
            }
            (Some(first), None) if when.covers_year(Date::MAX.year()) => {
                common.insert((Aspect::Since, first.to_string()));
            }
            // The end is not on record: only the first year is known.
            (Some(first), None) => _ = common.insert((Aspect::Year, first.to_string())),
            (None, Some(last)) => _ = common.insert((Aspect::Until, last.to_string())),
            (None, None) => {}
        }
    }
    common
}

/// The normalized key of a title, equal to that of a query with all its words in order. Borders of words
/// do not matter: `Ruhrkonferenz` is `Ruhr-Konferenz`.
pub fn title_key(locale: Locale, title: &str) -> String {
    let mut key = format!("{} {}", Language::of(locale), folded(title).replace(' ', ""));
    key.truncate(key.floor_char_boundary(200));
    key
}

#[cfg(test)]
mod tests {
    use edtf::{Certainty, When};

    use super::*;
    use crate::Phrase;

    const FIELD: Uuid = Uuid::from_u128(4);

    fn document<'a>(slug: &'a str, edtf: &str, title: &'a str, phrases: Vec<Phrase>) -> Document<'a> {
        Document {
            id: Uuid::nil(),
            kind: "news",
            kind_place: 0,
            slug,
            when: (!edtf.is_empty()).then(|| When::parse(edtf, Certainty::Fixed).unwrap()),
            fields: vec![FIELD],
            texts: vec![(Locale::De, title, "", "Ein *Wort*.")],
            phrases,
        }
    }

    #[test]
    fn titles_are_indexed_before_texts_without_end() {
        let body = (0..20_000).map(|number| format!("wort{number}")).collect::<Vec<_>>().join(" ");
        let phrases = vec![Phrase::name("Haus")];
        let long =
            Document { texts: vec![(Locale::De, "Titel", "Kurz", body.as_str())], ..document("a", "", "", phrases) };
        let index = Index::of(&[long]);
        assert_eq!(index.words.len(), MOST_WORDS);
        for word in ["titel", "kurz", "haus", "wort0"] {
            assert!(index.words.contains_key(&(Language::German, word.to_owned())), "{word}");
        }
    }

    #[test]
    fn every_document_has_a_number_of_its_own_in_the_order_of_time() {
        let documents = [
            document("b", "2019-05-20", "", Vec::new()),
            document("a", "2019-05-20", "", Vec::new()),
            document("c", "2019-05-02", "", Vec::new()),
            document("d", "", "", Vec::new()),
            document("e", "2018", "", Vec::new()),
        ];
        let index = Index::of(&documents);
        let numbers: Vec<u32> = index.documents.iter().map(|document| document.number).collect();
        assert!(numbers.is_sorted_by(|one, other| one < other), "{numbers:?}");
        assert_eq!(index.words[&(Language::German, "wort".to_owned())].anywhere.len(), 5);
        assert_eq!(index.sets[&(Aspect::Field, FIELD.to_string())].len(), 5);
    }

    #[test]
    fn names_count_as_titles_and_other_phrases_do_not() {
        let phrases = vec![Phrase::name("RVR"), Phrase::new(Locale::En, "Carrier")];
        let index = Index::of(&[document("a", "2019", "Regionalverband", phrases)]);
        let titled = |language, word: &str| index.words[&(language, word.to_owned())].titled.len();
        assert_eq!(titled(Language::German, "rvr"), 1);
        assert_eq!(titled(Language::German, "regionalverband"), 1);
        assert_eq!(titled(Language::German, "wort"), 0);
        assert_eq!(titled(Language::English, "carrier"), 0);
    }

    #[test]
    fn years_are_those_that_lists_count_too() {
        let years = |edtf: &str| {
            let index = Index::of(&[document("a", edtf, "", Vec::new())]);
            let sets = index.sets.into_keys();
            let years = sets.filter(|(aspect, _)| matches!(aspect, Aspect::Year | Aspect::Since | Aspect::Until));
            years.map(|(aspect, year)| format!("{aspect} {year}")).collect::<Vec<_>>()
        };
        assert_eq!(years("2018-12-30/2019-01-02"), ["year 2018", "year 2019"]);
        assert_eq!(years("2018/.."), ["since 2018"]);
        assert_eq!(years("2018/"), ["year 2018"]);
        assert!(years("").is_empty());
    }
}
