//! The origins and outcomes of events, as far as a card or a list has room for them.

use std::collections::HashMap;

use base::Locale;
use db::Conn;
use golden_thread::entry::ShortStep;
use golden_thread::store::{FirstSteps, first_steps};
use golden_thread::{Card, EntryId, Relation, Side};
use web::Error;

/// Relations that make no result. Agreements, projects and other events are results; reports tell of an
/// event but do not follow from it, and a whole does not follow from its part.
const NO_RESULTS: [Relation; 5] =
    [Relation::PartOf, Relation::DocumentedIn, Relation::RaisedAt, Relation::ReportsOn, Relation::RefersTo];

/// The origins or the outcomes of an event.
pub(super) struct Results {
    pub(super) named: Vec<Card>,
    /// Number of those that are not named.
    pub(super) left: usize,
}

impl Results {
    /// The entries on one side of some events; each names at most `room` of them, or one more instead of
    /// the words "and one more". Events without any are left out.
    pub(super) async fn of(
        conn: &mut Conn<'_>,
        locale: Locale,
        events: &[EntryId],
        side: Side,
        room: usize,
    ) -> Result<HashMap<EntryId, Self>, Error> {
        let each = i64::try_from(room)? + 1;
        let wanted = FirstSteps { not_by: &NO_RESULTS, ..FirstSteps::on(side, each) };
        let steps = first_steps(conn, locale, events, wanted).await?;
        let cards = |steps: Vec<ShortStep>| steps.into_iter().map(|step| step.card).collect();
        Ok(steps.into_iter().map(|(id, (first, total))| (id, Self::among(cards(first), total, room))).collect())
    }

    /// Names the first of `total` results.
    pub(super) fn among(mut named: Vec<Card>, total: usize, room: usize) -> Self {
        let left = total.saturating_sub(room);
        if left < 2 {
            return Self { named, left: 0 };
        }
        named.truncate(room);
        Self { named, left }
    }
}
