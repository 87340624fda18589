//! An older version in the place of the newest: all of it, or its text in one language.

use archive::Document;
use archive::document::Translated;
use base::Locale;
use web::Ctx;

use super::languages::LANGUAGES;

base::coded! {
    /// The part of an older version that is restored.
    pub(crate) enum RestoredPart {
        /// All of it, also the fields that have no language.
        All = "all",
        /// The German title, summary and text.
        German = "de",
        /// The English text.
        English = "en",
        /// The text in Leichte Sprache.
        Easy = "leicht",
    }
}

impl RestoredPart {
    /// The newest version with this part of an older one. A translation that the older one has not is kept, but by
    /// [`RestoredPart::All`].
    pub(crate) fn put(self, older: &Document, newest: &Document) -> Document {
        let mut document = newest.clone();
        match self {
            Self::All => return older.clone(),
            Self::German => {
                document.matter.title.clone_from(&older.matter.title);
                document.matter.summary.clone_from(&older.matter.summary);
                document.body.clone_from(&older.body);
            }
            Self::English => put_translation(older, &mut document, Locale::En),
            Self::Easy => put_translation(older, &mut document, Locale::Easy),
        }
        document
    }

    /// The parts that can be restored: those in which the versions differ.
    pub(crate) fn offered(older: &Document, newest: &Document) -> Vec<Self> {
        Self::ALL.into_iter().filter(|part| !part.put(older, newest).says_the_same(newest)).collect()
    }

    /// The remark of the history about a version that was made so.
    pub(crate) fn note(self, number: i64) -> String {
        if self == Self::All { number.to_string() } else { format!("{number} {self}") }
    }

    /// Such a remark as a sentence.
    pub(crate) fn told(ctx: &Ctx, note: &str) -> String {
        let (number, part) = note.split_once(' ').unwrap_or((note, Self::All.code()));
        let part = Self::from_code(part).unwrap_or(Self::All);
        ctx.t_with(&format!("history-restored-{part}"), "number", number)
    }
}

fn put_translation(older: &Document, document: &mut Document, locale: Locale) {
    let Some(text) = older.translations.get(&locale) else { return };
    let words = |text: &Translated| (text.title.clone(), text.summary.clone(), text.body.clone(), text.review);
    if document.translations.get(&locale).is_some_and(|now| words(now) == words(text)) {
        return;
    }
    let mut text = text.clone();
    // A text without a fingerprint translates the German text beside which it was written.
    if older.original() != document.original() {
        text.original.get_or_insert_with(|| older.original());
    }
    document.translations.insert(locale, text);
}

/// The languages whose texts vanish when all of an older version is restored.
pub(crate) fn lost(older: &Document, newest: &Document) -> impl Iterator<Item = Locale> {
    let is_lost =
        |locale: &Locale| newest.translations.contains_key(locale) && !older.translations.contains_key(locale);
    LANGUAGES.into_iter().filter(is_lost)
}
