//! What became of events, as far as a card or a list has room for it.

use std::collections::HashMap;

use base::Locale;
use db::Conn;
use thread::entry::Step;
use thread::{Card, EntryId, Relation, Side};
use web::Error;

/// What became of all events of a page together, before it is cut per event.
const STEPS: i64 = 400;

/// What became of an event.
pub(super) struct Results {
    pub(super) named: Vec<Card>,
    /// How many more there are.
    pub(super) left: usize,
}

impl Results {
    /// What became of some events; each names at most `room` of it, or one more instead of the words
    /// "and one more". Events of which nothing became are left out.
    pub(super) async fn of(
        conn: &mut Conn<'_>,
        locale: Locale,
        events: &[EntryId],
        room: usize,
    ) -> Result<HashMap<EntryId, Self>, Error> {
        let steps = thread::store::steps_of(conn, locale, events, Side::Outcome, STEPS).await?;
        let results = steps.into_iter().map(|(id, steps)| (id, Self::among(steps, room)));
        Ok(results.filter(|(_, results)| !results.named.is_empty()).collect())
    }

    /// Agreements, projects, further events; not reports, which tell of it but did not follow from it.
    fn among(steps: Vec<Step>, room: usize) -> Self {
        let is_result = |relation| !matches!(relation, Relation::PartOf | Relation::DocumentedIn | Relation::RaisedAt);
        let mut named: Vec<Card> =
            steps.into_iter().filter(|step| is_result(step.relation)).map(|step| step.card).collect();
        let left = named.len().saturating_sub(room);
        if left < 2 {
            return Self { named, left: 0 };
        }
        named.truncate(room);
        Self { named, left }
    }
}
