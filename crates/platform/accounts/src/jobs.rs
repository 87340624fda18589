//! What happens after somebody has asked for a link, and once a day.

use base::{Email, Locale};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use services::jobs::{BoxFuture, Chore, Handler, Job, Queue, Trouble};
use services::{audit, mail};
use uuid::Uuid;
use web::AppState;

use crate::link::{LinkKind, may_send};
use crate::person::PersonId;
use crate::{actions, letters, store};

/// The hour within which links are counted.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// Sends a link to whoever has an address, if somebody has it. That this happens in a job makes the
/// answer the same for every address, and as fast.
#[derive(Debug)]
pub struct SendLink {
    /// What the pages share.
    pub state: AppState,
}

/// What somebody asked for.
#[derive(Debug, Serialize, Deserialize)]
pub struct Request {
    pub(crate) email: Email,
    pub(crate) locale: Locale,
    pub(crate) onward: String,
}

impl Job for Request {
    const KIND: &'static str = "send-sign-in-link";
    const QUEUE: Queue = Queue::Now;
}

impl SendLink {
    async fn send(&self, id: Uuid, request: Request) -> Result<(), Trouble> {
        let Request { email, locale, onward } = request;
        let (state, now) = (&self.state, (&self.state.clock, &self.state.ids));
        let mut tx = state.db.write().await?;
        let Some(account) = store::find_account(&mut tx.conn(), &email).await?.filter(|account| !account.is_disabled)
        else {
            return Ok(());
        };
        // Of two jobs for one person the second sees what the first has sent.
        store::touch_person(&mut tx.conn(), account.id).await?;
        let within = (state.clock.now() - WINDOW, state.clock.now());
        let links = store::count_links(&mut tx.conn(), account.id, LinkKind::SignIn, within).await?;
        if !may_send(links.sent, links.holding) {
            tracing::info!(person = %account.id, "no further sign-in link for now");
            return Ok(());
        }
        let what = (id, LinkKind::SignIn);
        let Some(secret) = actions::make_link(&mut tx.conn(), now, what, Some(account.id), &onward).await? else {
            return Ok(());
        };
        let letter = letters::letter(state, locale, (&account.email, &account.name), (LinkKind::SignIn, &secret));
        mail::enqueue(&mut tx.conn(), now, &letter).await?;
        tx.commit().await?;
        Ok(())
    }
}

impl Handler for SendLink {
    type Job = Request;

    fn run(&self, id: Uuid, request: Request) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(self.send(id, request))
    }
}

/// Removes what holds no longer: sessions, links, questions to passkeys, and old rows of the audit log.
pub const CHORE: Chore = Chore {
    kind: "purge-accounts",
    clean: |conn, clock| {
        Box::pin(async move {
            let now = clock.now();
            let mut removed = store::purge_sessions(conn, now).await?;
            // Links of the last hour still count.
            removed += store::purge_links(conn, now - WINDOW).await?;
            removed += store::purge_challenges(conn, now).await?;
            Ok(removed + audit::purge(conn, now).await?)
        })
    },
};

/// Whom a link is for, when an administrator sends it.
pub(crate) async fn invite(
    conn: &mut db::Conn<'_>,
    state: &AppState,
    locale: Locale,
    person: (PersonId, &Email, &str),
    kind: LinkKind,
) -> anyhow::Result<()> {
    let now = (&state.clock, &state.ids);
    let onward = locale.interface().prefix().to_owned() + &crate::paths::DeskPath.to_string();
    let what = (state.ids.next(), kind);
    if let Some(secret) = actions::make_link(conn, now, what, Some(person.0), &onward).await? {
        mail::enqueue(conn, now, &letters::letter(state, locale, (person.1, person.2), (kind, &secret))).await?;
    }
    Ok(())
}
