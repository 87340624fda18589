//! The filters, the order and the columns of the list, as its address holds them.

use base::{Slug, fold};
use golden_thread::Kind;
use uuid::Uuid;
use web::Error;
use web::form::{Submission, encoded};

use crate::entries::standing::Standing;

base::coded! {
    /// A condition on the texts of an entry in other languages.
    pub(crate) enum Language {
        /// The public sees an English text.
        English = "en",
        /// There is no English text.
        NoEnglish = "ohne-en",
        /// The public sees a text in Leichte Sprache.
        Easy = "leicht",
        /// There is no text in Leichte Sprache.
        NoEasy = "ohne-leicht",
        /// Nobody has checked a translation.
        Unchecked = "ungeprueft",
        /// A translation is older than its original.
        Stale = "veraltet",
    }
}

base::coded! {
    /// The order of the list.
    pub(crate) enum Order {
        /// The last changed first; of a search, those before all whose title holds the words.
        Changed = "geaendert",
        /// By title.
        Title = "titel",
        /// By the day of what it is about, the latest first; without one last.
        Day = "datum",
    }
}

base::coded! {
    /// A column of the list besides the title.
    pub(crate) enum Column {
        /// The kind.
        Kind = "art",
        /// The state.
        Standing = "stand",
        /// The day of what it is about.
        Day = "datum",
        /// The fields of action.
        Fields = "felder",
        /// English, Leichte Sprache.
        Languages = "sprachen",
        /// The picture above the text.
        Picture = "bild",
        /// Last change, with its author.
        Changed = "geaendert",
    }
}

impl Column {
    /// The columns of somebody who has chosen none.
    const PRESET: [Self; 3] = [Self::Kind, Self::Standing, Self::Changed];
}

/// The word for oneself, so that a bookmark of »mine« means the same for everybody.
const ME: &str = "ich";
/// The word for entries without a picture.
const WITHOUT: &str = "ohne";

/// The filters, the order and the columns. What an address says in words that are unknown counts as not said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The person who asks.
    pub(crate) me: Uuid,
    /// Only of this kind.
    pub(crate) kind: Option<Kind>,
    /// Only in this state.
    pub(crate) standing: Option<Standing>,
    /// Only of the field of action with this slug.
    pub(crate) field: Option<Slug>,
    /// Only what belongs to the body with this slug.
    pub(crate) body: Option<Slug>,
    /// Only what this person has begun or changed last.
    pub(crate) person: Option<Uuid>,
    /// Only with these translations.
    pub(crate) language: Option<Language>,
    /// Only without a picture.
    pub(crate) unpictured: bool,
    /// The words to be found, as they were typed.
    pub(crate) text: String,
    pub(crate) order: Order,
    pub(crate) columns: Vec<Column>,
}

impl Wanted {
    /// Everything, as `me` sees it.
    pub(crate) fn all(me: Uuid) -> Self {
        Self {
            me,
            kind: None,
            standing: None,
            field: None,
            body: None,
            person: None,
            language: None,
            unpictured: false,
            text: String::new(),
            order: Order::Changed,
            columns: Column::PRESET.into(),
        }
    }

