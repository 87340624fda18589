//! An act on one of the entries is undone, unless somebody has changed the entry since.

use accounts::rights::{PUBLISH_ENTRIES, WRITE_ENTRIES};
use golden_thread::history::Act;

use super::effects::{Doing, Found};
use super::{BulkKind, Change, Item, Outcome};
use crate::entries::actions::{self, NewVersion, Refusal, Seen, Then, revision};

impl Doing<'_> {
    /// Undoes the act on one entry.
    pub(super) async fn undo(&self, item: Item) -> Outcome {
        match self.undo_on(item).await {
            Ok(outcome) => outcome,
            Err(cause) => {
                tracing::error!(entry = %item.entry.0, ?cause, "an act on many entries could not be undone at one");
                Outcome::Broken
            }
        }
    }

    async fn undo_on(&self, item: Item) -> anyhow::Result<Outcome> {
        let Some(change) = item.change else { return Ok(Outcome::Newer) };
        let Some(found) = Found::load(&mut self.state.db.read().await?.conn(), item.entry).await? else {
            return Ok(Outcome::Binned);
        };
        if (found.stand.head, found.stand.live) != (change.head_after, change.live_after) || found.is_binned {
            return Ok(Outcome::Newer);
        }
        let is_public = change.before.live.is_some() || change.live_after.is_some();
        let right = if is_public { PUBLISH_ENTRIES } else { WRITE_ENTRIES };
        if !right.covers(self.person, &found.subject) {
            return Ok(Outcome::Forbidden);
        }
        match self.put_back(item, change).await {
            Ok(()) => Ok(Outcome::Done),
            Err(Refusal::Broken(cause)) => Err(cause),
            Err(Refusal::Newer | Refusal::Binned) => Ok(Outcome::Newer),
            Err(Refusal::Unfit(_) | Refusal::Past | Refusal::Withdrawn) => Ok(Outcome::Unfit),
        }
    }

    async fn put_back(&self, item: Item, change: Change) -> Result<(), Refusal> {
        let seen = Seen { id: item.entry, head: change.head_after };
        match self.bulk.kind {
            BulkKind::Publish | BulkKind::Withdraw => match change.before.live {
                Some(number) => actions::publish(self.state, self.by(), seen, number).await,
                None => actions::hide(self.state, self.by(), seen, change.before.state).await,
            },
            BulkKind::AddField | BulkKind::RemoveField => self.restore(seen, change).await,
        }
    }

    /// The version before the act, as a new one.
    async fn restore(&self, seen: Seen, change: Change) -> Result<(), Refusal> {
        let number = change.before.head;
        let mut document = revision(&mut self.state.db.read().await?.conn(), seen.id, number).await?;
        document.matter.updated = self.state.clock.now();
        let note = number.to_string();
        let was_published = change.live_after == Some(change.head_after);
        let new = NewVersion {
            document: &document,
            act: Act::Restored,
            note: Some(&note),
            told: None,
            knows_withdrawal: true,
            may_publish: was_published,
            then: if was_published { Then::Publish } else { Then::Nothing },
        };
        actions::save(self.state, self.by(), seen, new).await?;
        Ok(())
    }
}
