//! Gathers what can be searched: the texts of all entries, and what their pages say besides.
//!
//! Names of other entries are a part of what a page says; if one changes, the pages that name it are
//! found by its old name until they are indexed again.

use std::collections::{HashMap, HashSet};

use base::{Claim, Locale};
use bodies::sheet::{ContactSheet, MunicipalitySheet};
use db::{Conn, Db};
use thread::entry::Gap;
use thread::search::{Document, Index, Phrase, store as kept};
use thread::sheet::References;
use thread::store::{self, StoredCard};
use thread::{EntryId, Kind, State};
use web::{Locales, Texts};

use crate::tables;

/// The rooms whose words stand on pages of entries.
const LOCALES: [Locales; 6] =
    [thread::LOCALES, bodies::LOCALES, process::LOCALES, events::LOCALES, newsroom::LOCALES, outcomes::LOCALES];

/// Makes the search index if there is none by the rules of this program, as after an update.
///
/// # Errors
/// If the database fails.
pub async fn index_if_missing(db: &Db) -> anyhow::Result<()> {
    if kept::has_index(&mut db.read().await?.conn()).await? {
        return Ok(());
    }
    let mut tx = db.write().await?;
    let conn = &mut tx.conn();
    kept::settle(conn).await?;
    // Another node may have been faster.
    if kept::has_index(conn).await? {
        return Ok(());
    }
    tracing::info!("search index: being made, by the rules of this version");
    let entries = make(conn).await?;
    tx.publish().await?;
    tracing::info!(entries, "search index: made");
    Ok(())
}

/// Makes the index of everything that is published. Gives the number of entries.
pub(crate) async fn make(conn: &mut Conn<'_>) -> anyhow::Result<usize> {
    let cards = store::all_cards(conn).await?;
    let known = Known::load(conn, &cards).await?;
    let public: Vec<&StoredCard> = cards.iter().filter(|card| card.state == State::Published).collect();
    let documents: Vec<Document<'_>> = public.iter().map(|card| known.document(card)).collect();
    tracing::info!(entries = documents.len(), "search index: reading the words");
    kept::replace(conn, &Index::of(&documents)).await?;
    Ok(documents.len())
}

/// Indexes one entry anew inside the transaction that changed it; what is not published any more is
/// taken out. It reads what all entries say, because pages name each other.
///
/// # Errors
/// If the database fails.
pub async fn index_entry(conn: &mut Conn<'_>, id: EntryId) -> anyhow::Result<()> {
    let cards = store::all_cards(conn).await?;
    match cards.iter().find(|card| card.id == id && card.state == State::Published) {
        Some(card) => {
            let known = Known::load(conn, &cards).await?;
            kept::keep(conn, &known.document(card)).await?;
        }
        None => kept::forget(conn, id).await?,
    }
    Ok(())
}

/// What stands around the texts of the entries.
struct Known<'a> {
    texts: Texts,
    cards: HashMap<EntryId, &'a StoredCard>,
    references: References,
    said: HashMap<EntryId, (Vec<Phrase>, Vec<String>)>,
    claims: HashMap<EntryId, Vec<Claim>>,
    gaps: HashMap<EntryId, Vec<Gap>>,
    /// Names of towns by their keys.
    towns: HashMap<String, String>,
    /// What can be asked at an organisation or about a field, by folder and slug.
    contacts: HashMap<String, Vec<Phrase>>,
}

impl<'a> Known<'a> {
    async fn load(conn: &mut Conn<'_>, cards: &'a [StoredCard]) -> anyhow::Result<Self> {
        let mut references = References::default();
        for card in cards {
            references.learn(&reference(card.kind, &card.slug), card.id);
        }
        let texts = Texts::new(&LOCALES)?;
        let kinds = cards.iter().map(|card| (card.id, card.kind)).collect();
        let towns = MunicipalitySheet::all(conn).await?.municipality;
        Ok(Self {
            said: tables::said(conn, &references, &kinds, &texts).await?,
            claims: store::all_claims(conn).await?,
            gaps: store::all_gaps(conn).await?,
            towns: towns.into_iter().map(|town| (town.ags, town.name)).collect(),
            contacts: contacts(&ContactSheet::all(conn, &references).await?),
            cards: cards.iter().map(|card| (card.id, card)).collect(),
            references,
            texts,
        })
    }

