//! The sub-events of an event as cards, each with its results.

use std::collections::{HashMap, HashSet};

use base::Locale;
use db::Conn;
use golden_thread::{Card, EntryId, Side};
use web::pattern::{self, Pattern};
use web::{Error, Page};

use super::results::Results;
use crate::event::Format;
use crate::store::{self, Part};

/// Sub-events on one page; the thread leads to the others.
pub(super) const PARTS: i64 = 50;
/// Results on the card of a sub-event.
const ROOM: usize = 3;

/// The sub-events of an event.
pub(super) struct Parts {
    pub(super) cards: Vec<Part>,
    /// True if there are more than shown.
    pub(super) goes_on: bool,
    results: HashMap<EntryId, Results>,
}

impl Parts {
    /// Loads the sub-events of an event.
    pub(super) async fn load(conn: &mut Conn<'_>, locale: Locale, event: EntryId) -> Result<Self, Error> {
        let mut cards = store::parts_of(conn, locale, event, PARTS + 1).await?;
        let shown = usize::try_from(PARTS).unwrap_or(usize::MAX);
        let goes_on = cards.len() > shown;
        cards.truncate(shown);
        let ids: Vec<EntryId> = cards.iter().map(|part| part.card.id).collect();
        let results = Results::of(conn, locale, &ids, Side::Outcome, ROOM).await?;
        Ok(Self { cards, goes_on, results })
    }

    /// `Sechs Themenforen`; without the number if there are more than shown.
    pub(super) fn title(&self, page: &Page) -> String {
        match (self.are_forums(), self.goes_on) {
            (true, false) => page.t_count("event-forums", self.cards.len()),
            (true, true) => page.t("event-forums-many"),
            (false, false) => page.t_count("event-parts", self.cards.len()),
            (false, true) => page.t("event-parts-many"),
        }
    }

    /// The label of the link to them; before they were held, nothing has come of them.
    pub(super) fn invitation(&self, page: &Page, is_ahead: bool) -> String {
        page.t(match (self.are_forums(), is_ahead) {
            (true, false) => "event-can-forums",
            (true, true) => "event-can-forums-ahead",
            (false, false) => "event-can-parts",
            (false, true) => "event-can-parts-ahead",
        })
    }

    /// True if all are theme forums, so that cards need not name their format.
    pub(super) fn are_forums(&self) -> bool {
        self.cards.iter().all(|part| part.card.form.as_deref() == Some(Format::Forum.code()))
    }

    /// Class and cover of those that belong to one field each; none if there are not several fields.
    pub(super) fn strands(&self) -> Vec<(String, String)> {
        let mut fields = HashSet::new();
        let strands: Vec<_> = self
            .cards
            .iter()
            .filter(|part| fields.insert(part.card.field))
            .filter_map(|part| Some((part.card.field_class(), part.cover()?)))
            .collect();
        if strands.len() < 2 { Vec::new() } else { strands }
    }

    /// The results of one of them, if any are on record.
    pub(super) fn results(&self, part: &Part) -> Option<&Results> {
        self.results.get(&part.card.id)
    }

    /// True if an entry is one of them.
    pub(super) fn contain(&self, card: &Card) -> bool {
        self.cards.iter().any(|part| part.card.id == card.id)
    }
}

impl Part {
    /// The cover of its field, if it belongs to one.
    pub(super) fn cover(&self) -> Option<String> {
        self.card.field?;
        let pattern = Pattern::from_code(self.pattern.as_deref()?)?;
        Some(pattern::cover(pattern, self.card.slug.as_str()))
    }

    /// Its title without the format and number that the cover shows already: `Vielfalt` for `Themenforum
    /// 04: Vielfalt`.
    pub(super) fn title(&self) -> &str {
        let title = self.card.title.as_str();
        if self.pattern.is_none() || self.card.field.is_none() {
            return title;
        }
        let prefix = self.card.number.map(|number| format!("{number:02}: "));
        prefix.and_then(|prefix| title.split_once(&prefix)).map_or(title, |(_, rest)| rest)
    }
}
