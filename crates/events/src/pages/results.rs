//! What events came from and what became of them, as far as a card or a list has room for it.

use std::collections::HashMap;

use base::Locale;
use db::Conn;
use thread::entry::Step;
use thread::{Card, EntryId, Relation, Side};
use web::Error;

/// What lies on one side of all events of a page together, before it is cut per event.
const STEPS: i64 = 400;

/// What an event came from, or what became of it.
pub(super) struct Results {
    pub(super) named: Vec<Card>,
    /// How many more there are.
    pub(super) left: usize,
}

impl Results {
    /// What lies on one side of some events; each names at most `room` of it, or one more instead of
    /// the words "and one more". Events without any are left out.
    pub(super) async fn of(
        conn: &mut Conn<'_>,
        locale: Locale,
        events: &[EntryId],
        side: Side,
        room: usize,
    ) -> Result<HashMap<EntryId, Self>, Error> {
        let steps = thread::store::steps_of(conn, locale, events, side, STEPS).await?;
        let results = steps.into_iter().map(|(id, steps)| (id, Self::among(steps, room)));
        Ok(results.filter(|(_, results)| !results.named.is_empty()).collect())
    }

    /// Agreements, projects, other events; not reports, which tell of an event but do not follow from
    /// it, nor what it is a part of.
    pub(super) fn among(steps: Vec<Step>, room: usize) -> Self {
        let counts = |relation| !matches!(relation, Relation::PartOf | Relation::DocumentedIn | Relation::RaisedAt);
        let mut named: Vec<Card> =
            steps.into_iter().filter(|step| counts(step.relation)).map(|step| step.card).collect();
        let left = named.len().saturating_sub(room);
        if left < 2 {
            return Self { named, left: 0 };
        }
        named.truncate(room);
        Self { named, left }
    }
}
