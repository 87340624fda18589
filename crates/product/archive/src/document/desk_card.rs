//! The newest version of an entry as the desk's list searches and filters it.
//!
//! Its words are kept once each, folded. A word that another one begins with is left out, because whoever looks for it
//! finds the longer one. So the list can look through all entries one after the other in a few milliseconds, drafts too,
//! and finds parts of words (»schule« in »Hochschule«), as German needs it.

use std::collections::BTreeSet;

use base::{Locale, fold};
use db::{Conn, Db};
use golden_thread::EntryId;
use golden_thread::sheet::no_table;
use golden_thread::store::{self, DeskCard, TextState};
use web::Texts;

use super::{Document, table_of};

/// The number of entries whose cards are stored in one transaction.
const BATCH: i64 = 500;

impl Document {
    /// Its card for the desk's list.
    pub(super) fn desk_card(&self, entry: EntryId, texts: &Texts) -> DeskCard {
        let state = |locale| match self.translations.get(&locale) {
            None => TextState::None,
            Some(text) if text.is_public() => TextState::Public,
            Some(_) => TextState::Unchecked,
        };
        DeskCard {
            entry,
            title_key: fold::words(&self.matter.title),
            day: self.matter.when().and_then(edtf::When::earliest),
            english: state(Locale::En),
            easy: state(Locale::Easy),
            stale: self.translations.keys().any(|locale| self.is_stale(*locale)),
            pictured: self.matter.picture.is_some(),
            words: self.words(texts),
        }
    }

    /// Every word of its texts once, folded.
    fn words(&self, texts: &Texts) -> String {
        let mut words = BTreeSet::new();
        let Self { matter, body, .. } = self;
        for text in [&matter.title, &matter.summary, body] {
            learn(&mut words, text);
        }
        learn(&mut words, self.slug.as_str());
        for text in self.translations.values() {
            for text in [&text.title, &text.summary, &text.body] {
                learn(&mut words, text);
            }
        }
        // A table that cannot be read is no reason to find nothing.
        let table = table_of(self).unwrap_or_else(|_| no_table());
        for phrase in table.phrases(self.kind, texts) {
            learn(&mut words, &phrase.text);
        }
        let notes = matter.claims.iter().filter_map(|claim| claim.note.as_ref());
        for text in notes.chain(matter.gaps.iter().map(|gap| &gap.text)) {
            learn(&mut words, &text.de);
            learn(&mut words, text.en.as_deref().unwrap_or_default());
        }
        without_beginnings(&words)
    }
}

/// Adds the words of a text, those with an umlaut as `ae` and as `a`.
fn learn(words: &mut BTreeSet<String>, text: &str) {
    let has_umlaut = |word: &str| word.chars().any(|c| fold::umlaut(c).is_some());
    for word in text.split_whitespace() {
        words.extend(fold::words(word).split(' ').filter(|part| !part.is_empty()).map(str::to_owned));
        if has_umlaut(word) {
            let plain: String = word.chars().map(|c| fold::plain(c).unwrap_or(" ")).collect();
            words.extend(plain.split_whitespace().map(str::to_owned));
        }
    }
}

/// The words between blanks, without those that the next one begins with.
fn without_beginnings(words: &BTreeSet<String>) -> String {
    let mut all = String::from(" ");
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        if !words.peek().is_some_and(|next| next.starts_with(word.as_str())) {
            all.push_str(word);
            all.push(' ');
        }
    }
    all
}

/// Stores the card of an entry's newest version.
///
/// # Errors
/// If the database fails.
pub(super) async fn put(conn: &mut Conn<'_>, documents: &[(EntryId, &Document)]) -> anyhow::Result<()> {
    let texts = desk_kit::texts()?;
    let cards: Vec<DeskCard> = documents.iter().map(|(id, document)| document.desk_card(*id, &texts)).collect();
    Ok(store::put_desk_cards(conn, &cards).await?)
}

/// Stores the cards that are missing, at the start of a server whose database is older.
///
/// # Errors
/// If the database fails.
pub(super) async fn complete(db: &Db) -> anyhow::Result<()> {
    while store::is_without_desk_card(&mut db.read().await?.conn()).await? {
        let mut tx = db.write().await?;
        let conn = &mut tx.conn();
        let found = store::without_desk_card(conn, BATCH).await?;
        let documents = found.iter().map(|(id, text)| Ok((*id, Document::from_json(text)?)));
        let documents = documents.collect::<anyhow::Result<Vec<_>>>()?;
        put(conn, &documents.iter().map(|(id, document)| (*id, document)).collect::<Vec<_>>()).await?;
        tx.commit().await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let mut words = BTreeSet::new();
        learn(&mut words, text);
        without_beginnings(&words)
    }

    #[test]
    fn words_stand_once_folded_and_without_those_that_a_longer_one_begins_with() {
        assert_eq!(words("Schule, Schulen & Hochschulen: Schule!"), " hochschulen schulen ");
        assert_eq!(words("Bürger-Café"), " buerger burger cafe ");
        assert_eq!(words("…"), " ");
    }
}