    /// The filters of an address or a form: its pairs of names and values.
    pub(crate) fn of<'a>(me: Uuid, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut wanted = Self::all(me);
        let mut columns = Vec::new();
        for (name, value) in pairs {
            let value = value.trim();
            match name {
                "art" => wanted.kind = Kind::from_code(value),
                "stand" => wanted.standing = Standing::from_code(value),
                "feld" => wanted.field = Slug::parse(value).ok(),
                "organisation" => wanted.body = Slug::parse(value).ok(),
                "person" if value == ME => wanted.person = Some(me),
                "person" => wanted.person = value.parse().ok(),
                "sprache" => wanted.language = Language::from_code(value),
                "bild" => wanted.unpictured = value == WITHOUT,
                "q" => value.clone_into(&mut wanted.text),
                "folge" => wanted.order = Order::from_code(value).unwrap_or(Order::Changed),
                "spalte" => columns.extend(Column::from_code(value)),
                _ => {}
            }
        }
        if !columns.is_empty() {
            wanted.columns = Column::ALL.into_iter().filter(|column| columns.contains(column)).collect();
        }
        wanted
    }

    /// As [`Wanted::of`], from the query of an address.
    ///
    /// # Errors
    /// If it holds bytes that are no text.
    pub(crate) fn of_query(me: Uuid, query: &str) -> Result<Self, Error> {
        Ok(Self::of(me, Submission::parse(query)?.pairs()))
    }

    /// The query of its address, without what is preset.
    pub(crate) fn query(&self) -> String {
        let mut query = self.filters();
        let mut add = |name: &str, value: &str| query.push((name.to_owned(), value.to_owned()));
        if self.order != Order::Changed {
            add("folge", self.order.code());
        }
        if self.columns != Column::PRESET {
            self.columns.iter().for_each(|column| add("spalte", column.code()));
        }
        query.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
    }

    /// The filters, as pairs of an address.
    fn filters(&self) -> Vec<(String, String)> {
        let slug = |slug: &Option<Slug>| slug.as_ref().map(ToString::to_string);
        let pairs = [
            ("q", Some(self.text.clone()).filter(|text| !text.is_empty())),
            ("art", self.kind.map(|kind| kind.code().to_owned())),
            ("stand", self.standing.map(|standing| standing.code().to_owned())),
            ("feld", slug(&self.field)),
            ("organisation", slug(&self.body)),
            ("person", self.person_code()),
            ("sprache", self.language.map(|language| language.code().to_owned())),
            ("bild", self.unpictured.then(|| WITHOUT.to_owned())),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    }

    /// The person of the filter, as the address has it.
    pub(crate) fn person_code(&self) -> Option<String> {
        self.person.map(|person| if person == self.me { ME.to_owned() } else { person.to_string() })
    }

    /// The number of filters, the words not counted.
    pub(crate) fn number_of_filters(&self) -> usize {
        self.filters().iter().filter(|(name, _)| name != "q").count()
    }

    /// True if it is the whole list, in whatever order.
    pub(crate) fn is_whole(&self) -> bool {
        self.filters().is_empty()
    }

    /// The same words among all entries.
    pub(crate) fn unfiltered(&self) -> Self {
        let (text, columns) = (self.text.clone(), self.columns.clone());
        Self { text, columns, order: self.order, ..Self::all(self.me) }
    }

    /// The words to be found, folded, each once. `None` if something is to be found that no word can hold.
    pub(crate) fn words(&self) -> Option<Vec<String>> {
        let mut words: Vec<String> = fold::words(&self.text).split_whitespace().map(str::to_owned).collect();
        words.sort();
        words.dedup();
        (!words.is_empty() || self.text.is_empty()).then_some(words)
    }
}

/// The views that are kept as links, each with its text key.
pub(crate) fn views(me: Uuid) -> [(&'static str, Wanted); 6] {
    let all = || Wanted::all(me);
    [
        ("entry-view-all", all()),
        ("entry-view-mine", Wanted { person: Some(me), ..all() }),
        ("entry-view-drafts", Wanted { standing: Some(Standing::Draft), ..all() }),
        ("entry-view-unpictured", Wanted { unpictured: true, ..all() }),
        ("entry-view-unchecked", Wanted { language: Some(Language::Unchecked), ..all() }),
        ("entry-view-stale", Wanted { language: Some(Language::Stale), ..all() }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: Uuid = Uuid::from_u128(1);

    fn of(query: &str) -> Wanted {
        Wanted::of_query(ANNA, query).unwrap()
    }

    #[test]
    fn address_holds_what_was_chosen_and_nothing_else() {
        let queries = [
            "",
            "q=R%C3%BCckblick%202018&stand=draft&feld=vielfalt&organisation=ruhrfutur&person=ich\
             &sprache=veraltet&bild=ohne&folge=titel&spalte=art&spalte=bild",
            "person=00000000%2D0000%2D0000%2D0000%2D000000000002",
        ];
        for query in queries {
            assert_eq!(of(query).query(), query);
        }
        for same in ["art=&stand=&q=+&folge=geaendert&spalte=art&spalte=geaendert&spalte=stand", "art=quark&x=y"] {
            assert_eq!(of(same), Wanted::all(ANNA), "{same}");
        }
    }

    #[test]
    fn words_are_looked_for_once_each_and_what_holds_none_finds_nothing() {
        let words = |text: &str| Wanted { text: text.to_owned(), ..Wanted::all(ANNA) }.words();
        assert_eq!(words("Über Schule, SCHULE"), Some(vec!["schule".to_owned(), "ueber".to_owned()]));
        assert_eq!(words(""), Some(Vec::new()));
        assert_eq!(words("?!"), None);
    }
}
