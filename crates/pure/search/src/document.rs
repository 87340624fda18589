//! Documents: the searchable content of an entry, and its rank among hits of equal relevance.

use std::cmp::Reverse;

use base::Locale;
use edtf::When;
use jiff::civil::Date;
use uuid::Uuid;

/// An entry as the index needs it: everything that visitors can read on its page.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// The id of the entry.
    pub id: Uuid,
    /// The code of the entry's kind.
    pub kind: &'static str,
    /// The position of its kind in the list of kinds, which orders documents of the same date.
    pub kind_place: usize,
    /// The slug of the entry.
    pub slug: &'a str,
    /// The date of the entry, if it has one.
    pub when: Option<When>,
    /// The fields of action to which it belongs. A field may get another slug; its id stays.
    pub fields: Vec<Uuid>,
    /// The language, title, summary and Markdown of each text.
    pub texts: Vec<(Locale, &'a str, &'a str, &'a str)>,
    /// Other text of its page: places, programme, roles, numbers, names of others.
    pub phrases: Vec<Phrase>,
}

/// Some words on an entry's page outside its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The language of the words.
    pub locale: Locale,
    /// The words without markup.
    pub text: String,
    /// True if the entry is known by this name, so that a match counts as one in the title.
    pub is_name: bool,
}

impl Phrase {
    /// A phrase that is no name.
    pub fn new(locale: Locale, text: impl Into<String>) -> Self {
        Self { locale, text: text.into(), is_name: false }
    }

    /// An alternative name of the entry, indexed as German.
    pub fn name(text: impl Into<String>) -> Self {
        Self { locale: Locale::De, text: text.into(), is_name: true }
    }

    /// A localized text, as one phrase for each language that it has.
    pub fn both(text: &base::Localized) -> impl Iterator<Item = Self> {
        let english = text.en.iter().map(|english| Self::new(Locale::En, english));
        std::iter::once(Self::new(Locale::De, &text.de)).chain(english)
    }
}

/// The low bits of a number, for the position within a month; a month holds a million documents.
const PLACE_BITS: u32 = 20;
/// The month of documents without a date: they do not age, so they sort as the newest.
const EVERGREEN: u32 = (1 << (u32::BITS - PLACE_BITS)) - 1;
/// The year from which months are counted. The bits last until the year 2141.
const FIRST_YEAR: i32 = 1800;

impl Document<'_> {
    /// The lowest number of its month. Later months have greater numbers, so the newest documents have the greatest.
    pub fn first_number(&self) -> u32 {
        self.date().map_or(EVERGREEN, month) << PLACE_BITS
    }

    /// The sort key among documents that are numbered together: by day, then by kind and slug.
    pub fn order(&self) -> (u32, Option<Date>, Reverse<(usize, &str)>) {
        (self.first_number(), self.date(), Reverse((self.kind_place, self.slug)))
    }

    fn date(&self) -> Option<Date> {
        self.when.and_then(|when| when.earliest().or_else(|| when.latest()))
    }

    /// Its texts without markup: language, text, and true for a name. The long bodies come last.
    pub fn read(&self) -> Vec<(Locale, String, bool)> {
        let mut read = Vec::with_capacity(self.texts.len() * 3 + self.phrases.len());
        for (locale, title, summary, _) in &self.texts {
            read.push((*locale, (*title).to_owned(), true));
            read.push((*locale, (*summary).to_owned(), false));
        }
        read.extend(self.phrases.iter().map(|phrase| (phrase.locale, phrase.text.clone(), phrase.is_name)));
        let bodies = self.texts.iter().filter(|(.., body)| !body.is_empty());
        read.extend(bodies.map(|(locale, .., body)| (*locale, markdown::to_text(body), false)));
        read
    }

    /// Its phrases in German and in English, joined, to show the match in a snippet.
    pub fn asides(&self) -> [String; 2] {
        [true, false].map(|german| {
            let phrases = self.phrases.iter().filter(|phrase| (phrase.locale != Locale::En) == german);
            phrases.map(|phrase| phrase.text.as_str()).collect::<Vec<_>>().join(" · ")
        })
    }
}

/// True if both numbers belong to the same month.
pub(crate) const fn is_same_month(one: u32, other: u32) -> bool {
    one >> PLACE_BITS == other >> PLACE_BITS
}

/// The greatest number of the same month.
pub const fn last_of_month(number: u32) -> u32 {
    number | ((1 << PLACE_BITS) - 1)
}

fn month(date: Date) -> u32 {
    let months = (i32::from(date.year()) - FIRST_YEAR) * 12 + i32::from(date.month()) - 1;
    u32::try_from(months.max(0)).unwrap_or(0).min(EVERGREEN - 1)
}

#[cfg(test)]
mod tests {
    use edtf::Certainty;

    use super::*;

    fn first_number(edtf: Option<&str>) -> u32 {
        let document = Document {
            id: Uuid::nil(),
            kind: "event",
            kind_place: 0,
            slug: "a",
            when: edtf.map(|edtf| When::parse(edtf, Certainty::Fixed).unwrap()),
            fields: Vec::new(),
            texts: Vec::new(),
            phrases: Vec::new(),
        };
        document.first_number()
    }

    #[test]
    fn later_months_have_greater_numbers_and_what_has_no_date_the_greatest() {
        let dates = [Some("1492"), Some("1950-01"), Some("2018-09-20"), Some("2018-10-01"), Some("3000"), None];
        let numbers = dates.map(first_number);
        assert!(numbers.is_sorted_by(|one, other| one < other), "{numbers:?}");
    }

    #[test]
    fn days_of_a_month_share_it() {
        assert!(is_same_month(first_number(Some("2018-09-01")), first_number(Some("2018-09-30")) + 5));
        assert!(!is_same_month(first_number(Some("2018-09-30")), first_number(Some("2018-10-01"))));
    }
}
