//! The answer to a query: hits in tiers, counts for every filter, and suggestions if words were misspelt or
//! nothing was found.

use std::collections::HashMap;

use base::Locale;
use db::{Conn, Result};
use roaring::RoaringBitmap;
use search::{Aspect, Correction, Filters, Language, Marker, Query, Snippet, rank, title_key};

use super::lookup::look_up;
use super::store;
use crate::aside::aside;
use crate::{Card, EntryId, Kind};

/// The filters that a visitor has chosen.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this field of action.
    pub field: Option<EntryId>,
    /// Only entries whose dates touch this year.
    pub year: Option<i16>,
}

/// Hits that each value of a filter lets through together with the other filters.
#[derive(Debug, Default)]
pub struct Counts {
    /// By kind, in the order of the kinds.
    pub kinds: Vec<(Kind, u64)>,
    /// By field of action.
    pub fields: HashMap<EntryId, u64>,
    /// By year, the latest first.
    pub years: Vec<(i16, u64)>,
}

/// A page of hits.
#[derive(Debug)]
pub struct Found {
    /// Hits with the filters.
    pub total: u64,
    /// Hits without them.
    pub unfiltered: u64,
    /// The hits of this page, the best first: their cards, and where the words stand.
    pub hits: Vec<(Card, Snippet)>,
    /// The filters that were applied; a value that no document has is dropped.
    pub choice: Choice,
    /// Hits that each value of a filter would show.
    pub counts: Counts,
    /// Words that no document holds, and the word that was looked up instead of each.
    pub corrections: Vec<Correction>,
    /// Hits of each word on its own, as it was typed; only if all together have none.
    pub alone: Vec<(String, u64)>,
    /// Marks the words in titles.
    pub marker: Marker,
}

/// Answers a query that holds a word.
///
/// # Errors
/// If the database fails.
pub async fn search(
    conn: &mut Conn<'_>,
    locale: Locale,
    query: &Query,
    choice: &Choice,
    page: std::ops::Range<usize>,
) -> Result<Found> {
    let languages = Language::searched(locale);
    let live = store::live(conn).await?;
    let mut words = Vec::with_capacity(query.words().len());
    for asked in query.words() {
        words.push(look_up(conn, languages, asked).await?);
    }
    let mut tiers = rank::tiers(&words, &titled_so(conn, query, languages).await?);
    for tier in &mut tiers {
        *tier &= &live;
    }
    let all = tiers.last().cloned().unwrap_or_default();
    let filters = Filters::of(store::sets(conn).await?, &choice.to_search_choice());
    let shown = filters.apply(&all, None);
    let marker = Marker::new(languages, query.words(), &words);
    let hits = hits(conn, locale, &marker, &rank::page_of(tiers, &shown, page)).await?;
    let corrections = rank::corrections(query, &words, &shown_texts(&hits));
    Ok(Found {
        total: shown.len(),
        unfiltered: all.len(),
        corrections,
        alone: if all.is_empty() { rank::alone(query, &words, &live) } else { Vec::new() },
        counts: Counts::of(filters.counts(&all)),
        choice: Choice::of(&filters.choice),
        hits,
        marker,
    })
}

/// The documents whose whole title is the query.
async fn titled_so(conn: &mut Conn<'_>, query: &Query, languages: &[Language]) -> Result<RoaringBitmap> {
    let mut titled = RoaringBitmap::new();
    for language in languages {
        let locale = if *language == Language::English { Locale::En } else { Locale::De };
        titled |= store::set(conn, Aspect::Title, &title_key(locale, query.text())).await?;
    }
    Ok(titled)
}

async fn hits(conn: &mut Conn<'_>, locale: Locale, marker: &Marker, numbers: &[u32]) -> Result<Vec<(Card, Snippet)>> {
    let found_cards = store::found_cards(conn, locale, numbers).await?;
    let ids: Vec<EntryId> = found_cards.iter().map(|found| found.card.id).collect();
    let mut texts = store::texts_of(conn, &ids).await?;
    let bytes = texts.values().flatten().map(|(_, summary, body)| summary.len() + body.len()).sum::<usize>();
    let marker = marker.clone();
    let cut = move || {
        let hit = |found: store::FoundCard| {
            let texts = texts.remove(&found.card.id).unwrap_or_default();
            let title = (found.card.locale, found.card.title.as_str());
            let snippet = marker.snippet(locale, title, &texts, &found.asides);
            (found.card, snippet)
        };
        found_cards.into_iter().map(hit).collect()
    };
    Ok(aside(bytes, cut).await)
}

/// The texts of hits that a page shows.
fn shown_texts(hits: &[(Card, Snippet)]) -> impl Iterator<Item = &str> + Clone {
    hits.iter().flat_map(|(card, snippet)| std::iter::once(card.title.as_str()).chain(snippet.texts()))
}

impl Choice {
    fn to_search_choice(&self) -> search::Choice {
        let kind = self.kind.map(|kind| kind.code().to_owned());
        search::Choice { kind, field: self.field.map(|field| field.0), year: self.year }
    }

    fn of(choice: &search::Choice) -> Self {
        let kind = choice.kind.as_deref().and_then(Kind::from_code);
        Self { kind, field: choice.field.map(EntryId), year: choice.year }
    }
}

impl Counts {
    fn of(counts: search::Counts) -> Self {
        let kinds = counts.kinds.into_iter().filter_map(|(code, count)| Some((Kind::from_code(&code)?, count)));
        let mut kinds: Vec<_> = kinds.collect();
        kinds.sort_by_key(|(kind, _)| *kind);
        let fields = counts.fields.into_iter().map(|(id, count)| (EntryId(id), count)).collect();
        Self { kinds, fields, years: counts.years }
    }
}