    fn document(&self, card: &'a StoredCard) -> Document<'a> {
        let fields = card.fields.iter().filter_map(|id| self.public(*id)).map(|field| field.slug.as_str());
        let texts = card.texts.iter();
        Document {
            id: card.id,
            kind: card.kind,
            slug: &card.slug,
            when: card.when,
            fields: fields.collect(),
            texts: texts.map(|(locale, title, summary, body)| (*locale, &**title, &**summary, &**body)).collect(),
            phrases: self.phrases(card),
        }
    }

    /// What the page of an entry says besides its text, each thing once.
    fn phrases(&self, card: &StoredCard) -> Vec<Phrase> {
        let mut phrases = self.labels(card);
        if let Some(when) = card.when {
            phrases.extend([Locale::De, Locale::En].map(|locale| Phrase::new(locale, when.in_words(locale))));
        }
        let town = card.municipality.as_ref().and_then(|key| self.towns.get(key));
        phrases.extend(town.map(|name| Phrase::new(Locale::De, name)));
        let (own, referred) = self.said.get(&card.id).map_or((&[][..], &[][..]), |(own, referred)| (own, referred));
        phrases.extend_from_slice(own);
        phrases.extend(card.fields.iter().flat_map(|id| self.names(*id)));
        let referred = referred.iter().filter_map(|reference| self.references.id(reference).ok());
        phrases.extend(referred.flat_map(|id| self.names(id)));
        for claim in self.claims.get(&card.id).into_iter().flatten() {
            phrases.extend([Locale::De, Locale::En].map(|locale| Phrase::new(locale, claim.in_words(locale))));
            phrases.extend(claim.note.iter().flat_map(Phrase::both));
        }
        phrases.extend(self.gaps.get(&card.id).into_iter().flatten().flat_map(|gap| Phrase::both(&gap.text)));
        phrases.extend(self.contacts.get(&reference(card.kind, &card.slug)).into_iter().flatten().cloned());
        let mut seen = HashSet::new();
        phrases.retain(|phrase| seen.insert((phrase.locale, phrase.text.clone())));
        phrases
    }

    /// What kind of thing it is, and its number in the row of its kind.
    fn labels(&self, card: &StoredCard) -> Vec<Phrase> {
        let mut labels: Vec<Phrase> = Phrase::label(&self.texts, &format!("kind-{}", card.kind), &[]).into();
        if let Some(number) = card.number {
            for label in &mut labels {
                label.text = format!("{} {number}", label.text);
            }
        }
        // The form of a field is the pattern that it is drawn with, not a name.
        if let Some(form) = card.form.as_ref().filter(|_| card.kind != Kind::Field) {
            labels.extend(Phrase::label(&self.texts, &format!("kind-{}-{form}", card.kind), &[]));
        }
        labels
    }

    /// The titles of an entry that is named on the page of another one.
    fn names(&self, id: EntryId) -> Vec<Phrase> {
        let texts = self.public(id).map(|card| card.texts.as_slice()).unwrap_or_default();
        let texts = texts.iter().filter(|(locale, ..)| *locale != Locale::Easy);
        texts.map(|(locale, title, ..)| Phrase::new(*locale, title)).collect()
    }

    fn public(&self, id: EntryId) -> Option<&'a StoredCard> {
        self.cards.get(&id).copied().filter(|card| card.state == State::Published)
    }
}

fn contacts(sheet: &ContactSheet) -> HashMap<String, Vec<Phrase>> {
    let mut contacts: HashMap<String, Vec<Phrase>> = HashMap::new();
    for contact in &sheet.contact {
        let fields = contact.fields.iter().map(|slug| reference(Kind::Field, slug));
        for place in fields.chain([reference(Kind::Body, &contact.body)]) {
            contacts.entry(place).or_default().extend(Phrase::both(&contact.role));
        }
    }
    contacts
}

fn reference(kind: Kind, slug: &str) -> String {
    format!("{}/{slug}", kind.folder())
}
