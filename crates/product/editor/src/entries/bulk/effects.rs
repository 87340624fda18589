//! The act on one of the entries: looks at it, decides, does it.

use std::sync::Arc;

use accounts::rights::{PUBLISH_ENTRIES, WRITE_ENTRIES};
use accounts::{Person, Sight, Subject, may_become};
use archive::Document;
use axum::Router;
use db::Conn;
use golden_thread::history::{self, Act};
use golden_thread::{EntryId, Kind, State};
use web::{AppState, Ctx};

use super::{Bulk, BulkKind, Change, Item, Outcome, Stand};
use crate::entries::actions::{self, By, NewVersion, Refusal, Seen, Then, revision};
use crate::entries::opened::{subject, subject_of};
use crate::entries::{bin, store};
use crate::remarks;

/// What acts on many entries need, once for all of them.
pub(super) struct Doing<'a> {
    pub(super) state: &'a AppState,
    pub(super) bulk: &'a Bulk,
    /// The person, with the rights of this moment.
    pub(super) person: &'a Person,
    pub(super) ctx: Ctx,
    pub(super) routes: Arc<Router<AppState>>,
}

/// An entry as it is before the act.
pub(super) struct Found {
    pub(super) stand: Stand,
    pub(super) subject: Subject,
    pub(super) document: Document,
    pub(super) is_binned: bool,
}

impl Found {
    pub(super) async fn load(conn: &mut Conn<'_>, id: EntryId) -> anyhow::Result<Option<Self>> {
        let Some((kind, _)) = store::name(conn, id).await? else { return Ok(None) };
        let Some(stand) = stand(conn, id).await? else { return Ok(None) };
        let document = revision(conn, id, stand.head).await?;
        let subject = subject_of(conn, id, kind).await?;
        Ok(Some(Self { stand, subject, document, is_binned: bin::store::is_binned(conn, id).await? }))
    }
}

/// The versions and the state of an entry, as they are now.
pub(super) async fn stand(conn: &mut Conn<'_>, id: EntryId) -> anyhow::Result<Option<Stand>> {
    let Some(work) = history::work(conn, id).await? else { return Ok(None) };
    Ok(Some(Stand { head: work.head, live: work.live, state: store::state(conn, id).await? }))
}

impl Doing<'_> {
    pub(super) fn by(&self) -> By<'_> {
        By { id: Some(self.person.id.0), name: &self.person.name }
    }

    /// Does the act to one entry.
    pub(super) async fn act(&self, item: Item) -> (Outcome, Option<Change>) {
        match self.act_on(item).await {
            Ok(done) => done,
            Err(cause) => {
                tracing::error!(entry = %item.entry.0, ?cause, "an act on many entries failed at one");
                (Outcome::Broken, None)
            }
        }
    }

    async fn act_on(&self, item: Item) -> anyhow::Result<(Outcome, Option<Change>)> {
        let found = Found::load(&mut self.state.db.read().await?.conn(), item.entry).await?;
        let Some(found) = found else { return Ok((Outcome::Binned, None)) };
        let outcome = match self.refusal(&found, item).await? {
            Some(outcome) => outcome,
            None => match self.carry_out(&found, item).await {
                Ok(outcome) => outcome,
                Err(Refusal::Broken(cause)) => return Err(cause),
                Err(Refusal::Newer) => Outcome::Newer,
                Err(Refusal::Binned) => Outcome::Binned,
                Err(Refusal::Unfit(_) | Refusal::Past | Refusal::Withdrawn) => Outcome::Unfit,
            },
        };
        if outcome != Outcome::Done {
            return Ok((outcome, None));
        }
        let after = stand(&mut self.state.db.read().await?.conn(), item.entry).await?;
        let change = after.map(|after| Change { before: found.stand, head_after: after.head, live_after: after.live });
        Ok((outcome, change))
    }

    /// The reason why nothing is to be done, if there is one.
    async fn refusal(&self, found: &Found, item: Item) -> anyhow::Result<Option<Outcome>> {
        let right = match self.bulk.kind {
            BulkKind::Publish | BulkKind::Withdraw => PUBLISH_ENTRIES,
            BulkKind::AddField | BulkKind::RemoveField => WRITE_ENTRIES,
        };
        if !right.covers(self.person, &found.subject) {
            return Ok(Some(Outcome::Forbidden));
        }
        if found.is_binned {
            return Ok(Some(Outcome::Binned));
        }
        if self.is_so(found) {
            return Ok(Some(Outcome::Same));
        }
        if found.stand.head != item.seen {
            return Ok(Some(Outcome::Newer));
        }
        if self.bulk.kind == BulkKind::Publish && !self.bulk.overrules {
            let sight = Some(Sight::of(self.person));
            let remarks = remarks::find(&self.ctx, sight, &self.routes, &found.document).await;
            if !remarks.map_err(|error| anyhow::anyhow!("{error:?}"))?.is_empty() {
                return Ok(Some(Outcome::Remarks));
            }
        }
        Ok(None)
    }

    /// True if the entry is already as it should be.
    fn is_so(&self, found: &Found) -> bool {
        let Found { stand, document, .. } = found;
        let has_field = || self.bulk.field.as_ref().is_some_and(|field| document.matter.fields.contains(field));
        match self.bulk.kind {
            BulkKind::Publish => stand.state == State::Published && stand.live == Some(stand.head),
            BulkKind::Withdraw => stand.live.is_none(),
            // A field of action belongs to none.
            BulkKind::AddField => has_field() || document.kind == Kind::FIELD,
            BulkKind::RemoveField => !has_field(),
        }
    }

    async fn carry_out(&self, found: &Found, item: Item) -> Result<Outcome, Refusal> {
        let seen = Seen { id: item.entry, head: item.seen };
        match (self.bulk.kind, &self.bulk.why, &self.bulk.field) {
            (BulkKind::Publish, ..) => actions::publish(self.state, self.by(), seen, item.seen).await?,
            (BulkKind::Withdraw, Some(why), _) => actions::withdraw(self.state, self.by(), item.entry, why).await?,
            (BulkKind::AddField | BulkKind::RemoveField, _, Some(field)) => {
                let mut document = found.document.clone();
                match self.bulk.kind {
                    BulkKind::AddField => document.matter.fields.push(field.clone()),
                    _ => document.matter.fields.retain(|other| other != field),
                }
                return self.save(found, seen, document).await;
            }
            _ => return Err(Refusal::Broken(anyhow::anyhow!("an act without its reason or field"))),
        }
        Ok(Outcome::Done)
    }

    /// Saves a new version. The public sees it if it saw the one before.
    async fn save(&self, found: &Found, seen: Seen, mut document: Document) -> Result<Outcome, Refusal> {
        document.matter.updated = self.state.clock.now();
        let after = subject(&mut self.state.db.read().await?.conn(), Some(seen.id), &document).await?;
        if !may_become(self.person, &found.subject, &after) {
            return Ok(Outcome::GivesRight);
        }
        let may_publish = PUBLISH_ENTRIES.covers(self.person, &found.subject);
        let is_public = found.stand.live == Some(found.stand.head);
        let new = NewVersion {
            document: &document,
            act: Act::Saved,
            note: None,
            told: None,
            knows_withdrawal: true,
            may_publish,
            then: if is_public && may_publish { Then::Publish } else { Then::Nothing },
        };
        actions::save(self.state, self.by(), seen, new).await?;
        Ok(Outcome::Done)
    }
}
